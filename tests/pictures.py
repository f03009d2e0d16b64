"""Pictures for tests, made here: small files with the size that a test wants."""

from __future__ import annotations

import zlib
from struct import pack


def png(width: int, height: int, shade: int = 160) -> bytes:
    """A grey picture."""
    rows = (b"\0" + bytes([shade]) * width) * height
    chunks = ((b"IHDR", pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def svg(width: int, height: int) -> str:
    """A drawing."""
    size = f'width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect {size} fill="teal"/></svg>'

"""Reads the size and type of a picture from the head of its file, with bounds: pictures may come from strangers."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from io import BytesIO
from stat import S_ISREG
from typing import BinaryIO

import imagesize

from .svg import Size, read_svg

_HEAD = 64
"""Bytes that tell the format."""
_LONGEST = 2**16
"""Bytes in which the size of an SVG or an AVIF must stand."""
_ROOM = 2**22
"""Bytes to read of any other: cameras write thumbnails, colour profiles and depths before the size."""
_MOST_READS = 4096
_LARGEST = 100_000
"""Pixels of a side. Browsers show no larger picture."""
_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".svg")
_LFS = b"version https://git-lfs"
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype )?html", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture as browsers show it."""

    width: int
    """In pixels, after the rotation that the file asks for."""
    height: int
    type: str
    """As in `<link type>`: `image/jpeg`."""


Picture = PictureFile | str | None
"""A picture; what a file is that has a picture's name and is none: `empty`; or None for a file without a known size."""


class _TooLongError(Exception):
    """The size does not stand at the beginning of the file."""


class _BoundedReader:
    """Reads a file in few and small steps, whatever lengths the file states."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._room, self._reads = file, _ROOM, 0

    def read(self, size: int = -1) -> bytes:
        """Read some bytes."""
        self._room -= size
        self._reads += 1
        if size < 0 or self._room < 0 or self._reads > _MOST_READS:
            raise _TooLongError
        return self._file.read(size)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move to a place."""
        return self._file.seek(offset, whence)


def read_picture_file(path: str) -> Picture:
    """Read the picture in a file. None if it cannot be opened."""
    try:
        if not S_ISREG(os.stat(path).st_mode):  # opening a pipe would wait for ever
            return None
        with open(path, "rb") as file:
            return _read(file, path)
    except OSError:
        return None


def read_picture(data: bytes, name: str) -> Picture:
    """Read a picture. Its size is unknown if it is of another format, or as large as the page lets it be."""
    return _read(BytesIO(data), name)


def _read(file: BinaryIO, name: str) -> Picture:
    head = file.read(_HEAD)
    kind = _type(head)
    if not kind:
        return _read_unknown(head, file, name.lower())
    try:
        return _picture(_avif_size(head, file) if kind == "image/avif" else _size(file), kind)
    except _TooLongError:
        return None
    except Exception:  # noqa: BLE001 - whatever the library stumbles over
        return "damaged"


def _type(head: bytes) -> str:
    """Return the type of which the first bytes are."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    is_avif = head[4:8] == b"ftyp" and (b"avif" in head or b"avis" in head)
    return "image/avif" if is_avif else ""


def _read_unknown(head: bytes, file: BinaryIO, name: str) -> Picture:
    """Read an SVG, or tell why a file with a picture's name is no picture."""
    if not name.endswith(_ENDINGS):
        return None
    if head.startswith(_LFS):
        return "a pointer of Git LFS"
    head += file.read(_LONGEST)
    if not head.strip():
        return "empty"
    if name.endswith(".svg"):
        try:
            size = read_svg(head.decode("utf-8-sig", "replace"))
        except ValueError:
            return "no picture"
        return _picture(size, "image/svg+xml")
    return "a web page" if _WEB_PAGE.match(head) else None


def _size(file: BinaryIO) -> Size:
    """Return the size, with a JPEG turned as its Exif data say. Browsers turn no WebP or GIF."""
    info = imagesize.get_info(_BoundedReader(file), dpi=False, colors=False, channels=False)
    return info.width, info.height


def _avif_size(head: bytes, file: BinaryIO) -> Size | None:
    """Return the size of an AVIF, turned by its `irot` box, which the library cannot read. It stands before others."""
    head += file.read(_LONGEST)
    width, height = imagesize.get(BytesIO(head.replace(b"irot", b"free")), exif_rotation=False)
    _, rotation, angle = head.partition(b"irot")
    return (height, width) if rotation and angle[:1] and angle[0] % 2 else (width, height)


def _picture(size: Size | None, kind: str) -> PictureFile | None:
    """Return the picture, if its sides have a length that a browser can show."""
    if size is None or min(size) <= 0 or max(size) > _LARGEST:
        return None
    width, height = (max(1, round(side)) for side in size)
    return PictureFile(width, height, kind)

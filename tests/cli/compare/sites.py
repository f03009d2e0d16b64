"""Built sites for the tests of `compare`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_site(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

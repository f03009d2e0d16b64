"""Lighter variants of pictures, made once for each content and for each value of the option `images`.

Making those of one picture takes half a second. Risk: a variant that Pillow would make differently today. The key holds
its version. Tests: tests/hosts/pictures/test_variant_cache.py.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import time
from typing import Any
from zlib import crc32

from mkdocs_iroco_blog.core.pictures.variants import FORMATS, VariantData
from mkdocs_iroco_blog.host.pages.speed import VariantFile, variant_name, write_variants

from .shapes import of_type, rows_of
from .store import Cache, key_of

_DAY = 86_400
_LONGEST = 30 * _DAY
"""Seconds for which a variant stays that no build uses, such as one of another branch."""


class VariantCache:
    """The variants of one site's pictures, as files in a folder, with a list of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._list = Cache(folder / "list")
        self._known: dict[str, Sequence[VariantFile]] = {}
        """The variants that this process has made or checked."""
        self._has_grown = False

    def begin(self) -> None:
        """Begin a build."""
        self._list.begin()

    def digest(self, path: str, read: Callable[[str], str]) -> str:
        """Return `read(path)`, the digest of a file's content, cached if the file has not changed."""
        status = os.stat(path)  # noqa: PTH116 - of each picture
        key = key_of(path, f"digest\0{path}\0{status.st_size}\0{status.st_mtime_ns}")
        digest = self._list.get(key, of_type(str))
        if digest is None:
            digest = read(path)
            self._list.put(key, digest)
        return str(digest)

    def get(self, key: str) -> Sequence[VariantFile] | None:
        """Return the variants of a key, or None if one of them is missing or damaged."""
        rows = self._list.get(_list_key(key), rows_of(str, int, int))
        if rows is None:
            return None
        files = self._known.get(key)
        if files is None or not all(os.path.exists(file.path) for file in files):  # noqa: PTH110 - of each variant
            files = list(self._checked(key, rows))
        if len(files) < len(rows):
            return None
        self._known[key] = files
        return files

    def put(self, key: str, variants: Sequence[VariantData]) -> Sequence[VariantFile]:
        """Store variants. Raises `OSError` if the folder cannot be written to."""
        files = self._known[key] = write_variants(self._folder, key, variants)
        self._list.put(_list_key(key), [[kind, width, crc32(data)] for kind, width, data in variants])
        self._has_grown = True
        return files

    def save(self) -> None:
        """Save the list, and delete variants that no build has used for a month, if there are new ones."""
        self._list.save()
        if self._has_grown:
            self._sweep()
        self._has_grown = False

    def _checked(self, key: str, rows: list[Any]) -> Iterator[VariantFile]:
        for kind, width, checksum in rows:
            path = self._folder / variant_name(key, kind, width)
            try:
                if kind not in FORMATS or crc32(path.read_bytes()) != checksum:
                    return
                if time() - path.stat().st_mtime > _DAY:
                    os.utime(path)
            except OSError:
                return
            yield VariantFile(kind, width, str(path))

    def _sweep(self) -> None:
        oldest = time() - _LONGEST
        for kind in (*FORMATS, "new"):
            for path in self._folder.glob(f"*.{kind}"):
                try:
                    if path.stat().st_mtime < oldest:
                        path.unlink()
                except OSError:  # another build was faster
                    continue


def _list_key(key: str) -> str:
    return key_of("", f"variants\0{key}")

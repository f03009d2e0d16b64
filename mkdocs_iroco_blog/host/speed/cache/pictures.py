"""The sizes of pictures, read once for each state of a file.

Reading 3,000 takes 0.09 s, and 0.02 s with this, where the system has the files in memory. It saves most where it has
not. Risk: a picture that is replaced and has the same number of bytes and the same time.
Tests: tests/hosts/speed/test_cache.py.
"""

from __future__ import annotations

import os
from functools import cache
from hashlib import blake2b, sha256
from importlib.metadata import version
from inspect import getsource
from typing import Any

from mkdocs_iroco_blog.core.pictures import read, svg
from mkdocs_iroco_blog.core.pictures.read import Picture, PictureFile, read_picture_file

from .keys import package_versions
from .shapes import are_pictures
from .store import Cache, key_of

_Row = tuple[int, int, Picture]
"""The bytes and the time of a file, and the picture in it."""


class PictureCache:
    """The pictures of one site, from one build to the next."""

    def __init__(self, store: Cache) -> None:
        self._store = store
        self._key = ""
        self._last: dict[str, _Row] = {}
        self._current: dict[str, _Row] = {}

    def begin(self, blog: str) -> None:
        """Begin a build of the blog at an address: a site may have several, and each has one value in the store."""
        self._store.begin()
        key = key_of(blog, f"{blog}\0{_code()}")
        if key == self._key:
            self._store.touch(key)
            self._last = self._current
        else:
            rows = self._store.get(key, are_pictures) or ()
            self._last = {name: _from_json(*row) for name, *row in rows}
        self._key, self._current = key, {}

    def picture(self, path: str) -> Picture:
        """Return the picture in a file, cached if the file has not changed."""
        try:
            status = os.stat(path)  # noqa: PTH116 - of each picture
        except OSError:
            return None
        size, time = status.st_size, status.st_mtime_ns
        name = blake2b(os.fsencode(path), digest_size=16).hexdigest()  # a path may tell of a post that nobody may read
        row = self._last.get(name)
        if row is None or row[0] != size or row[1] != time:
            row = (size, time, read_picture_file(path))
        self._current[name] = row
        return row[2]

    def save(self) -> None:
        """Save the pictures of this build."""
        if self._current != self._last:
            self._store.put(self._key, [[name, *_as_json(*row)] for name, row in self._current.items()])
        self._store.save()


def _as_json(size: int, time: int, picture: Picture) -> list[Any]:
    if isinstance(picture, PictureFile):
        return [size, time, picture.width, picture.height, picture.type]
    return [size, time, 0, 0, picture or ""]


def _from_json(size: int, time: int, width: int, height: int, text: str) -> _Row:
    return size, time, PictureFile(width, height, text) if width else text or None


@cache
def _code() -> str:
    """Digest the code that reads pictures, which may change without a new version while someone works on it."""
    code = "\0".join([package_versions(), version("imagesize"), getsource(read), getsource(svg)])
    return sha256(code.encode()).hexdigest()

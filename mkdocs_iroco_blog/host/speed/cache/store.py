"""What one build keeps for the next: values by a digest of all that they depend on, in a file for each kind."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any
from zlib import crc32

from mkdocs.plugins import get_plugin_logger

log = get_plugin_logger("iroco-blog")

_HEAD = b"mkdocs-iroco-blog cache 1"
_SPARE = 32 * 2**20
"""Bytes that values may take which the last build had no use for: those of another branch or language."""
_FACTOR = 3
"""Or as often the bytes of those that it used, where that is more."""
_IGNORE = "# Made by mkdocs-iroco-blog, and made anew where it is missing.\n*\n"


class Cache:
    """Values of JSON by their keys, read from a file and written back to it.

    JSON, since it holds nothing that runs: who can write the file, as a cache of CI may be written by many, can
    spoil a page at most. A line is a value: its key, a checksum, and itself. The newest come first.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen: tuple[int, int] | None = None
        self._used: dict[str, bytes] = {}
        self._kept = self._read()
        self._changed = False

    def begin(self) -> None:
        """Another build begins: count anew what is used."""
        self._kept = dict(self._newest_first())
        self._used = {}

    def get(self, key: str) -> Any:
        """The value of a key; none where there is none."""
        line = self._used.get(key) or self._kept.get(key)
        if line is None:
            return None
        checksum, _, written = line.partition(b" ")
        if checksum != _checksum(written):
            self.discard()
            return None
        self._used[key] = line
        return json.loads(written)

    def touch(self, key: str) -> None:
        """A value was of use, though nobody asked for it again."""
        if key in self._kept:
            self._used.setdefault(key, self._kept[key])

    def put(self, key: str, value: Any) -> None:
        """Keep a value that JSON can hold."""
        written = json.dumps(value, separators=(",", ":")).encode("ascii")
        self._used[key] = _checksum(written) + b" " + written
        self._changed = True

    def discard(self) -> None:
        """Throw away what another build left: it is broken, or not what this one would have written."""
        if self._kept:
            log.info("The cache `%s` is broken or of another kind: it is thrown away, and made anew.", self._file.name)
        self._kept, self._used, self._changed = {}, {}, True

    def save(self) -> None:
        """Write the file, if there is anything new. Another build at the same time sees the old file or the new one."""
        if not self._changed:
            return
        if self._seen != _stamp(self._file):  # another build, or another blog of this one, has written meanwhile
            self._kept = {**self._read(), **self._kept}
        try:
            _write(self._file, chain((_HEAD,), (key.encode() + b" " + line for key, line in self._bounded())))
        except OSError as error:
            log.info("The cache cannot be written: %s", error)
            return
        self._seen, self._changed = _stamp(self._file), False

    def _newest_first(self) -> Iterator[tuple[str, bytes]]:
        yield from self._used.items()
        yield from ((key, line) for key, line in self._kept.items() if key not in self._used)

    def _bounded(self) -> Iterator[tuple[str, bytes]]:
        used = sum(map(len, self._used.values()))
        room = used + max(_SPARE, (_FACTOR - 1) * used)
        for key, line in self._newest_first():
            room -= len(line)
            if room < 0:
                return
            yield key, line

    def _read(self) -> dict[str, bytes]:
        self._seen = _stamp(self._file)
        try:
            lines = self._file.read_bytes().split(b"\n")
        except FileNotFoundError:
            return {}
        except OSError as error:
            log.info("The cache cannot be read: %s", error)
            return {}
        if lines[0] != _HEAD or lines[-1]:
            log.info("The cache `%s` is broken or of another kind: it is thrown away, and made anew.", self._file.name)
            return {}
        parts = (line.partition(b" ") for line in lines[1:-1])
        return {key.decode("ascii", "replace"): line for key, _, line in parts}


def _checksum(written: bytes) -> bytes:
    return b"%08x" % crc32(written)


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _write(file: Path, lines: Iterator[bytes]) -> None:
    """Write a file in one go: a new one takes the place of the old."""
    file.parent.mkdir(parents=True, exist_ok=True)
    ignore = file.parent / ".gitignore"
    if not ignore.exists():
        ignore.write_text(_IGNORE, encoding="utf-8")
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        with new.open("wb") as written:
            written.writelines(line + b"\n" for line in lines)
        new.replace(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise

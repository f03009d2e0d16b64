"""Values kept from one build for the next, by a digest of everything that they depend on. One file for each kind.

Tests: tests/hosts/speed/test_cache.py.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import chain
from pathlib import Path
from time import time
from typing import Any
from zlib import crc32

from mkdocs.plugins import get_plugin_logger

from mkdocs_iroco_blog.core.messages.site import CACHE_RENEWED, CACHE_UNUSABLE

from .shapes import Check

log = get_plugin_logger("iroco-blog")

_HEAD = b"mkdocs-iroco-blog cache 2"
_SPARE = 32 * 2**20
"""Bytes for values that the last build did not use, such as those of another branch or language."""
_FACTOR = 3
"""The whole may be this many times the values that it used, if that is more."""
_LONGEST = 3600
"""Seconds after which a file is not being written any more, even if a process has the writer's number again."""
_IGNORE = "# Made by mkdocs-iroco-blog. It is safe to delete this folder.\n*\n"


class Cache:
    """JSON values by their keys, read from a file and written back to it.

    JSON, because it holds no code: someone who can write the file, as a cache in CI, can spoil a page at most.
    Each line holds a key, a checksum and a value. The newest come first.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        _remove_leftovers(file)
        self._stamp: tuple[int, int] | None = None
        self._used: dict[str, bytes] = {}
        self._unused = self._read()
        self._changed = False
        self._forgotten: tuple[str, ...] = ()

    @property
    def _place(self) -> str:
        return "/".join(self._file.parts[-3:])

    def begin(self) -> None:
        """Begin a build: no value is used yet."""
        self._unused = dict(self._newest_first())
        self._used = {}

    def get(self, key: str, is_shaped: Check) -> Any:
        """Return the value of a key, or `None` if there is none that passes the check."""
        line = self._used.get(key) or self._unused.get(key)
        if line is None:
            return None
        value = _parse(line)
        if value is None or not is_shaped(value):
            self.discard()
            return None
        self._used[key] = line
        return value

    def touch(self, key: str) -> None:
        """Count a value as used without reading it."""
        if key in self._unused:
            self._used.setdefault(key, self._unused[key])

    def put(self, key: str, value: Any) -> None:
        """Store a value that JSON can hold."""
        text = json.dumps(value, separators=(",", ":")).encode("ascii")
        self._used[key] = _checksum(text) + b" " + text
        self._changed = True

    def discard(self) -> None:
        """Forget all values, because some are broken or of another kind."""
        if self._unused:
            log.info("%s", CACHE_RENEWED(self._place).with_code)
        self._unused, self._used, self._changed = {}, {}, True

    def forget(self, sources: Collection[str]) -> None:
        """Drop the values of these files: nobody may read them here, whatever they were when they were stored."""
        self._forgotten = tuple(map(_prefix, sources))
        if self._forgotten and any(key.startswith(self._forgotten) for key in (*self._used, *self._unused)):
            self._changed = True

    def save(self) -> None:
        """Write the file, if anything is new. A build at the same time sees the old file or the new one."""
        if not self._changed:
            return
        if self._stamp != _stamp(self._file):  # another build has written it meanwhile, or another blog of this one
            self._unused = {**self._read(), **self._unused}
        try:
            _write(self._file, chain((_HEAD,), (key.encode() + b" " + line for key, line in self._bounded())))
        except OSError as error:
            log.info("%s", CACHE_UNUSABLE(self._place, verb="written", error=error.strerror).with_code)
            return
        self._stamp, self._changed = _stamp(self._file), False

    def _newest_first(self) -> Iterator[tuple[str, bytes]]:
        yield from self._used.items()
        yield from ((key, line) for key, line in self._unused.items() if key not in self._used)

    def _bounded(self) -> Iterator[tuple[str, bytes]]:
        used = sum(map(len, self._used.values()))
        room = used + max(_SPARE, (_FACTOR - 1) * used)
        for key, line in self._newest_first():
            if key.startswith(self._forgotten):
                continue
            room -= len(line)
            if room < 0:
                return
            yield key, line

    def _read(self) -> dict[str, bytes]:
        self._stamp = _stamp(self._file)
        try:
            lines = self._file.read_bytes().split(b"\n")
        except FileNotFoundError:
            return {}
        except OSError as error:
            log.info("%s", CACHE_UNUSABLE(self._place, verb="read", error=error.strerror).with_code)
            return {}
        if lines[0] != _HEAD or lines[-1]:
            log.info("%s", CACHE_RENEWED(self._place).with_code)
            return {}
        parts = (line.partition(b" ") for line in lines[1:-1])
        return {key.decode("ascii", "replace"): line for key, _, line in parts}


def _parse(line: bytes) -> Any:
    """Return the value of a line, or `None` if the line is broken."""
    checksum, _, value = line.partition(b" ")
    try:
        return json.loads(value) if checksum == _checksum(value) else None
    except (ValueError, RecursionError):
        return None


def key_of(source: str, inputs: str) -> str:
    """Make a key for a value that is made of a file and of everything in `inputs`."""
    return _prefix(source) + sha256(inputs.encode("utf-8", "surrogatepass")).hexdigest()


def _prefix(source: str) -> str:
    return f"{crc32(source.encode('utf-8', 'surrogatepass')):08x}"


def _checksum(value: bytes) -> bytes:
    return b"%08x" % crc32(value)


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _write(file: Path, lines: Iterator[bytes]) -> None:
    """Write a new file, and put it in the place of the old one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    ignore = file.parent / ".gitignore"
    if not ignore.exists():
        ignore.write_text(_IGNORE, encoding="utf-8")
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        with new.open("wb") as output:
            output.writelines(line + b"\n" for line in lines)
        new.replace(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _remove_leftovers(file: Path) -> None:
    """Remove new files that a build was writing when it was killed."""
    for new in file.parent.glob(f"{file.name}.*.new"):
        process = new.suffixes[-2].removeprefix(".")
        with suppress(OSError):
            if process.isdecimal() and (not _is_running(int(process)) or time() - new.stat().st_mtime > _LONGEST):
                new.unlink()


def _is_running(process: int) -> bool:
    if os.name != "posix":  # Windows has no signal that does nothing
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):  # somebody else's
        return True
    return process != os.getpid()  # a container gives every build the same number

"""Templates compiled once a preview: every build of it makes environments of its own."""

from __future__ import annotations

from types import CodeType
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """What sources were compiled to, in memory: on a disk, it would be code that whoever can write there may change."""

    def __init__(self) -> None:
        self._code: dict[tuple[Any, ...], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What the same source was compiled to, in an environment that reads it the same way."""
        bucket.code = self._code.get(_source_of(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a source is compiled to."""
        self._code[_source_of(bucket)] = bucket.code


def _source_of(bucket: Bucket) -> tuple[Any, ...]:
    read_by = bucket.environment
    known = (read_by.autoescape, read_by.trim_blocks, read_by.lstrip_blocks, *read_by.extensions, *read_by.filters)
    return (bucket.key, bucket.checksum, known)

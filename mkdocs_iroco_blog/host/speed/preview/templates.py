"""Templates, compiled once in a preview although every build makes a new environment.

Saves 5 % of an edit (1,000 posts). Risk: an environment that compiles differently; its options are part of the key.
In memory only: on disk it would be code, which anyone who can write the cache could change.
Tests: tests/hosts/serve/test_edits.py.
"""

from __future__ import annotations

from types import CodeType
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class TemplateCache(BytecodeCache):
    """Compiled templates in memory."""

    def __init__(self) -> None:
        self._code: dict[tuple[Any, ...], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the code of the same source, compiled with the same options."""
        bucket.code = self._code.get(_key(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a source."""
        self._code[_key(bucket)] = bucket.code


def _key(bucket: Bucket) -> tuple[Any, ...]:
    env = bucket.environment
    options = (env.autoescape, env.trim_blocks, env.lstrip_blocks, *env.extensions, *env.filters)
    return (bucket.key, bucket.checksum, options)

"""Reads the front-matter fields of one post, and collects what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import reduce
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding, Level
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter
from mkdocs_iroco_blog.core.front_matter.syntax import assignment, example
from mkdocs_iroco_blog.core.messages import posts as messages
from mkdocs_iroco_blog.core.messages.front_matter import INVALID_VALUE
from mkdocs_iroco_blog.core.messages.message import Message
from mkdocs_iroco_blog.core.model import Source
from mkdocs_iroco_blog.core.permalinks import file_stem
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.terms.authors import AuthorDirectory

from .fields import BY_KEY, FIELDS, Field
from .misspellings import misspelling
from .spellings import keys_by_field, lift_tables

_ABSENT = {row.name: row.read(None) for row in FIELDS}
"""The value of each field that a post does not have."""
GitDate = Callable[[str], datetime]
"""Returns the date of the first commit of the file at a path. Raises `LookupError` with a message of the table."""


@dataclass(frozen=True, slots=True)
class ReadContext:
    """The inputs of reading a post besides its file."""

    settings: Settings
    directory: AuthorDirectory
    zone: tzinfo
    now: datetime
    git_date: GitDate | None = None
    locale: str = "en"
    """For the names of months and days, in addresses too."""


@dataclass(slots=True)
class FieldReader:
    """Reads the fields of one post, and collects findings."""

    file: Source
    front: FrontMatter
    context: ReadContext
    findings: list[Finding] = field(default_factory=list)
    keys: dict[str, list[str]] = field(default_factory=dict)
    """The keys of each field that the post has."""

    @property
    def source(self) -> str:
        """The file's path."""
        return self.file.path

    @property
    def stem(self) -> str:
        """The file's name without its ending and its language; of an index in a folder of its own, the folder's."""
        return file_stem(self.file.neutral or self.file.path, self.context.settings)

    def key(self, name: str) -> str:
        """Return the post's own spelling of a field's key; the field's name if the post does not have it."""
        return next(iter(self.keys.get(name, ())), name)

    def line(self, key: str | None) -> int:
        """Return the line of a key or of a field; 1 if there is none."""
        return self.front.lines.get(key) or self.front.lines.get(self.key(key), 1) if key else 1

    def place(self, name: str | None) -> tuple[str, int]:
        """Return the file and line of a key or of a field: in the post, or else in its defaults."""
        if not name:
            return self.source, 1
        known = name in self.front.lines or name in self.front.places
        return self.front.place(self.source, name if known else self.key(name))

    def body_line(self) -> int:
        """Return the line of the file that the text below the front matter begins on."""
        lines = self.file.data.count(b"\n") or self.file.data.count(b"\r")
        return max(1, lines - self.front.body.count("\n") + 1)

    def add(self, message: Message, name: str | None, /, **values: Any) -> None:
        """Add a finding about the value of a key, or about the file."""
        lost = message.level is Level.ERROR  # then the post is what the author must know
        self.findings.append(message(*((self.source, self.line(name)) if lost else self.place(name)), **values))

    def assignment(self, key: str, value: str) -> str:
        """Return the line that sets a key, in the syntax of the post's front matter."""
        return assignment(self.front.syntax, key, value)

    def lines(self) -> dict[str, int]:
        """Return the line of each key, and that of each field by its name, however it is spelled."""
        lines = self.front.lines
        named = {name: lines[key] for name, keys in self.keys.items() for key in keys[:1] if key in lines}
        return {**named, **lines}

    def values(self) -> dict[str, Any]:
        """Read every field; an invalid value counts as missing."""
        known = self.context.settings.known_keys
        exact = self.file.exact_keys
        self.front = self.front if exact else lift_tables(self.front)
        self.keys = keys_by_field(self.front, exact=exact, known=known)
        read = {key for keys in self.keys.values() for key in keys}
        notes = (misspelling(self.source, key, self.front, known) for key in self.front.raw if key not in read)
        self.findings += filter(None, notes)
        return _ABSENT | {name: self._value(BY_KEY[name]) for name in self.keys}

    def _value(self, row: Field) -> Any:
        values = []
        for key in self.keys[row.name]:
            try:
                values.append(row.read(self.front.raw[key]))
            except ValueError as error:
                self._report(row, key, str(error), getattr(error, "mended", ""))
        return reduce(_merge, values) if values else row.read(None)

    def _report(self, row: Field, key: str, fault: str, mended: str) -> None:
        if key not in BY_KEY:
            self.add(messages.OTHER_TOOLS_WORD, key, key=key, fault=fault, field=row.name)
            return
        line = self.assignment(key, mended) if mended else example(self.front.syntax, row.example)
        hint = f"Write `{line}`." if mended else f"Write, for example, `{line}`."
        self.add(INVALID_VALUE, key, key=key, fault=fault, forms=row.forms, hint=hint)


def _merge(first: Any, second: Any) -> Any:
    """Merge the values of two spellings of a key: join lists; else the first with a value counts."""
    if isinstance(first, tuple) and isinstance(second, tuple):
        return tuple(dict.fromkeys((*first, *second)))
    if isinstance(first, list) and isinstance(second, list):
        return [*first, *second]
    return second if first in (None, "") else first

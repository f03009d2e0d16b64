"""Reads the front-matter fields of one post, and collects what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import reduce
from pathlib import PurePosixPath
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding, Problem
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter
from mkdocs_iroco_blog.core.messages.message import Message
from mkdocs_iroco_blog.core.model import Source
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.terms.authors import AuthorDirectory

from .fields import BY_KEY, FIELDS, Field
from .misspellings import misspelling

GitDate = Callable[[str], datetime]
"""Returns the date of the first commit of the file at a path. Raises `LookupError` with a sentence and a hint."""


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

    @property
    def source(self) -> str:
        """The file's path."""
        return self.file.path

    @property
    def stem(self) -> str:
        """The file's name without its ending and its language."""
        return PurePosixPath(self.file.neutral or self.file.path).stem

    def problem(self, key: str | None, what: str, hint: str, *, no_page: bool = False) -> None:
        """Add a Problem about the value of a key, or about the file."""
        line = self.front.lines.get(key, 1) if key else 1
        self.findings.append(Problem(self.source, line, what, hint, no_page=no_page))

    def add(self, message: Message, key: str | None, **values: Any) -> None:
        """Add a finding about the value of a key, or about the file."""
        line = self.front.lines.get(key, 1) if key else 1
        self.findings.append(message(self.source, line, **values))

    def values(self) -> dict[str, Any]:
        """Read every field; an invalid value counts as missing."""
        known = self.context.settings.known_keys
        notes = (misspelling(self.source, key, self.front, known) for key in self.front.raw if key not in BY_KEY)
        self.findings += filter(None, notes)
        return {row.name: self._value(row) for row in FIELDS}

    def _value(self, row: Field) -> Any:
        values = []
        for key in (row.name, *row.aliases):
            if key in self.front.raw:
                try:
                    values.append(row.read(self.front.raw[key]))
                except ValueError as error:
                    example = row.example.replace("\n", "\n    ")
                    self.problem(key, f"`{key}` {error}. Expected {row.forms}.", f"Write, for example, `{example}`.")
        return reduce(_merge, values) if values else row.read(None)


def _merge(first: Any, second: Any) -> Any:
    """Merge the values of two spellings of a key: join lists; else the first with a value counts."""
    if isinstance(first, tuple) and isinstance(second, tuple):
        return tuple(dict.fromkeys((*first, *second)))
    if isinstance(first, list) and isinstance(second, list):
        return [*first, *second]
    return second if first in (None, "") else first

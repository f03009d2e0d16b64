"""Messages for the author: Problems, which have to be fixed, and Notes, which do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import IntEnum
from posixpath import commonprefix
from typing import Any

# Control characters, marks of direction, other ends of lines, and halves of surrogate pairs.
_ACTING = re.compile(
    r"\n(?! {4})|[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


class Level(IntEnum):
    """The weight of a message, as in Python's `logging`."""

    INFO = 20
    """A Note: nothing is lost."""
    WARNING = 30
    """A Problem: something is lost, broken or ambiguous."""
    ERROR = 40
    """A Problem because of which a page is not written."""
    STOP = 50
    """A Problem because of which nothing is built."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A message about a place in a file. The rows of `core/messages/` make them."""

    source: str
    """The file as the author would name it, a path under `docs_dir`; or the name of an option."""
    line: int | None
    """Counted from 1; None if the message is about the whole file."""
    code: str
    level: Level
    """The row's level, or the one that the site asks for."""
    what: str
    """One or more sentences: the fault and its effect."""
    hint: str
    """A sentence: how to fix it. Empty for a Note that needs no change."""
    cause: tuple[str, ...] | None = None
    """Findings with the same code and cause are one message; None if those with equal sentences are."""
    draft: bool = False
    """The post is not published yet: the preview shows the message as a Note, and it never fails a build."""
    values: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """The values of the sentences, and others by which a program can fix the fault: texts, numbers, tuples of texts."""

    def __str__(self) -> str:
        return printable(f"{self.place}: {self.what} {self.hint}".rstrip())

    @property
    def with_code(self) -> str:
        """The message as it is logged, with its code."""
        return f"{self} [{self.code}]"

    @property
    def sentences(self) -> str:
        """The message with its code, and without its place."""
        return printable(" ".join(filter(None, [self.what, self.hint, f"[{self.code}]"])))

    @property
    def place(self) -> str:
        """The file, with the line if there is one."""
        return self.source if self.line is None else f"{self.source}:{self.line}"

    @property
    def is_problem(self) -> bool:
        """Whether something has to be fixed: the finding is no Note."""
        return self.level > Level.INFO


def printable(text: str) -> str:
    """Escape the characters of a message that would act on a terminal, hide or reorder text, or forge a line.

    A line's end stays where the next line is indented: messages have examples of several lines.
    """
    return _ACTING.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most similar to `word`, ignoring case, or None."""
    folded = {name.casefold(): name for name in known}
    match = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[match[0]] if match else None


def one_edit_apart(first: str, second: str) -> bool:
    """Whether two words differ by one letter added, removed or changed, or by two adjacent letters swapped."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    start = len(commonprefix([first, second]))
    rest, other = first[start:], second[start:]
    swapped = rest[:2] == other[:2][::-1] and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped

"""Messages for the author: Problems, which have to be fixed, and Notes, which do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from posixpath import commonprefix


@dataclass(frozen=True, slots=True)
class Finding:
    """A message about a file."""

    source: str
    """The file as the author would name it, a path under `docs_dir`; or the name of an option."""
    line: int | None
    """Counted from 1; None if the message is about the whole file."""
    what: str
    """One or more sentences: the fault and its effect."""
    hint: str
    """A sentence: how to fix it. Empty for a Note that needs no change."""

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.what} {self.hint}".rstrip()


@dataclass(frozen=True, slots=True)
class Problem(Finding):
    """Something lost, broken or ambiguous that the author has to fix."""

    no_page: bool = False
    """The file gets no page."""
    draft: bool = False
    """The post is not published yet: the preview shows the message, and it never fails a build."""


@dataclass(frozen=True, slots=True)
class Note(Finding):
    """Something that the blog interprets differently from what the author wrote, with nothing lost."""


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

"""What the author is told: Problems, which must be mended, and Notes, which need not be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the author should know about a file."""

    source: str
    """The file, as the author would name it: a path under `docs_dir`, or an option's name."""
    line: int | None
    """Counted from 1; none where the finding is about the file as a whole."""
    what: str
    """What was found, and what was expected. Ends with a full stop."""
    hint: str
    """What to write or do instead. Ends with a full stop, or is empty for a Note that needs nothing."""

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.what} {self.hint}".rstrip()


@dataclass(frozen=True, slots=True)
class Problem(Finding):
    """Something lost, broken or ambiguous that the author must mend."""

    no_page: bool = False
    """No page could be made of the file."""
    draft: bool = False
    """Found in a post that is not published yet: shown in the preview, and never fails a build."""


@dataclass(frozen=True, slots=True)
class Note(Finding):
    """Something read otherwise than written, with nothing lost."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` most likely meant, whatever its case, or none."""
    folded = {name.casefold(): name for name in known}
    match = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[match[0]] if match else None


def one_edit_apart(first: str, second: str) -> bool:
    """Whether one letter added, lost or changed, or two neighbours swapped, make one word of the other."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    rest, other = first[start:], second[start:]
    swapped = rest[:2] == other[:2][::-1] and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped

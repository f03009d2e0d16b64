"""Simplifies Markdown as a careful editor would, without a change in the page that it makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

_MOST_CHARACTERS = 2_000_000
"""Characters to convert for one text, after which the rest of its edits is left."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A piece of a text, and the simpler text in its place."""

    start: int
    end: int
    text: str


def simplify(text: str, edits: Sequence[Edit], tree: Callable[[str], str]) -> str:
    """Make those edits that leave the `tree` of the text as it is. Edits do not overlap."""
    return _Editor(text, tree).run(sorted(edits)) if edits else text


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Make edits, which are sorted and do not overlap."""
    parts: list[str] = []
    last = 0
    for edit in edits:
        parts += text[last : edit.start], edit.text
        last = edit.end
    return "".join((*parts, text[last:]))


class _Editor:
    """Tries edits together, and halves those that fail."""

    def __init__(self, text: str, tree: Callable[[str], str]) -> None:
        self._text, self._tree, self._trials = text, tree, _MOST_CHARACTERS // max(len(text), 10_000)
        self._wanted = tree(text)
        self._accepted: list[Edit] = []

    def run(self, edits: list[Edit]) -> str:
        """Return the text with all edits that pass."""
        pending = [edits]
        while pending and self._trials > 0:
            group = pending.pop()
            if self._passes(group):
                self._accepted = sorted([*self._accepted, *group])
            elif len(group) > 1:
                middle = len(group) // 2
                pending += [group[middle:], group[:middle]]
        return apply_edits(self._text, self._accepted)

    def _passes(self, group: list[Edit]) -> bool:
        self._trials -= 1
        return self._tree(apply_edits(self._text, sorted([*self._accepted, *group]))) == self._wanted

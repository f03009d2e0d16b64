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
    kind: str = ""
    """Edits of one kind in a paragraph are made together."""


def simplify(text: str, edits: Sequence[Edit], tree: Callable[[str], str]) -> str:
    """Make those edits that leave the `tree` of the text as it is. Edits do not overlap.

    Edits of one paragraph that take away the same sign are made together, so that no half of a pair stays.
    """
    groups: dict[tuple[int, str], list[Edit]] = {}
    for edit in sorted(edits):
        groups.setdefault((text.count("\n\n", 0, edit.start), edit.kind or str(edit.start)), []).append(edit)
    return _Editor(text, tree).run(list(groups.values())) if edits else text


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

    def run(self, groups: list[list[Edit]]) -> str:
        """Return the text with all edits that pass."""
        pending = [groups]
        while pending and self._trials > 0:
            several = pending.pop()
            edits = [edit for group in several for edit in group]
            if self._passes(edits):
                self._accepted = sorted([*self._accepted, *edits])
            elif len(several) > 1:
                middle = len(several) // 2
                pending += [several[middle:], several[:middle]]
        return apply_edits(self._text, self._accepted)

    def _passes(self, edits: list[Edit]) -> bool:
        self._trials -= 1
        return self._tree(apply_edits(self._text, sorted([*self._accepted, *edits]))) == self._wanted

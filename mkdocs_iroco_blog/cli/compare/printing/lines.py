"""A comparison as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_iroco_blog.cli.compare.comparison import Comparison, Difference, Entry
from mkdocs_iroco_blog.cli.compare.texts import Change
from mkdocs_iroco_blog.core.html.plain_text import shorten

from .summary import Section, notes, sections, summary_lines

_WIDTH = 110
"""Characters of a text that is shown in full."""
_PAGES = 8
"""Pages of a section that are shown."""
_CONTEXT = 3
"""Words of an equal text that are shown beside a difference."""
_ITEMS = 3
"""Differences of a page that are shown."""


class Line(NamedTuple):
    """A line, and its colour on a terminal."""

    text: str
    colour: str | None = None
    bold: bool = False


def comparison_lines(comparison: Comparison, *, everything: bool = False) -> Iterator[Line]:
    """Yield the summary, everything that differs, most important first, and the notes.

    Only the first differences are shown, unless `everything` is set.
    """
    yield from map(Line, summary_lines(comparison))
    for section in sections(comparison):
        yield Line("")
        yield Line(f"{section.title}: {len(section.items)}", "red" if section.is_loss else None, bold=True)
        yield from _section_lines(section, everything=everything)
    for number, note in enumerate(notes(comparison)):
        if number == 0:
            yield Line("")
        yield Line(note)


def _section_lines(section: Section, *, everything: bool) -> Iterator[Line]:
    visible = section.items if everything else section.items[:_PAGES]
    for entry, difference in visible:
        yield Line(f"  {entry.address}{_remark(entry) if difference is None else ''}")
        if difference:
            yield from _difference_lines(difference, everything=everything)
    if len(visible) < len(section.items):
        yield Line(f"  … and {len(section.items) - len(visible)} more. --all shows them.")


def _remark(entry: Entry) -> str:
    return f"  {entry.remark}" if entry.remark else f" → {entry.target}" if entry.target else ""


def _difference_lines(difference: Difference, *, everything: bool) -> Iterator[Line]:
    pairs = pair_items(difference)
    visible = pairs if everything else pairs[:_ITEMS]
    for lost, added in visible:
        if lost:
            yield Line(f"    - {lost if everything else shorten(lost, _WIDTH)}", "red")
        if added:
            yield Line(f"    + {added if everything else shorten(added, _WIDTH)}", "green")
    if len(visible) < len(pairs):
        yield Line(f"    … and {len(pairs) - len(visible)} more.")


def pair_items(difference: Difference) -> Sequence[tuple[str, str]]:
    """Pair what is lost with what is there instead, where that is known. Losses come first."""
    if difference.changes:
        pairs = [(_in_context(change, 0), _in_context(change, 1)) for change in difference.changes]
        return sorted(pairs, key=lambda pair: not pair[0])
    length = max(len(difference.lost), len(difference.added))
    lost, added = ([*side, *[""] * (length - len(side))] for side in (difference.lost, difference.added))
    return list(zip(lost, added, strict=True))


def _in_context(change: Change, side: int) -> str:
    """Return one side of a passage, with a few words of the text before and after. Empty if nothing differs there."""
    parts = change.parts
    if not any(pair[side] for pair in parts if pair[0] != pair[1]):
        return ""
    words = []
    for number, pair in enumerate(parts):
        if pair[0] == pair[1]:
            words += _edges(pair[side].split(), is_first=number == 0, is_last=number == len(parts) - 1)
        else:
            words.append(pair[side])
    return " ".join(filter(None, words))


def _edges(words: list[str], *, is_first: bool, is_last: bool) -> list[str]:
    """Shorten a text that is equal on both sides to the words that stand next to a difference."""
    before, after = [] if is_first else words[:_CONTEXT], [] if is_last else words[-_CONTEXT:]
    return words if len(words) <= len(before) + len(after) else [*before, "…", *after]

"""The summary of a comparison, and its sections: what differs, most important first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_iroco_blog.cli.compare.comparison import Aspect, Comparison, Difference, Entry, Kind, State

SERVER = (
    "Redirects of the server, such as those in `_redirects`, `.htaccess` or the configuration of nginx, are not read. "
    "An address that only they redirect counts as gone."
)


@dataclass(frozen=True, slots=True)
class Section:
    """Everything of one kind that differs."""

    title: str
    items: Sequence[tuple[Entry, Difference | None]]
    is_loss: bool


def summary_lines(comparison: Comparison) -> list[str]:
    """Return a line for each aspect: `texts      52 of 52`."""
    rows = [(measure.aspect.value, measure.same, measure.total) for measure in comparison.measures]
    width = max((len(name) for name, _, _ in rows), default=0)
    digits = max((len(str(total)) for _, _, total in rows), default=0)
    lines = [f"{name:{width}}  {same:{digits}} of {total:{digits}}" for name, same, total in rows]
    moved, new = len(comparison.in_state(State.MOVED)), len(comparison.in_state(State.NEW))
    remarks = [f"{moved} moved with a redirect"] * bool(moved) + [f"{new} new"] * bool(new)
    if lines and remarks:
        lines[0] += f"   {', '.join(remarks)}"
    return lines


def sections(comparison: Comparison) -> list[Section]:
    """Return everything that differs, most important first."""
    result = [Section("Gone without a redirect", [(it, None) for it in comparison.in_state(State.GONE)], is_loss=True)]
    for title, aspect, is_loss in _SECTIONS:
        items = list(_differences(comparison, aspect, is_loss=is_loss))
        result.append(Section(title, items, is_loss))
    result += [
        Section("Moved with a redirect", [(it, None) for it in comparison.in_state(State.MOVED)], is_loss=False),
        Section("New", [(it, None) for it in comparison.in_state(State.NEW)], is_loss=False),
    ]
    return [section for section in result if section.items]


def notes(comparison: Comparison) -> list[str]:
    """Return sentences about everything that was not compared."""
    result = list(comparison.notes)
    if any(entry.kind is not Kind.FILE for entry in comparison.in_state(State.GONE)):
        result.append(SERVER)
    if comparison.theme_files:
        result.append(
            f"Not compared: {count(comparison.theme_files, 'file')} of the old site's theme, such as styles, scripts, "
            "fonts and the search index."
        )
    return result


def count(number: int, noun: str) -> str:
    """Write a number with a noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


_SECTIONS = (
    ("Ids of feed entries that are lost", Aspect.FEED, True),
    ("Text that is lost", Aspect.TEXT, True),
    ("Anchors that are lost", Aspect.ANCHOR, True),
    ("Pictures that are lost or different", Aspect.PICTURE, True),
    ("Links that are lost or different", Aspect.LINK, True),
    ("Headings that are lost or different", Aspect.HEADING, True),
    ("Redirects that lead elsewhere", Aspect.REDIRECT, False),
    ("Pages that lists lack", Aspect.LIST, False),
    ("Headings of another rank, or new", Aspect.HEADING, False),
    ("New text", Aspect.TEXT, False),
    ("New pictures", Aspect.PICTURE, False),
    ("New links, and links of feeds", Aspect.LINK, False),
)


def _differences(comparison: Comparison, aspect: Aspect, *, is_loss: bool) -> Iterator[tuple[Entry, Difference]]:
    for entry in comparison.entries:
        for difference in entry.differences:
            if difference.aspect is aspect and difference.is_loss is is_loss:
                yield entry, difference

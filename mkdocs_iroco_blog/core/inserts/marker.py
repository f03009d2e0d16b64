"""Finds the comments in a page's HTML in whose place the blog puts something: `<!-- iroco-blog/posts { limit: 3 } -->`.

They are read in finished HTML. So Markdown, snippets and macros have done their work, and in code the comment is text.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass
from textwrap import dedent

OPENING = "iroco-blog/"
SIGN = "iroco-view iroco-insert"
"""The classes of a list, by which a page is known that has one, and needs the stylesheet."""
MOST = 100
"""The most lists on a page: each may be as long as the blog."""
# A comment without an end stops at the next one, so that a text of nothing but their beginnings is read once.
_KEYS = r"(?P<name>[\w-]+?)(?P<keys>(?:[^\w-](?:(?!-->|<!--).)*)?)"
_COMMENT = re.compile(rf"(?P<open><p>\s*)?(?P<comment><!--\s*{OPENING}{_KEYS}-->)(?P<close>\s*</p>)?", re.DOTALL)
_EMPTY = re.compile(r"<p>\s*</p>")
_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marker:
    """A comment that asks for an insert."""

    name: str
    """The name after `iroco-blog/`."""
    keys: str
    """The YAML after the name."""
    comment: str
    """The whole comment."""
    level: int = 2
    """The level of headings below the last heading above it."""


def has_markers(html: str | None) -> bool:
    """Whether a page may have inserts: a fast test."""
    return html is not None and OPENING in html


def find_markers(html: str) -> list[Marker]:
    """Return the markers in a text, in order."""
    headings = _headings(html)
    return [_marker(match, headings) for match in _COMMENT.finditer(html)] if OPENING in html else []


def replace_markers(html: str, insert: Callable[[Marker], str | None]) -> str:
    """Put `insert(marker)` in the place of each marker. With None, the marker stays.

    Markdown leaves a comment in a list item or a quotation in a paragraph of its own, which goes, too. A paragraph that
    has more in it is split, because it can't hold a list.
    """
    splits, headings = False, _headings(html)

    def replace(match: re.Match[str]) -> str:
        nonlocal splits
        text = insert(_marker(match, headings))
        before, after = match["open"] or "", match["close"] or ""
        if text is None or (before and after):
            return match[0] if text is None else text
        if not text:
            return before + after
        is_inside = bool(before or after) or _is_in_paragraph(html, match.start())
        splits = splits or is_inside
        return f"{'</p>' if is_inside and not before else ''}{text}{'<p>' if is_inside and not after else ''}"

    result = _COMMENT.sub(replace, html) if OPENING in html else html
    return _EMPTY.sub("", result) if splits else result


def without_markers(html: str) -> str:
    """Return HTML without its markers."""
    return replace_markers(html, lambda _: "")


def line_of(marker: Marker, source: str) -> int | None:
    """Return the line of a marker in a file's text, from 1 on; None if it comes from elsewhere, such as a snippet."""
    return next(iter(lines_of(marker, source)), None)


def lines_of(marker: Marker, source: str) -> list[int]:
    """Return the lines of all comments in a file's text that are written like a marker."""
    words = _words(marker.comment)
    return [
        source.count("\n", 0, match.start("comment")) + 1
        for match in _COMMENT.finditer(source)
        if _words(match["comment"]) == words
    ]


def _words(comment: str) -> list[str]:
    """Return the words of a comment: Markdown indents it in its own way."""
    return comment.split()


def _headings(html: str) -> list[tuple[int, int]]:
    """Return the places of all headings, with their levels, in HTML that may have markers."""
    return [(match.start(), int(match[1])) for match in _HEADING.finditer(html)] if OPENING in html else []


def _marker(match: re.Match[str], levels: list[tuple[int, int]]) -> Marker:
    above = bisect(levels, (match.start(), 0))
    level = min(6, levels[above - 1][1] + 1) if above else 2
    return Marker(match["name"], dedent(match["keys"]).strip("\n"), match["comment"], level)


def _is_in_paragraph(html: str, position: int) -> bool:
    opened = max(html.rfind("<p>", 0, position), html.rfind("<p ", 0, position))
    return opened > html.rfind("</p>", 0, position)

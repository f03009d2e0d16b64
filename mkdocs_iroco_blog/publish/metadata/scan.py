"""Read the head of a finished page as a browser does: where it ends, and its tags.

Reads the head only, tag by tag. Skips comments, scripts and styles, and finds the end where a minifier left out the
closing tag. https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mkdocs_iroco_blog.core.html.entities import unescape

# Every quantifier is possessive, and reading ends at a tag that never ends, so the time grows with the length alone.
_VALUE = r"""(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?+)?+"""
_ATTRIBUTE = rf"[^\s/>][^\s/>=]*+{_VALUE}".replace("([", "(?:[")
# A comment; a tag's name and attributes; or the start of either without its end.
_TAG = re.compile(
    rf"<(?:!--(?:-?>|.*?--!?>)|(/?[a-zA-Z][^\s/>]*+)((?:[\s/]++|{_ATTRIBUTE})*+)>|((?:!--|/?[a-zA-Z])))", re.DOTALL
)
_PAIR = re.compile(rf"([^\s/>][^\s/>=]*+){_VALUE}")

_OPENING = frozenset({"html", "head", "meta", "link", "base", "title"})
_TEXTS = ("script", "style", "title", "noscript", "template", "noframes")
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _TEXTS}
_CLOSING = frozenset({"/head", "/body", "/html"})
_BREAKS = frozenset(" \t\n\r\f/>")


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A `<meta>` or a `<link>`."""

    name: str
    attributes: Mapping[str, str]
    """Values by lower-case names, with character references decoded."""


class PlacedTag(NamedTuple):
    """A tag and its position in a page."""

    start: int
    end: int
    tag: Tag


class Head(NamedTuple):
    """The end of a page's head, and its tags."""

    end: int
    """The position to insert tags: before `</head>`, or before the tag that ends the head without it."""
    tags: tuple[PlacedTag, ...]
    title: tuple[int, int]
    """The start and the end of the text in the first `<title>`; equal if there is none."""


def read_head(html: str) -> Head | None:
    """Read a page's head. Return None for other text, or if a tag, a comment or a script never ends."""
    tags: list[PlacedTag] = []
    title = 0, 0
    position, opened = 0, "<!doctype html" in html[:200].lower()
    while match := _TAG.search(html, position):
        raw_name, attributes, endless = match.groups()
        if endless:
            return None
        position, name = match.end(), (raw_name or "").lower()
        if name in ("meta", "link"):
            tags.append(PlacedTag(match.start(), position, _make_tag(name, attributes)))
        elif name in _TEXTS:
            start, position = position, _find_end(name, html, position)
            if not position:
                return None
            if name == "title" and not title[1]:
                title = start, position - len("</title")
        elif name in _CLOSING or (name and name not in _OPENING and not name.startswith("/")):
            return Head(match.start(), tuple(tags), title) if opened else None
        opened = opened or name in _OPENING
    return None


@lru_cache(maxsize=64)
def read_tags(html: str) -> tuple[PlacedTag, ...]:
    """Read the tags of a part of a head, which many pages share."""
    head, shift = read_head(f"<head>{html}</head>"), len("<head>")
    return tuple(PlacedTag(start - shift, end - shift, tag) for start, end, tag in head.tags) if head else ()


@lru_cache(maxsize=1024)
def _make_tag(name: str, text: str) -> Tag:
    """Parse a tag's attributes; most tags are the same on many pages."""
    attributes: dict[str, str] = {}
    for key, double, single, bare in _PAIR.findall(text):
        attributes.setdefault(key.lower(), unescape(double or single or bare))
    return Tag(name, attributes)


def _find_end(name: str, html: str, start: int) -> int:
    """Find the end of an element's text; return 0 if it never ends."""
    end = html.find(f"</{name}", start) + len(name) + 2
    if end > len(name) + 1 and html[end : end + 1] in _BREAKS:
        return end
    match = _ENDS[name].search(html, start)
    return match.end() if match else 0

"""The head of a finished page, as a browser finds it: where it ends, and which tags stand in it.

Only the head is read, tag by tag, from its beginning on: what stands in comments, scripts and styles is no tag, and
the end may be left out, as minifiers do. https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import NamedTuple

# Every quantifier is possessive, and a tag that never ends is the last one: no page takes longer than its length.
_VALUE = r"""(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?+)?+"""
_ATTRIBUTE = rf"[^\s/>][^\s/>=]*+{_VALUE}".replace("([", "(?:[")
# A comment; a tag's name and attributes; or what begins one of these and never ends it.
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
    """By their names in lower case; values have their character references decoded."""


class Placed(NamedTuple):
    """A tag at its place in a page."""

    start: int
    end: int
    tag: Tag


@dataclass(frozen=True, slots=True)
class Head:
    """What a page's head holds."""

    end: int
    """Where something may be added: before `</head>`, or before what ends the head without it."""
    tags: tuple[Placed, ...]


def read_head(html: str) -> Head | None:
    """The head of a page; none for what is no page, or where a tag, a comment or a script never ends."""
    tags: list[Placed] = []
    at, opened = 0, "<!doctype html" in html[:200].lower()
    while found := _TAG.search(html, at):
        written, attributes, endless = found.groups()
        if endless:
            return None
        at, name = found.end(), (written or "").lower()
        if name in ("meta", "link"):
            tags.append(Placed(found.start(), at, _tag(name, attributes)))
        elif name in _TEXTS:
            at = _after(name, html, at)
            if not at:
                return None
        elif name in _CLOSING or (name and name not in _OPENING and not name.startswith("/")):
            return Head(found.start(), tuple(tags)) if opened else None
        opened = opened or name in _OPENING
    return None


@lru_cache(maxsize=64)
def read_tags(html: str) -> tuple[Placed, ...]:
    """The tags of a piece of a head. Many pages have the same."""
    head = read_head(f"<head>{html}</head>")
    shift = len("<head>")
    return tuple(Placed(start - shift, end - shift, tag) for start, end, tag in head.tags) if head else ()


@lru_cache(maxsize=1024)
def _tag(name: str, written: str) -> Tag:
    """Most tags stand on many pages, word for word."""
    found: dict[str, str] = {}
    for key, double, single, bare in _PAIR.findall(written):
        found.setdefault(key.lower(), unescape(double or single or bare))
    return Tag(name, found)


def _after(name: str, html: str, at: int) -> int:
    """Where an element's text ends; 0 where it never does."""
    end = html.find(f"</{name}", at) + len(name) + 2
    if end > len(name) + 1 and html[end : end + 1] in _BREAKS:
        return end
    match = _ENDS[name].search(html, at)
    return match.end() if match else 0

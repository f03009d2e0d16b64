"""The head of a finished page, as a browser finds it: where it ends, and which tags stand in it.

Only the head is read, tag by tag, from its beginning on: what stands in comments, scripts and styles is no tag, and
the end may be left out, as minifiers do. https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

# Every quantifier is possessive, and a tag that never ends is the last one: no page takes longer than its length.
_VALUE = r"""(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?+)?+"""
_ATTRIBUTE = rf"[^\s/>][^\s/>=]*+{_VALUE}".replace("([", "(?:[")
_TAG = re.compile(rf"<(?:!--(?:-?>|.*?--!?>)|(/?[a-zA-Z][^\s/>]*+)((?:[\s/]++|{_ATTRIBUTE})*+)>)", re.DOTALL)
_START = re.compile(r"<(?:!--|/?[a-zA-Z])")
_PAIR = re.compile(rf"([^\s/>][^\s/>=]*+){_VALUE}")

_OPENING = frozenset({"html", "head", "meta", "link", "base", "title"})
_TEXTS = ("script", "style", "title", "noscript", "template", "noframes")
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _TEXTS}
_CLOSING = frozenset({"/head", "/body", "/html"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A `<meta>` or a `<link>`."""

    name: str
    start: int
    end: int
    attributes: Mapping[str, str]
    """By their names in lower case; values have their character references decoded."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a page's head holds."""

    end: int
    """Where something may be added: before `</head>`, or before what ends the head without it."""
    tags: tuple[Tag, ...]


def read_head(html: str) -> Head | None:
    """The head of a page; none for what is no page, or where a tag, a comment or a script never ends."""
    tags: list[Tag] = []
    at, opened = 0, "<!doctype html" in html[:200].lower()
    while (start := _START.search(html, at)) and (tag := _TAG.match(html, start.start())):
        at, name = tag.end(), (tag[1] or "").lower()
        if name in ("meta", "link"):
            tags.append(Tag(name, tag.start(), at, _attributes(tag[2])))
        elif name in _ENDS:
            end = _ENDS[name].search(html, at)
            if end is None:
                return None
            at = end.end()
        elif name in _CLOSING or (name and name not in _OPENING and not name.startswith("/")):
            return Head(tag.start(), tuple(tags)) if opened else None
        opened = opened or name in _OPENING
    return None


def read_tags(html: str) -> tuple[Tag, ...]:
    """The tags of a piece of a head."""
    head = read_head(f"<head>{html}</head>")
    shift = len("<head>")
    return tuple(Tag(tag.name, tag.start - shift, tag.end - shift, tag.attributes) for tag in head.tags) if head else ()


def _attributes(written: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in _PAIR.findall(written):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found

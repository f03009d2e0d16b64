"""Puts tables into boxes that scroll, so that a wide table stays on its page and is still read as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape
from selectolax.lexbor import LexborNode

from .excerpt import parse

_TAG = re.compile(r"<(/?)table\b[^>]*>|<!--.*?-->|<(script|style|textarea)\b.*?</\2\s*>", re.DOTALL | re.IGNORECASE)
"""A tag of a table, or a part of a page in which there is none."""
_HEADERS = 4


def box_tables(html: str, title: str, *, alone: bool) -> Markup:
    """Put each table into an element that scrolls, and that a reader without a mouse can scroll.

    Its name is the caption or the first headers, after the post's title where the post is not alone on a page. Only the
    tables are parsed, because parsing all of a post takes as long as laying it out.
    """
    if "<table" not in html:
        return Markup(html)  # noqa: S704 - HTML from Markdown and the plugins
    parts: list[str] = []
    names: list[str] = []
    position = 0
    for start, end in _outer_tables(html):
        table = parse(html[start:end]).css_first("table")
        if table is None or "highlighttable" in (table.attributes.get("class") or "") or _is_boxed(html, start):
            continue
        name = ": ".join(filter(None, ("" if alone else title, _name(table)))) or title
        same = sum(other.startswith(name) for other in names)
        names.append(f"{name} ({same + 1})" if same else name)
        tag = f'<div class="iroco-table" role="region" tabindex="0" aria-label="{escape(names[-1])}">'
        parts += html[position:start], tag, html[start:end], "</div>"
        position = end
    return Markup("".join((*parts, html[position:])))  # noqa: S704 - as above


def _outer_tables(html: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each table that is in no other."""
    depth = start = 0
    for match in _TAG.finditer(html):
        if match[1] is None:
            continue
        if match[1]:
            depth -= 1
            if depth == 0:
                yield start, match.end()
            depth = max(depth, 0)
        else:
            start = start if depth else match.start()
            depth += 1


def _is_boxed(html: str, start: int) -> bool:
    """Whether the author has put a table into an element that a keyboard reaches."""
    return "tabindex=" in html[html.rfind("<", 0, start) : start]


def _name(table: LexborNode) -> str:
    caption = table.css_first("caption")
    headers = [caption] if caption else table.css("th")[:_HEADERS]
    return ", ".join(filter(None, (" ".join(header.text().split()) for header in headers)))

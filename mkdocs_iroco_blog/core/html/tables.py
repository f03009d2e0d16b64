"""Puts tables into boxes that scroll, so that a wide table stays on its page and is still read as a table."""

from __future__ import annotations

import re

from markupsafe import Markup, escape
from selectolax.lexbor import LexborNode

from .excerpt import parse

_MARK = "\ufdd4"  # no text may contain it
_MARKS = re.compile(f"{_MARK}(\\d*){_MARK}")
_TABLES = "table:not(.highlighttable):not(table table):not([tabindex] table)"
_HEADERS = 4


def box_tables(html: str, title: str, *, alone: bool) -> Markup:
    """Put each table into an element that scrolls, and that a reader without a mouse can scroll.

    Its name is the caption or the first headers, after the post's title where the post is not alone on a page.
    """
    if "<table" not in html:
        return Markup(html)  # noqa: S704 - HTML from Markdown and the plugins
    body = parse(html)
    names: list[str] = []
    for table in body.css(_TABLES):
        name = ": ".join(filter(None, ("" if alone else title, _name(table)))) or title
        same = sum(other.startswith(name) for other in names)
        table.insert_before(f"{_MARK}{len(names)}{_MARK}")
        table.insert_after(_MARK + _MARK)
        names.append(f"{name} ({same + 1})" if same else name)

    def tag(mark: re.Match[str]) -> str:
        if not mark[1]:
            return "</div>"
        return f'<div class="iroco-table" role="region" tabindex="0" aria-label="{escape(names[int(mark[1])])}">'

    return Markup(_MARKS.sub(tag, body.inner_html or ""))  # noqa: S704 - as above


def _name(table: LexborNode) -> str:
    caption = table.css_first("caption")
    headers = [caption] if caption else table.css("th")[:_HEADERS]
    return ", ".join(filter(None, (" ".join(header.text().split()) for header in headers)))

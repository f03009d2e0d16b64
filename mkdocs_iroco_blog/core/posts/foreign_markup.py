"""Finds markup of other tools in a post's text, which would be shown as it is.

Hugo's shortcodes: https://gohugo.io/content-management/shortcodes/
Pelican's links: https://docs.getpelican.com/en/latest/content.html#linking-to-internal-content
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import posts as messages

from .prose import prose_lines

_FOREIGN = re.compile(
    r"\{\{[<%]\s*(?P<shortcode>[\w./-]*\w)|[(\"'=<]\{(?P<link>filename|static|attach|tag|category|author|index)\}"
)
_MARKS = ("{{<", "{{%", "{filename}", "{static}", "{attach}", "{tag}", "{category}", "{author}", "{index}")
"""Texts without these have no such markup: looking for them takes a tenth of the pattern's time."""


def foreign_markup(source: str, body: str, first: int) -> Iterator[Finding]:
    """Report each kind once, at its first place. `first` is the line of the file that the body begins on."""
    if not any(mark in body for mark in _MARKS):
        return
    shortcodes: dict[str, int] = {}
    links: dict[str, int] = {}
    for number, row in prose_lines(body):
        for match in _FOREIGN.finditer(row):
            names = shortcodes if match["shortcode"] else links
            names.setdefault(match["shortcode"] or f"{{{match['link']}}}", number + first)
    for message, names in ((messages.SHORTCODES, shortcodes), (messages.PELICAN_LINKS, links)):
        if names:
            yield message(source, min(names.values()), names=", ".join(f"`{name}`" for name in names))

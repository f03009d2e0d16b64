"""Finds markup of other tools in a post's text, which would be shown as it is.

Hugo's shortcodes: https://gohugo.io/content-management/shortcodes/
Pelican's links: https://docs.getpelican.com/en/latest/content.html#linking-to-internal-content
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import posts as messages

_FOREIGN = re.compile(
    r"\{\{[<%]\s*(?P<shortcode>[\w./-]*\w)|[(\"'=<]\{(?P<link>filename|static|attach|tag|category|author|index)\}"
)
_MARKS = ("{{<", "{{%", "{filename}", "{static}", "{attach}", "{tag}", "{category}", "{author}", "{index}")
"""Texts without these have no such markup: looking for them takes a tenth of the pattern's time."""
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


def foreign_markup(source: str, body: str, first: int) -> Iterator[Finding]:
    """Report each kind once, at its first place. `first` is the line of the file that the body begins on."""
    if not any(mark in body for mark in _MARKS):
        return
    shortcodes: dict[str, int] = {}
    links: dict[str, int] = {}
    for number, row in _prose(body):
        for match in _FOREIGN.finditer(_CODE.sub("", row)):
            names = shortcodes if match["shortcode"] else links
            names.setdefault(match["shortcode"] or f"{{{match['link']}}}", number + first)
    for message, names in ((messages.SHORTCODES, shortcodes), (messages.PELICAN_LINKS, links)):
        if names:
            yield message(source, min(names.values()), names=", ".join(f"`{name}`" for name in names))


def _prose(body: str) -> Iterator[tuple[int, str]]:
    """Yield the lines outside code, with their numbers from 0."""
    fence, blank, indented = "", True, False
    for number, row in enumerate(body.split("\n")):
        match = _FENCE.match(row)
        if fence:
            if match and match[1].startswith(fence) and not row.strip().strip(fence[0]):
                fence = ""
            continue
        indented = row.startswith(("    ", "\t")) and (blank or indented)
        if match and not indented:
            fence = match[1]
        elif not indented:
            yield number, row
        blank = not row.strip()

"""Reports links from the site's root that lead to no page or file of the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mkdocs_iroco_blog.core.findings import Finding, Level
from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.core.messages.addresses import NOTHING_AT_ROOT_LINK

from .malformed_links import line_of

_LINK = re.compile(r'\s(?:href|src)="(/(?!/)[^"]*)"')


def root_link_findings(
    source: str, html: str, text: Callable[[], str], level: int, *, draft: bool = False
) -> Iterator[Finding]:
    """Report the links in a page's HTML that still begin at the root: those that lead to the site are relative by now.

    `text` reads the source's whole text, `level` is the one of such links in the site; below `INFO`, none is reported.
    """
    if level >= Level.INFO and '="/' in html:
        for link in dict.fromkeys(map(unescape, _LINK.findall(html))):
            line = line_of(link, text())
            yield NOTHING_AT_ROOT_LINK(source, line, draft=draft, level=Level(level), link=link)

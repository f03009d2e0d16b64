"""The page's table of contents, changed along with its headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from markupsafe import Markup, escape
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from mkdocs_iroco_blog.core.html.excerpt import parse
from mkdocs_iroco_blog.layout.context.parts import LinkContext


def below_heading(title: str, anchor: str, toc: Iterable[AnchorLink], *, shifted: bool = False) -> TableOfContents:
    """Return a table of contents that opens with the page's `h1`, as those of the host's pages do.

    An opening heading of the Markdown is that `h1`. `shifted` means that every other heading went down a level.
    """
    items = list(toc)
    if items and items[0].level == 1 and (not shifted or items[0].id == anchor):
        items = [*items[0].children, *items[1:]]
    if shifted:
        for item in _all(items):
            item.level = min(6, item.level + 1)
    root = AnchorLink(str(escape(title)), anchor, 1)
    root.children = items
    return TableOfContents([root])


def sections(toc: Iterable[AnchorLink]) -> list[LinkContext]:
    """Return links to the headings below a page's `h1`, for the header fragment."""
    return [link for item in toc for link in _links(item.children)]


def _links(items: Iterable[AnchorLink]) -> list[LinkContext]:
    return [LinkContext(plain(item.title), item.url, _links(item.children)) for item in items]


def plain(title: str) -> str:
    """Return the text of a heading, which the host has as HTML."""
    if "<" not in title and "&" not in title and title == " ".join(title.split()):
        return title
    return str(Markup(title).striptags())  # noqa: S704 - it is HTML, and leaves as text


def find_anchor(toc: Iterable[AnchorLink], anchor: str) -> AnchorLink | None:
    """Return the heading with an id."""
    return next((item for item in _all(toc) if item.id == anchor), None)


def entry_links(entries: Iterable[tuple[str, str]]) -> list[AnchorLink]:
    """Return links to a view's posts, from their titles and ids."""
    return [AnchorLink(str(escape(title)), anchor, 2) for title, anchor in entries]


def headings(toc: Iterable[AnchorLink]) -> list[tuple[str, str, int]]:
    """Return title, id and level of every heading, in order."""
    listed = []
    for item in toc:  # without `_all`: every edit asks every page
        listed.append((item.title, item.id, item.level))
        listed += headings(item.children)
    return listed


def _all(items: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for item in items:
        yield item
        yield from _all(item.children)


def toc_of_html(html: str) -> tuple[TableOfContents, set[str]]:
    """Return the table of contents of an HTML page, and all its ids."""
    body = parse(html)
    tokens: list[Any] = [
        {"level": int((node.tag or "h1")[1]), "id": node.id, "name": str(escape(node.text(strip=True)))}
        for node in body.css("h1[id], h2[id], h3[id], h4[id], h5[id], h6[id]")
    ]
    return get_toc(nest_toc_tokens(tokens)), {node.id or "" for node in body.css("[id]")}

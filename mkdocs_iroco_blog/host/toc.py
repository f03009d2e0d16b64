"""The page's table of contents, changed along with its headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_iroco_blog.core.body import Body
from mkdocs_iroco_blog.layout.context import LinkContext


def changed_with(body: Body, toc: Iterable[AnchorLink]) -> TableOfContents:
    """A post's table of contents after its headings were moved; a heading given up goes, what was below it stays."""
    items = list(toc)
    if body.dropped and items:
        first, *rest = items
        items = [*first.children, *rest]
    if body.shifted:
        for item in _all(items):
            item.level = min(6, item.level + 1)
    return TableOfContents(items)


def sections(body: Body, toc: Iterable[AnchorLink]) -> list[LinkContext]:
    """A post's headings for the header fragment, without the one that is its title."""
    items = list(toc)
    if body.heading is not None and len(items) == 1 and items[0].level == 1:
        items = items[0].children
    return [LinkContext(item.title, item.url, sections(body, item.children)) for item in items]


def find_anchor(toc: Iterable[AnchorLink], anchor: str) -> AnchorLink | None:
    """The heading with an id."""
    return next((item for item in _all(toc) if item.id == anchor), None)


def of_entries(entries: Iterable[tuple[str, str]]) -> TableOfContents:
    """A view's posts, each a title and an id, as its table of contents."""
    return TableOfContents([AnchorLink(title, name, 2) for title, name in entries])


def _all(items: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for item in items:
        yield item
        yield from _all(item.children)

"""The blog in the site's navigation: its index and overviews are there, its posts and views lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from .pages import shown


def titles_in(nav: Any) -> Iterator[tuple[str, str]]:
    """Every path that `nav` gives a title, with the title."""
    for item in nav if isinstance(nav, list) else [nav]:
        if isinstance(item, dict):
            for title, inner in item.items():
                if isinstance(inner, str):
                    yield inner, str(title)
                else:
                    yield from titles_in(inner)


def place_blog(nav: Navigation, index: Page, overviews: Sequence[Page], others: Sequence[Page], title: str) -> None:
    """Put the index and overviews into the navigation, as far as it does not name them.

    An index that stands alone becomes a section with the overviews in it, in the same place and under the
    same title; a blog that is not named at all comes last. `others` (posts, terms, later pages) become
    children of the blog's section without being listed, so that it is active with them.
    """
    listed = set(map(id, nav.pages))
    missing = [page for page in overviews if id(page) not in listed]
    if id(index) not in listed:
        section = Section(shown(title), [])
        nav.items.append(section)
        _add(section, [index, *missing], nav, at=len(nav.pages))
    elif missing and index.is_homepage:
        nav.items.extend(missing)
        nav.pages.extend(missing)
    elif missing:
        at = next(at for at, page in enumerate(nav.pages) if page is index) + 1
        _add(_section_of(index, nav), missing, nav, at=at)
    for page in others:
        # An index outside every section is itself what its posts belong to, as in Material.
        page.parent = index.parent or index  # type: ignore[assignment]
    _unlink([index, *overviews, *others])


def place_pages(nav: Navigation, pages: Sequence[Page], after: Page) -> None:
    """Put pages that stand for themselves into the navigation, behind the blog's index or its section."""
    places = (at for at, item in enumerate(nav.items, 1) if item is after or item is after.parent)
    at = next(places, len(nav.items))
    nav.items[at:at] = pages
    nav.pages.extend(pages)


def _section_of(index: Page, nav: Navigation) -> Section:
    """The section that the index opens; where it opens none, a new one in its place, under its title."""
    parent = index.parent
    if isinstance(parent, Section) and parent.children[0] is index:
        return parent
    section = Section(index.title or "", [index])
    siblings: list[Any] = parent.children if isinstance(parent, Section) else nav.items
    siblings[next(at for at, item in enumerate(siblings) if item is index)] = section
    section.parent = parent
    index.parent = section
    return section


def _add(section: Section, pages: Sequence[Page], nav: Navigation, *, at: int) -> None:
    section.children.extend(pages)
    nav.pages[at:at] = pages
    for page in pages:
        page.parent = section


def _unlink(pages: Iterable[Page]) -> None:
    """Take the blog out of the chain of previous and next pages: a reader of the docs is not led into it."""
    for page in pages:
        before, after = page.previous_page, page.next_page
        if before is not None:
            before.next_page = after
        if after is not None:
            after.previous_page = before
        page.previous_page = page.next_page = None

"""The blog in the site's navigation: its index and overviews are there, its posts and views lead to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from .pages import shown
from .section_index import become_section, restore


def titles_in(nav: Any) -> Iterator[tuple[str, str]]:
    """Every path that `nav` gives a title, with the title."""
    for item in nav if isinstance(nav, list) else [nav]:
        if isinstance(item, dict):
            for title, inner in item.items():
                if isinstance(inner, str):
                    if title is not None:  # literate-nav says so of what its wildcards find
                        yield inner, str(title)
                else:
                    yield from titles_in(inner)


def without_found(nav: Any, gone: Callable[[str], bool]) -> Any:
    """`nav` without the paths that are there only since a wildcard of literate-nav matched them, where they are `gone`.

    That plugin gives them no title. Sections that then are empty go, too.
    """
    if isinstance(nav, list):
        return [kept for item in nav if (kept := without_found(item, gone)) or not item]
    if not isinstance(nav, dict):
        return nav
    found = {title: inner for title, inner in nav.items() if title is None and isinstance(inner, str) and gone(inner)}
    kept = {title: without_found(inner, gone) for title, inner in nav.items() if title not in found}
    return {title: inner for title, inner in kept.items() if inner or not nav[title]}


def place_blog(
    nav: Navigation,
    index: Page,
    overviews: Sequence[Page],
    others: Sequence[Page],
    title: str,
    page_kind: type[Page] | None = None,
) -> None:
    """Put the index and overviews into the navigation, as far as it does not name them.

    An index that stands alone becomes a section with the overviews in it, in the same place and under the
    same title; a blog that is not named at all comes last. `others` (posts, terms, later pages) become
    children of the blog's section without being listed, so that it is active with them. Where the site has
    sections that are pages (`page_kind`), the index is one.
    """
    restore([index, *overviews, *others], page_kind)
    _settle(nav, [index, *overviews, *others])
    listed = set(map(id, nav.pages))
    missing = [page for page in overviews if id(page) not in listed]
    if id(index) not in listed:
        section = Section(shown(title), [])
        nav.items.append(section)
        _add(section, [index, *missing], nav, at=len(nav.pages))
        _open_by_index(nav.items, section, index, page_kind)
    elif missing and index.is_homepage:
        nav.items.extend(missing)
        nav.pages.extend(missing)
    elif missing:
        at = next(at for at, page in enumerate(nav.pages) if page is index) + 1
        _add(_section_of(index, nav, page_kind), missing, nav, at=at)
    # An index outside every section is itself what its posts belong to, as in Material.
    home: Any = index if index.is_section or index.parent is None else index.parent
    for page in others:
        page.parent = home
    _unlink([index, *overviews, *others])


def place_pages(nav: Navigation, pages: Sequence[Page], after: Page) -> None:
    """Put pages that stand for themselves into the navigation, behind the blog's index or its section."""
    places = (at for at, item in enumerate(nav.items, 1) if item is after or item is after.parent)
    at = next(places, len(nav.items))
    nav.items[at:at] = pages
    nav.pages.extend(pages)


def _section_of(index: Page, nav: Navigation, page_kind: type[Page] | None) -> Any:
    """The section that the index opens or is; where it opens none, a new one in its place, under its title."""
    parent = index.parent
    if index.is_section:
        return index
    if isinstance(parent, Section) and parent.children[0] is index:
        return parent
    section = Section(index.title or "", [index])  # `name_section` follows
    siblings: list[Any] = parent.children if isinstance(parent, Section) else nav.items
    siblings[next(at for at, item in enumerate(siblings) if item is index)] = section
    section.parent = parent
    index.parent = section
    return _open_by_index(siblings, section, index, page_kind)


def name_section(index: Page) -> None:
    """Name the section of an index that got its title by being converted."""
    if isinstance(index.parent, Section) and not index.parent.title:
        index.parent.title = index.title or ""


def _open_by_index(siblings: list[Any], section: Section, index: Page, page_kind: type[Page] | None) -> Any:
    """Let the index be its section, where the site has such sections."""
    if page_kind is None:
        return section
    become_section(index, section, page_kind)
    siblings[next(at for at, item in enumerate(siblings) if item is section)] = index
    return index


def _settle(nav: Navigation, pages: Iterable[Page]) -> None:
    """Forget where pages were in a navigation that another plugin has replaced since (awesome-nav)."""
    places = {id(child): parent for parent, child in _children(nav.items, None)}
    listed = set(map(id, nav.pages))
    for page in pages:
        page.parent = places.get(id(page))
        if id(page) not in listed:
            page.previous_page = page.next_page = None


def _children(items: Iterable[Any], parent: Any) -> Iterator[tuple[Any, Any]]:
    for item in items:
        yield parent, item
        yield from _children(item.children or (), item)


def _add(section: Any, pages: Sequence[Page], nav: Navigation, *, at: int) -> None:
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

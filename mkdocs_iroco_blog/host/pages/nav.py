"""The blog in the site's navigation: the index and overviews are listed, posts and views belong to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from .blog_pages import BlogPages
from .list_page import ListPage
from .page import as_markup, set_title
from .post_page import PostLink, PostPage
from .section_index import become_section, restore_classes, section_page_class


def restore_pages(nav: Navigation, pages: BlogPages) -> None:
    """Put the blog's pages back where another plugin has made plain pages of their files.

    awesome-pages does so where `nav` has a rest item.
    """
    by_source = {page.file.src_uri: page for page in pages.all()}
    if all(page.file.page is page for page in by_source.values()):
        return
    for page in by_source.values():
        page.file.page = page
    replaced: dict[int, Page] = {}
    for siblings, item in list(_siblings(nav.items)):
        original = by_source.get(item.file.src_uri) if isinstance(item, Page) else None
        if original is not None and original is not item:
            siblings[_position(siblings, item)] = replaced[id(item)] = original
            _take_place(original, item)
    nav.pages[:] = [replaced.get(id(page), page) for page in nav.pages]
    if nav.homepage is not None:
        nav.homepage = replaced.get(id(nav.homepage), nav.homepage)


def reclaim_pages(nav: Navigation, pages: BlogPages, files: Files, config: MkDocsConfig) -> None:
    """Put back pages that another plugin has replaced since they were placed in the navigation."""
    pages.reclaim(config, files)
    restore_pages(nav, pages)


def _siblings(items: list[Any]) -> Iterator[tuple[list[Any], Any]]:
    for item in items:
        yield items, item
        yield from _siblings(item.children or [])


def _take_place(page: PostPage | ListPage, other: Page) -> None:
    """Give a page the place and the title of the plain page that stood for it."""
    if "title" in vars(other):
        set_title(page, str(other.title), in_meta=False)
        page.named_by_nav = True
    page.parent, page.previous_page, page.next_page = other.parent, other.previous_page, other.next_page
    if page.previous_page is not None:
        page.previous_page.next_page = page
    if page.next_page is not None:
        page.next_page.previous_page = page


def place_blog(nav: Navigation, pages: BlogPages, files: Files, config: MkDocsConfig) -> None:
    """Put the blog into the navigation, under the title that `nav` gives it."""
    restore_pages(nav, pages)
    by_source = {page.file.src_uri: page for page in pages.all()}
    for path, title in _titles_in(config.nav or []):
        file = files.get_file_from_path(path)
        page = by_source.get(file.src_uri) if file else None
        if page:
            set_title(page, title, in_meta=False)
            page.named_by_nav = True
    _place(nav, pages, section_page_class(config))
    for page in pages.lists:
        page.take_usual_name()


def _titles_in(nav: Any) -> Iterator[tuple[str, str]]:
    """Yield every path that `nav` gives a title, with the title."""
    for item in nav if isinstance(nav, list) else [nav]:
        if isinstance(item, dict):
            for title, inner in item.items():
                if isinstance(inner, str):
                    if title is not None:  # literate-nav gives its wildcards' matches this title
                        yield inner, str(title)
                else:
                    yield from _titles_in(inner)


def _place(nav: Navigation, pages: BlogPages, page_kind: type[Page] | None) -> None:
    """Put the index and overviews into the navigation, if it does not list them already, and links behind the index.

    An index that stands alone becomes a section with the overviews in it, in the same place and under the same title;
    a blog that is not listed at all comes last. The others (posts, terms, later pages) become children of the blog's
    section without being listed, so that it is active with them. If the site has sections that are pages
    (`page_kind`), the index is one. With links to posts, a blog on the home page has a section beside it.
    """
    index, overviews, links = pages.index, pages.overviews, [PostLink(page) for page in pages.newest]
    opening = {id(page) for page in (index, *overviews)}
    others = [page for page in pages.all() if id(page) not in opening]
    restore_classes(pages.all(), page_kind)
    _reset_parents(nav, pages.all())
    listed = set(map(id, nav.pages))
    missing = [page for page in overviews if id(page) not in listed]
    section: Any = None
    if id(index) not in listed:
        section = Section(as_markup(pages.translator.t("blog")), [])
        nav.items.append(section)
        _add(section, [index, *missing], nav, position=len(nav.pages))
        section = _open_by_index(nav.items, section, index, page_kind)
    elif index.is_homepage and not links:
        nav.items.extend(missing)
        nav.pages.extend(missing)
    elif missing or links:
        position = _position(nav.pages, index) + 1
        section = _section_beside(pages, nav) if index.is_homepage else _section_of(index, nav, page_kind)
        _add(section, missing, nav, position=position)
    # As in Material, posts belong to the index itself if it is in no section.
    parent: Any = section or (index if index.is_section else index.parent) or index
    if links:
        _add_links(parent, links, index)
    for page in others:
        page.parent = parent
    _unlink(page for page in pages.all() if page is not index or not _stays_linked(index, listed))


def _stays_linked(index: ListPage, listed: set[int]) -> bool:
    """Whether the index is a page that was in the navigation without a blog, too."""
    return index.spec.introduced and id(index) in listed


def place_pages(nav: Navigation, pages: Sequence[Page], after: Page) -> None:
    """Put pages into the navigation, behind the blog's index or its section."""
    positions = (number for number, item in enumerate(nav.items, 1) if item is after or item is after.parent)
    position = next(positions, len(nav.items))
    nav.items[position:position] = pages
    nav.pages.extend(pages)


def _section_of(index: Page, nav: Navigation, page_kind: type[Page] | None) -> Any:
    """Return the section that the index opens or is. Else put a new one in its place, under its title."""
    parent = index.parent
    if index.is_section:
        return index
    if isinstance(parent, Section) and parent.children[0] is index:
        return parent
    section = Section(index.title or "", [index])  # `name_section` completes it
    siblings: list[Any] = parent.children if isinstance(parent, Section) else nav.items
    siblings[_position(siblings, index)] = section
    section.parent = parent
    index.parent = section
    return _open_by_index(siblings, section, index, page_kind)


def _section_beside(pages: BlogPages, nav: Navigation) -> Section:
    """Put a section behind the home page, which has to stay outside of sections to be one."""
    section = Section(as_markup(pages.translator.t("blog")), [])
    nav.items.insert(_position(nav.items, pages.index) + 1, section)
    return section


def _add_links(section: Any, links: Sequence[PostLink], index: Page) -> None:
    """Put links to posts behind the index, but for those posts that the section lists already."""
    listed = set(map(id, section.children))
    position = 1 if id(index) in listed else 0
    new = [link for link in links if id(link.page) not in listed]
    section.children[position:position] = new
    for link in new:
        link.parent = section


def name_section(index: Page) -> None:
    """Name the section of an index whose title became known when it was converted."""
    if isinstance(index.parent, Section) and not index.parent.title:
        index.parent.title = index.title or ""


def _open_by_index(siblings: list[Any], section: Section, index: Page, page_kind: type[Page] | None) -> Any:
    """Make the index its own section, if the site has such sections."""
    if page_kind is None:
        return section
    become_section(index, section, page_kind)
    siblings[_position(siblings, section)] = index
    return index


def _position(items: Sequence[Any], item: Any) -> int:
    return next(position for position, other in enumerate(items) if other is item)


def _reset_parents(nav: Navigation, pages: Iterable[Page]) -> None:
    """Forget the places of pages in a navigation that another plugin has replaced since (awesome-nav)."""
    parents = {id(child): parent for parent, child in _children(nav.items, None)}
    listed = set(map(id, nav.pages))
    for page in pages:
        page.parent = parents.get(id(page))
        if id(page) not in listed:
            page.previous_page = page.next_page = None


def _children(items: Iterable[Any], parent: Any) -> Iterator[tuple[Any, Any]]:
    for item in items:
        yield parent, item
        yield from _children(item.children or (), item)


def _add(section: Any, pages: Sequence[Page], nav: Navigation, *, position: int) -> None:
    section.children.extend(pages)
    nav.pages[position:position] = pages
    for page in pages:
        page.parent = section


def _unlink(pages: Iterable[Page]) -> None:
    """Take the blog out of the chain of previous and next pages, so that it does not lead readers of the docs away."""
    for page in pages:
        before, after = page.previous_page, page.next_page
        if before is not None:
            before.next_page = after
        if after is not None:
            after.previous_page = before
        page.previous_page = page.next_page = None

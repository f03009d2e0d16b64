"""Sections that are pages, too, as mkdocs-section-index makes them of a section's first page."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page


def section_page_class(config: MkDocsConfig) -> type[Page] | None:
    """Return the plugin's class of such pages, if the site uses the plugin."""
    if "section-index" not in config.plugins:
        return None
    kind: type[Page] = sys.modules["mkdocs_section_index"].SectionPage
    return kind


def restore_classes(pages: Iterable[Page], kind: type[Page] | None) -> None:
    """Restore the methods of the blog's pages, which the plugin has given another class."""
    for page in pages:
        if kind and type(page) is kind:
            _add_class(page, kind)


def become_section(page: Page, section: Section, kind: type[Page]) -> None:
    """Put a page in the place of the section that it opens."""
    _add_class(page, kind)
    page.is_section = page.is_page = True
    if section.title:  # else the page's own title becomes known when it is converted
        page.title = section.title
    page.parent = section.parent
    page.children = section.children[1:]  # type: ignore[assignment]
    for child in section.children[1:]:
        child.parent = page  # type: ignore[assignment]


def _add_class(page: Page, kind: type[Page]) -> None:
    page.__class__ = _combined(kind, getattr(page, "own_class", type(page)))


@cache
def _combined(kind: type[Page], original: type[Page]) -> type[Page]:
    return type(original.__name__, (kind, original), {})

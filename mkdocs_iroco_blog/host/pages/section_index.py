"""Sections that are pages, too, as mkdocs-section-index makes them of a section's first page."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page


def section_page_class(config: MkDocsConfig) -> type[Page] | None:
    """The class of such pages, where the site has that plugin."""
    if "section-index" not in config.plugins:
        return None
    kind: type[Page] = sys.modules["mkdocs_section_index"].SectionPage
    return kind


def restore(pages: Iterable[Page], kind: type[Page] | None) -> None:
    """Make the blog's pages its own again: that plugin gives a page another class, and takes its methods."""
    for page in pages:
        if kind and type(page) is kind:
            _become(page, kind)


def become_section(page: Page, section: Section, kind: type[Page]) -> None:
    """Put a page in the place of the section that it opens."""
    _become(page, kind)
    page.is_section = page.is_page = True
    page.title, page.parent = section.title, section.parent
    page.children = section.children[1:]  # type: ignore[assignment]
    for child in section.children[1:]:
        child.parent = page  # type: ignore[assignment]


def _become(page: Page, kind: type[Page]) -> None:
    page.__class__ = _both(kind, getattr(page, "own_class", type(page)))


@cache
def _both(kind: type[Page], own: type[Page]) -> type[Page]:
    return type(own.__name__, (kind, own), {})

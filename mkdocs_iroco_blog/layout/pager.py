"""Describes the links to the numbered pages of a view."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_iroco_blog.core.model import View, ViewPage
from mkdocs_iroco_blog.core.views.pagination import pager

from .context.lists import PagerContext, PagerItemContext
from .context.parts import LinkContext
from .links import Page


def describe_pager(page: Page, view: View, view_page: ViewPage, say: Callable[[str], str]) -> PagerContext | None:
    """Describe the pager of a page of a view. None if the view has one page. `say` returns a phrase."""
    settings = page.site.settings
    if len(view.pages) == 1 and not settings.pagination_if_single_page:
        return None
    per_page = len(view.pages[0].posts)
    items = [
        PagerItemContext(item.role, page.url(item.page.path), item.page.number, "")
        if item.page
        else PagerItemContext(item.role, "", 0, item.text)
        for item in pager(view.pages, view_page, settings.pagination_format, total=len(view.posts), per_page=per_page)
    ]
    words = ["newer_posts", "older_posts"][:: -1 if view.kind == "series" else 1]  # a series begins with the oldest
    positions = (view_page.number - 2, view_page.number)
    ways = [
        LinkContext(say(word), page.url(view.pages[position].path)) if 0 <= position < len(view.pages) else None
        for word, position in zip(words, positions, strict=True)
    ]
    return PagerContext(view_page.number, len(view.pages), items, *ways)

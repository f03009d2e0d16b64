"""Render posts for the views that list them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mkdocs_iroco_blog.core.html.body import whole_excerpt
from mkdocs_iroco_blog.core.html.excerpt import Excerpt
from mkdocs_iroco_blog.core.html.relocatable import Marks, RelocatableHtml
from mkdocs_iroco_blog.core.html.tables import box_tables
from mkdocs_iroco_blog.core.model import Post, View, ViewPage
from mkdocs_iroco_blog.core.site import Site

from .context.lists import EntryViewContext
from .links import Page
from .overviews import is_by_year

FRAGMENTS = ("entry.html", "title.html", "meta.html")
"""The fragments that entries are made of."""
IN_YEAR = EntryViewContext("archive", "titles", in_year=True, level=3)
"""A year on the overview of the archive."""


class Entries:
    """Renders each post once for all views that show the same of it.

    Ours show the same in views of every kind, but for pinned posts. The user's own (`by_kind`) may not.
    """

    def __init__(self, site: Site, render: Callable[..., str], *, by_kind: bool) -> None:
        self._site, self._render, self._by_kind = site, render, by_kind
        self._rendered: dict[tuple[Post, str, bool, int, str], RelocatableHtml] = {}

    def of(self, view: View, view_page: ViewPage) -> Iterator[RelocatableHtml]:
        """Render the posts on a page of a view. The first page of the index may have some with their whole text."""
        context = _describe(view)
        is_first = view.kind == "index" and view_page.number == 1
        full_posts = self._site.settings.index_full_posts if is_first else 0
        for post in view_page.posts[:full_posts]:
            excerpt = whole_excerpt(post, self._site.bodies[post.source], self._site.urls[post.path])
            yield self._render_entry(post, "entry.html", context, excerpt)
        for post in view_page.posts[full_posts:]:
            yield self.entry(post, context)

    def entry(self, post: Post, view: EntryViewContext) -> RelocatableHtml:
        """Render a post as a view shows it."""
        fragment = "entry.html" if view.style == "excerpts" else "title.html"
        kind = view.kind if self._by_kind or post.pinned else ""
        key = post, fragment, view.in_year, view.level, kind
        if key not in self._rendered:
            excerpt = self._site.bodies[post.source].excerpt
            self._rendered[key] = self._render_entry(post, fragment, view, excerpt)
        return self._rendered[key]

    def _render_entry(self, post: Post, fragment: str, view: EntryViewContext, excerpt: Excerpt) -> RelocatableHtml:
        marks = Marks()
        page = Page(self._site, marks)
        published = page.date(post.published, in_year=view.in_year)
        content = box_tables(marks.embed(excerpt.content), self._site.title(post), alone=False)
        context = page.post(post, published=published, content=content, more=excerpt.cut)
        return marks.split(self._render(fragment, page, post=context, view=view))


def _describe(view: View) -> EntryViewContext:
    """Tell entries what they need to know of their view."""
    if is_by_year(view):
        return EntryViewContext(view.kind, view.style, in_year=True, level=3)
    # A year's page is of one year, and so is a month's.
    years = {post.published.instant.year for post in view.posts} if view.kind == "archive" else set()
    return EntryViewContext(view.kind, view.style, in_year=len(years) == 1 and str(*years) in view.name, level=2)

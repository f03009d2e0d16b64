"""Render posts for the views that list them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from mkdocs_iroco_blog.core.html.body import whole_excerpt
from mkdocs_iroco_blog.core.html.excerpt import Excerpt, lower_headings
from mkdocs_iroco_blog.core.html.plain_text import summary
from mkdocs_iroco_blog.core.html.relocatable import Marks, RelocatableHtml
from mkdocs_iroco_blog.core.html.tables import box_tables
from mkdocs_iroco_blog.core.model import Post, View, ViewPage
from mkdocs_iroco_blog.core.site import Site

from .context.blog import BlogContext
from .context.lists import EntryViewContext
from .context.post import PostContext
from .links import Page
from .overviews import is_by_year
from .pattern import pattern

_Values = tuple[Marks, PostContext, BlogContext]
"""The values of an entry that are the same in every view, with the marks for links in them."""
_BY_STYLE = {"excerpts": "entry.html", "titles": "title.html", "cards": "card.html"}
FRAGMENTS = (*_BY_STYLE.values(), "meta.html", "applies_to.html", "picture.html", "figure.html")
"""The fragments that entries are made of."""
IN_YEAR = EntryViewContext("archive", "titles", in_year=True, level=3)
"""A year on the overview of the archive."""


class Entries:
    """Renders each post once for all views that show the same of it.

    Ours show the same in views of every kind, but for pinned posts. The user's own (`by_kind`) may not.
    """

    def __init__(
        self, site: Site, render: Callable[..., str], describe_blog: Callable[[Page], BlogContext], *, by_kind: bool
    ) -> None:
        self._site, self._render, self._describe_blog, self._by_kind = site, render, describe_blog, by_kind
        self._rendered: dict[tuple[Post, str, EntryViewContext], RelocatableHtml] = {}
        self._described: dict[tuple[Post, int], _Values] = {}
        self._in_year: dict[Post, PostContext] = {}

    def of(self, view: View, view_page: ViewPage) -> Iterator[RelocatableHtml]:
        """Render the posts on a page of a view. The first page of the index may have some with their whole text."""
        context = _describe(view)
        is_first = view.kind == "index" and view_page.number == 1
        full_posts = self._site.settings.index_full_posts if is_first else 0
        for post in view_page.posts[:full_posts]:
            excerpt = whole_excerpt(post, self._site.bodies[post.source], self._site.urls[post.path])
            yield self._render_entry("entry.html", self._describe(post, excerpt), post, replace(context, full=True))
        for post in view_page.posts[full_posts:]:
            yield self.entry(post, context)

    def entry(self, post: Post, view: EntryViewContext) -> RelocatableHtml:
        """Render a post as a view shows it."""
        fragment = _BY_STYLE[view.style]
        key = post, fragment, view if self._by_kind or post.pinned else replace(view, kind="")
        if key not in self._rendered:
            deeper = 0 if view.anchors else view.level - 2
            if (post, deeper) not in self._described:
                excerpt = lower_headings(self._site.bodies[post.source].excerpt, deeper)
                self._described[post, deeper] = self._describe(post, excerpt)
            self._rendered[key] = self._render_entry(fragment, self._described[post, deeper], post, view)
        return self._rendered[key]

    def _describe(self, post: Post, excerpt: Excerpt) -> _Values:
        page = Page(self._site, marks := Marks())
        content = box_tables(page.offer_variants(marks.embed(excerpt.content)), self._site.title(post), alone=False)
        return marks, page.post(post, content=content, more=excerpt.cut), self._describe_blog(page)

    def _render_entry(self, fragment: str, values: _Values, post: Post, view: EntryViewContext) -> RelocatableHtml:
        marks, context, blog = values
        if view.in_year:
            if post not in self._in_year:
                published = Page(self._site, marks).date(post.published, in_year=True)
                self._in_year[post] = replace(context, published=published)
            context = self._in_year[post]
        if view.style == "cards":
            text = context.description or summary(context.content)
            context = replace(context, summary=text, pattern=pattern(context.title))
        return marks.split(self._render(fragment, post=context, view=view, blog=blog))


def _describe(view: View) -> EntryViewContext:
    """Tell entries what they need to know of their view."""
    if is_by_year(view):
        return EntryViewContext(view.kind, view.style, in_year=True, level=3)
    # A year's page is of one year, and so is a month's.
    years = {post.published.instant.year for post in view.posts} if view.kind == "archive" else set()
    return EntryViewContext(view.kind, view.style, in_year=len(years) == 1 and str(*years) in view.name, level=2)

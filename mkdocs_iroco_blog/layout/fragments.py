"""Render the pages of a blog as HTML, with a method for each kind of page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, pairwise
from typing import Any

from jinja2 import BytecodeCache
from markupsafe import Markup

from mkdocs_iroco_blog.core.html.pictures import load_first_picture
from mkdocs_iroco_blog.core.html.tables import box_tables
from mkdocs_iroco_blog.core.links import Translation
from mkdocs_iroco_blog.core.model import Overview, Post, Term, View, ViewPage
from mkdocs_iroco_blog.core.site import TERM_PHRASES, Site

from .context.blog import BlogContext
from .context.lists import ViewContext
from .context.parts import LinkContext, PartLinkContext
from .english import EnglishMarker
from .entries import FRAGMENTS, IN_YEAR, Entries
from .environment import FragmentRenderer
from .inserts import InsertRenderer
from .introduction import Introduction
from .lazy import LazySequence
from .links import Page
from .mentions import Mentions
from .overviews import describe_archive, describe_terms, describe_years
from .pager import describe_pager
from .series import SeriesParts

_RECENT = 5
STYLESHEET = "iroco_blog/blog.css"


class Fragments:
    """Renders the fragments of one blog.

    Looks for `iroco_blog/*.html` in `folders`, in their order, so that users can replace fragments. `compiled` caches
    the compiled fragments. `sites` are those of all blogs, whose posts may mention any page.
    """

    def __init__(
        self, site: Site, folders: Sequence[str], config: Any,
        *, compiled: BytecodeCache | None, sites: list[Site],
    ) -> None:  # fmt: skip
        self.site, self.mentions = site, Mentions(site, sites)
        self._marker = EnglishMarker(site.translator)
        self._say = self._marker.say if site.translator.english else site.translator.t
        values = {"say": self._say, "config": config, "settings": site.settings, "shows_tags": site.shows_tags}
        self._renderer = FragmentRenderer(folders, compiled=compiled, **values)
        self.take_findings = self._renderer.take_findings
        self.may_fail = self._renderer.has_foreign
        """There are fragments of the user's own."""
        self._heads: dict[tuple[Any, ...], str] = {}
        self.has_own_entries = any(map(self._renderer.is_replaced, FRAGMENTS))
        """The user's own fragments show posts in lists."""
        self._entries = Entries(site, self._render_values, self._blog, by_kind=self.has_own_entries)
        self.insert = InsertRenderer(site, self._entries, self.mentions, self._say, self._render).render
        self._series = {term.path: term for term in site.blog.taxonomies["series"].terms}
        self._by_source = {post.source: post for post in site.blog.posts}
        self._older = dict(pairwise(site.blog.listed))
        self._newer = {older: newer for newer, older in self._older.items()}

    def post(
        self, post: Post, html: str, *, toc: Sequence[LinkContext], toc_below: int, links: Sequence[LinkContext],
        related: Sequence[str], mentions: Sequence[LinkContext] = (),
    ) -> str:  # fmt: skip
        """Render a post's page: header, text, footer. `html` is the text, with all that other plugins did to it."""
        page = self._page(post.path)
        body = self.site.bodies[post.source]
        context = page.post(
            post, content=box_tables(page.offer_variants(html), self.site.title(post), alone=True),
            heading=body.heading, heading_id=body.heading_id or post.id, toc=toc, toc_below=toc_below, links=links,
            related=[self._dated_link(page, self._by_source[source]) for source in related],
            mentions=mentions, translations=page.translations(post.path),
            newer=self._neighbour(page, self._newer.get(post)), older=self._neighbour(page, self._older.get(post)),
        )  # fmt: skip
        return self._render("post.html", page, post=context)

    def view(
        self, view: View, view_page: ViewPage, introduction: Introduction,
        *, title: str, description: str, browse: Sequence[str],
    ) -> str:  # fmt: skip
        """Render a numbered page of a view, with links to the overviews at the paths `browse`."""
        page, page_url = self._page(view_page.path), self.site.urls[view_page.path]
        entries = [entry.html(page_url) for entry in self._entries.of(view, view_page)]
        parts, planned = self._parts(page, view, view_page)
        entries[:1] = map(load_first_picture, entries[:1])
        context = ViewContext(
            view.kind, self._title(title, "blog"), introduction.heading_id or view.id, introduction.heading,
            introduction.body.html(page_url), view.style, titled=introduction.titled,
            conclusion=introduction.conclusion.html(page_url), label=self._label(view.kind),
            entries=entries, count=len(view.posts), overview=self._overview(page, view.kind), description=description,
            browse=[link for path, link in self._overviews(page) if path in browse] if browse else (),
            author=page.author(view.author) if view.author else None,
            parts=parts, planned=planned,
            years=describe_years(view, zip(view_page.posts, entries, strict=True)),
            translations=self._translations(page, view_page.path),
            feeds=page.feeds(view.path) if view.kind != "index" else (),
        )  # fmt: skip
        return self._render("view.html", page, view=context, pager=describe_pager(page, view, view_page, self._say))

    def overview(self, overview: Overview, introduction: Introduction, *, title: str) -> str:
        """Render the page that lists a taxonomy's terms, or the archive."""
        page, url = self._page(overview.path), self.site.urls[overview.path]
        groups: dict[str, Any] = {"translations": self._translations(page, overview.path)}
        if overview.kind == "authors":
            authors = [term.author for term in overview.groups if isinstance(term, Term) and term.author]
            groups["authors"] = [page.author(author) for author in authors]
        elif overview.style == "titles":
            groups |= describe_archive(page, self._title_on(url))
        else:
            groups |= describe_terms(page, overview)
        context = ViewContext(
            overview.kind, self._title(title, overview.kind), introduction.heading_id or overview.id,
            introduction.heading, introduction.body.html(url), overview.style,
            conclusion=introduction.conclusion.html(url), **groups,
        )  # fmt: skip
        return self._render("overview.html", page, view=context, pager=None)

    def head(self, path: str) -> str:
        """Render the HTML for the end of a page's head."""
        return self._head(self._page(path), path)

    def insert_head(self, page_url: str) -> str:
        """Render the HTML for the head of a page that has inserts, and is not the blog's."""
        return self._head(Page(self.site, page_url), None)

    def _head(self, page: Page, path: str | None) -> str:
        elsewhere = tuple(self.site.owner_links) if path == self.site.settings.index_path else ()
        translations = tuple(self._translations(page, path)) if path is not None else ()
        stylesheet = page.file("/" + STYLESHEET, "")
        key = stylesheet, elsewhere, translations
        if key not in self._heads:  # the same for all pages at one depth
            values = {"stylesheet": stylesheet, "elsewhere": elsewhere, "translations": translations}
            self._heads[key] = self._renderer.render("head.html", **values)
        return self._heads[key]

    def _title(self, title: str, key: str) -> str:
        """Return a list's title, marked as English if it is a phrase that the language lacks."""
        return self._say(key) if title == self.site.translator.t(key) else title

    def _translations(self, page: Page, path: str) -> Sequence[Translation]:
        """Link to a page's translations, unless the theme does."""
        return () if self.site.switches_language else page.translations(path)

    def _page(self, path: str) -> Page:
        return Page(self.site, self.site.urls[path])

    def _render(self, name: str, page: Page, **context: Any) -> str:
        return self._render_values(name, blog=self._blog(page), **context)

    def _render_values(self, name: str, **values: Any) -> str:
        return self._marker.finish(self._renderer.render(name, **values))

    def _blog(self, page: Page) -> BlogContext:
        site, t, plain = self.site, self._say, self.site.translator.t
        index = site.settings.index_path
        overviews = [link for _, link in self._overviews(page)]
        first_text = f"---\ndate: {site.today}\n---\n\n# {plain('first_title')}\n\n{plain('first_text')}\n"
        return BlogContext(
            t("blog"), page.url(index), site.translator.lang, site.lang_differs, overviews, page.feeds(index),
            site.first_post, first_text, site.translator.direction, LazySequence(partial(self._recent, page)),
            site.direction_differs,
        )  # fmt: skip

    def _overviews(self, page: Page) -> Iterator[tuple[str, LinkContext]]:
        """Yield a link to each overview, by its path."""
        for item in self.site.blog.overviews:
            yield item.path, LinkContext(item.name or self._say(item.kind), page.url(item.path))

    def _neighbour(self, page: Page, post: Post | None) -> LinkContext | None:
        return self._link(page, post) if post else None

    def _link(self, page: Page, post: Post) -> LinkContext:
        return LinkContext(self.site.title(post), page.url(post.path), lang=post.lang)

    def _dated_link(self, page: Page, post: Post) -> LinkContext:
        return replace(self._link(page, post), date=page.date(post.published))

    def _parts(
        self, page: Page, view: View, view_page: ViewPage
    ) -> tuple[Sequence[PartLinkContext], Sequence[PartLinkContext]]:
        """Describe the parts on a page of a series' view, and on its last page the planned ones."""
        series = self._series.get(view.path) if view.kind == "series" else None
        if series is None:
            return (), ()
        parts, is_last = SeriesParts(self.site, series, page.url), view_page is view.pages[-1]
        return parts.of(view_page.posts), parts.planned() if is_last else ()

    def _recent(self, page: Page) -> list[LinkContext]:
        """Link to the newest posts, with their dates."""
        listed = (post for post in self.site.blog.listed if not post.hidden)
        return [self._dated_link(page, post) for post in islice(listed, _RECENT)]

    def _label(self, kind: str) -> str:
        return self._say(TERM_PHRASES[kind]) if kind in TERM_PHRASES else ""

    def _title_on(self, page_url: str) -> Callable[[Post], Markup]:
        return lambda post: self._entries.entry(post, IN_YEAR).html(page_url)

    def _overview(self, page: Page, kind: str) -> LinkContext | None:
        """Link to the page that lists all terms of a kind."""
        paths = (overview.path for overview in self.site.blog.overviews if overview.kind == kind)
        return next((LinkContext(self._say(f"all_{kind}"), page.url(path)) for path in paths), None)

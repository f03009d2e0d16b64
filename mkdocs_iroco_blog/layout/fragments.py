"""The pages of a blog as HTML: one method for each kind of page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, overload

from jinja2 import BytecodeCache, ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader
from markupsafe import Markup

from mkdocs_iroco_blog.core.html.body import whole_excerpt
from mkdocs_iroco_blog.core.html.excerpt import Excerpt, as_relocatable
from mkdocs_iroco_blog.core.html.relocatable import Marks, RelocatableHtml
from mkdocs_iroco_blog.core.links import Translation
from mkdocs_iroco_blog.core.model import Overview, Period, Post, Term, View, ViewPage
from mkdocs_iroco_blog.core.site import Site
from mkdocs_iroco_blog.core.terms.archive import by_year
from mkdocs_iroco_blog.core.views.pagination import pager

from .context import (
    BlogContext,
    LinkContext,
    PagerContext,
    PagerItemContext,
    ViewContext,
    YearContext,
)
from .links import Page

STYLESHEET = "iroco_blog/blog.css"


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a view's own Markdown file says."""

    heading: Markup | None = None
    heading_id: str | None = None
    body: RelocatableHtml = field(default_factory=RelocatableHtml)


def introduce(heading: Markup | None, heading_id: str | None, html: str, *, at: str) -> Introduction:
    """An introduction that stands at an address, ready for the other pages of its view."""
    return Introduction(heading, heading_id, as_relocatable(html, address=at) if html else RelocatableHtml())


class _Overviews(Sequence[LinkContext]):
    """Links to the overviews, for the few pages that show them."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @cached_property
    def _links(self) -> list[LinkContext]:
        say, overviews = self._page.site.translator.t, self._page.site.blog.overviews
        return [LinkContext(one.name or say(one.kind), self._page.url(one.path)) for one in overviews]

    @overload
    def __getitem__(self, at: int) -> LinkContext: ...

    @overload
    def __getitem__(self, at: slice) -> list[LinkContext]: ...

    def __getitem__(self, at: int | slice) -> LinkContext | list[LinkContext]:
        return self._links[at]

    def __len__(self) -> int:
        return len(self._page.site.blog.overviews)


class Fragments:
    """Lays out one blog.

    `folders` are searched in turn for `iroco_blog/*.html`, so that a fragment of the user's own comes first; `compiled`
    holds what fragments were compiled to before.
    """

    def __init__(
        self, site: Site, folders: Sequence[str], config: Any, *, compiled: BytecodeCache | None = None
    ) -> None:
        self.site = site
        # Every build has an environment of its own, so none has to look whether a fragment has changed since.
        # `original/` lets a fragment of the user's own extend the one that it stands in for.
        self._env = Environment(
            loader=ChoiceLoader([FileSystemLoader(folders), PrefixLoader({"original": PackageLoader(__package__)})]),
            autoescape=True,
            auto_reload=False,
            bytecode_cache=compiled,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.globals.update(say=site.translator.t, config=config, settings=site.settings)
        self._heads: dict[tuple[Any, ...], str] = {}
        listed = site.blog.listed
        self._older = dict(pairwise(listed))
        self._entries: dict[tuple[Post, str], RelocatableHtml] = {}
        self._newer = {older: newer for newer, older in pairwise(listed)}

    def post(self, post: Post, *, toc: Sequence[LinkContext], links: Sequence[LinkContext]) -> str:
        """A post's page: header, text, footer."""
        page = self._page(post.path)
        body = self.site.bodies[post.source]
        shown = page.post(
            post, content=Markup(body.html),  # noqa: S704 - what Markdown and the plugins made
            heading=body.heading, heading_id=body.heading_id or post.id, toc=toc, links=links,
            translations=page.translations(post.path),
            newer=self._neighbour(page, self._newer.get(post)), older=self._neighbour(page, self._older.get(post)),
        )  # fmt: skip
        return self._render("post.html", page, post=shown)

    def view(self, view: View, view_page: ViewPage, introduction: Introduction, *, title: str) -> str:
        """A numbered page of a view."""
        page = self._page(view_page.path)
        whole = self.site.settings.index_full_posts if view.kind == "index" and view_page.number == 1 else 0
        context = ViewContext(
            view.kind, title, introduction.heading_id or view.id, introduction.heading,
            introduction.body.html(self.site.urls[view_page.path]), view.style,
            entries=[self._entry(post, view, view_page, whole=at < whole) for at, post in enumerate(view_page.posts)],
            author=page.author(view.author) if view.author else None,
            translations=self._unless_switched(page, view_page.path),
            feeds=page.feeds(view.path) if view.kind != "index" else (),
        )  # fmt: skip
        return self._render("view.html", page, view=context, pager=self._pager(page, view, view_page))

    def overview(self, overview: Overview, *, title: str) -> str:
        """The page that lists the terms of a taxonomy, or the archive."""
        page = self._page(overview.path)
        groups: dict[str, Any]
        if overview.kind == "authors":
            authors = [term.author for term in overview.groups if isinstance(term, Term) and term.author]
            groups = {"authors": [page.author(author) for author in authors]}
        elif overview.style == "titles":
            groups = {"years": self._years(page, overview)}
        else:
            groups = {"terms": [page.term(group, of=overview.kind) for group in overview.groups]}
        groups["translations"] = self._unless_switched(page, overview.path)
        context = ViewContext(overview.kind, title, overview.id, None, Markup(""), overview.style, **groups)
        return self._render("overview.html", page, view=context, pager=None)

    def head(self, path: str) -> str:
        """What the blog adds before `</head>`."""
        elsewhere = tuple(self.site.owner_links) if path == self.site.settings.index_path else ()
        page = self._page(path)
        translations = tuple(self._unless_switched(page, path))
        key = page.file("/" + STYLESHEET, ""), elsewhere, translations
        if key not in self._heads:  # the same on every page as deep below the root
            self._heads[key] = self._env.get_template("iroco_blog/head.html").render(
                stylesheet=key[0], elsewhere=elsewhere, translations=translations
            )
        return self._heads[key]

    def _unless_switched(self, page: Page, path: str) -> Sequence[Translation]:
        return () if self.site.switches_language else page.translations(path)

    def _page(self, path: str) -> Page:
        return Page(self.site, self.site.urls[path])

    def _render(self, name: str, page: Page, **context: Any) -> str:
        return self._env.get_template(f"iroco_blog/{name}").render(blog=self._blog(page), **context)

    def _blog(self, page: Page) -> BlogContext:
        site, say = self.site, self.site.translator.t
        first = f"---\ndate: {site.today}\n---\n\n# {say('first_title')}\n\n{say('first_text')}\n"
        return BlogContext(
            say("blog"),
            page.url(site.settings.index_path),
            site.translator.lang,
            site.lang_differs,
            _Overviews(page),
            page.feeds(site.settings.index_path),
            site.first_post,
            first,
        )

    def _neighbour(self, page: Page, post: Post | None) -> LinkContext | None:
        return LinkContext(self.site.title(post), page.url(post.path)) if post else None

    def _entry(self, post: Post, view: View, view_page: ViewPage, *, whole: bool) -> Markup:
        at = self.site.urls[view_page.path]
        if whole:
            excerpt = whole_excerpt(post, self.site.bodies[post.source], self.site.urls[post.path])
            return self._laid_out(post, "entry.html", excerpt).html(at)
        return self._listed(post, "entry.html" if view.style == "excerpts" else "title.html").html(at)

    def _listed(self, post: Post, fragment: str) -> RelocatableHtml:
        """A post as views show it: laid out once, and read at the address of each."""
        if (post, fragment) not in self._entries:
            self._entries[post, fragment] = self._laid_out(post, fragment, self.site.bodies[post.source].excerpt)
        return self._entries[post, fragment]

    def _laid_out(self, post: Post, fragment: str, excerpt: Excerpt) -> RelocatableHtml:
        marks = Marks()
        page = Page(self.site, marks)
        shown = page.post(post, content=marks.embed(excerpt.content), more=excerpt.cut)
        return marks.split(self._render(fragment, page, post=shown))

    def _years(self, page: Page, overview: Overview) -> list[YearContext]:
        """Years, each with the link to its period where the archive goes by years."""
        of_post = {post: period for period in overview.groups if isinstance(period, Period) for post in period.posts}
        years = []
        for year, posts in by_year(self.site.blog.listed).items():
            periods = {of_post[post] for post in posts if post in of_post}
            alone = len(periods) == 1 and all(
                other.published.instant.year == year for other in next(iter(periods)).posts
            )
            url = page.url(next(iter(periods)).path) if alone else ""
            entries = [self._listed(post, "title.html").html(self.site.urls[overview.path]) for post in posts]
            years.append(YearContext(str(year), url, entries))
        return years

    def _pager(self, page: Page, view: View, view_page: ViewPage) -> PagerContext | None:
        settings = self.site.settings
        if len(view.pages) == 1 and not settings.pagination_if_single_page:
            return None
        per_page = len(view.pages[0].posts)
        items = pager(view.pages, view_page, settings.pagination_format, total=len(view.posts), per_page=per_page)
        return PagerContext(view_page.number, len(view.pages), [
            PagerItemContext(item.role, page.url(item.page.path), item.page.number, "")
            if item.page
            else PagerItemContext(item.role, "", 0, item.text)
            for item in items
        ])  # fmt: skip

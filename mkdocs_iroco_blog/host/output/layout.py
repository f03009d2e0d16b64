"""What every page of a blog shows before the theme comes to it, and what it says of itself in its head.

It is worked out for many pages at once: between every two pages of a theme's, which leave nothing of it in the
processor's caches, the same takes half as long again. Where there are very many, a second process helps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import TableOfContents

from mkdocs_iroco_blog.core.model import Overview
from mkdocs_iroco_blog.core.permalinks import relative_address
from mkdocs_iroco_blog.host.compat.material_syntax import STYLESHEET, wants_styles
from mkdocs_iroco_blog.host.pages.mermaid import script_of
from mkdocs_iroco_blog.host.pages.pages import ListPage, PostPage
from mkdocs_iroco_blog.host.pages.theme import shows_toc
from mkdocs_iroco_blog.host.pages.toc import below_heading, headings, of_entries, sections
from mkdocs_iroco_blog.host.speed.preview.state import State
from mkdocs_iroco_blog.host.speed.process import SecondProcess, is_possible
from mkdocs_iroco_blog.layout.fragments import Introduction
from mkdocs_iroco_blog.publish.metadata.head import RewrittenHead, rewrite_head

from .layout_state import common_state, own_state
from .metadata import Said, text_of

if TYPE_CHECKING:  # a build has its layouts
    from mkdocs_iroco_blog.host.build import BlogBuild

_AHEAD = 50
"""Pages that are laid out at once."""
_MANY = 200
"""Pages for which a second process is worth its while."""


class Head(NamedTuple):
    """What goes into a page's head."""

    said: Said
    more: str
    """HTML besides: style sheets and scripts."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page before the theme comes to it."""

    read: tuple[object, ...]
    """What was read of the host's page, which other plugins may change until its turn comes."""
    content: str
    toc: TableOfContents | None
    """Of a list; a post has its own."""
    head: Head


class KeptLayouts:
    """What pages showed in the build before, each with all that it was made of."""

    def __init__(self) -> None:
        self._common: State = ()
        self._before: dict[str, tuple[State, Shown]] = {}
        self._now: dict[str, tuple[State, Shown]] = {}
        self._heads: dict[str, tuple[Head, RewrittenHead]] = {}

    def begin(self, common: State) -> None:
        """Another build has come to its pages; what they have in `common` may be another."""
        self._before = self._now if common == self._common else {}
        self._heads = {path: self._heads[path] for path in self._before.keys() & self._heads.keys()}
        self._now, self._common = {}, common

    def get(self, path: str, own: State) -> Shown | None:
        """What a page showed, if it is made of the same."""
        state, shown = self._before.get(path, (None, None))
        return shown if state == own else None

    def keep(self, path: str, own: State, shown: Shown) -> None:
        """For the next build."""
        self._now[path] = own, shown

    def head(self, path: str, head: Head, html: str) -> RewrittenHead | None:
        """What became of a page's head, if it is the same; `html` is the page as the theme made it."""
        known, rewritten = self._heads.get(path, (None, None))
        return rewritten if known is head and rewritten and html.startswith(rewritten.before) else None

    def keep_head(self, path: str, head: Head, rewritten: RewrittenHead) -> None:
        """For the next build."""
        self._heads[path] = head, rewritten


class Layouts:
    """The pages of one blog in one build, once all of them are converted."""

    def __init__(self, build: BlogBuild, config: MkDocsConfig, kept: KeptLayouts | None) -> None:
        self._build, self._config, self._kept = build, config, kept
        if kept:
            kept.begin(common_state(build, config))
        self._pages = build.pages()
        self._places = {page.path: at for at, page in enumerate(self._pages)}
        self._ready: dict[str, Shown] = {}
        self._given: set[str] = set()
        self._heads: dict[str, Head] = {}
        self._second: SecondProcess | None = None
        if len(self._pages) >= _MANY and is_possible(len(self._pages)):
            self._second = SecondProcess(self._pages, self._lay_out)

    def of(self, page: PostPage | ListPage) -> Shown:
        """What a page shows."""
        if self._second:
            self._second.drain()
        if page.path not in self._given:
            self._lay_out_from(self._places[page.path])
        shown = self._ready.pop(page.path, None)
        if shown is None or shown.read != _read(page):
            shown = self._lay_out(page)
        self._heads[page.path] = shown.head
        return shown

    def finished(self, page: PostPage | ListPage, html: str) -> str:
        """A page that has been shown, as it is written, from what the theme made; to be asked for once."""
        head = self._heads.pop(page.path)
        rewritten = self._kept.head(page.path, head, html) if self._kept else None
        if rewritten is None:
            said = head.said
            rewritten = rewrite_head(html, said.metadata, said.tags, structured=said.structured, extra_html=head.more)
        if rewritten is None:
            return html
        if self._kept:
            self._kept.keep_head(page.path, head, rewritten)
        return rewritten.after + html[len(rewritten.before) :]

    def end(self) -> None:
        """Every page is written, or the build has ended before."""
        if self._second:
            self._second.stop()
        self._second = None

    def _lay_out_from(self, first: int) -> None:
        for page in self._pages[first : first + _AHEAD]:
            if page.path not in self._given:
                self._given.add(page.path)
                self._ready[page.path] = self._kept_or_made(page)

    def _kept_or_made(self, page: PostPage | ListPage) -> Shown:
        made = self._second.result(page) if self._second else None
        if self._kept is None:
            return made or self._lay_out(page)
        own = (_read(page), own_state(self._build, page))
        shown = self._kept.get(page.path, own) or made or self._lay_out(page)
        self._kept.keep(page.path, own, shown)
        return shown

    def _lay_out(self, page: PostPage | ListPage) -> Shown:
        build, read = self._build, _read(page)
        assert build.publishing is not None
        if isinstance(page, PostPage):
            content, toc = _post(build, page, self._config), None
        else:
            content, toc = _list(build, page)
        head = Head(build.publishing.heads.said(page), _more(build, page, content, self._config))
        return Shown(read, content, toc, head)


def _read(page: PostPage | ListPage) -> tuple[object, ...]:
    return (page.title, page.meta.get("description"), tuple(headings(page.toc)))


def _post(build: BlogBuild, page: PostPage, config: MkDocsConfig) -> str:
    assert build.fragments is not None
    toc = [] if shows_toc(config) else sections(page.toc)
    return build.fragments.post(page.post, toc=toc, links=page.related)


def _list(build: BlogBuild, page: ListPage) -> tuple[str, TableOfContents]:
    fragments = build.fragments
    assert fragments is not None
    title = text_of(page.title)
    if isinstance(page.listing, Overview):
        return fragments.overview(page.listing, title=title), below_heading(title, page.listing.id, ())
    assert page.view_page is not None
    introduction, inner = page.first.introduction or Introduction(), list(page.first.headings)
    if page is not page.first:
        title = text_of(page.first.title)
        if not build.settings.pagination_keep_content:
            introduction, inner = Introduction(introduction.heading), []
    if page.listing.toc:
        inner += of_entries((fragments.site.title(post), post.id) for post in page.view_page.posts)
    toc = below_heading(title, introduction.heading_id or page.listing.id, inner)
    return fragments.view(page.listing, page.view_page, introduction, title=title), toc


def _more(build: BlogBuild, page: PostPage | ListPage, content: str, config: MkDocsConfig) -> str:
    assert build.fragments is not None
    styles = ""
    if wants_styles(content, config):
        styles = f'<link rel="stylesheet" href="{escape(relative_address(STYLESHEET, page.url))}">'
    return build.fragments.head(page.path) + styles + script_of(build.settings.mermaid, content, page.url)

"""Lays out the blog's pages, before the theme gets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import TableOfContents

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.model import Overview
from mkdocs_iroco_blog.core.permalinks import relative_address
from mkdocs_iroco_blog.host.compat.material_syntax import STYLESHEET, wants_styles
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPage, BlogPages
from mkdocs_iroco_blog.host.pages.list_page import ListPage
from mkdocs_iroco_blog.host.pages.mermaid import script_tag
from mkdocs_iroco_blog.host.pages.page import plain_text
from mkdocs_iroco_blog.host.pages.post_page import PostPage
from mkdocs_iroco_blog.host.pages.theme import shows_toc
from mkdocs_iroco_blog.host.pages.toc import below_heading, entry_links, headings, sections
from mkdocs_iroco_blog.layout.context import LinkContext
from mkdocs_iroco_blog.layout.fragments import Fragments, Introduction
from mkdocs_iroco_blog.layout.includes import INCLUDE_CLASS, INCLUDE_STYLESHEET

from .bodies import ListIntroduction
from .metadata import HeadMaker, HeadTags


@dataclass(frozen=True, slots=True)
class LaidOutPage:
    """A page with header, footer and lists, as the theme gets it."""

    inputs: tuple[object, ...]
    """The `page_inputs` that it was made from."""
    html: str
    toc: TableOfContents | None
    """The table of contents of a list. A post has its own."""
    head: HeadTags
    findings: tuple[Finding, ...]


def page_inputs(page: BlogPage) -> tuple[object, ...]:
    """Return the values of the host's page that a layout depends on, which a plugin may change until our turn."""
    return (page.title, page.meta.get("description"), tuple(headings(page.toc)), hash(page.content))


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Lays out pages. The result depends on nothing that changes when another page is laid out."""

    pages: BlogPages
    fragments: Fragments
    heads: HeadMaker
    introductions: Mapping[str, ListIntroduction]
    related: Mapping[str, Sequence[LinkContext]]
    """The links below each post, by its path."""
    locked: Mapping[str, str]
    """The texts of locked posts, by their sources."""
    config: MkDocsConfig

    def lay_out(self, page: BlogPage) -> LaidOutPage:
        """Lay out a page."""
        inputs = page_inputs(page)
        html, toc = (self._post(page), None) if isinstance(page, PostPage) else self._list(page)
        # A locked text needs its styles and scripts as soon as a reader has unlocked it.
        secret = self.locked.get(page.post.source, "") if isinstance(page, PostPage) else ""
        extra_html = self._extra_html(page, html + secret)
        return LaidOutPage(inputs, html, toc, self.heads.head_tags(page, extra_html), self.fragments.take_findings())

    def _post(self, page: PostPage) -> str:
        toc = [] if shows_toc(self.config) else sections(page.toc)
        return self.fragments.post(page.post, page.content or "", toc=toc, links=self.related[page.path])

    def _list(self, page: ListPage) -> tuple[str, TableOfContents]:
        title, listing = plain_text(page.title), page.spec.listing
        if isinstance(listing, Overview):
            return self.fragments.overview(listing, title=title), below_heading(title, listing.id, ())
        first = self.introductions[page.first.path]
        introduction, toc = first.html, list(first.headings)
        if page is not page.first:
            title = plain_text(page.first.title)
            if not self.pages.settings.pagination_keep_content:
                introduction, toc = Introduction(introduction.heading), []
        if listing.toc:
            toc += entry_links((self.fragments.site.title(post), post.id) for post in page.spec.view_page.posts)
        html = self.fragments.view(listing, page.spec.view_page, introduction, title=title)
        return html, below_heading(title, introduction.heading_id or listing.id, toc)

    def _extra_html(self, page: BlogPage, html: str) -> str:
        styles = ""
        if wants_styles(html, self.config):
            styles = f'<link rel="stylesheet" href="{escape(relative_address(STYLESHEET, page.url))}">'
        script = script_tag(self.pages.settings.mermaid, html, page.url)
        return self.fragments.head(page.path) + styles + include_styles(html, page.url) + script


def include_styles(html: str, url: str) -> str:
    """Return the tag of the stylesheet for includes of Jekyll themes, if the page at `url` shows one."""
    address = relative_address(INCLUDE_STYLESHEET, url)
    return f'<link rel="stylesheet" href="{escape(address)}">' if INCLUDE_CLASS in html else ""

"""The one door to everything that only saves time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from jinja2 import BytecodeCache, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.html.body import Body, RootLinks, finish_body
from mkdocs_iroco_blog.core.model import Post, Source
from mkdocs_iroco_blog.core.posts.field_reader import ReadContext
from mkdocs_iroco_blog.core.posts.read import read_post
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.publish.metadata.head import RewrittenHead

from .blog_pages import BlogPage, BlogPages

T = TypeVar("T")
Rewrite = Callable[[str], RewrittenHead | None]
"""Inserts head tags into a rendered page. Returns `None` for a page without a head."""


class LayoutState(Protocol):
    """The values that laid-out pages depend on. Two builds are compared by them."""

    def common(self) -> Any:
        """Return the values that any page may show."""

    def of_page(self, page: BlogPage) -> Any:
        """Return the values that only this page shows."""


class Speed:
    """Takes no shortcut: every method does its work the plain way.

    A subclass may keep results, or work ahead. The site must be the same as with this class, byte for byte.
    """

    bytecode_cache: BytecodeCache | None = None
    """Compiled templates of earlier builds."""

    def stash(self, site_dir: str, root: str) -> None:
        """Protect the blog's written pages from the host, which is about to clear the site. `root` is their folder."""

    def begin(self, pages: BlogPages, config: MkDocsConfig) -> None:
        """Begin a build, as soon as its pages are known."""

    def read_post(self, source: Source, context: ReadContext) -> tuple[Post | None, list[Finding]]:
        """Read a post."""
        return read_post(source, context)

    def convert(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Convert a page's Markdown."""
        Page.render(page, config, files)

    def body(self, post: Post, html: str, *, address: str, settings: Settings, links: RootLinks) -> Body:
        """Make a post's body from its HTML."""
        return finish_body(post, html, address=address, settings=settings, links=links)

    def layouts(
        self, pages: BlogPages, config: MkDocsConfig, lay_out: Callable[[BlogPage], T], state: LayoutState
    ) -> Callable[[BlogPage], T]:
        """Return a function that lays out a page, as `lay_out` does."""
        return lay_out

    def rewrite_head(self, page: BlogPage, tags: object, html: str, rewrite: Rewrite) -> RewrittenHead | None:
        """Return `rewrite(html)`, which depends on `tags` and on the page's head alone."""
        return rewrite(html)

    def end_conversions(self, pages: BlogPages, config: MkDocsConfig, env: Environment) -> None:
        """Prepare search and templates, when every page is converted."""

    def choose_template(self, context: TemplateContext, page: BlogPage, config: MkDocsConfig, nav: Navigation) -> None:
        """Choose the template for a page, when every plugin has changed its context."""

    def after_template(self, page: BlogPage, output: str) -> None:
        """Receive a page as its template rendered it."""

    def after_page(self, page: BlogPage, output: str) -> None:
        """Receive a page as the host is about to write it."""

    def save(self) -> None:
        """Save the results that the next build can use, when every file is written."""

    def end_build(self) -> None:
        """Stop everything that the build has begun, whether it finished or not. May be called twice."""

    def close(self) -> None:
        """Stop for good."""

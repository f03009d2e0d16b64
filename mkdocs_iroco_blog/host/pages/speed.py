"""The one door to everything that only saves time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, Protocol, TypeVar

from jinja2 import BytecodeCache, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.html.body import Body, SiteLinks, finish_body
from mkdocs_iroco_blog.core.model import Post, Source
from mkdocs_iroco_blog.core.pictures.read import Picture, read_picture_file
from mkdocs_iroco_blog.core.pictures.variants import VariantData
from mkdocs_iroco_blog.core.posts.field_reader import ReadContext
from mkdocs_iroco_blog.core.posts.read import read_post
from mkdocs_iroco_blog.core.related import Subject, related_posts
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


class VariantFile(NamedTuple):
    """A variant in a file."""

    format: str
    width: int
    path: str


def variant_name(key: str, kind: str, width: int) -> str:
    """Return the name of a variant's file. `key` stands for the picture and all that its variants depend on."""
    return f"{key}-{width}.{kind}"


def write_variants(folder: Path, key: str, variants: Iterable[VariantData]) -> Sequence[VariantFile]:
    """Write the variants of a picture into a folder. A build at the same time sees whole files only."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for kind, width, data in variants:
        path = folder / variant_name(key, kind, width)
        new = path.with_name(f"{path.name}.{os.getpid()}.new")
        new.write_bytes(data)
        new.replace(path)
        files.append(VariantFile(kind, width, str(path)))
    return files


class Speed:
    """Takes no shortcut: every method does its work the plain way.

    A subclass may keep results, or work ahead. The site must be the same as with this class, byte for byte.
    """

    bytecode_cache: BytecodeCache | None = None
    """Compiled templates of earlier builds."""
    writes = True
    """Pages are going to be rendered and written, once they are converted."""
    _scratch: TemporaryDirectory[str] | None = None

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

    def body(self, post: Post, html: str, *, address: str, settings: Settings, links: SiteLinks) -> Body:
        """Make a post's body from its HTML."""
        return finish_body(post, html, address=address, settings=settings, links=links)

    def picture(self, path: str) -> Picture:
        """Read the picture in a file."""
        return read_picture_file(path)

    def digest(self, path: str) -> str:
        """Digest the content of a picture's file."""
        with open(path, "rb") as file:  # noqa: PTH123 - of each picture
            return file_digest(file, "sha256").hexdigest()

    def variants(self, key: str) -> Sequence[VariantFile] | None:
        """Return the lighter variants of a picture, or None if they have to be made."""
        return None

    def keep_variants(self, key: str, variants: Sequence[VariantData]) -> Sequence[VariantFile]:
        """Write the variants of a picture to files, which stay until the build ends."""
        self._scratch = self._scratch or TemporaryDirectory(prefix="iroco-blog-")
        return write_variants(Path(self._scratch.name), key, variants)

    def related(self, posts: Sequence[Subject], count: int) -> Mapping[str, Sequence[str]]:
        """Return the sources of every post's related posts, by its source."""
        return related_posts(posts, count)

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
        if self._scratch:
            self._scratch.cleanup()
        self._scratch = None

    def close(self) -> None:
        """Stop for good."""

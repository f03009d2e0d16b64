"""What every page of a blog says of itself in its head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_iroco_blog.core.html.body import Body
from mkdocs_iroco_blog.core.model import Overview
from mkdocs_iroco_blog.host.pages.pages import ListPage, PostPage
from mkdocs_iroco_blog.publish.metadata.pages import overview_metadata, post_metadata, view_metadata
from mkdocs_iroco_blog.publish.metadata.statements import Statement, statements
from mkdocs_iroco_blog.publish.metadata.structured import structured_data
from mkdocs_iroco_blog.publish.metadata.text import summary
from mkdocs_iroco_blog.publish.metadata.values import PageMetadata, Publication

from .feeds import Feeds

if TYPE_CHECKING:
    from mkdocs_iroco_blog.host.build import BlogBuild


class Said(NamedTuple):
    """What a page says of itself, ready to be written."""

    metadata: PageMetadata
    tags: Sequence[Statement]
    structured: str


class Heads:
    """What the pages of one blog say in one build."""

    def __init__(self, build: BlogBuild, bodies: Mapping[str, Body], about: Publication, feeds: Feeds) -> None:
        self._build, self._bodies, self._about, self._feeds = build, bodies, about, feeds

    def said(self, page: PostPage | ListPage) -> Said:
        """What a page says."""
        metadata = self._metadata(page)
        return Said(metadata, statements(metadata), structured_data(metadata, self._about))

    def _metadata(self, page: PostPage | ListPage) -> PageMetadata:
        blog, about = self._build.blog, self._about
        if isinstance(page, PostPage):
            return post_metadata(page.post, self._bodies[page.post.source], blog, about)
        title, description = text_of(page.title), text_of(page.meta.get("description")) or _beginning(page)
        if isinstance(page.listing, Overview):
            return overview_metadata(page.listing, about, title=title, description=description)
        assert page.view_page is not None
        view = page.listing
        feeds = self._feeds.links(view.path) if view.kind != "index" else ()
        return view_metadata(view, page.view_page, blog, about, title=title, description=description, feeds=feeds)


def text_of(title: object) -> str:
    """Text, of what the host's templates are given."""
    return unescape(str(title or ""))


def _beginning(page: ListPage) -> str:
    """What a list's own text begins with."""
    return summary("".join(page.introduction.body.pieces)) if page is page.first and page.introduction else ""

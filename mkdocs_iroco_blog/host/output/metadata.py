"""What every page of a blog says of itself in its head."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape
from typing import NamedTuple

from mkdocs_iroco_blog.core.model import Overview
from mkdocs_iroco_blog.core.site import Site
from mkdocs_iroco_blog.host.pages.pages import ListPage, PostPage
from mkdocs_iroco_blog.publish.metadata.pages import SiteMetadata
from mkdocs_iroco_blog.publish.metadata.structured import structured_data
from mkdocs_iroco_blog.publish.metadata.tags import HeadTag, make_tags
from mkdocs_iroco_blog.publish.metadata.text import summary
from mkdocs_iroco_blog.publish.metadata.values import PageMetadata


class Said(NamedTuple):
    """What a page says of itself, ready to be written."""

    metadata: PageMetadata
    tags: Sequence[HeadTag]
    structured: str


class Heads:
    """What the pages of one blog say in one build."""

    def __init__(self, site: Site, metadata: SiteMetadata) -> None:
        self._site, self._pages = site, metadata

    def said(self, page: PostPage | ListPage) -> Said:
        """What a page says."""
        metadata = self._metadata(page)
        return Said(metadata, make_tags(metadata), structured_data(metadata, self._site))

    def _metadata(self, page: PostPage | ListPage) -> PageMetadata:
        if isinstance(page, PostPage):
            return self._pages.post(page.post)
        title, description = text_of(page.title), text_of(page.meta.get("description")) or _beginning(page)
        if isinstance(page.listing, Overview):
            return self._pages.overview(page.listing, title=title, description=description)
        assert page.view_page is not None
        return self._pages.view(page.listing, page.view_page, title=title, description=description)


def text_of(title: object) -> str:
    """Text, of what the host's templates are given."""
    return unescape(str(title or ""))


def _beginning(page: ListPage) -> str:
    """What a list's own text begins with."""
    return summary("".join(page.introduction.body.pieces)) if page is page.first and page.introduction else ""

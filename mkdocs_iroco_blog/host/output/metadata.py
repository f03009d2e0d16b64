"""The tags that go into the `<head>` of each page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, normalize_url

from mkdocs_iroco_blog.core.html.body import split_heading
from mkdocs_iroco_blog.core.html.plain_text import summary
from mkdocs_iroco_blog.core.model import Overview, View
from mkdocs_iroco_blog.core.site import TERM_PHRASES, Site
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPage
from mkdocs_iroco_blog.host.pages.list_page import ListPage
from mkdocs_iroco_blog.host.pages.page import plain_text
from mkdocs_iroco_blog.host.pages.post_page import PostPage, is_locked
from mkdocs_iroco_blog.publish.metadata.head import RewrittenHead, rewrite_head
from mkdocs_iroco_blog.publish.metadata.pages import SiteMetadata
from mkdocs_iroco_blog.publish.metadata.structured import structured_data
from mkdocs_iroco_blog.publish.metadata.tags import HeadTag, make_tags
from mkdocs_iroco_blog.publish.metadata.values import PageMetadata


class HeadTags(NamedTuple):
    """Everything that goes into a page's head."""

    metadata: PageMetadata
    tags: Sequence[HeadTag]
    structured: str
    extra_html: str
    """Style sheets and scripts."""
    site_styles: Collection[str]
    """The addresses of the site's own stylesheets, as themes write them on this page."""

    def insert(self, html: str) -> RewrittenHead | None:
        """Rewrite the head of a page. Return `None` for a page without one."""
        return rewrite_head(
            html, self.metadata, self.tags, structured=self.structured, extra_html=self.extra_html,
            site_styles=self.site_styles,
        )  # fmt: skip


def site_styles(page: Page, config: MkDocsConfig) -> Collection[str]:
    """Return the addresses of the site's own stylesheets, as themes write them on a page: in one of two forms."""
    root = get_relative_url(".", page.url)
    return {form for path in config.extra_css for form in (normalize_url(path, page), f"{root}/{path}")}


class HeadMaker:
    """Makes the head tags of a blog's pages."""

    def __init__(self, site: Site, metadata: SiteMetadata, config: MkDocsConfig) -> None:
        self._site, self._metadata, self._config = site, metadata, config

    def head_tags(self, page: BlogPage, extra_html: str) -> HeadTags:
        """Make the head tags of a page."""
        metadata = self._metadata.post(page.post) if isinstance(page, PostPage) else self._list_metadata(page)
        structured = "" if is_locked(page) else structured_data(metadata, self._site)
        return HeadTags(metadata, make_tags(metadata), structured, extra_html, site_styles(page, self._config))

    def _list_metadata(self, page: ListPage) -> PageMetadata:
        title = plain_text(page.title)
        description = plain_text(page.meta.get("description")) or self._beginning(page)
        listing = page.spec.listing
        if isinstance(listing, Overview):
            return self._metadata.overview(listing, title=title, description=description)
        full_title = self._full_title(listing, page)
        return self._metadata.view(
            listing, page.spec.view_page, title=title, full_title=full_title, description=description
        )

    def _full_title(self, view: View, page: ListPage) -> str:
        """Return a title that says what the page is about, unless its title does: `Images · Tag · Page 2`."""
        if view.kind not in TERM_PHRASES:
            return ""
        title = plain_text(page.title if page.spec.introduced else page.first.title)
        word = self._site.translator.t(TERM_PHRASES[view.kind])
        word = "" if word.casefold() in title.casefold().split() else word
        full_title = " · ".join(filter(None, (title, word, page.spec.number)))
        return "" if full_title == title else full_title

    def _beginning(self, page: ListPage) -> str:
        """Return the beginning of a list's introduction, as it was written."""
        return summary(split_heading(page.written_introduction)[2]) if page is page.first else ""

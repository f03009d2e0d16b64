"""Every page of a blog in one build."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from itertools import islice

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.links import Translation
from mkdocs_iroco_blog.core.model import Blog, Overview
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.site import Translator

from .edition import Edition
from .list_page import ListPage
from .post_page import PostPage

BlogPage = PostPage | ListPage


@dataclass(frozen=True)
class BlogPages:
    """The pages of a blog, with their files. Complete from `on_files` on."""

    blog: Blog
    settings: Settings
    translator: Translator
    today: datetime
    posts: Sequence[PostPage]
    lists: Sequence[ListPage]
    findings: Sequence[Finding] = ()
    withheld: Collection[str] = ()
    """Sources of posts without a page, such as drafts."""
    jekyll_hidden: Sequence[Page] = ()
    """Pages of the Jekyll site that are no posts, and that search and the sitemap exclude."""
    edition: Edition | None = None
    """The edition that is built, if the site has several languages."""
    translations: Mapping[str, Sequence[Translation]] = field(default_factory=dict)
    """The translations of each page, by its path."""

    @property
    def index(self) -> ListPage:
        """The blog's first page."""
        return self.lists[0]

    @property
    def overviews(self) -> list[ListPage]:
        """The pages that stand beside the index in the navigation."""
        return [page for page in self.lists if isinstance(page.spec.listing, Overview)]

    @property
    def newest(self) -> list[PostPage]:
        """The posts that the navigation links to, as many as the option `nav_posts` says."""
        if not self.settings.nav_posts:
            return []
        by_post = {page.post: page for page in self.posts}
        listed = (by_post[post] for post in self.blog.listed if post in by_post and not post.hidden)
        return list(islice(listed, self.settings.nav_posts))

    @property
    def prefix(self) -> str:
        """The beginning of addresses in the edition's language; empty for the site's default language."""
        return self.edition.prefix if self.edition else ""

    def all(self) -> list[BlogPage]:
        """Every page, posts first."""
        return [*self.posts, *self.lists]

    def has(self, source: str) -> bool:
        """Whether a file is a post of this blog, with a page or without."""
        return source in self.withheld or source in self._post_sources

    def list_in_nav(self, *, listed: bool) -> None:
        """Tell the host whether `nav` should list the index and the overviews. It reports those that it does not."""
        for page in (self.index, *self.overviews):
            page.file.inclusion = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV

    def hidden(self) -> list[Page]:
        """Pages excluded from search and the sitemap: unlisted posts and hidden Jekyll pages."""
        unlisted = [page for page in self.posts if page.post.unlisted or page.post.redirect_to]
        return [*unlisted, *self.jekyll_hidden]

    def with_findings(self, findings: Iterable[Finding]) -> BlogPages:
        """Return the same pages with more findings."""
        return replace(self, findings=[*self.findings, *(new for new in findings if new not in self.findings)])

    def find(self, page: Page) -> BlogPage | None:
        """Return the blog's page of a file, even if another plugin has made a page of its own of the file."""
        return self._by_source.get(page.file.src_uri)

    def reclaim(self, config: MkDocsConfig, files: Files) -> None:
        """Take over what the host has read and converted for a page that another plugin has made of a blog's file.

        From now on, the host builds the blog's own page again.
        """
        for page in self.all():
            other = page.file.page
            if other is None or other is page or other.markdown is None:
                continue
            page.read_source(config)
            if isinstance(page, PostPage) or page.spec.introduced:
                page.content, page.toc = other.content, other.toc
                page.present_anchor_ids, page.links_to_anchors = other.present_anchor_ids, other.links_to_anchors
            else:
                page.render(config, files)
            page.meta = {**other.meta, **page.meta}
            page.file.page = page

    @cached_property
    def _post_sources(self) -> frozenset[str]:
        return frozenset(page.post.source for page in self.posts)

    @cached_property
    def _by_source(self) -> dict[str, BlogPage]:
        return {page.file.src_uri: page for page in self.all()}

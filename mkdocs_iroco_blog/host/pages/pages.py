"""The blog's pages for the host: a post with its own reader, a view without a source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_iroco_blog.core.model import Overview, Post, Term, View, ViewPage
from mkdocs_iroco_blog.layout.context import LinkContext
from mkdocs_iroco_blog.layout.fragments import Introduction
from mkdocs_iroco_blog.publish.sitemap import changed, last_change, view_changed

_DATES = ("git_revision_date", "git_creation_date")
"""What git-revision-date-localized says of pages: of one without a source, that it is of today."""


def shown(text: str) -> Markup:
    """Text as the host's templates take it: they do not escape, so it has to be escaped, and only once."""
    return escape(unescape(text))


class PostPage(Page):
    """A post's page. A class of its own: awesome-nav drops pages that are plain `Page`s."""

    def __init__(self, post: Post, file: File, config: MkDocsConfig, *, extends: Sequence[str] = ()) -> None:
        super().__init__(shown(post.title), file, config)
        self.post = post
        self.named_by_nav = False
        self.owner: object = None
        """The build that made the page: a site may have several blogs."""
        self._extends = extends
        self.convert: Callable[[Page, MkDocsConfig, Files], None] = Page.render
        """What gives it its content."""
        self.related: list[LinkContext] = []
        """Its `links`, once every page is converted."""
        self.update_date = last_change(changed(post))

    @property
    def path(self) -> str:
        """Its address, without slashes at its ends."""
        return self.post.path

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """The source is read already; the host's reader would take a line such as `Note: …` for metadata."""
        self.markdown = self.post.body
        self.meta = self._meta()

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the post, and let other plugins know it by the name that its heading gives it."""
        self.convert(self, config, files)
        if self._title_from_render and not self.post.title_written:
            self.rename(self._title_from_render)

    def settle(self, title: str) -> None:
        """Settle the name; themes get the authors as text, and nothing has to keep the plugin rss away any more."""
        self.rename(title)
        if self.post.authors:
            self.meta["author"] = Markup(", ").join(self.meta["author"])
        self.meta.pop("draft", None)
        if "draft" in self.post.meta:
            self.meta["draft"] = self.post.meta["draft"]

    def rename(self, title: str) -> None:
        """Give the page the name that its body showed it to have."""
        self.meta["title"] = shown(title)
        if not self.named_by_nav:
            self.title = self.meta["title"]

    def _meta(self) -> dict[str, Any]:
        post = self.post
        meta: dict[str, Any] = {**post.meta, "title": shown(post.title)}
        for key in ("description", "author", "tags", "hide", "template"):
            meta.pop(key, None)
        if post.description:
            meta["description"] = shown(post.description)
        if post.authors:
            meta["author"] = [shown(author.name) for author in post.authors]  # rss takes them one by one
        if post.hide:
            meta["hide"] = list(post.hide)
        if post.template:
            meta["template"] = post.template
        if post.unlisted or post.redirect_to:
            meta["search"] = {**_mapping(meta.get("search")), "exclude": True}
            meta["draft"] = True  # until `settle`
        elif post.tags:
            meta["tags"] = [_without_markup(tag) for tag in post.tags]
        if self._extends:
            meta["__extends"] = list(self._extends)  # tells Material's meta plugin that these defaults are in
        return meta


@dataclass(frozen=True, slots=True)
class Opening:
    """What the site that a blog comes from says at the head of a list."""

    meta: Mapping[str, Any]
    html: Callable[[], str]
    """Made late: it may show any page of the site."""


class ListPage(Page):
    """A page that lists posts or terms: a numbered page of a view, or an overview.

    It may have a Markdown file, its introduction, or an `Opening` in its place; without either there is nothing
    to read or to convert.
    """

    def __init__(
        self,
        listing: View | Overview,
        view_page: ViewPage | None,
        file: File,
        config: MkDocsConfig,
        *,
        name: str,
        introduced: bool,
        opening: Opening | None = None,
    ) -> None:
        super().__init__(None, file, config)
        self.own_class: type[Page] = type(self)
        """mkdocs-section-index gives pages another."""
        self.introduced = introduced
        """It has a Markdown file, the author's or another plugin's."""
        self.opening = opening
        self.usual_name = name
        """What the blog calls such a page."""
        self.listing = listing
        self.view_page = view_page
        self.first: ListPage = self
        """The first page of the same view: it has the introduction, and the front matter."""
        self.number = ""
        """Of a later page, in words: `Page 2`."""
        self.headings: list[AnchorLink] = []
        """Those of its introduction."""
        self.named_by_nav = False
        self.owner: object = None
        """The build that made the page: a site may have several blogs."""
        self.former_ids: Callable[[], Mapping[str, Sequence[str]]] = dict
        """Of an overview that takes the place of another site's: the ids that terms had there, by their names."""
        self.introduction: Introduction | None = None
        """What its own file says, kept before the page's content becomes the view."""
        changed_at = view_changed(listing)
        if changed_at:
            self.update_date = last_change(changed_at)

    @property
    def path(self) -> str:
        """Its address, without slashes at its ends."""
        return self.view_page.path if self.view_page else self.listing.path

    def take_usual_name(self) -> None:
        """Have a title where neither the navigation nor an introduction gives one."""
        if not self.introduced and "title" not in self.__dict__:
            self.title = shown(self.usual_name)

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the introduction, and keep the page out of the search index."""
        if self.introduced:
            super().read_source(config)
        else:
            self.markdown, self.meta = "", dict(self.opening.meta) if self.opening else {}
            self.meta.update({key: value for key, value in self.first.meta.items() if key != "title"})
            if self.meta.get("description"):
                self.meta["description"] = shown(str(self.meta["description"]))
        self.meta["search"] = {**_mapping(self.meta.get("search")), "exclude": True}
        self.meta["draft"] = True  # until `settle_title`: rss takes every other page for an article
        if "title" in self.meta:
            self.meta["title"] = shown(str(self.meta["title"]))
            self.title = self.meta["title"]

    def settle_title(self) -> None:
        """Settle the title: nav's, the introduction's, or what the blog calls such a page.

        The theme gets it as `meta.title`, too: Material takes the escapes out of `page.title`.
        """
        self.meta.pop("draft", None)
        if not self.introduced:
            for key in [key for key in self.meta if key.startswith(_DATES)]:
                del self.meta[key]
        named = self.named_by_nav or "title" in self.meta or self._title_from_render or not self.introduced
        if self.first is not self and not self.introduced:
            title = self.first.title if self.first.meta.get("title") else shown(self.usual_name)
            self.title = escape(f"{unescape(title or '')} – {self.number}")
        elif not named and not self.is_homepage:
            self.title = shown(self.usual_name)
        if not self.is_homepage:
            self.meta["title"] = shown(self.title or self.usual_name)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the introduction."""
        if self.introduced:
            super().render(config, files)
        else:
            self.content = self.opening.html() if self.opening else ""
            self.toc, self.present_anchor_ids = TableOfContents([]), self._anchors()

    def _anchors(self) -> set[str]:
        """Ids that links from other pages may name: those of an overview's terms."""
        groups = self.listing.groups if isinstance(self.listing, Overview) else ()
        former = (anchor for anchors in self.former_ids().values() for anchor in anchors)
        return {*(group.slug for group in groups if isinstance(group, Term)), *former}


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _without_markup(tag: str) -> str:
    """A tag for themes and plugins that print it as it is; an ampersand stays, as slugs are made of it."""
    return tag.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")

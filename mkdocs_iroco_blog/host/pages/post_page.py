"""The page of a post."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.posts.private import TELLING
from mkdocs_iroco_blog.publish.sitemap import lastmod, post_change

from .page import (
    AddressedPage,
    as_mapping,
    as_markup,
    convert_written,
    lenient_links,
    set_content,
    set_title,
    without_markup,
)

Convert = Callable[[Page, MkDocsConfig, Files], None]
"""Converts a page's Markdown, as `Page.render` does."""


class PostPage(AddressedPage):
    """The page of a post. A class of its own, because awesome-nav drops pages that are plain `Page`s."""

    def __init__(
        self, post: Post, file: File, config: MkDocsConfig, *, convert: Convert, extends: Sequence[str] = ()
    ) -> None:
        """`extends` lists the folder defaults that the post has already, for Material's meta plugin."""
        super().__init__(as_markup(post.title), file, config)
        self.post = post
        self.named_by_nav = False
        self.too_deep = False
        """The text cannot be converted, so it is shown as it was written."""
        self.rendered: str | None = None
        """The HTML of the post's own text, before other plugins change it."""
        self.locked = False
        """Nothing but the page may hold the text, and the page holds it in a form that only some can read."""
        self._convert = convert
        self._extends = extends
        self.edit_url = without_markup(self.edit_url)  # the file's name is in it
        self.update_date = lastmod(post_change(post))

    @property
    def path(self) -> str:
        """The post's address, without slashes at its ends."""
        return self.post.path

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Take what was read already: the host's own reader would take a line such as `Note: …` for metadata."""
        self.markdown = self.post.body
        self.meta = self._meta()
        self._written = self.markdown
        if self.post.locked:
            self.lock()

    def lock(self) -> None:
        """Give other plugins no text but the page's own, which the plugin that locks the page needs."""
        self.locked = True
        for key in TELLING:
            if key != "password":  # which the plugin that locks the page reads
                self.meta.pop(key, None)
        self.meta["search"] = {**as_mapping(self.meta.get("search")), "exclude": True}
        self.meta["draft"] = True  # until `settle`: rss skips drafts

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the post. If its heading is its title, other plugins see that title from now on."""
        try:
            with lenient_links(from_root=True):
                self.rendered = convert_written(self, self._written, partial(self._convert, self, config, files))
        except RecursionError:  # Python-Markdown calls itself for each level of lists and quotations
            self.too_deep = True
            set_content(self, f"<pre>{escape(self.markdown or '')}</pre>", TableOfContents([]))
        if self._title_from_render and not self.post.title_written:
            self._name(self._title_from_render)

    def settle(self, title: str) -> None:
        """Set the final title. Give themes the authors as text, and drop the mark that kept the post out of rss."""
        self._name(title)
        if self.post.authors:
            self.meta["author"] = Markup(", ").join(self.meta["author"])
        self.meta.pop("draft", None)
        if "draft" in self.post.meta:
            self.meta["draft"] = self.post.meta["draft"]

    def _name(self, title: str) -> None:
        set_title(self, title, in_nav=not self.named_by_nav)

    def _meta(self) -> dict[str, Any]:
        post = self.post
        meta: dict[str, Any] = {**without_markup(dict(post.meta)), "title": as_markup(post.title)}
        for key in ("description", "author", "tags", "hide", "template"):
            meta.pop(key, None)
        if "password" in post.meta:
            meta["password"] = post.meta["password"]  # as it is, because readers type it
        if post.description:
            meta["description"] = as_markup(post.description)
        if post.authors:
            meta["author"] = [as_markup(author.name) for author in post.authors]  # rss reads them one by one
        if post.hide:
            meta["hide"] = list(post.hide)
        if post.template:
            meta["template"] = post.template
        if post.unlisted or post.redirect_to:
            meta["search"] = {**as_mapping(meta.get("search")), "exclude": True}
            meta["draft"] = True  # until `settle`: rss skips drafts
        elif post.tags:
            meta["tags"] = without_markup(list(post.tags))
        if self._extends:
            meta["__extends"] = list(self._extends)
        return meta


class PostLink(Link):
    """A link to a post in the navigation. The page itself would be a step on the way through the documentation."""

    def __init__(self, page: PostPage) -> None:
        self.page = page

    @property
    def title(self) -> str:  # type: ignore[override]
        """The page's title, which is final when every page is converted."""
        return self.page.title or ""

    @property
    def url(self) -> str:  # type: ignore[override]
        """The page's URL under the site's root."""
        return self.page.url

    @property
    def active(self) -> bool:  # type: ignore[override]
        """Whether the host is writing this page, so that themes mark it as they mark pages."""
        return self.page.active


def locking_keys(config: MkDocsConfig) -> Sequence[str]:
    """Return the keys of front matter that lock a post. The plugin encryptcontent reads more than `password`."""
    return ("password", "level", "obfuscate") if "encryptcontent" in config.plugins else ("password",)


def is_locked(page: Page) -> bool:
    """Whether a page is a post of which nothing but the page may hold the text."""
    return isinstance(page, PostPage) and page.locked

"""A page that lists posts or terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from mkdocs_iroco_blog.core.model import Overview, Term, View, ViewPage
from mkdocs_iroco_blog.publish.sitemap import lastmod, view_change

from .page import AddressedPage, as_mapping, as_markup, lenient_links, plain_text, set_content, set_title

_DATES = ("git_revision_date", "git_creation_date")
"""Keys that git-revision-date-localized sets. For a page without a source it would say today."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The head of a list, as the Jekyll site has it."""

    meta: Mapping[str, Any]
    html: Callable[[], str]
    """Called late, because it may show any page of the site."""
    source: str
    """The page of the site that it comes from."""
    text: Callable[[], str]
    """Reads that page's file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """Everything that a list page is made of, besides its file."""

    listing: View | Overview
    view_page: ViewPage
    """The numbered page of the view. An overview has one, without posts."""
    name: str
    """Title of the page if neither `nav` nor an introduction gives one."""
    number: str = ""
    """Number of a later page, in words: `Page 2`."""
    first: ListPage | None = None
    """The first page of the same view, for a later one: it has the introduction and the front matter."""
    introduced: bool = False
    """Whether there is a Markdown file for the page, the author's or another plugin's."""
    opening: Opening | None = None
    former_ids: Callable[[], Mapping[str, Sequence[str]]] = dict
    """For an overview that replaces a page of the Jekyll site: the ids that terms had there, by their names."""

    @property
    def path(self) -> str:
        """The page's address, without slashes at its ends."""
        return self.view_page.path

    @property
    def is_index(self) -> bool:
        """Whether this is a page of the blog's index."""
        return isinstance(self.listing, View) and self.listing.kind == "index"


class ListPage(AddressedPage):
    """A numbered page of a view, or an overview.

    Its introduction is a Markdown file or an `Opening`. Without either there is nothing to read or to convert.
    """

    def __init__(self, spec: ListSpec, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.own_class: type[Page] = type(self)
        """mkdocs-section-index changes the class of pages; see `section_index`."""
        self.spec = spec
        self.named_by_nav = False
        newest = view_change(spec.listing)
        if newest:
            self.update_date = lastmod(newest)

    @property
    def path(self) -> str:
        """The page's address, without slashes at its ends."""
        return self.spec.path

    @property
    def first(self) -> ListPage:
        """The first page of the same view, often this one."""
        return self.spec.first or self

    def take_usual_name(self) -> None:
        """Take the blog's own name for such a page, if neither `nav` nor an introduction gives one."""
        if not self.spec.introduced and "title" not in self.__dict__:
            set_title(self, self.spec.name, in_meta=False)

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the introduction, and keep the page out of the search index."""
        if self.spec.introduced:
            super().read_source(config)
        else:
            self.markdown, self.meta = "", dict(self.spec.opening.meta) if self.spec.opening else {}
            self.meta.update({key: value for key, value in self.first.meta.items() if key != "title"})
            if self.meta.get("description"):
                self.meta["description"] = as_markup(str(self.meta["description"]))
        self.meta["search"] = {**as_mapping(self.meta.get("search")), "exclude": True}
        self.meta["draft"] = True  # until `settle`: rss takes every other page for an article
        if "title" in self.meta:
            set_title(self, str(self.meta["title"]))

    def settle(self) -> None:
        """Set the final title, in `meta` too: Material unescapes `page.title`. Drop the mark that kept rss away."""
        self.meta.pop("draft", None)
        if not self.spec.introduced:
            for key in [key for key in self.meta if key.startswith(_DATES)]:
                del self.meta[key]
        if self.first is not self and not self.spec.introduced:
            name = self.first.title if self.first.meta.get("title") else self.spec.name
            set_title(self, f"{plain_text(name)} – {self.spec.number}", in_meta=False)
        elif not self._has_title() and not self.is_homepage:
            set_title(self, self.spec.name, in_meta=False)
        if not self.is_homepage:
            set_title(self, self.title or self.spec.name, in_nav=False)

    def _has_title(self) -> bool:
        return bool(self.named_by_nav or "title" in self.meta or self._title_from_render or not self.spec.introduced)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the introduction."""
        if self.spec.introduced:
            with lenient_links():
                super().render(config, files)
        else:
            set_content(self, self.spec.opening.html() if self.spec.opening else "", TableOfContents([]))
            self.present_anchor_ids = self._anchors()

    def _anchors(self) -> set[str]:
        """Ids that links from other pages may name: those of an overview's terms."""
        groups = self.spec.listing.groups if isinstance(self.spec.listing, Overview) else ()
        former = (anchor for anchors in self.spec.former_ids().values() for anchor in anchors)
        return {*(group.slug for group in groups if isinstance(group, Term)), *former}

"""A page that lists posts or terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_iroco_blog.core.html.body import split_heading
from mkdocs_iroco_blog.core.html.list_place import (
    ListPlace,
    heading_line,
    place_list,
    placeholder,
    split_at_list,
    without_names,
)
from mkdocs_iroco_blog.core.inserts.marker import Marker
from mkdocs_iroco_blog.core.inserts.read import only_blog
from mkdocs_iroco_blog.core.model import Overview, Term, View, ViewPage
from mkdocs_iroco_blog.publish.sitemap import lastmod, view_change

from .page import (
    AddressedPage,
    as_mapping,
    as_markup,
    convert_written,
    lenient_links,
    plain_text,
    set_content,
    set_title,
)

_DATES = ("git_revision_date", "git_creation_date", "revision_date", "created_at", "updated_at")
"""Keys that both git-revision-date plugins and shadcn set. For a page without a source they date another file."""


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
    names_page: bool = False
    """The list's title is the heading that the head opens with, if there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """Everything that a list page is made of, besides its file."""

    listing: View | Overview
    view_page: ViewPage
    """The numbered page of the view. An overview has one, without posts."""
    blog: str = ""
    """The blog's name, by which inserts call it."""
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

    Its introduction is a Markdown file or an `Opening`. Other plugins see a page with a heading, the introduction, and
    a placeholder for the list.
    """

    def __init__(self, spec: ListSpec, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.own_class: type[Page] = type(self)
        """mkdocs-section-index changes the class of pages; see `section_index`."""
        self.spec = spec
        self.named_by_nav = False
        self.written_introduction = ""
        """The HTML of the introduction, before other plugins change it."""
        self.list_markers: Sequence[Marker] = ()
        """The comments that ask for the list. It stands in the place of the first."""
        self._own_content: str | None = None
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
        """Read the introduction. A page without one stays out of the search index."""
        if self.spec.introduced:
            super().read_source(config)
        else:
            self.markdown, self.meta = "", dict(self.spec.opening.meta) if self.spec.opening else {}
            self.meta.update({key: value for key, value in self.first.meta.items() if key != "title"})
            if self.meta.get("description"):
                self.meta["description"] = as_markup(str(self.meta["description"]))
        if not self.spec.introduced:
            self.meta["search"] = {**as_mapping(self.meta.get("search")), "exclude": True}
        if not (self.markdown or "").strip():
            self.markdown = heading_line(self._name)
        self._written = self.markdown or ""
        self.meta["draft"] = True  # until `settle`: rss takes every other page for an article
        if "title" in self.meta:
            set_title(self, str(self.meta["title"]))

    def settle(self) -> None:
        """Set the final title, in `meta` too: Material unescapes `page.title`. Drop the mark that kept rss away.

        Drop the entries' names from a page that search reads next: it finds the posts themselves.
        """
        self.meta.pop("draft", None)
        if self.spec.introduced:
            set_content(self, without_names(self.content or ""))
        else:
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

    @property
    def _name(self) -> str:
        return plain_text(self.meta.get("title") or self.spec.name)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the introduction, and put the placeholder of the list into its place."""
        listing, opening, ids = self.spec.listing, self.spec.opening, {self.spec.listing.id, *self._anchors()}
        is_changed = self.spec.introduced or (self.markdown or "").strip() != self._written.strip()
        if is_changed:
            with lenient_links():
                convert = partial(super().render, config, files)
                self.written_introduction = convert_written(self, self._written, convert)
            html = self.content or ""
            ids |= self.present_anchor_ids or set()
        else:
            html = f'<h1 id="{listing.id}">{escape(self._name)}</h1>'
            self.toc = TableOfContents([AnchorLink(str(escape(self._name)), listing.id, 1)])
        if opening:
            html = self._open(opening, html)
        names = [group.name for group in listing.groups] if isinstance(listing, Overview) else ()
        entries = placeholder(names or [post.title for post in self.spec.view_page.posts])
        html, self.list_markers = place_list(html, entries, self._asks_for_list)
        set_content(self, html)
        self._own_content = None if is_changed or opening else self.content
        self.present_anchor_ids = ids

    def _open(self, opening: Opening, html: str) -> str:
        """Put the head of the Jekyll site's page into the place of the usual heading, or below it if it has none."""
        self.written_introduction = above = opening.html()
        heading, _, _ = split_heading(above)
        if heading and opening.names_page and not self.named_by_nav:
            set_title(self, heading.striptags(), in_meta=False)
        return above + split_heading(html)[2] if "<h1" in above else f"{html}\n{above}"

    def place(self) -> ListPlace:
        """Return the place of the list on the page, as other plugins left it."""
        if self.content == self._own_content:
            return ListPlace()
        banner_id = self.spec.listing.id if self.spec.introduced and self.spec.is_index else ""
        place = split_at_list(self.content or "", banner_id=banner_id)
        is_unchanged = not self.spec.introduced and plain_text(place.heading) == self._name
        return replace(place, heading=None, anchor=None) if is_unchanged else place

    def _asks_for_list(self, marker: Marker) -> bool:
        """Whether a comment is the place of this list, and not that of an insert."""
        return marker.name == "posts" and only_blog(marker.keys) in ("", self.spec.blog)

    def _anchors(self) -> set[str]:
        """Ids that links from other pages may name: those of an overview's terms."""
        groups = self.spec.listing.groups if isinstance(self.spec.listing, Overview) else ()
        former = (anchor for anchors in self.spec.former_ids().values() for anchor in anchors)
        return {*(group.slug for group in groups if isinstance(group, Term)), *former}

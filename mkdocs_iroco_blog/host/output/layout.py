"""Lays out the blog's pages, before the theme gets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.html.list_place import ListPlace
from mkdocs_iroco_blog.core.inserts.marker import has_markers
from mkdocs_iroco_blog.core.model import Overview, View
from mkdocs_iroco_blog.core.permalinks import relative_address
from mkdocs_iroco_blog.host.compat.material_syntax import STYLESHEET, wants_styles
from mkdocs_iroco_blog.host.inserts.fill import Inserts
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPage, BlogPages
from mkdocs_iroco_blog.host.pages.list_page import ListPage
from mkdocs_iroco_blog.host.pages.mermaid import script_tag
from mkdocs_iroco_blog.host.pages.page import plain_text
from mkdocs_iroco_blog.host.pages.post_page import PostPage
from mkdocs_iroco_blog.host.pages.toc import below_heading, entry_links, headings, sections
from mkdocs_iroco_blog.layout.context.parts import LinkContext
from mkdocs_iroco_blog.layout.fragments import Fragments
from mkdocs_iroco_blog.layout.includes import INCLUDE_CLASS, INCLUDE_STYLESHEET
from mkdocs_iroco_blog.layout.introduction import Introduction, introduce

from .bodies import ListIntroduction
from .metadata import HeadMaker, HeadTags


@dataclass(frozen=True, slots=True)
class LaidOutPage:
    """A page with header, footer and lists, as the theme gets it."""

    inputs: tuple[object, ...]
    """The `page_inputs` that it was made from."""
    html: str
    head: HeadTags
    findings: tuple[Finding, ...]


def page_inputs(page: BlogPage) -> tuple[object, ...]:
    """Return the values of the host's page that a layout depends on, which a plugin may change until our turn."""
    return (page.title, page.meta.get("description"), headings(page.toc), hash(page.content))


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Lays out pages. The result depends on nothing that changes when another page is laid out."""

    pages: BlogPages
    fragments: Fragments
    heads: HeadMaker
    introductions: Mapping[str, ListIntroduction]
    links: Mapping[str, Sequence[LinkContext]]
    """The links that front matter asks for below each post, by its path."""
    related: Mapping[str, Sequence[str]]
    """The sources of each post's related posts, by its source."""
    toc_starts: Mapping[str, int | None]
    """The width from which the theme shows each post's table of contents, by the post's path."""
    browse: Sequence[str]
    """The paths of the overviews that the index links to."""
    locked: Mapping[str, str]
    """The texts of locked posts, by their sources."""
    inserts: Inserts
    config: MkDocsConfig

    def lay_out(self, page: BlogPage) -> LaidOutPage:
        """Lay out a page."""
        inputs = page_inputs(page)
        html = self._post(page) if isinstance(page, PostPage) else self._list(page)
        # A locked text needs its styles and scripts as soon as a reader has unlocked it.
        secret = self.locked.get(page.post.source, "") if isinstance(page, PostPage) else ""
        extra_html = self.fragments.head(page.path) + self.extra_html(page.url, html + secret)
        return LaidOutPage(inputs, html, self.heads.head_tags(page, extra_html), self.fragments.take_findings())

    def with_lists(self, page: Page) -> str | None:
        """Return the text of a page that is not the blog's, with its lists; None if it has none."""
        mentions = self.inserts.below(page)
        has_lists = mentions or has_markers(page.content)
        return self.inserts.fill(page.content or "", page) + mentions if has_lists else None

    def set_tocs(self) -> None:
        """Give every list its table of contents."""
        for page in self.pages.lists:
            page.toc = self._list_toc(page)

    def _list_toc(self, page: ListPage) -> TableOfContents:
        """Return the table of contents of a list."""
        listing, first = page.spec.listing, self.introductions[page.first.path]
        is_introduced = page is page.first or self.pages.settings.pagination_keep_content
        anchor = first.html.heading_id if is_introduced else None
        toc = below_heading(plain_text(page.first.title), anchor or listing.id, first.headings if is_introduced else ())
        if isinstance(listing, View) and listing.toc:
            links = toc.items[0].children
            below = (place for place, link in enumerate(links) if first.html.concludes(link.id))
            position = next(below, len(links))
            posts = page.spec.view_page.posts
            links[position:position] = entry_links((self.fragments.site.title(post), post.id) for post in posts)
        return toc

    def _post(self, page: PostPage) -> str:
        start = self.toc_starts[page.path]
        toc = [] if start == 0 else sections(page.toc)
        links, related = self.links[page.path], self.related[page.post.source]
        content = self.inserts.fill(page.content or "", page)
        mentions = () if self.inserts.has_mentions(page) else self.fragments.mentions.below(page.post)
        return self.fragments.post(
            page.post, content, toc=toc, toc_below=start or 0, links=links, related=related, mentions=mentions
        )

    def _list(self, page: ListPage) -> str:
        """Put a list between what other plugins have before and after its place."""
        title, listing, place = plain_text(page.first.title), page.spec.listing, page.place()

        def fill(html: str, part: str) -> str:
            return self.inserts.fill(html, page, part)

        introduction = self._introduction(page, place).filled(fill, page.url)
        if isinstance(listing, Overview):
            html = self.fragments.overview(listing, introduction, title=title)
        else:
            description = plain_text(page.first.meta.get("description"))
            browse = self.browse if page is self.pages.index else ()
            html = self.fragments.view(
                listing, page.spec.view_page, introduction, title=title, description=description, browse=browse
            )
        return f"{fill(place.before, 'above')}{html}{fill(place.after, 'below')}"

    def _introduction(self, page: ListPage, place: ListPlace) -> Introduction:
        first = self.introductions[page.first.path].html
        if page is page.first:
            heading, anchor = place.heading or first.heading, place.anchor or first.heading_id
            return introduce(heading, anchor, place.introduction, place.conclusion, url=page.url, titled=place.titled)
        if self.pages.settings.pagination_keep_content:
            return replace(first, titled=False)
        return introduce(first.heading, None, place.introduction, url=page.url)

    def extra_html(self, url: str, html: str) -> str:
        """Return the tags of the styles and scripts that HTML of posts needs on the page at `url`."""
        styles = ""
        if wants_styles(html, self.config):
            styles = f'<link rel="stylesheet" href="{escape(relative_address(STYLESHEET, url))}">'
        return styles + include_styles(html, url) + script_tag(self.pages.settings.mermaid, html, url)


def include_styles(html: str, url: str) -> str:
    """Return the tag of the stylesheet for includes of Jekyll themes, if the page at `url` shows one."""
    address = relative_address(INCLUDE_STYLESHEET, url)
    return f'<link rel="stylesheet" href="{escape(address)}">' if INCLUDE_CLASS in html else ""

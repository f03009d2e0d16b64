"""Puts lists in the place of the inserts of a page, the blog's own or any other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.inserts.marker import MOST, SIGN, Marker, has_markers, replace_markers
from mkdocs_iroco_blog.core.inserts.read import read_insert
from mkdocs_iroco_blog.core.inserts.values import Insert, MentionsInsert
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPage
from mkdocs_iroco_blog.host.pages.list_page import ListPage
from mkdocs_iroco_blog.host.pages.post_page import PostPage
from mkdocs_iroco_blog.layout.fragments import Fragments

from .blogs import Blogs

_AT_END = MentionsInsert(level=2)
"""Below a page's title, a heading of this level is in order after sections of any level."""
_SECTION = re.compile(rf'<section class="[^"]*{SIGN}".*?</section>', re.DOTALL)


def inserted(output: str) -> str:
    """Return the lists in a rendered page."""
    return "".join(_SECTION.findall(output))


@dataclass(frozen=True, slots=True)
class Inserts:
    """The inserts that one blog fills in. Those of other blogs stay, and each blog comes to every page."""

    fragments: Fragments
    blogs: Blogs
    name: str
    """The name of the blog."""
    pages: Mapping[str, Sequence[Insert]]
    """Its inserts on each page that has any, by the page's source."""
    findings: Sequence[Finding]

    def fill(self, html: str, page: Page, part: str = "list") -> str:
        """Put lists in the place of this blog's inserts in a part of a page, whose name no other part has."""
        if not has_markers(html):
            return html
        numbers = count(1)

        def render(marker: Marker) -> str | None:
            number = next(numbers)
            if number > MOST:
                return ""
            insert, _ = read_insert(marker.name, marker.keys)
            owner = self.blogs.owner(insert, page)
            if owner is None or insert is None:  # a message says why
                return "" if self.blogs.default(page) == self.name else None
            return self._render(insert, page, marker.level, f"{part}{number}") if owner == self.name else None

        return replace_markers(html, render)

    def below(self, page: Page) -> str:
        """Return the list of posts that mention a page that is not a blog's, for its end; "" if a line shows it."""
        pages = self.blogs.by_name[self.name]
        if not pages.settings.mentions or self.blogs.has(page) or self.blogs.lister(page) != self.name:
            return ""
        if hides_mentions(page) or self.has_mentions(page):
            return ""
        return self._render(_AT_END, page, 2, "")

    def has_mentions(self, page: Page) -> bool:
        """Whether a line in a page lists the posts that mention it."""
        return any(isinstance(insert, MentionsInsert) for insert in self.pages.get(page.file.src_uri, ()))

    def rendered(self, page: BlogPage) -> Sequence[str]:
        """Render the inserts of a page of the blog: the values by which two builds can be compared."""
        if not self.pages:
            return ()
        first = page.first if isinstance(page, ListPage) else page
        inserts = self.pages.get(first.file.src_uri, ())
        return [self._render(insert, page, 2, "") for insert in inserts]

    def head(self, page: Page, output: str) -> str:
        """Return the tags for the head of a page that is not the blog's and shows an insert; else an empty text."""
        if SIGN not in output or self.blogs.has(page):
            return ""
        tags = self.fragments.insert_head(page.url)
        return "" if tags in output else tags

    def _render(self, insert: Insert, page: Page, level: int, name: str) -> str:
        blog_page = self.blogs.by_name[self.name].find(page)
        post = blog_page.post if isinstance(blog_page, PostPage) else None
        return self.fragments.insert(insert, page.url, level=level, without=post, name=name)


def hides_mentions(page: Page) -> bool:
    """Whether a page's front matter says `hide: [mentions]`."""
    hidden = page.meta.get("hide")
    return "mentions" in (hidden if isinstance(hidden, list) else [hidden])

"""Reads the inserts of all pages, as soon as each is converted, and reports what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.inserts.choose import unknown_terms
from mkdocs_iroco_blog.core.inserts.marker import MOST, Marker, find_markers, has_markers, line_of
from mkdocs_iroco_blog.core.inserts.read import read_insert
from mkdocs_iroco_blog.core.inserts.values import Insert, MentionsInsert
from mkdocs_iroco_blog.core.messages import inserts as messages
from mkdocs_iroco_blog.core.model import State
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPages
from mkdocs_iroco_blog.host.pages.files import source_text
from mkdocs_iroco_blog.host.pages.post_page import PostPage
from mkdocs_iroco_blog.layout.fragments import Fragments

from .blogs import Blogs, blog_name
from .fill import Inserts


def collect_inserts(
    fragments: Fragments, pages: BlogPages, blogs: Blogs, files: Files, locked: Mapping[str, str]
) -> Inserts:
    """Read the inserts of a blog. `locked` has the texts of its locked posts, by their sources."""
    collector = _Collector(fragments, pages, blogs)
    inserts: dict[str, list[Insert]] = {}
    findings: list[Finding] = []
    for file in files.documentation_pages():
        page, text = file.page, locked.get(file.src_uri)
        html = text or (page.content if page else None)
        if page and html and has_markers(html):
            markers = find_markers(html)
            results = [collector.read(page, marker) for marker in markers[:MOST]]
            findings += collector.surplus(page, markers)
            inserts[file.src_uri] = [insert for insert, _ in results if insert and not text]
            findings += collector.locked(page, html) if text else (it for _, faults in results for it in faults)
    own_inserts = {source: values for source, values in inserts.items() if values}
    return Inserts(fragments, blogs, collector.name, own_inserts, findings)


@dataclass(frozen=True, slots=True)
class _Collector:
    """Reads the inserts of one blog."""

    fragments: Fragments
    pages: BlogPages
    blogs: Blogs

    @property
    def name(self) -> str:
        """The name of the blog."""
        return blog_name(self.pages)

    def read(self, page: Page, marker: Marker) -> tuple[Insert | None, Sequence[Finding]]:
        """Return an insert if it is this blog's, and the findings about it that no other blog reports."""
        place = self._place(page, marker)
        insert, faults = read_insert(marker.name, marker.keys, *place)
        owner = self.blogs.owner(insert, page)
        if insert and not isinstance(insert, MentionsInsert) and owner is None:
            owner = self.blogs.default(page)
            faults.append(self.blogs.unknown(insert.blog, marker.name, *place))
            insert = None
        elif insert and owner == self.name:
            faults += unknown_terms(self.fragments.site, insert, *place)
        return (insert, self._reported(page, faults)) if owner == self.name else (None, ())

    def locked(self, page: Page, html: str) -> Sequence[Finding]:
        """Report the inserts in the text of a locked post."""
        faults = [
            messages.INSERT_IN_LOCKED_POST(*self._place(page, marker), name=marker.name)
            for marker in find_markers(html)
        ]
        return self._reported(page, faults)

    def surplus(self, page: Page, markers: Sequence[Marker]) -> Sequence[Finding]:
        """Report a page with too many inserts. The blog that the page means does."""
        if len(markers) <= MOST or self.blogs.default(page) != self.name:
            return ()
        fault = messages.TOO_MANY_INSERTS(*self._place(page, markers[MOST]), number=len(markers), most=MOST)
        return self._reported(page, [fault])

    def _place(self, page: Page, marker: Marker) -> tuple[str, int | None]:
        return page.file.src_uri, line_of(marker, source_text(page.file))

    def _reported(self, page: Page, faults: Sequence[Finding]) -> Sequence[Finding]:
        """Return the findings about a page that this edition of the site reports: not those of another language."""
        if self.pages.edition and not self.pages.edition.is_translated(page.file):
            return ()
        post = self.pages.find(page)
        is_draft = isinstance(post, PostPage) and post.post.state is not State.PUBLISHED
        return [replace(fault, draft=True) for fault in faults] if is_draft else faults

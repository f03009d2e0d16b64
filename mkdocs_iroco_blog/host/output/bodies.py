"""The bodies of posts and the introductions of lists, taken from the converted pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import AnchorLink

from mkdocs_iroco_blog.core.findings import Finding, Level
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, read_front_matter
from mkdocs_iroco_blog.core.html.additions import mark_text
from mkdocs_iroco_blog.core.html.body import (
    Body,
    check_excerpt,
    finish_body,
    mend_root_links,
    without_text,
)
from mkdocs_iroco_blog.core.html.malformed_links import malformed_link_problem, malformed_links
from mkdocs_iroco_blog.core.html.pictures import load_first_picture
from mkdocs_iroco_blog.core.html.revealed import pieces_of
from mkdocs_iroco_blog.core.html.root_links import root_link_findings
from mkdocs_iroco_blog.core.inserts.marker import lines_of
from mkdocs_iroco_blog.core.messages.addresses import NO_PICTURE
from mkdocs_iroco_blog.core.messages.inserts import SECOND_LIST
from mkdocs_iroco_blog.core.messages.posts import NESTED_TOO_DEEPLY
from mkdocs_iroco_blog.core.messages.terms import INVALID_PLANNED
from mkdocs_iroco_blog.core.model import Post, State, View
from mkdocs_iroco_blog.core.permalinks import is_outside
from mkdocs_iroco_blog.core.terms.series import read_planned
from mkdocs_iroco_blog.host.compat.encryptcontent import hand_over
from mkdocs_iroco_blog.host.load.pictures import Pictures
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPages
from mkdocs_iroco_blog.host.pages.files import FileIndex, source_text
from mkdocs_iroco_blog.host.pages.list_page import ListPage
from mkdocs_iroco_blog.host.pages.nav import name_section
from mkdocs_iroco_blog.host.pages.page import set_content
from mkdocs_iroco_blog.host.pages.speed import Speed
from mkdocs_iroco_blog.host.pages.toc import below_heading
from mkdocs_iroco_blog.layout.introduction import Introduction, introduce

from .related import missing_file


@dataclass(frozen=True, slots=True)
class ListIntroduction:
    """The introduction of a list."""

    html: Introduction
    headings: Sequence[AnchorLink]


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of posts, by their sources. Those of locked posts have no text."""

    by_source: Mapping[str, Body]
    locked: Mapping[str, str]
    """The texts of locked posts, by their sources."""
    findings: list[Finding]

    def locked_pieces(self) -> dict[str, Sequence[str]]:
        """Return the pieces of text by which a page would reveal a locked post, by the posts' sources."""
        return {source: pieces_of(html) for source, html in self.locked.items()}


def make_bodies(pages: BlogPages, pictures: Pictures, config: MkDocsConfig, speed: Speed) -> Bodies:
    """Parse each post's HTML into a `Body`, and set its page's content and title."""
    bodies: dict[str, Body] = {}
    locked: dict[str, str] = {}
    findings: list[Finding] = []
    level = config.validation.links.absolute_links
    for page in pages.posts:
        post, content = page.post, page.content or ""
        make = finish_body if page.locked else speed.body  # no cache may hold a locked text
        marked = content if page.rendered is None else mark_text(content, page.rendered)
        body = make(post, marked, address=page.url, settings=pages.settings, links=pictures)
        bodies[post.source] = without_text(body) if page.locked else body
        headings = () if page.locked else page.toc
        toc = below_heading(body.title, body.heading_id or post.id, headings, shifted=body.shifted)
        if page.locked:
            locked[post.source] = hand_over(page, body.html)
        set_content(page, body.html if post.image else str(load_first_picture(body.html)), toc)
        page.settle(body.title)
        findings += [*_picture_findings(post, pictures, config), *check_excerpt(post, body, pages.settings)]
        draft, text = post.state is not State.PUBLISHED, partial(source_text, page.file)
        if page.too_deep:
            findings.append(NESTED_TOO_DEEPLY(post.source, draft=draft))
        for address in malformed_links(content):
            findings.append(malformed_link_problem(post.source, address, text(), draft=draft))
        findings += root_link_findings(post.source, body.html, text, level, draft=draft)
    return Bodies(bodies, locked, findings)


def read_introductions(pages: BlogPages, index: FileIndex, title: str) -> dict[str, ListIntroduction]:
    """Return what lists have above their posts, by their paths, and settle the lists' titles.

    `title` is the heading of an index that has none.
    """
    introductions = {}
    for page in pages.lists:
        if page.spec.opening:
            set_content(page, mend_root_links(page.content or "", page.url, index))
        place = page.place()
        heading = place.heading
        if heading is None and page is pages.index:
            heading = escape(title) or None
        introduction = introduce(heading, place.anchor, place.introduction, place.conclusion, url=page.url)
        introductions[page.path] = ListIntroduction(introduction, list(page.toc))
        page.settle()
    name_section(pages.index)
    return introductions


def planned_parts(pages: BlogPages, bodies: Mapping[str, Body]) -> dict[str, tuple[str, ...]]:
    """Return the titles of the parts of each series that are planned, and not written yet, by its view's path."""
    planned: dict[str, tuple[str, ...]] = {}
    for page in pages.lists:
        if _is_series(page) and "planned" in page.meta:
            posts = page.spec.listing.posts if isinstance(page.spec.listing, View) else ()
            published = {bodies[post.source].title.casefold() for post in posts}
            with suppress(ValueError):
                titles = read_planned(page.meta["planned"])
                planned[page.path] = tuple(title for title in titles if title.casefold() not in published)
    return planned


def _is_series(page: ListPage) -> bool:
    """Whether this is the page of a series that has its Markdown file."""
    return page.first is page and isinstance(page.spec.listing, View) and page.spec.listing.kind == "series"


def introduction_findings(pages: BlogPages) -> Iterator[Finding]:
    """Report malformed links in the introductions of lists, places without effect, and unreadable planned parts."""
    for page in pages.lists:
        for marker in page.list_markers[1:]:
            source, text = _origin(page)
            lines = lines_of(marker, text)
            yield SECOND_LIST(source, lines[-1] if lines else None)
        for address in malformed_links(page.content or ""):
            source, text = _origin(page)
            yield malformed_link_problem(source, address, text)
        if _is_series(page):
            try:
                read_planned(page.meta.get("planned"))
            except ValueError as error:
                source, text = _origin(page)
                front = read_front_matter(source, text.encode())
                line = front.lines.get("planned") if isinstance(front, FrontMatter) else None
                yield INVALID_PLANNED(source, line, fault=error)


def _origin(page: ListPage) -> tuple[str, str]:
    """Return the file that introduces a list, and its text."""
    opening = page.spec.opening
    return (opening.source, opening.text()) if opening else (page.file.src_uri, source_text(page.file))


def _picture_findings(post: Post, pictures: Pictures, config: MkDocsConfig) -> Iterator[Finding]:
    """Report files that the site does not have, and pictures that are none: of the cover, and of the text before."""
    image, level = post.image, config.validation.links.not_found
    for target in (image.src, image.dark.src if image.dark else "", image.credit_url) if image else ():
        if target and not is_outside(target) and not pictures.has(target, post.source):
            yield from missing_file(post, "image", target, pictures.index.files(), config)
    for target, fault in pictures.take_broken():
        if level >= Level.INFO:  # `ignore` is lower
            draft = post.state is not State.PUBLISHED
            yield NO_PICTURE(post.source, draft=draft, level=Level(level), target=target, fault=fault)

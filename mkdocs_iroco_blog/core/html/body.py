"""Parses a post's finished HTML once, into everything that pages, views and feeds need of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from markupsafe import Markup, escape
from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.front_matter import NO_SEPARATOR
from mkdocs_iroco_blog.core.model import Post, State
from mkdocs_iroco_blog.core.permalinks import relative_address
from mkdocs_iroco_blog.core.pictures.read import PictureFile
from mkdocs_iroco_blog.core.settings import Settings

from .additions import TAG
from .excerpt import (
    Excerpt,
    cut_body,
    finish_excerpt,
    is_notebook_frame,
    parse,
    rename,
    rewrite_links,
    says_anything,
    separator_pattern,
)
from .footnotes import drop_marks
from .keywords import keywords
from .own_excerpt import excerpt_html
from .page_links import linked_addresses
from .pictures import size_pictures
from .readtime import minutes, prose, words_in
from .relocatable import RelocatableHtml

_MARKER = "<iroco-more></iroco-more>"
_MARKS = re.compile(f"{_MARKER}|</?{TAG}>")


@dataclass(frozen=True, slots=True)
class Body:
    """A post's text, ready for its page and for views."""

    html: str
    """The text as HTML, without the heading that moves to the header; headings start at `h2`."""
    heading: Markup | None
    """The opening `h1` as HTML, if it is the only one: it names the post."""
    heading_id: str | None
    title: str
    """The post's title as text: from the front matter, else the heading, else the source."""
    dropped: bool
    """An opening `h1` was removed because the header has the same text."""
    shifted: bool
    """Every heading was moved down a level."""
    words: int
    """The number of words of prose."""
    minutes: int | None
    excerpt: Excerpt
    separated: bool
    """The text has an excerpt separator."""
    keywords: tuple[str, ...]
    """The words that tell what the post is about, by how often it has them; empty if nothing needs them."""
    links: tuple[str, ...]
    """The addresses that the text links to, from `linked_addresses`."""


class RootLinks(Protocol):
    """Finds the targets of links from the site's root, such as `/images/a.png`."""

    @property
    def roots(self) -> Sequence[str]:
        """The prefixes of such links: `/`, and the site's own address if it is known."""

    def from_root(self, link: str, /) -> str | None:
        """Return the address of a link's target, or None if the site has no such file or page."""


class SiteLinks(RootLinks, Protocol):
    """Finds pictures, too."""

    def picture_at(self, address: str, /) -> PictureFile | None:
        """Return the picture at an address under the site's root, or None if its size is not known."""


def finish_body(post: Post, html: str, *, address: str, settings: Settings, links: SiteLinks) -> Body:
    """Parse a post's HTML. `address` is the post's own, under the site's root.

    If the HTML has an `iroco-text` element, all else is of other plugins: on the page, but not in title or excerpt.
    """
    marked = separator_pattern(settings.post_excerpt_separator).sub(_MARKER, html, count=1)
    body = parse(marked)
    _mend_root_links(body, address, links)
    size_pictures(body, address, links.picture_at)
    text = body.css_first(TAG) or body
    linked = linked_addresses(text, address)
    opening = _lift_heading(post, text)
    title = post.title if post.title_written else opening.text or post.title
    read = prose(text)
    words = words_in(read)
    reading = post.readtime or minutes(words, settings.post_readtime_words_per_minute)
    separated = text.css_first("iroco-more") is not None
    content = _MARKS.sub("", body.inner_html or "").strip()
    if text is not body:
        body = parse(text.inner_html or "")
    return Body(
        content, opening.html, opening.id, title, opening.dropped, opening.shifted,
        words, reading if settings.post_readtime else None, _excerpt(post, body, address, settings, links), separated,
        keywords(read, title) if settings.related else (), linked,
    )  # fmt: skip


def check_excerpt(post: Post, body: Body, settings: Settings) -> list[Finding]:
    """Report a missing separator if the option `post_excerpt` is `required`."""
    if settings.post_excerpt != "required" or body.separated or post.excerpt:
        return []
    draft = post.state is not State.PUBLISHED
    return [NO_SEPARATOR(post.source, separator=settings.post_excerpt_separator, draft=draft)]


def without_text(body: Body) -> Body:
    """Return a body of which nothing is left but the title."""
    excerpt = Excerpt(RelocatableHtml(), cut=False)
    return replace(body, html="", words=0, minutes=None, excerpt=excerpt, keywords=(), links=())


def heading_content(heading: LexborNode) -> tuple[Markup, str | None]:
    """Return a heading's content without the link to itself, and its id."""
    return _without_link(heading), heading.attributes.get("id")


def split_heading(html: str) -> tuple[Markup | None, str | None, str]:
    """Split an introduction into its opening `h1`, the id of it, and the rest.

    The rest is no `Markup`, which would escape other HTML that is joined to it.
    """
    body = parse(html)
    heading = body.css_first("h1")
    if heading is None or not _opens(body, heading):
        return None, None, html
    inner, anchor = heading_content(heading)
    heading.decompose()
    return inner, anchor, (body.inner_html or "").strip()


def whole_excerpt(post: Post, body: Body, address: str) -> Excerpt:
    """Make an excerpt of the whole post, for a view that shows full posts."""
    return finish_excerpt(parse(body.html), address=address, prefix=f"{post.id}--", cut=False)


def _excerpt(post: Post, body: LexborNode, address: str, settings: Settings, links: SiteLinks) -> Excerpt:
    if post.excerpt:
        excerpt = parse(excerpt_html(post.excerpt))
        _mend_root_links(excerpt, address, links)
        size_pictures(excerpt, address, links.picture_at)
        return finish_excerpt(excerpt, address=address, prefix=f"{post.id}--", cut=True)
    fallback = settings.excerpt_fallback
    if fallback == "description" and post.description and body.css_first("iroco-more") is None:
        return Excerpt(RelocatableHtml((f"<p>{escape(post.description)}</p>",)), cut=True)
    cut = cut_body(body, fallback)
    return finish_excerpt(body, address=address, prefix=f"{post.id}--", cut=cut)


@dataclass(frozen=True, slots=True)
class _Opening:
    """The result of moving a body's headings."""

    html: Markup | None = None
    id: str | None = None
    text: str = ""
    dropped: bool = False
    shifted: bool = False


def _lift_heading(post: Post, body: LexborNode) -> _Opening:
    """Remove an opening `h1` if the header shows it, and move other headings below the header's level."""
    headings = body.css("h1")
    opening = _Opening()
    if headings and _opens(body, headings[0]):
        opening = _opening(post, headings[0], only=len(headings) == 1)
        if opening.html is not None or opening.dropped:
            headings.pop(0).decompose()
    if headings:
        for level in (5, 4, 3, 2, 1):  # lowest level first, or a heading would move twice
            for node in body.css(f"h{level}"):
                rename(node, f"h{level + 1}")
    return replace(opening, shifted=bool(headings))


def _opening(post: Post, heading: LexborNode, *, only: bool) -> _Opening:
    inner = _without_link(heading)
    text = _title(heading)
    name = heading.attributes.get("id")
    if only and not post.titled_by_layout:
        return _Opening(inner, name, text)
    if post.title_written and _folded(text) != _folded(post.title):
        return _Opening()
    return _Opening(None, name, text, dropped=True)


def _title(heading: LexborNode) -> str:
    """Return a heading's text, without marks of footnotes."""
    if heading.css_first("a") is not None:
        heading = parse(heading.inner_html or "")
        drop_marks(heading)
    return " ".join(heading.text().split())


def _without_link(heading: LexborNode) -> Markup:
    """Remove the links to a heading itself, and return its content."""
    for link in heading.css("a.headerlink"):
        link.decompose()
    return Markup((heading.inner_html or "").strip())


def _opens(body: LexborNode, heading: LexborNode) -> bool:
    """Whether nothing visible precedes a heading. Styles, scripts and comments are not visible."""
    for child in body.iter(include_text=True):
        if child.mem_id == heading.mem_id:
            return True
        if says_anything(child):
            return is_notebook_frame(child) and _opens(child, heading)
    return False


def _folded(text: str) -> str:
    text = Markup(text).unescape().casefold()
    return "".join(letter for letter in text if letter.isalnum()) or text.strip()


def mend_root_links(html: str, address: str, links: RootLinks) -> str:
    """Make the links from the site's root relative, for the page at `address`."""
    body = parse(html)
    _mend_root_links(body, address, links)
    return body.inner_html or ""


def _mend_root_links(body: LexborNode, address: str, links: RootLinks) -> None:
    starts = tuple(links.roots)
    selectors = [f'[{name}^="{start}"]' for name in ("href", "src", "poster", "data") for start in starts]

    def mend(link: str) -> str:
        target = links.from_root(link) if link.startswith(starts) else None
        return link if target is None else relative_address(target, address)

    for node in body.css(", ".join([*selectors, '[srcset*="/"]'])):
        rewrite_links(node, mend)

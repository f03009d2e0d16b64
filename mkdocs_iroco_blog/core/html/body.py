"""A post's body, once its Markdown is HTML and every plugin has had its say: one parse, all that is needed of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from markupsafe import Markup, escape
from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.findings import Problem
from mkdocs_iroco_blog.core.model import Post, State
from mkdocs_iroco_blog.core.permalinks import relative_address
from mkdocs_iroco_blog.core.settings import Settings

from .excerpt import (
    Excerpt,
    cut_at_separator,
    cut_by_fallback,
    finish_excerpt,
    parse,
    rename,
    rewrite_links,
    says_anything,
    separator_pattern,
)
from .readtime import count_words, minutes
from .relocatable import RelocatableHtml

_MARKER = "<iroco-more></iroco-more>"


@dataclass(frozen=True, slots=True)
class Body:
    """What a post's page and the views show of its text."""

    html: str
    """The text as HTML, without the heading that the header shows; headings start at `h2`."""
    heading: Markup | None
    """The opening `h1`, as HTML, where it is the only one: it is the post's name."""
    heading_id: str | None
    title: str
    """The post's name as text: front matter's, else the heading's, else as found in the source."""
    dropped: bool
    """An opening `h1` was given up, since the header says the same."""
    shifted: bool
    """Every heading went down a level."""
    minutes: int | None
    excerpt: Excerpt
    separated: bool
    """The author says where the excerpt ends."""


class RootLinks(Protocol):
    """Finds what links from the site's root (`/images/a.png`) lead to."""

    @property
    def roots(self) -> Sequence[str]:
        """What such links begin with: `/`, and the site's own address where that is known."""

    def from_root(self, written: str, /) -> str | None:
        """The address of what a link leads to; none where it is no file or page of the site."""


def finish_body(post: Post, html: str, *, at: str, settings: Settings, links: RootLinks) -> Body:
    """Take a post's HTML apart. `at` is its address under the site's root."""
    marked = separator_pattern(settings.post_excerpt_separator).sub(_MARKER, html, count=1)
    body = parse(marked)
    _mend_root_links(body, at, links)
    opening = _lift_heading(post, body)
    title = post.title if post.title_written else opening.text or post.title
    reading = post.readtime or (minutes(count_words(body), settings.post_readtime_words_per_minute))
    separated = body.css_first("iroco-more") is not None
    content = (body.inner_html or "").replace(_MARKER, "").strip()
    return Body(
        content, opening.html, opening.id, title, opening.dropped, opening.shifted,
        reading if settings.post_readtime else None, _excerpt(post, body, at, settings), separated,
    )  # fmt: skip


def check_excerpt(post: Post, body: Body, settings: Settings) -> list[Problem]:
    """What `post_excerpt: required` asks for, and the post lacks."""
    if settings.post_excerpt != "required" or body.separated:
        return []
    what = "The post has no excerpt separator, which the option `post_excerpt: required` asks for."
    hint = f"Write `{settings.post_excerpt_separator}` on a line of its own where the excerpt ends."
    return [Problem(post.source, None, what, hint, draft=post.state is not State.PUBLISHED)]


def split_heading(html: str) -> tuple[Markup | None, str | None, Markup]:
    """An introduction's opening `h1` with its id, if it has one, and the rest of it."""
    if not html:
        return None, None, Markup("")
    body = parse(html)
    heading = body.css_first("h1")
    if heading is None or not _opens(body, heading):
        return None, None, Markup(html)
    for link in heading.css("a.headerlink"):
        link.decompose()
    inner, anchor = Markup((heading.inner_html or "").strip()), heading.attributes.get("id")
    heading.decompose()
    return inner, anchor, Markup((body.inner_html or "").strip())


def whole_excerpt(post: Post, body: Body, at: str) -> Excerpt:
    """All of a post, for a view that shows it whole."""
    return finish_excerpt(parse(body.html), at=at, prefix=_prefix(post), cut=False)


def _excerpt(post: Post, body: LexborNode, at: str, settings: Settings) -> Excerpt:
    fallback = settings.excerpt_fallback
    separator = body.css_first("iroco-more")
    if separator is not None:
        cut = cut_at_separator(separator)
    elif fallback == "everything":
        cut = False
    elif fallback == "description" and post.description:
        return Excerpt(RelocatableHtml((f"<p>{escape(post.description)}</p>",)), cut=True)
    else:
        cut = cut_by_fallback(body, "paragraph" if fallback == "description" else fallback)
    return finish_excerpt(body, at=at, prefix=_prefix(post), cut=cut)


def _prefix(post: Post) -> str:
    return f"{post.id}--"


@dataclass(frozen=True, slots=True)
class _Opening:
    """What became of the headings of a body."""

    html: Markup | None = None
    id: str | None = None
    text: str = ""
    dropped: bool = False
    shifted: bool = False


def _lift_heading(post: Post, body: LexborNode) -> _Opening:
    """Take an opening `h1` out where the header shows it, and move the other headings below the header's."""
    headings = body.css("h1")
    found = _Opening()
    if headings and _opens(body, headings[0]):
        found = _opening(post, headings[0], only=len(headings) == 1)
        if found.html is not None or found.dropped:
            headings.pop(0).decompose()
    if headings:
        for level in (5, 4, 3, 2, 1):  # from below, or a heading would go down twice
            for node in body.css(f"h{level}"):
                rename(node, f"h{level + 1}")
    return replace(found, shifted=bool(headings))


def _opening(post: Post, heading: LexborNode, *, only: bool) -> _Opening:
    for link in heading.css("a.headerlink"):
        link.decompose()
    text = " ".join(heading.text().split())
    name = heading.attributes.get("id")
    if only and not post.titled_by_layout:
        return _Opening(Markup((heading.inner_html or "").strip()), name, text)
    if post.title_written and _folded(text) != _folded(post.title):
        return _Opening()
    return _Opening(None, name, text, dropped=True)


def _opens(body: LexborNode, heading: LexborNode) -> bool:
    """Whether a heading comes first of all that a reader sees: styles, scripts and comments may stand before it."""
    for child in body.iter(include_text=True):
        if child.mem_id == heading.mem_id:
            return True
        if says_anything(child):
            return False
    return False


def _folded(text: str) -> str:
    text = Markup(text).unescape().casefold()
    return "".join(letter for letter in text if letter.isalnum()) or text.strip()


def mend_root_links(html: str, at: str, links: RootLinks) -> str:
    """HTML that stands at an address, its links from the site's root made relative."""
    body = parse(html)
    _mend_root_links(body, at, links)
    return body.inner_html or ""


def _mend_root_links(body: LexborNode, at: str, links: RootLinks) -> None:
    starts = tuple(links.roots)
    chosen = [f'[{name}^="{start}"]' for name in ("href", "src", "poster", "data") for start in starts]

    def mended(written: str) -> str:
        target = links.from_root(written) if written.startswith(starts) else None
        return written if target is None else relative_address(target, at)

    for node in body.css(", ".join([*chosen, '[srcset*="/"]'])):
        rewrite_links(node, mended)

"""What an author's own page says besides what ours shows anyway: their name, and their posts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.html.excerpt import parse

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_DEEPEST_BASE = 3
"""Folders of a `baseurl` that a link may have before a post's address."""


def without_posts(html: str, name: str, post_urls: Iterable[str]) -> str:
    """An author's page as HTML, without what is shown again around it.

    Dropped are a first heading that is the name, comments, lists all of whose items lead to posts, with the heading
    right above them, and a heading at the end with nothing below it, such as a list without posts leaves behind.
    `post_urls` are addresses as Jekyll has them: `/nec-2024/`.
    """
    body = parse(_without_comments(html))
    known = {_path(url) for url in post_urls}
    first = body.css_first("h1, h2, h3, h4, h5, h6")
    if first is not None and _plain(first) == " ".join(name.split()).casefold():
        first.decompose()
    for found in body.css("ul, ol"):
        if _lists_posts(found, known):
            above = _above(found)
            _drop(found)
            if above is not None and above.tag in _HEADINGS:
                _drop(above)
    _drop_last_headings(body)
    return re.sub(r"\n{3,}", "\n\n", body.inner_html or "").strip()


def _without_comments(html: str) -> str:
    parts, at = [], 0
    while (start := html.find("<!--", at)) >= 0:
        parts.append(html[at:start])
        end = html.find("-->", start)
        at = len(html) if end < 0 else end + 3
    return "".join((*parts, html[at:]))


def _lists_posts(found: LexborNode, known: set[str]) -> bool:
    items = [item for item in found.iter() if item.tag == "li"]
    return bool(items) and all(_leads_to_post(item, known) for item in items)


def _leads_to_post(item: LexborNode, known: set[str]) -> bool:
    """Whether an item's only address, or the first, is a post's; one below a `baseurl` is, too."""
    link = item.css_first("a[href]")
    if link is None:
        return False
    parts = _path(link.attributes.get("href") or "").split("/")
    return any("/".join(parts[depth:]) in known for depth in range(min(len(parts), _DEEPEST_BASE)))


def _path(address: str) -> str:
    """An address in a form that two ways of writing it share."""
    try:
        path = unquote(urlsplit(address.strip()).path)
    except ValueError:
        return address
    return path.strip("/").removesuffix("index.html").removesuffix(".html").strip("/")


def _above(node: LexborNode) -> LexborNode | None:
    """The element before this one, with nothing but white space between."""
    before = node.prev
    while before is not None and before.is_text_node and not (before.text() or "").strip():
        before = before.prev
    return before


def _drop(node: LexborNode) -> None:
    node.decompose()


def _drop_last_headings(body: LexborNode) -> None:
    while (last := _last(body)) is not None and last.tag in _HEADINGS:
        last.decompose()


def _last(body: LexborNode) -> LexborNode | None:
    inner = [
        node for node in body.iter(include_text=True) if not (node.is_text_node and not (node.text() or "").strip())
    ]
    return inner[-1] if inner else None


def _plain(node: LexborNode) -> str:
    return " ".join(node.text().split()).casefold()

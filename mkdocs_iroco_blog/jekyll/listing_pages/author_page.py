"""Extracts the text of an author's page, without the name and the posts, which our page shows anyway."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.html.excerpt import parse
from mkdocs_iroco_blog.core.urls import split_url

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_COMMENT = re.compile(r"<!(?=--).*?(?:-->|\Z)", re.DOTALL)
_DEEPEST_BASE = 3
"""The number of folders of a `baseurl` that a link may have before a post's address."""


def without_posts(html: str, name: str, post_urls: Iterable[str]) -> str:
    """Remove the parts of an author's page that our page shows around it.

    These are: a first heading that is the name; comments; lists in which all items link to posts, with the heading
    right above; and headings at the end of the page. `post_urls` are Jekyll's addresses: `/nec-2024/`.
    """
    body = parse(_COMMENT.sub("", html))
    post_paths = {_path(url) for url in post_urls}
    first = body.css_first("h1, h2, h3, h4, h5, h6")
    if first is not None and " ".join(first.text().split()).casefold() == " ".join(name.split()).casefold():
        first.decompose()
    for node in body.css("ul, ol"):
        items = [item for item in node.iter() if item.tag == "li"]
        if items and all(_links_to_post(item, post_paths) for item in items):
            above = _element_above(node)
            node.decompose()
            if above is not None and above.tag in _HEADINGS:
                above.decompose()
    while (last := _last(body)) is not None and last.tag in _HEADINGS:
        last.decompose()
    return re.sub(r"\n{3,}", "\n\n", body.inner_html or "").strip()


def _links_to_post(item: LexborNode, post_paths: set[str]) -> bool:
    """Whether the first link of an item leads to a post, perhaps below a `baseurl`."""
    link = item.css_first("a[href]")
    if link is None:
        return False
    parts = _path(link.attributes.get("href") or "").split("/")
    return any("/".join(parts[depth:]) in post_paths for depth in range(min(len(parts), _DEEPEST_BASE)))


def _path(address: str) -> str:
    """Normalise the path of an address, for comparison."""
    parts = split_url(address.strip())
    return (
        address
        if parts is None
        else unquote(parts.path).strip("/").removesuffix("index.html").removesuffix(".html").strip("/")
    )


def _element_above(node: LexborNode) -> LexborNode | None:
    """The previous node that is not white space."""
    above = node.prev
    while above is not None and _is_blank(above):
        above = above.prev
    return above


def _last(body: LexborNode) -> LexborNode | None:
    nodes = [node for node in body.iter(include_text=True) if not _is_blank(node)]
    return nodes[-1] if nodes else None


def _is_blank(node: LexborNode) -> bool:
    return bool(node.is_text_node) and not (node.text() or "").strip()

"""Tells lists of pages from pages with a text: indexes, archives, and pages of categories."""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .addresses import resolve, split_target
from .content import outermost

_ENTRIES = ".h-entry,.hentry,article,.post-preview"
_HEADINGS = "h2,h3,h4"
_FEWEST = 5
"""Links that a list without headings has at least."""


def listed_pages(address: str, tree: LexborHTMLParser, content: LexborNode) -> Sequence[str] | None:
    """Return the pages that a page lists, as in `Page.links`. None if the page is no list.

    A list has an `h-feed`, or an article whose heading is a link to a page; or half of its headings are such links, or
    most of its text is. A page with the whole text of a single post is no list.
    """
    if len(tree.css(".h-entry:has(.e-content)")) == 1:
        return None
    links = [target for node in content.css("a[href]") if (target := _target(address, node))]
    headings = [node for node in content.css(_HEADINGS) if node.text(strip=True)]
    linked = [target for node in headings if (target := _linked_page(address, node))]
    if _is_feed(content) or (len(linked) > 1 and 2 * len(linked) >= len(headings)):
        return linked or links
    inside = outermost(node for node in content.css(_ENTRIES) if node.mem_id != content.mem_id)
    entries = [target for entry in inside for node in entry.css(_HEADINGS) if (target := _linked_page(address, node))]
    if entries:
        return entries
    items = [node for node in content.css("li a[href],td a[href]") if _target(address, node)]
    length = sum(len(node.text(strip=True)) for node in items)
    return links if len(items) >= _FEWEST and 2 * length > len(content.text(strip=True)) else None


def _is_feed(content: LexborNode) -> bool:
    return content.css_first(".h-feed") is not None or "h-feed" in (content.attributes.get("class") or "").split()


def _linked_page(address: str, heading: LexborNode) -> str:
    """Return the page to which a heading is a link, or an empty text."""
    links = heading.css("a[href]")
    is_link = len(links) == 1 and links[0].text(strip=True) == heading.text(strip=True)
    return _target(address, links[0]) if is_link else ""


def _target(address: str, link: LexborNode) -> str:
    """Return the page to which a link leads, or an empty text if that is this page, or outside of the site."""
    path = split_target(resolve(address, link.attributes["href"] or ""))[0]
    return path if path.startswith("/") and path != address else ""

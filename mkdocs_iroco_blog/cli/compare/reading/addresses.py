"""Addresses as they are compared: decoded, from the root of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize
from urllib.parse import quote, unquote

from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.urls import join_url, split_url, strip_url

# Python's signs for bytes of a file's name that are no UTF-8. `unquote` reads such bytes of a link as U+FFFD.
_UNDECODED = re.compile("[\ud800-\udfff]")


def address_of(path: str) -> str:
    """Return the address of a file, by its path in the site: `/blog/` for `blog/index.html`."""
    address = f"/{normalize('NFC', _UNDECODED.sub(chr(0xFFFD), path))}"
    return address.removesuffix("index.html") if address.endswith("/index.html") else address


@lru_cache(maxsize=2048)  # pages name the same addresses several times
def resolve(address: str, link: str) -> str:
    """Resolve a link on the page at an address.

    Links within the site begin with `/`, and those within the page with `#`. Others are URLs; a link that is no URL is
    returned as it is.
    """
    target = join_url(_quoted(address), strip_url(link))
    parts = None if target is None else split_url(target)
    if parts is None:
        return link
    if parts.scheme or parts.netloc:
        return f"https:{target}" if not parts.scheme else str(target)
    path = address_of(unquote(parts.path).lstrip("/"))
    fragment = f"#{normalize('NFC', unquote(parts.fragment))}" if parts.fragment else ""
    if path == address and fragment and not parts.query:
        return fragment
    return path + (f"?{parts.query}" if parts.query else "") + fragment


@lru_cache(maxsize=1)
def _quoted(address: str) -> str:
    return quote(address)


_ATTRIBUTES = ("href", "xlink:href", "data-src", "src", "data")
"""Attributes with an address. Pictures that are loaded late have theirs in `data-src`."""


def targets(address: str, *nodes: LexborNode) -> Iterator[str]:
    """Yield the addresses to which elements of the page at `address` lead, or that they show."""
    for node in nodes:
        if link := next(filter(None, (attribute(node, name) for name in _ATTRIBUTES)), ""):
            yield resolve(address, link)


def attribute(node: LexborNode | None, name: str) -> str:
    """Return an attribute of an element. Empty if there is none."""
    return (node.attributes.get(name) or "").strip() if node else ""


def split_target(link: str) -> tuple[str, str]:
    """Split a resolved link into its path, and its query with its fragment."""
    ends = [place for place in (link.find("?"), link.find("#")) if place >= 0]
    end = min(ends, default=len(link))
    return link[:end], link[end:]

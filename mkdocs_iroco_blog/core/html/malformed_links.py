"""Reports the links and pictures of a page whose addresses are malformed, such as `http://b.example](http://c.example`."""

from __future__ import annotations

import re
from html import escape

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.core.messages.addresses import MALFORMED_LINK
from mkdocs_iroco_blog.core.urls import split_url

_SUSPECT = re.compile(r"""//[^\s"'<>/?#]*[\[\]\x80-\U0010ffff]""")
"""A host with a bracket or a letter outside ASCII. No other can be malformed."""
_TAG = re.compile(r"<(?:a|area|audio|embed|iframe|img|link|source|track|video)\s[^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"""\s(?:href|src|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_ENDS = re.compile(r"[\s\"'<>()\[\]]|\Z")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.MULTILINE | re.DOTALL)


def malformed_links(html: str) -> list[str]:
    """List the malformed addresses of links and pictures in a page's HTML, each once."""
    if not _SUSPECT.search(html):
        return []
    attributes = (match for tag in _TAG.finditer(html) for match in _ADDRESS.finditer(tag[0]))
    addresses = (unescape(match[1] or match[2] or match[3] or "").strip() for match in attributes)
    return list(dict.fromkeys(address for address in addresses if split_url(address) is None))


def malformed_link_problem(source: str, address: str, text: str, *, draft: bool = False) -> Finding:
    """Report a malformed address, with its line in the source's whole text."""
    return MALFORMED_LINK(source, line_of(address, text), draft=draft, address=address)


def line_of(address: str, text: str) -> int | None:
    """Return the line of an address in a source's whole text; None if it is not written there like that."""
    front = _FRONT_MATTER.match(text)
    for start in (front.end() if front else 0, 0):
        places = (_place_of(form, text, start) for form in {address, escape(address, quote=False)})
        place = min((place for place in places if place >= 0), default=None)
        if place is not None:
            return text.count("\n", 0, place) + 1
    return None


def _place_of(address: str, text: str, start: int) -> int:
    """Return the place of an address that does not go on; -1 if there is none."""
    place = text.find(address, start)
    while place >= 0 and not _ENDS.match(text, place + len(address)):
        place = text.find(address, place + 1)
    return place

"""Finds the pages of the site that a text links to."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.permalinks import address_from

_WHOLE = ("/", "http://", "https://")


def linked_addresses(text: LexborNode, address: str) -> tuple[str, ...]:
    """Return the addresses that the text of the page at `address` links to, each once, without query and fragment.

    They are under the site's root. Those that begin with `/` or with a scheme are as the author wrote them. Links to
    the page itself, such as those of footnotes, do not count.
    """
    hrefs = ((node.attributes.get("href") or "").strip() for node in text.css("a[href]"))
    links = dict.fromkeys(href.partition("#")[0] for href in hrefs)
    addresses: dict[str, None] = {}
    for link in filter(None, links):
        target = link if link.startswith(_WHOLE) else address_from(address, link)
        if target not in (None, address):
            addresses[str(target).partition("?")[0]] = None
    return tuple(addresses)


def under_root(address: str, root_url: str) -> str | None:
    """Return such an address as one under the site's root. None if it is outside. `root_url` is empty if unknown."""
    base = root_url.partition("//")[2]
    if address.startswith(("//", "http://", "https://")):
        address = address.partition("//")[2] if base else "/"
    elif address.startswith("/"):
        base, address = base.partition("/")[2], address[1:]
    else:
        return address
    if f"{address}/" == base:
        return ""
    return address.removeprefix(base) if address.startswith(base) and address != "/" else None

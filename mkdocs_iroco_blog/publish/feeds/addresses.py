"""Addresses that work wherever a feed is read."""

from __future__ import annotations

import re

from mkdocs_iroco_blog.core.urls import is_safe, join_url, split_url, strip_url

_EMAIL = re.compile(r"[^@\s<>()]+@[^@\s<>()]+")


def resolve_link(link: str, base: str) -> str | None:
    """Resolve a link on the page at the absolute URL `base`. None for a link that might run code."""
    address = strip_url(link)
    if not address.startswith(("https://", "http://")):
        joined = join_url(base, address)
        if joined is None:  # it leads nowhere on the page either
            return address
        address = joined
        if not is_safe(address):
            return None
    return address.replace(" ", "%20")


def web_address(text: str) -> str:
    """Return an address that browsers can open from anywhere; empty if the text is none."""
    address = strip_url(text)
    parts = split_url(address)
    return address if parts and parts.scheme in ("http", "https") and parts.hostname else ""


def email_address(text: str) -> str:
    """Return an e-mail address; empty if the text does not look like one."""
    address = text.strip()
    return address if _EMAIL.fullmatch(address) else ""

"""The only door to Python's functions for URLs, which raise on some that people write, such as `http://[::1`."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit

# Browsers strip these before they look for a scheme: https://url.spec.whatwg.org/#concept-basic-url-parser
_IGNORED = re.compile(r"[\t\n\r]|^[\x00-\x20]+|[\x00-\x20]+$")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SCHEMES = frozenset({
    "http", "https", "mailto", "tel", "sms", "xmpp", "matrix", "irc", "ircs", "sip", "sips", "geo", "gemini", "gopher",
    "ftp", "ftps", "sftp", "ssh", "git", "news", "nntp", "webcal", "magnet", "acct", "urn", "doi",
})  # fmt: skip
"""The schemes that links may have. None of them runs code."""


def strip_url(address: str) -> str:
    """Remove the characters of an address that browsers ignore."""
    return _IGNORED.sub("", address)


def is_safe(address: str) -> bool:
    """Whether an address can be a link: it has no scheme, or one of those that only lead somewhere."""
    match = _SCHEME.match(strip_url(address))
    return match is None or match[1].casefold() in _SCHEMES


def split_url(address: str) -> SplitResult | None:
    """Split an address into its parts. None if it is malformed."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def is_malformed(address: str) -> bool:
    """Whether an address cannot be split into its parts: a host has brackets, or signs that look like others."""
    return (not address.isascii() or "[" in address or "]" in address) and split_url(address) is None


def join_url(base: str, link: str) -> str | None:
    """Resolve a link on the page at `base`. None if either is malformed."""
    try:
        return urljoin(base, link)
    except ValueError:
        return None

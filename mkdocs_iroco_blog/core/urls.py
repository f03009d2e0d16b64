"""The only door to Python's functions for URLs, which raise on some that people write, such as `http://[::1`."""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit


def split_url(address: str) -> SplitResult | None:
    """Split an address into its parts. None if it is malformed."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def join_url(base: str, link: str) -> str | None:
    """Resolve a link on the page at `base`. None if either is malformed."""
    try:
        return urljoin(base, link)
    except ValueError:
        return None

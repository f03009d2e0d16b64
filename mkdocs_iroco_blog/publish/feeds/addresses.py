"""Addresses that mean the same wherever they are read."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_BLANK = re.compile(r"[\t\n\r]|^[\x00-\x20]+|[\x00-\x20]+$")  # what a browser takes out of an address
_RUNS = frozenset({"javascript", "vbscript", "data", "blob"})
_EMAIL = re.compile(r"[^@\s<>()]+@[^@\s<>()]+")


def whole_address(written: str, base: str) -> str | None:
    """What a link on the page at the whole address `base` leads to; none for one that would run something."""
    address = _BLANK.sub("", written)
    if not address.startswith(("https://", "http://")):
        try:
            address = urljoin(base, address)
        except ValueError:  # what cannot be read as an address leads nowhere, here as there
            return address
        if address.partition(":")[0].casefold() in _RUNS:
            return None
    return address.replace(" ", "%20")


def web_address(written: str) -> str:
    """The address, where it is one that a browser opens from anywhere; else nothing."""
    written = _BLANK.sub("", written)
    try:
        parts = urlsplit(written)
    except ValueError:
        return ""
    return written if parts.scheme in ("http", "https") and parts.hostname else ""


def email_address(written: str) -> str:
    """The address, where it looks like one; else nothing."""
    written = written.strip()
    return written if _EMAIL.fullmatch(written) else ""

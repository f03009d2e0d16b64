"""Old addresses that lead to a page, and pages that lead elsewhere, as jekyll-redirect-from has them.

https://github.com/jekyll/jekyll-redirect-from#usage
"""

from __future__ import annotations

from typing import Any

from .documents.document import Document


def old_addresses(document: Document) -> tuple[str, ...]:
    """The addresses of `redirect_from`, decoded, with a slash before them: each leads to the document."""
    return tuple(f"/{path.lstrip('/')}" for path in _texts(document.data.get("redirect_from")))


def redirect_target(document: Document) -> str | None:
    """Where `redirect_to` leads, as written: an address, or a path from the site's root. None for a page of its own."""
    return next(iter(_texts(document.data.get("redirect_to"))), None)


def _texts(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [item.strip() for item in listed if isinstance(item, str) and item.strip()]

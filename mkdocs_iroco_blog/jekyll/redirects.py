"""Read the redirects of jekyll-redirect-from.

https://github.com/jekyll/jekyll-redirect-from#usage
"""

from __future__ import annotations

from typing import Any

from .documents.document import Document


def old_addresses(document: Document) -> tuple[str, ...]:
    """The addresses of `redirect_from`, decoded, with a leading slash. Each redirects to the document."""
    return tuple(f"/{path.lstrip('/')}" for path in _texts(document.data.get("redirect_from")))


def redirect_target(document: Document) -> str | None:
    """The value of `redirect_to`, an address or a path from the site's root. None for a page without it."""
    return next(iter(_texts(document.data.get("redirect_to"))), None)


def _texts(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [item.strip() for item in listed if isinstance(item, str) and item.strip()]

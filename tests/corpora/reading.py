"""Pages of a built site, as other programs read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import mf2py

from .build import CheckError

Entry = tuple[str, str, frozenset[str], frozenset[str]]
"""A post as a reader's program sees it: title, day, authors, and categories with tags."""


def read_entries(site: Path) -> list[Entry]:
    """Every post of a built site, as a microformats parser reads its page."""
    return [read_entry(page) for page in html_pages(site) if "e-content" in page]


def html_pages(site: Path) -> Iterator[str]:
    """Every page of a built site."""
    return (page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html")))


def read_entry(page: str) -> Entry:
    """The one post of a page."""
    [entry] = [item for item in mf2py.parse(doc=page)["items"] if "h-entry" in item["type"]]
    properties = entry["properties"]
    authors = (author["properties"]["name"][0] for author in properties.get("author", []))
    return (
        folded(properties["name"][0]),
        properties["published"][0][:10],
        frozenset(authors),
        frozenset(properties.get("category", [])),
    )


def folded(text: str) -> str:
    """A text with its white space made even."""
    return " ".join(text.split())


def same(expected: list[Entry], found: list[Entry], name: str) -> None:
    """Fail with what differs."""
    lost, added = Counter(expected) - Counter(found), Counter(found) - Counter(expected)
    if lost or added:
        raise CheckError("\n".join([f"{name}:", *(f"- {entry}" for entry in lost), *(f"+ {entry}" for entry in added)]))

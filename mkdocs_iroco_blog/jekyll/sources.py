"""Turn the posts of a Jekyll site into sources for the blog, and read the redirects of all its pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mkdocs_iroco_blog.core.front_matter.parse import Raw
from mkdocs_iroco_blog.core.model import Source

from .documents.document import Document
from .documents.file_kinds import Kind
from .documents.permalinks import decode_path
from .feeds import entry_id
from .site import JekyllSite

_RESOLVED = frozenset({
    "category", "tag", "permalink", "slug", "draft", "url", "status", "build", "publishDate", "expiryDate"
})  # fmt: skip
"""Keys that the document has resolved, and others that decide nothing in Jekyll: only the folder `_drafts` hides."""

_RESERVED = frozenset({"icon", "status", "template", "hide", "search", "social"})
"""Keys to which Material gives a meaning of its own."""
_MARKUP = re.compile(
    r"</?(?:a|abbr|b|bdi|big|br|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var)"
    r"\b[^<>]*>",
    re.IGNORECASE,
)


def plain_title(title: str) -> str:
    """Remove HTML from a title. Jekyll's layouts print titles as HTML, so they may contain some."""
    return _MARKUP.sub("", title)


def theme_meta(document: Document) -> dict[str, Any]:
    """A page's front matter without the keys that Material reserves."""
    return {key: value for key, value in document.data.items() if key not in _RESERVED}


def to_source(document: Document, site: JekyllSite) -> Source:
    """A post or draft as a source, with the values that Jekyll derives from its front matter and path."""
    front = document.front
    raw: dict[str, Raw] = {key: value for key, value in front.raw.items() if key not in _RESOLVED}
    raw["title"] = plain_title(document.title)
    raw["categories"], raw["tags"] = list(document.categories), list(document.tags)
    if document.date:
        moment = document.date.instant
        raw["date"] = (moment if document.date.has_time else moment.date()).isoformat()
    if isinstance(excerpt := raw.get("excerpt"), str) and not excerpt.lstrip().startswith("<"):
        raw["excerpt"] = f"<p>{excerpt}</p>"  # Jekyll takes it for HTML, Markdown leaves that alone
    if "image" not in front.lines:
        raw.pop("image", None)  # a default is for the cards of social networks, not for the page
    if entry := entry_id(document, site):
        raw.setdefault("guid", entry)
    if site.config.unpublished:
        raw.pop("published", None)
    given = {"author", "authors"} & front.lines.keys()  # either key of the post replaces both defaults
    for key in {"author", "authors"} & raw.keys():
        if given and key not in given:
            del raw[key]
        else:
            raw[key] = author_keys(raw[key], site.authors.aliases)
    meta = {key: value for key, value in front.meta.items() if key not in _RESERVED}
    return Source(
        document.path, b"", draft=document.kind is Kind.DRAFT, front=replace(front, raw=raw, meta=meta, findings=()),
        path_given=decode_path(document.url), titled=True, exact_keys=True,
    )  # fmt: skip


def old_addresses(document: Document) -> tuple[str, ...]:
    """The decoded addresses, with a leading slash, that jekyll-redirect-from redirects to the document.

    https://github.com/jekyll/jekyll-redirect-from#usage
    """
    return tuple(f"/{path.lstrip('/')}" for path in _texts(document.data.get("redirect_from")))


def redirect_target(document: Document) -> str:
    """The value of `redirect_to`, an address or a path from the site's root. Empty for a page without it."""
    return next(iter(_texts(document.data.get("redirect_to"))), "")


def _texts(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [item.strip() for item in listed if isinstance(item, str) and item.strip()]


def author_keys(raw: Raw, aliases: Mapping[str, str]) -> Raw:
    """Replace the names of known authors by their keys. `aliases` has case-folded names."""
    if isinstance(raw, list):
        return [author_keys(item, aliases) for item in raw]
    return aliases.get(raw.strip().casefold(), raw) if isinstance(raw, str) else raw

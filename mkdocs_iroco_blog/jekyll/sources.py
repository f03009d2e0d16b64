"""Posts of a Jekyll site as the blog's own reader takes them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from mkdocs_iroco_blog.core.front_matter.parse import Raw
from mkdocs_iroco_blog.core.model import Source

from .documents.document import Document
from .documents.file_kinds import Kind
from .feeds import entry_id
from .settings import path_of_url
from .site import JekyllSite

_MENDED = frozenset({"category", "tag", "permalink", "slug", "draft"})
"""What the document has worked out already, and `draft`, which hides nothing in Jekyll: the folder `_drafts` does."""

_AUTHORS = frozenset({"author", "authors"})
_OTHERWISE = frozenset({"icon", "status", "template", "hide", "search", "social"})
"""Keys that mean something else to Material than they did to a layout of Jekyll's."""
_MARKUP = re.compile(
    r"</?(?:a|abbr|b|bdi|br|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE
)


def plain_title(title: str) -> str:
    """A title as text: layouts of Jekyll's print it as HTML, so it may hold some."""
    return _MARKUP.sub("", title)


def theme_meta(document: Document) -> dict[str, Any]:
    """A page's front matter for the theme, without what the theme would take for something else."""
    return {key: value for key, value in document.data.items() if key not in _OTHERWISE}


def source_of(document: Document, site: JekyllSite) -> Source:
    """A post or draft, with everything that Jekyll worked out in the place of what it was worked out from."""
    front = document.front
    raw: dict[str, Raw] = {key: value for key, value in front.raw.items() if key not in _MENDED}
    raw["title"] = plain_title(document.title)
    raw["categories"], raw["tags"] = list(document.categories), list(document.tags)
    if document.date:
        moment = document.date.at
        raw["date"] = moment.isoformat() if document.date.has_time else moment.date().isoformat()
    if "description" not in raw and isinstance(raw.get("excerpt"), str):
        raw["description"] = raw["excerpt"]
    if "image" not in front.lines:
        raw.pop("image", None)  # a default is for cards that social networks show, not for every post's own page
    entry = entry_id(document, site)
    if entry and "guid" not in raw:
        raw["guid"] = entry
    if site.config.unpublished:
        raw.pop("published", None)
    own = _AUTHORS & front.lines.keys()  # what the post says itself stands in the place of a default
    for key in _AUTHORS & raw.keys():
        if own and key not in own:
            del raw[key]
        else:
            raw[key] = _known(raw[key], site)
    meta = {key: value for key, value in front.meta.items() if key not in _OTHERWISE}
    return Source(
        document.path, b"", draft=document.kind is Kind.DRAFT, front=replace(front, raw=raw, meta=meta, findings=()),
        path_given=path_of_url(document.url), titled=True,
    )  # fmt: skip


def _known(written: Raw, site: JekyllSite) -> Raw:
    """Authors by the keys of the directory, where a post names them otherwise."""
    if isinstance(written, list):
        return [_known(one, site) for one in written]
    return site.authors.aliases.get(written.strip().casefold(), written) if isinstance(written, str) else written

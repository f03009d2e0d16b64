"""The feeds of jekyll-feed, with the same addresses and entry ids.

https://github.com/jekyll/jekyll-feed#readme
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.jekyll import FEED_COLLECTIONS
from mkdocs_iroco_blog.core.model import Author

from .config.model import JekyllConfig
from .documents.document import Document
from .documents.terms import text_of
from .site import JekyllSite

_PLUGIN = "jekyll-feed"
_FORMAT = re.compile(r"<feed\b|<rss\b|https://jsonfeed\.org/version/", re.IGNORECASE)
_SAFE = "/%:@!$&'()*+,;=~"
"""Characters that need no escape in an address, and `%`, which is already one."""


def root_url(config: JekyllConfig) -> str:
    """The site's address without a trailing slash. Empty if `_config.yml` has no `url`."""
    return f"{config.url.rstrip('/')}/{config.baseurl.strip('/')}".rstrip("/") if config.url else ""


def entry_id(document: Document, site: JekyllSite) -> str | None:
    """The id of a post's entry: the folder of its address, and its slug. None if the site does not use jekyll-feed."""
    root = root_url(site.config)
    return f"{root}{quote(document.id, safe=_SAFE)}" if root and _PLUGIN in site.plugins else None


def feed_author(site: JekyllSite) -> Author | None:
    """The author of a whole feed, from `author` in `_config.yml`: a name, or a mapping with `name`."""
    value = site.config.values.get("author")
    fields = value if isinstance(value, dict) else {"name": value}
    name, email, uri, url = (_text(fields.get(key)) for key in ("name", "email", "uri", "url"))
    return Author(name, name, "author", url=uri or url, email=email) if name else None


def entry_author(site: JekyllSite) -> Author | None:
    """The author of entries whose posts name none: the feed's, or the author whose id in the data file that is."""
    author = feed_author(site)
    return site.authors.directory.by_key.get(author.key, author) if author else None


def feed_kind(document: Document) -> str:
    """The format of a template of a feed: `atom`, `rss` or `json`. Empty for another file."""
    match = _FORMAT.search(document.body)
    return "" if match is None else {"<f": "atom", "<r": "rss"}.get(match[0][:2].lower(), "json")


def feed_notes(site: JekyllSite) -> list[Finding]:
    """A Note if `feed` asks for feeds of other collections than posts."""
    collections = site.config.feed.get("collections")
    others = [str(name) for name in collections if name != "posts"] if isinstance(collections, list | dict) else []
    if _PLUGIN not in site.plugins or not others:
        return []
    listed = ", ".join(f"`{name}`" for name in others)
    return [FEED_COLLECTIONS(site.config.path, site.config.lines.get("feed"), collections=listed)]


def feed_options(site: JekyllSite) -> Iterator[dict[str, Any]]:
    """The entries of the option `feeds`; none if the site does not use jekyll-feed."""
    if _PLUGIN not in site.plugins:
        return
    settings = site.config.feed
    posts = _mapping(_mapping(settings.get("collections")).get("posts"))
    limit = settings.get("posts_limit")
    common: dict[str, Any] = {"limit": limit if type(limit) is int and limit > 0 else 10}
    common["content"] = "excerpt" if settings.get("excerpt_only") else "full"
    path = posts.get("path") or settings.get("path") or "feed.xml"
    yield {"path": f"/{text_of(path).lstrip('/')}", **common}
    if categories := _names(posts.get("categories")) or _names(settings.get("categories")):
        yield {"of": "categories", "path": "/feed/{name}.xml", "terms": categories, **common}
    if settings.get("tags"):
        tags = _mapping(settings["tags"])
        folder = text_of(tags.get("path") or "/feed/by_tag/").lstrip("/")
        published = (tag for post in site.posts if post.published and not post.draft for tag in post.tags)
        listed = _names(tags.get("only")) or dict.fromkeys(published)
        names = [name for name in listed if name not in _names(tags.get("except"))]
        if names:
            yield {"of": "tags", "path": f"/{folder}{{name}}.xml", "terms": names, **common}


def _text(value: Any) -> str:
    return " ".join(text_of(value).split()) if isinstance(value, str | int | float) else ""


def _names(value: Any) -> list[str]:
    return [text_of(name) for name in value] if isinstance(value, list) else []


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}

"""The feeds that jekyll-feed makes, and what readers know their entries by.

https://github.com/jekyll/jekyll-feed#readme
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from mkdocs_iroco_blog.core.findings import Note

from .config.model import JekyllConfig
from .documents.document import Document
from .documents.terms import text_of
from .site import JekyllSite

PLUGIN = "jekyll-feed"
_LIMIT = 10
_SAFE = "/%:@!$&'()*+,;=~"
"""What stands in an address as it is; what is escaped already stays."""


def root_of(config: JekyllConfig) -> str:
    """The site's address without a slash at its end; empty where `_config.yml` gives none."""
    return f"{config.url.rstrip('/')}/{config.baseurl.strip('/')}".rstrip("/") if config.url else ""


def entry_id(document: Document, site: JekyllSite) -> str | None:
    """What a post's entry has for an id: its address' folder and its slug, not its address.

    None where the site's feeds are not that plugin's.
    """
    root = root_of(site.config)
    return f"{root}{quote(document.id, safe=_SAFE)}" if root and PLUGIN in site.plugins else None


def feed_options(site: JekyllSite) -> list[dict[str, Any]] | None:
    """The option `feeds` that makes the same ones; none where the plugin is off."""
    return list(_feeds(site)) if PLUGIN in site.plugins else None


def feed_notes(site: JekyllSite) -> list[Note]:
    """A Note where `feed` asks for feeds of other collections than posts."""
    settings = _mapping(site.config.values.get("feed"))
    asked = settings.get("collections")
    others = [str(name) for name in asked if name != "posts"] if isinstance(asked, list | dict) else []
    if PLUGIN not in site.plugins or not others:
        return []
    what = f"`feed` asks for feeds of {', '.join(f'`{name}`' for name in others)}: only posts have feeds here."
    return [Note(site.config.path, site.config.lines.get("feed"), what, "")]


def _feeds(site: JekyllSite) -> Iterator[dict[str, Any]]:
    settings = _mapping(site.config.values.get("feed"))
    posts = _mapping(_mapping(settings.get("collections")).get("posts"))
    limit = settings.get("posts_limit")
    each = {
        "limit": limit if type(limit) is int and limit > 0 else _LIMIT,
        "content": "excerpt" if settings.get("excerpt_only") else "full",
    }
    path = posts.get("path") or settings.get("path") or "feed.xml"
    yield {"path": f"/{text_of(path).lstrip('/')}", **each}
    categories = _names(posts.get("categories")) or _names(settings.get("categories"))
    if categories:
        yield {"of": "categories", "path": "/feed/{name}.xml", "terms": categories, **each}
    if settings.get("tags"):
        tags = _mapping(settings["tags"])
        before = text_of(tags.get("path") or "/feed/by_tag/").lstrip("/")
        left_out = _names(tags.get("except"))
        named = [name for name in _names(tags.get("only")) or _tags(site) if name not in left_out]
        if named:
            yield {"of": "tags", "path": f"/{before}{{name}}.xml", "terms": named, **each}


def _tags(site: JekyllSite) -> list[str]:
    """The tags of posts that are there for everyone, as they come."""
    shown = (post for post in site.posts if post.published and not post.draft)
    return list(dict.fromkeys(tag for post in shown for tag in post.tags))


def _names(value: Any) -> list[str]:
    return [text_of(name) for name in value] if isinstance(value, list) else []


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}

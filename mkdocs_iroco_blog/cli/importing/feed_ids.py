"""Keeps the ids of feed entries, so that no reader shows a post again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.core.urls import split_url
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.documents.permalinks import decode_path
from mkdocs_iroco_blog.jekyll.feeds import entry_id, feed_kind

from .old_site import OldSite
from .places import Places

_ENTRY = re.compile(r"<(entry|item)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_ID = re.compile(r"<(id|guid)\b[^>]*>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</\1>", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(r"<link\b[^>]*?href=[\"']([^\"']*)|<link\b[^>]*>\s*([^<]*?)\s*</link>", re.IGNORECASE)
_CONTENT = re.compile(r"<(?:content|content:encoded|description)\b", re.IGNORECASE)
_ALL = 1000


def site_address(old: OldSite, feeds: Iterable[str]) -> str:
    """Return the site's address: of `_config.yml`, else the one before the addresses of posts in the texts of feeds."""
    if old.config.site_url:
        return old.config.site_url
    roots = Counter(
        address.removesuffix(post.url)
        for text in feeds
        for address, _ in _entries(text)
        for post in old.site.posts
        if address.startswith(("https://", "http://")) and address.endswith(post.url)
    )
    return f"{roots.most_common(1)[0][0]}/" if roots else ""


def entry_ids(old: OldSite, places: Places, feeds: Sequence[TemplateFeed], site_url: str) -> dict[str, str]:
    """Return the id of each post's entry, by the post's path, unless it is the post's address.

    Where two feeds give a post different ids, a whole address or another URI wins over a part of one.
    """
    ids = {post.path: name for post in old.site.posts if (name := _own_id(post, old))}
    for feed in sorted(feeds, key=lambda feed: not all(map(_is_uri, feed.ids.values()))):
        ids = {**feed.ids, **ids}
    root, files = site_url.rstrip("/"), places.files()
    usual = {
        path: f"{root}/{file.url}"
        for path, new in places.by_document.items()
        if (file := files.get_file_from_path(new)) is not None
    }
    return {path: name for path, name in ids.items() if name != usual.get(path)}


def _is_uri(name: str) -> bool:
    parts = split_url(name)
    return bool(parts and parts.scheme)


def _posts_in(text: str, old: OldSite) -> Iterator[tuple[Document | None, str]]:
    """Yield the post of each entry of a feed, None for another page, and the entry's id."""
    by_address = {_bare(decode_path(post.url)): post for post in old.site.posts}
    base = f"{old.site.config.baseurl.strip('/')}/"
    for address, name in _entries(text):
        parts = split_url(address)
        path = _bare(unquote(parts.path)) if parts else ""
        yield by_address.get(path) or by_address.get(path.removeprefix(base)), name


def _own_id(post: Document, old: OldSite) -> str | None:
    guid = post.front.raw.get("guid")
    return guid if isinstance(guid, str) else entry_id(post, old.site)


def _bare(path: str) -> str:
    """Return an address without anything by which two of one post may differ."""
    return path.strip("/").removesuffix("index.html").rstrip("/").removesuffix(".html")


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """Yield the address and the id of each entry."""
    for match in _ENTRY.finditer(text):
        name, link = _ID.search(match[0]), _LINK.search(match[0])
        if name and link:
            yield unescape(link[1] or link[2]), unescape(name[2])


@dataclass(frozen=True, slots=True)
class TemplateFeed:
    """A feed that is a template of the Jekyll site."""

    path: str
    """Of the template."""
    text: str
    option: Mapping[str, Any]
    """Its entry in the option `feeds`."""
    ids: Mapping[str, str]
    """The id of each entry, by the path of its post."""
    others: int
    """The number of its entries that are no posts, which the blog's feed does not have."""


def read_template_feed(document: Document, text: str, old: OldSite) -> TemplateFeed | None:
    """Read the text of a template. None if it is no feed, or a feed without posts."""
    entries, kind = [match[0] for match in _ENTRY.finditer(text)], feed_kind(document)
    posts = list(_posts_in(text, old))
    ids = {post.path: name for post, name in reversed(posts) if post}
    if kind not in ("atom", "rss") or not ids:
        return None
    content = "full" if any(_CONTENT.search(entry) for entry in entries) else "excerpt"
    limit = _ALL if len(entries) >= len(old.site.posts) else len(entries)
    option = {"kind": kind, "path": f"/{quote(document.output_path)}", "limit": limit, "content": content}
    return TemplateFeed(document.path, text, option, ids, sum(post is None for post, _ in posts))

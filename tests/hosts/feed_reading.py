"""Feeds of a built site, as readers' programs understand them: whatever their format, with every link as written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import feedparser
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from tests.hosts.built import Site
from tests.publish.feeds.samples import schema_errors

XML = "application/atom+xml", "application/rss+xml"
_LINKS = ("href", "src", "poster", "srcset", "cite")


@dataclass(frozen=True)
class Entry:
    """What a reader shows of a post."""

    id: str
    url: str
    title: str
    html: str
    """The whole text, or the excerpt where there is no more."""
    summary: str
    published: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    enclosures: tuple[tuple[str, str, int], ...]
    """Address, media type and length of each."""


def entries(site: Site, path: str) -> list[Entry]:
    """The entries of a feed, which has to be without a fault."""
    data = (site.out / path).read_bytes()
    if not data.startswith(b"<?xml"):
        return [_of_json(item) for item in json.loads(data)["items"]]
    assert faults(data) == [], path
    parsed = parsed_feed(data)
    return [_of_xml(entry) for entry in parsed.entries]


def parsed_feed(data: bytes) -> Any:
    """An Atom or RSS feed as `feedparser` knows it, with nothing put right."""
    parsed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo, parsed.bozo_exception
    return parsed


def faults(data: bytes) -> list[str]:
    """What is wrong with an Atom or RSS feed by its schema."""
    kind = "rss" if etree.fromstring(data).tag == "rss" else "atom"
    return schema_errors(kind, data)


def titles(site: Site, path: str) -> list[str]:
    """The titles of a feed's entries."""
    return [entry.title for entry in entries(site, path)]


def feeds_of(site: Site) -> list[str]:
    """Where the site has feeds, by what its pages say."""
    named = {link.attributes["href"] or "" for url in site.urls for link in site.page(url).css(ALTERNATE)}
    return sorted(unquote(address.removeprefix(site.config.site_url)) for address in named)


ALTERNATE = "head " + ", head ".join(
    f'link[rel=alternate][type="{kind}"]' for kind in (*XML, "application/feed+json")
)  # fmt: skip


def announced(site: Site, url: str) -> list[str]:
    """The feeds that a page's head names, below the site's address."""
    return [
        (link.attributes["href"] or "").removeprefix(site.config.site_url) for link in site.page(url).css(ALTERNATE)
    ]


def addresses(html: str) -> Iterator[str]:
    """Every address that HTML names."""
    for node in LexborHTMLParser(f"<body>{html}").css("body *"):
        for name in _LINKS:
            written = node.attributes.get(name)
            if written is None:
                continue
            parts = written.split(",") if name == "srcset" else [written]
            yield from (part.split()[0] if name == "srcset" else part for part in parts)


def lost_addresses(site: Site, html: str) -> list[str]:
    """Addresses in HTML that are not whole, or lead to no file of the site, or to no id of a page."""
    return [address for address in addresses(html) if not _leads(site, address)]


def _leads(site: Site, address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme in ("mailto", "tel"):
        return True
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return False
    if not address.startswith(site.config.site_url):
        return True
    path = site.out / unquote(parts.path.removeprefix(urlsplit(site.config.site_url).path))
    file = path / "index.html" if path.is_dir() else path
    return file.is_file() and (not parts.fragment or has_id(file, unquote(parts.fragment)))


def has_id(page: Path, name: str) -> bool:
    """Whether an element of a page has an id."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    return any(node.attributes.get("id") == name for node in tree.css("[id]"))


def _of_xml(entry: Any) -> Entry:
    whole = entry.get("content")
    return Entry(
        entry.id,
        entry.link,
        entry.title,
        whole[0].value if whole else entry.get("summary", ""),
        entry.get("summary", ""),
        entry.published,
        tuple(author["name"] for author in entry.get("authors", ())),
        tuple(tag.term for tag in entry.get("tags", ())),
        tuple((file.href, file.type, int(file.get("length", 0))) for file in entry.get("enclosures", ())),
    )


def _of_json(item: dict[str, Any]) -> Entry:
    return Entry(
        item["id"],
        item["url"],
        item["title"],
        item.get("content_html", ""),
        item.get("summary", ""),
        item["date_published"],
        tuple(author["name"] for author in item.get("authors", ())),
        tuple(item.get("tags", ())),
        tuple((file["url"], file["mime_type"], file["size_in_bytes"]) for file in item.get("attachments", ())),
    )

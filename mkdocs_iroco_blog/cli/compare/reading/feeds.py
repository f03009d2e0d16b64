"""Reads feeds in Atom, RSS and JSON: the ids that readers know their entries by."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from .folding import fold
from .model import Feed, FeedEntry

_ENTITY = b"<!ENTITY"
_ATOM = "{http://www.w3.org/2005/Atom}"
_ENTRIES = frozenset({f"{_ATOM}entry", "item", "{http://purl.org/rss/1.0/}item"})
_FORMATS = {f"{_ATOM}feed": "Atom", "rss": "RSS", "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF": "RSS"}
_OPENING = 2000
"""Bytes of a file that tell whether it is a feed."""


def may_be_feed(opening: bytes) -> bool:
    """Whether a file may be a feed, by its first bytes."""
    opening = opening[:_OPENING]
    return any(mark in opening for mark in (b"<feed", b"<rss", b"<rdf:RDF", b"jsonfeed.org/version"))


def read_feed(address: str, content: bytes) -> Feed | None:
    """Read a feed. None if the file is none, or is damaged, or defines entities, which could grow without end."""
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _read_json(address, content)
    if _ENTITY in content:
        return None
    try:
        root = ET.fromstring(content)  # noqa: S314 - without entities
    except (ET.ParseError, ValueError, LookupError):
        return None
    if root.tag not in _FORMATS:
        return None
    return Feed(address, _FORMATS[root.tag], tuple(_entry(node) for node in root.iter() if node.tag in _ENTRIES))


def _read_json(address: str, content: bytes) -> Feed | None:
    try:
        value: Any = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or "jsonfeed.org" not in str(value.get("version")):
        return None
    items = value.get("items")
    entries = (item for item in (items if isinstance(items, list) else ()) if isinstance(item, dict))
    return Feed(address, "JSON", tuple(_json_entry(item) for item in entries))


def _json_entry(item: dict[str, Any]) -> FeedEntry:
    link = str(item.get("url") or "")
    return FeedEntry(str(item.get("id") or link).strip(), link.strip(), fold(str(item.get("title") or "")))


def _entry(node: ET.Element) -> FeedEntry:
    texts = dict(_texts(node))
    link = texts.get("link", "")
    return FeedEntry(texts.get("id") or texts.get("guid") or link, link, fold(texts.get("title", "")))


def _texts(entry: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield the texts of an entry by the names of their elements, the first of a name last."""
    for node in reversed(entry):
        name = str(node.tag).rpartition("}")[2]
        if name == "link" and node.get("href"):
            if node.get("rel", "alternate") == "alternate":
                yield name, str(node.get("href")).strip()
        else:
            yield name, (node.text or "").strip()

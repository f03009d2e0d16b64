"""A feed as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from .addresses import web_address
from .model import Feed, FeedEntry, FeedPerson, with_offset

MEDIA_TYPE = "application/feed+json"


def write_json(feed: Feed) -> bytes:
    """The feed as a file."""
    said = _said({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "description": feed.subtitle,
        "user_comment": feed.note,
        "icon": feed.icon,
        "authors": _authors(feed.authors),
        "language": feed.lang,
    })  # fmt: skip
    said["items"] = [_item(entry) for entry in feed.entries]
    # Half a character, which JSON could name but no file holds, is left out.
    return json.dumps(said, ensure_ascii=False, indent=1).encode(errors="ignore")


def _item(entry: FeedEntry) -> dict[str, Any]:
    html = entry.content or entry.excerpt
    file = entry.enclosure
    attached = {"url": file.url, "mime_type": file.type, "size_in_bytes": file.length} if file else {}
    return _said({
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": html,
        "content_text": "" if html else entry.summary or entry.title,  # one of the two has to be there
        "summary": entry.summary if html else "",
        "image": entry.image,
        "date_published": with_offset(entry.published).isoformat(),
        "date_modified": with_offset(entry.updated).isoformat() if entry.updated else "",
        "authors": _authors(entry.authors),
        "tags": [category.term for category in entry.categories],
        "language": entry.lang,
        "attachments": [_said(attached)] if file else [],
    })  # fmt: skip


def _authors(people: Iterable[FeedPerson]) -> list[dict[str, Any]]:
    return [
        _said({"name": person.name, "url": web_address(person.url), "avatar": web_address(person.avatar)})
        for person in people
    ]


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    """What says something."""
    return {name: value for name, value in values.items() if value}

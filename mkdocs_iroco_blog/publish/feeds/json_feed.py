"""Write a feed as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from mkdocs_iroco_blog.publish.metadata.values import Person

from .addresses import web_address
from .model import Feed, FeedEntry, round_moment

MEDIA_TYPE = "application/feed+json"


def write_json(feed: Feed) -> bytes:
    """Write a feed as JSON."""
    values = _without_empty({
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
    values["items"] = [_item(entry) for entry in feed.entries]
    # Drop lone surrogates: JSON can name them, but no file can hold them.
    return json.dumps(values, ensure_ascii=False, indent=1).encode(errors="ignore")


def _item(entry: FeedEntry) -> dict[str, Any]:
    html = entry.content or entry.excerpt
    file = entry.enclosure
    attachment = (
        {"url": file.url, "mime_type": file.type, "title": file.title, "size_in_bytes": file.length} if file else {}
    )
    return _without_empty({
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": html,
        "content_text": "" if html else entry.summary or entry.title,  # JSON Feed requires HTML or text
        "summary": entry.summary if html else "",
        "image": entry.image,
        "date_published": round_moment(entry.published).isoformat(),
        "date_modified": round_moment(entry.updated).isoformat(),
        "authors": _authors(entry.authors),
        "tags": [category.term for category in entry.categories],
        "language": entry.lang,
        "_license": _license(entry),
        "attachments": [_without_empty(attachment)] if file else [],
    })  # fmt: skip


def _license(entry: FeedEntry) -> dict[str, str]:
    """Return the licence for an object of our own, since JSON Feed has no name for it."""
    return _without_empty({"name": entry.license.name, "url": entry.license.url}) if entry.license else {}


def _authors(people: Iterable[Person]) -> list[dict[str, Any]]:
    return [
        _without_empty({"name": person.name, "url": web_address(person.url), "avatar": web_address(person.image)})
        for person in people
    ]


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}

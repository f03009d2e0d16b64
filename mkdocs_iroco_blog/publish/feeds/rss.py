"""Write a feed as RSS 2.0: https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile."""

from __future__ import annotations

from email.utils import format_datetime
from xml.etree.ElementTree import Element

from markupsafe import escape

from .model import GENERATOR, Feed, FeedEntry, round_moment
from .xml import MEDIA, EntryCache, add, add_entries, new_element, uri, write_document

MEDIA_TYPE = "application/rss+xml"
_NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    **MEDIA,
}


def write_rss(feed: Feed, cache: EntryCache | None = None) -> bytes:
    """Write a feed as RSS. Feeds with entries in common can share a `cache`."""
    root = new_element("rss", {"version": "2.0", **_NAMESPACES})
    channel = add(root, "channel")
    add(channel, "title", feed.title)
    add(channel, "link", uri(feed.home))
    add(channel, "description", feed.subtitle or feed.title)
    for name, text in (("language", feed.lang), ("copyright", feed.rights)):
        if text:
            add(channel, name, text)
    add(channel, "lastBuildDate", format_datetime(round_moment(feed.updated)))
    add(channel, "atom:link", attributes={"rel": "self", "href": uri(feed.address), "type": MEDIA_TYPE})
    add(channel, "generator", GENERATOR)
    if feed.icon:
        image = add(channel, "image")
        for name, text in (("url", uri(feed.icon)), ("title", feed.title), ("link", uri(feed.home))):
            add(image, name, text)
    add_entries(channel)
    return write_document(root, feed, _item, cache)


def _item(entry: FeedEntry) -> Element:
    item = new_element("item", {"xml:lang": entry.lang})
    add(item, "title", entry.title)
    add(item, "link", uri(entry.url))
    description = _description(entry)
    if description:
        add(item, "description", description)
    add(item, "pubDate", format_datetime(round_moment(entry.published)))
    add(item, "guid", entry.id, {"isPermaLink": "true" if entry.id == entry.url else "false"})
    if entry.enclosure:
        file = entry.enclosure
        add(item, "enclosure", attributes={"url": uri(file.url), "length": str(file.length), "type": file.type})
    # RSS's own `author` is an e-mail address: https://www.rssboard.org/rss-profile#namespace-elements-dublin-creator
    for person in entry.authors:
        add(item, "dc:creator", person.name)
    for category in entry.categories:
        add(item, "category", category.term, {"domain": category.scheme})
    if entry.image:
        add(item, "media:thumbnail", attributes={"url": uri(entry.image)})
    if entry.credit:
        add(item, "media:credit", entry.credit)
    if entry.license:
        add(item, "dc:rights", entry.license.name)
        if entry.license.url:
            add(item, "atom:link", attributes={"rel": "license", "href": uri(entry.license.url)})
    if entry.content:
        add(item, "content:encoded", entry.content)
    return item


def _description(entry: FeedEntry) -> str:
    """Describe an entry in HTML, since readers take it for that."""
    return entry.excerpt if entry.excerpt and not entry.content else str(escape(entry.summary))

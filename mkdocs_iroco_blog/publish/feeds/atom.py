"""Write a feed as Atom: https://www.rfc-editor.org/rfc/rfc4287."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from mkdocs_iroco_blog.core.links import License
from mkdocs_iroco_blog.publish.metadata.values import Person

from .addresses import email_address, web_address
from .model import GENERATOR, Feed, FeedEntry, round_moment
from .xml import MEDIA, EntryCache, add, add_entries, new_element, uri, write_document

MEDIA_TYPE = "application/atom+xml"


def write_atom(feed: Feed, cache: EntryCache | None = None) -> bytes:
    """Write a feed as Atom. Feeds with entries in common can share a `cache`."""
    root = new_element("feed", {"xml:lang": feed.lang, "xmlns": "http://www.w3.org/2005/Atom", **MEDIA})
    add(root, "title", feed.title)
    if feed.subtitle:
        add(root, "subtitle", feed.subtitle)
    add(root, "id", feed.id or feed.address)
    add(root, "updated", round_moment(feed.updated).isoformat())
    _add_link(root, "alternate", feed.home, type="text/html")
    _add_link(root, "self", feed.address, type=MEDIA_TYPE)
    for person in feed.required_authors:
        _add_author(root, person)
    for name, text in (("icon", uri(feed.icon)), ("rights", feed.rights), ("generator", GENERATOR)):
        if text:
            add(root, name, text)
    _add_license(root, feed.license)
    add_entries(root)
    return write_document(root, feed, _entry, cache)


def _entry(entry: FeedEntry) -> Element:
    element = new_element("entry", {"xml:lang": entry.lang})
    add(element, "title", entry.title)
    add(element, "link", attributes={"href": uri(entry.url), "rel": "alternate"})
    add(element, "published", round_moment(entry.published).isoformat())
    add(element, "updated", round_moment(entry.updated).isoformat())
    add(element, "id", entry.id)
    for person in entry.authors:
        _add_author(element, person)
    for category in entry.categories:
        add(element, "category", attributes={"term": category.term, "scheme": category.scheme})
    if entry.image:
        add(element, "media:thumbnail", attributes={"url": uri(entry.image)})
    if entry.credit:
        add(element, "media:credit", entry.credit)
    if entry.enclosure:
        file = entry.enclosure
        _add_link(element, "enclosure", file.url, type=file.type, length=str(file.length or ""), title=file.title)
    if entry.license:
        add(element, "rights", entry.license.name)
        _add_license(element, entry.license)
    _add_text(element, entry)
    return element


def _add_link(parent: Element, relation: str, address: str, **attributes: str) -> None:
    add(parent, "link", attributes={"rel": relation, "href": uri(address), **attributes})


def _add_license(parent: Element, licence: License | None) -> None:
    """https://www.rfc-editor.org/rfc/rfc4946: a feed's licence is not its entries', so each names its own."""
    if licence and licence.url:
        _add_link(parent, "license", licence.url)


def _add_author(parent: Element, person: Person) -> None:
    author = add(parent, "author")
    add(author, "name", person.name)
    for name, text in (("uri", web_address(person.url)), ("email", email_address(person.email))):
        if text:
            add(author, name, text)


def _add_text(parent: Element, entry: FeedEntry) -> None:
    """Add summary and content. An excerpt is a summary, too."""
    html = {"type": "html"}
    if entry.excerpt and not entry.content:
        add(parent, "summary", entry.excerpt, html)
    elif entry.summary:
        add(parent, "summary", entry.summary)
    if entry.content:
        add(parent, "content", entry.content, html)

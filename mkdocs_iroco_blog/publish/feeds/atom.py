"""A feed as Atom: https://www.rfc-editor.org/rfc/rfc4287."""

from __future__ import annotations

from io import StringIO
from typing import Any

from feedgenerator import Atom1Feed

from .addresses import email_address, web_address
from .model import GENERATOR, Feed, FeedEntry, FeedPerson, with_offset
from .xml import MEDIA, FeedXml, Written, link_stylesheet, uri, write_entries, write_page

MEDIA_TYPE = "application/atom+xml"


def write_atom(feed: Feed, written: Written | None = None) -> bytes:
    """The feed as a file; feeds that share entries share what is `written` of them."""
    out = StringIO()
    _Atom(feed, {} if written is None else written).write(out, "utf-8")
    return out.getvalue().encode()


class _Atom(Atom1Feed):  # type: ignore[misc] # the library has no types
    """With several authors, a base for relative links, and links that say what they lead to."""

    def __init__(self, feed: Feed, written: Written) -> None:
        super().__init__(
            feed.title, uri(feed.home), None, language=feed.lang or None, feed_guid=feed.id or feed.address
        )
        self.of, self.written = feed, written

    def add_entry(self, entry: FeedEntry) -> dict[str, Any]:
        """The library's item for an entry."""
        self.add_item(
            entry.title,
            uri(entry.url),
            None,
            pubdate=with_offset(entry.published),
            updateddate=with_offset(entry.changed),
            unique_id=entry.id,
            entry=entry,
        )
        item: dict[str, Any] = self.items[-1]
        return item

    def write(self, outfile: StringIO, encoding: str) -> None:  # noqa: ARG002 - the base class's
        """The base class writes no style sheet for Atom."""
        xml = FeedXml(outfile)
        xml.startDocument()
        link_stylesheet(xml, self.of)
        xml.startElement("feed", self.root_attributes())
        self.add_root_elements(xml)
        self.write_items(xml)
        write_page(xml, self.of, self.written)
        xml.endElement("feed")

    def root_attributes(self) -> dict[str, str]:
        """Of the root."""
        return {**super().root_attributes(), **MEDIA}

    def write_items(self, handler: FeedXml) -> None:
        """All entries."""
        write_entries(self, "entry", handler, self.written)

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        """Of an entry."""
        return {"xml:lang": item["entry"].lang}

    def add_root_elements(self, handler: FeedXml) -> None:
        """What the feed says of itself. All of it anew: the base class knows no type of a link, and one author."""
        feed = self.of
        handler.addQuickElement("title", feed.title)
        if feed.subtitle:
            handler.addQuickElement("subtitle", feed.subtitle)
        handler.addQuickElement("id", self.feed["id"])
        handler.addQuickElement("updated", with_offset(feed.updated).isoformat())
        _link(handler, "alternate", feed.home, type="text/html")
        _link(handler, "self", feed.address, type=MEDIA_TYPE)
        for person in feed.signed_by:
            _author(handler, person)
        for name, text in (("icon", uri(feed.icon)), ("rights", feed.rights), ("generator", GENERATOR)):
            if text:
                handler.addQuickElement(name, text)

    def add_item_elements(self, handler: FeedXml, item: dict[str, Any]) -> None:
        """What an entry says: title, link, dates and id by the base class."""
        super().add_item_elements(handler, item)
        entry: FeedEntry = item["entry"]
        for person in entry.authors:
            _author(handler, person)
        for category in entry.categories:
            said = {"term": category.term, "scheme": category.scheme, "label": category.label}
            handler.addQuickElement("category", None, said)
        if entry.image:
            handler.addQuickElement("media:thumbnail", None, {"url": uri(entry.image)})
        if entry.enclosure:
            file = entry.enclosure
            _link(handler, "enclosure", file.url, type=file.type, length=str(file.length or ""))
        _text(handler, entry)


def _link(handler: FeedXml, rel: str, address: str, **said: str) -> None:
    handler.addQuickElement("link", None, {"rel": rel, "href": uri(address), **said})


def _author(handler: FeedXml, person: FeedPerson) -> None:
    handler.startElement("author", {})
    handler.addQuickElement("name", person.name)
    for name, text in (("uri", web_address(person.url)), ("email", email_address(person.email))):
        if text:
            handler.addQuickElement(name, text)
    handler.endElement("author")


def _text(handler: FeedXml, entry: FeedEntry) -> None:
    """Summary and content; an excerpt is a summary, too."""
    html = {"type": "html", "xml:base": uri(entry.url)}
    if entry.excerpt and not entry.content:
        handler.addQuickElement("summary", entry.excerpt, html)
    elif entry.summary:
        handler.addQuickElement("summary", entry.summary)
    if entry.content:
        handler.addQuickElement("content", entry.content, html)

"""A feed as RSS 2.0: https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile."""

from __future__ import annotations

from io import StringIO
from typing import Any

from feedgenerator import Enclosure as File
from feedgenerator import Rss201rev2Feed
from markupsafe import escape

from .model import GENERATOR, Feed, FeedEntry, with_offset
from .xml import MEDIA, FeedXml, Written, link_stylesheet, uri, write_entries, write_page

MEDIA_TYPE = "application/rss+xml"


def write_rss(feed: Feed, written: Written | None = None) -> bytes:
    """The feed as a file; feeds that share entries share what is `written` of them."""
    out = StringIO()
    _Rss(feed, {} if written is None else written).write(out, "utf-8")
    return out.getvalue().encode()


class _Rss(Rss201rev2Feed):  # type: ignore[misc] # the library has no types
    """With the whole text, and every author."""

    def __init__(self, feed: Feed, written: Written) -> None:
        super().__init__(
            feed.title, uri(feed.home), feed.subtitle or feed.title, language=feed.lang or None,
            feed_copyright=feed.rights or None,
        )  # fmt: skip
        self.of, self.written = feed, written

    def add_entry(self, entry: FeedEntry) -> dict[str, Any]:
        """The library's item for an entry."""
        self.add_item(
            entry.title, uri(entry.url), _description(entry), pubdate=with_offset(entry.published),
            unique_id=entry.id, unique_id_is_permalink=entry.id == entry.url, enclosures=_files(entry), entry=entry,
        )  # fmt: skip
        item: dict[str, Any] = self.items[-1]
        return item

    def write(self, outfile: StringIO, encoding: str) -> None:  # noqa: ARG002 - the base class's
        """As the base class does, but for characters that XML cannot hold."""
        xml = FeedXml(outfile)
        xml.startDocument()
        link_stylesheet(xml, self.of)
        xml.startElement("rss", self.rss_attributes())
        xml.startElement("channel", self.root_attributes())
        self.add_root_elements(xml)
        self.write_items(xml)
        self.endChannelElement(xml)
        xml.endElement("rss")

    def rss_attributes(self) -> dict[str, str]:
        """Of the root."""
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            **MEDIA,
        }

    def write_items(self, handler: FeedXml) -> None:
        """All entries."""
        write_entries(self, "item", handler, self.written)

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        """Of an entry."""
        return {"xml:lang": item["entry"].lang}

    def latest_post_date(self) -> Any:
        """Never the time of the build."""
        return with_offset(self.of.updated)

    def add_root_elements(self, handler: FeedXml) -> None:
        """What the feed says of itself."""
        super().add_root_elements(handler)
        feed = self.of
        link = {"rel": "self", "href": uri(feed.address), "type": MEDIA_TYPE}
        handler.addQuickElement("atom:link", None, link)
        handler.addQuickElement("generator", GENERATOR)
        if feed.icon:
            handler.startElement("image", {})
            for name, text in (("url", uri(feed.icon)), ("title", feed.title), ("link", uri(feed.home))):
                handler.addQuickElement(name, text)
            handler.endElement("image")

    def add_item_elements(self, handler: FeedXml, item: dict[str, Any]) -> None:
        """What an entry says: all but authors, categories and content by the base class."""
        super().add_item_elements(handler, item)
        entry: FeedEntry = item["entry"]
        # RSS's own `author` is an e-mail address: https://www.rssboard.org/rss-profile#namespace-elements-dublin-creator
        for person in entry.authors:
            handler.addQuickElement("dc:creator", person.name)
        for category in entry.categories:
            handler.addQuickElement("category", category.label or category.term, {"domain": category.scheme})
        if entry.image:
            handler.addQuickElement("media:thumbnail", None, {"url": uri(entry.image)})
        if entry.content:
            handler.addQuickElement("content:encoded", entry.content)

    def endChannelElement(self, handler: FeedXml) -> None:  # noqa: N802 - the library names it
        """After the last item."""
        write_page(handler, self.of, self.written)
        super().endChannelElement(handler)


def _description(entry: FeedEntry) -> str | None:
    """As HTML, which readers take it for."""
    if entry.excerpt and not entry.content:
        return entry.excerpt
    return str(escape(entry.summary)) or None


def _files(entry: FeedEntry) -> list[Any]:
    file = entry.enclosure
    return [File(uri(file.url), str(file.length), file.type)] if file else []

"""What Atom and RSS share as XML: text that every parser takes, and the part of a feed that browsers show.

Browsers no longer run XSLT, and a style sheet alone makes no link. So a feed ends with some XHTML, for `feed.css` to
show and feed readers to pass over:
https://www.rfc-editor.org/rfc/rfc4287#section-6.4 and https://www.rssboard.org/rss-specification#extendingRss
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from io import StringIO
from typing import Any
from xml.sax.saxutils import escape

from feedgenerator.django.utils.encoding import iri_to_uri
from feedgenerator.django.utils.feedgenerator import Stylesheet
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from .model import Feed, FeedEntry

MEDIA = {"xmlns:media": "http://search.yahoo.com/mrss/"}

Written = dict[FeedEntry, tuple[str, str]]
"""Of an entry its XML, and what a browser shows of it. A post stands in the feeds of all its terms."""

# https://www.w3.org/TR/xml/#charsets
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_IN_ATTRIBUTES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


def clean(text: str) -> str:
    """Text without what XML cannot hold, its lines ended as XML ends them."""
    if text.isprintable() or text.replace("\n", " ").isprintable():  # which most texts are, and is soon known
        return text
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


@lru_cache(maxsize=1024)
def uri(address: str) -> str:
    """An address in the letters that every reader knows. Entries of one blog share many."""
    return str(iri_to_uri(clean(address)))


def element(name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> str:
    """XML of an element that holds text alone. Attributes that say nothing are left out."""
    said = "".join(
        f' {key}="{escape(clean(value), _IN_ATTRIBUTES)}"' for key, value in (attributes or {}).items() if value
    )
    return f"<{name}{said}>{escape(clean(text))}</{name}>" if text else f"<{name}{said}/>"


class FeedXml(SimplerXMLGenerator):  # type: ignore[misc] # the library has no types
    """XML with the characters left out that it cannot hold, where the base class gives up."""

    def __init__(self, out: StringIO) -> None:
        super().__init__(out, "utf-8", short_empty_elements=True)

    def addQuickElement(  # noqa: N802 - the library names it
        self, name: str, contents: str | None = None, attrs: Mapping[str, str] | None = None
    ) -> None:
        """An element that holds text alone, written at once: a site has feeds with ten thousands of them."""
        self.write(element(name, contents or "", attrs))

    def startElement(self, name: str, attrs: Mapping[str, str]) -> None:  # noqa: N802 - SAX names it
        """A tag; attributes that say nothing are left out."""
        super().startElement(name, {key: clean(value) for key, value in attrs.items() if value})

    def write(self, xml: str) -> None:
        """XML, as it is."""
        self.ignorableWhitespace(xml)


def write_entries(feed: Any, tag: str, xml: FeedXml, written: Written) -> None:
    """Every entry of a feed, each on a line of its own; what is `written` already is not made again.

    `feed` is a library's, with a method `add_entry` that gives the library's item for an entry.
    """
    for entry in feed.of.entries:
        if entry not in written:
            item, out = feed.add_entry(entry), StringIO()
            one = FeedXml(out)
            one.startElement(tag, feed.item_attributes(item))
            feed.add_item_elements(one, item)
            one.endElement(tag)
            written[entry] = out.getvalue(), _shown_entry(entry)
        xml.write(f"\n{written[entry][0]}")


def link_stylesheet(xml: FeedXml, feed: Feed) -> None:
    """Say how a browser shows the feed; must come before the root."""
    if feed.stylesheet:
        xml.processingInstruction("xml-stylesheet", Stylesheet(clean(feed.stylesheet), "text/css", media=None))


def write_page(xml: FeedXml, feed: Feed, written: Written) -> None:
    """The feed as a browser shows it: what it is, and a link to every entry's page.

    In one `div` at the feed's level, which the W3C's validator takes, and behind the entries, whose readers it
    concerns first.
    """
    if not feed.stylesheet:
        return
    viewport = {"name": "viewport", "content": "width=device-width, initial-scale=1"}
    xml.write("\n")
    xml.startElement("div", {"xmlns": "http://www.w3.org/1999/xhtml", "lang": feed.lang})
    xml.write(element("title", feed.title) + element("meta", "", viewport))
    xml.write(f"<header><h1>{element('a', feed.title, {'href': feed.home})}</h1>")
    xml.write("".join(element("p", line) for line in (feed.subtitle, feed.note) if line))
    xml.write(element("code", feed.address) + "</header>")
    for entry in feed.entries:
        xml.write(f"\n{written[entry][1]}")
    xml.endElement("div")
    xml.write("\n")


def _shown_entry(entry: FeedEntry) -> str:
    day = entry.published.date().isoformat()
    heading = f"<h2>{element('a', entry.title, {'href': entry.url})}</h2>"
    date = element("time", entry.date or day, {"datetime": day})
    lang = f' lang="{escape(clean(entry.lang), _IN_ATTRIBUTES)}"' if entry.lang else ""
    return f"<article{lang}>{heading}{date}{element('p', entry.summary) if entry.summary else ''}</article>"

"""Build the XML that Atom and RSS share: elements, and the page that browsers show.

Browsers no longer run XSLT, and a style sheet alone makes no links. So a feed ends with some XHTML, which `feed.css`
styles and feed readers ignore:
https://www.rfc-editor.org/rfc/rfc4287#section-6.4 and https://www.rssboard.org/rss-specification#extendingRss
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote
from xml.etree.ElementTree import Comment, Element, tostring

from .model import Feed, FeedEntry

MEDIA = {"xmlns:media": "http://search.yahoo.com/mrss/"}

EntryCache = dict[FeedEntry, tuple[str, str]]
"""The XML and the XHTML of entries. A post is in the feeds of all its terms, so feeds of one format share a cache."""

# https://www.w3.org/TR/xml/#charsets
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_URI_CHARACTERS = "/#%[]=:;$&()+,!?*@'~"  # https://www.rfc-editor.org/rfc/rfc3987#section-3.1
_PLACEHOLDER = "<!---->"


def clean(text: str) -> str:
    """Remove the characters that XML cannot hold, and end lines as XML does."""
    if text.isprintable() or text.replace("\n", " ").isprintable():  # true of most texts, and quick to check
        return text
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


@lru_cache(maxsize=1024)  # the entries of a blog share many addresses
def uri(address: str) -> str:
    """Encode an address in ASCII, which every reader understands."""
    return quote(clean(address), safe=_URI_CHARACTERS)


def new_element(name: str, attributes: Mapping[str, str]) -> Element:
    """Create an element. Empty attributes are left out."""
    return Element(name, {key: clean(value) for key, value in attributes.items() if value})


def add(parent: Element, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> Element:
    """Append an element that holds text. Empty attributes are left out."""
    element = new_element(name, attributes or {})
    element.text = clean(text)
    parent.append(element)
    return element


def add_entries(parent: Element) -> None:
    """Mark where `write_document` puts the entries."""
    parent.append(Comment(""))


def write_document(
    root: Element, feed: Feed, build_entry: Callable[[FeedEntry], Element], cache: EntryCache | None
) -> bytes:
    """Write a feed: `root` with the entries, and with the page for browsers after them.

    The page comes last because the entries concern more readers. It is one `div` at the feed's level, which the W3C's
    validator accepts.
    """
    cache = {} if cache is None else cache
    for entry in feed.entries:
        if entry not in cache:
            cache[entry] = _serialize(build_entry(entry)), _serialize(_article(entry))
    parts = [cache[entry][0] for entry in feed.entries]
    prolog = '<?xml version="1.0" encoding="utf-8"?>\n'
    if feed.stylesheet:
        prolog += f'<?xml-stylesheet href="{uri(feed.stylesheet)}" type="text/css"?>'
        parts.append(_fill(_page(feed), (cache[entry][1] for entry in feed.entries)) + "\n")
    return (prolog + _fill(root, parts)).encode()


def _fill(element: Element, parts: Iterable[str]) -> str:
    """Serialize an element with parts in the place of its placeholder, each on a line of its own."""
    start, end = _serialize(element).split(_PLACEHOLDER)
    return "\n".join([start, *parts]) + end


def _serialize(element: Element) -> str:
    return tostring(element, "unicode").replace(" />", "/>")  # texts and attributes hold `&gt;`


def _page(feed: Feed) -> Element:
    page = new_element("div", {"lang": feed.lang, "dir": feed.direction, "xmlns": "http://www.w3.org/1999/xhtml"})
    add(page, "title", feed.title)
    add(page, "meta", attributes={"name": "viewport", "content": "width=device-width, initial-scale=1"})
    header = add(page, "header")
    add(add(header, "h1"), "a", feed.title, {"href": feed.home})
    for line, lang in ((feed.subtitle, ""), (feed.note, feed.note_lang)):
        if line:
            add(header, "p", line, {"lang": lang, "dir": "auto" if lang else ""})
    add(header, "code", feed.address)
    add_entries(page)
    return page


def _article(entry: FeedEntry) -> Element:
    day = entry.published.date().isoformat()
    article = new_element("article", {"lang": entry.lang, "dir": "auto" if entry.lang else ""})
    add(add(article, "h2"), "a", entry.title, {"href": entry.url})
    add(article, "time", entry.date or day, {"datetime": day})
    if entry.summary:
        add(article, "p", entry.summary)
    return article

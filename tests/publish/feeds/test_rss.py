"""A feed as RSS 2.0: read back by feedparser, held against the specification's rules."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import feedparser
from lxml import etree

from mkdocs_iroco_blog.publish.feeds.model import Enclosure
from mkdocs_iroco_blog.publish.feeds.rss import write_rss
from mkdocs_iroco_blog.publish.feeds.xml import EntryCache
from tests.publish.feeds.samples import HOME, entry, feed, plain, schema_errors


def read(*entries: Any, **said: Any) -> Any:
    """The feed as a reader has it, once it is found valid."""
    written = write_rss(feed(*entries, **said))
    assert schema_errors("rss", written) == []
    parsed = feedparser.parse(written)
    assert not parsed.bozo
    return parsed


def guid(*entries: Any) -> tuple[str | None, str | None]:
    """An entry's name, and whether it is an address."""
    found = etree.fromstring(write_rss(feed(*entries))).find("channel/item/guid")
    assert found is not None
    return found.text, found.get("isPermaLink")


def test_a_feed_says_whose_it_is_and_where() -> None:
    about = read(entry(), icon="https://example.org/icon.png", rights="CC BY-SA 4.0").feed
    assert (about.title, about.subtitle, about.language) == ("Le blog d’Iroco", "Écoconception & logiciel", "fr")
    assert about.link == HOME
    assert [(link.rel, link.href) for link in about.links] == [
        ("alternate", HOME),
        ("self", "https://example.org/blog/feed.xml"),
    ]
    assert (
        about.image
        == {"href": "https://example.org/icon.png", "title": about.title, "link": HOME, "links": about.links[:1]}
        | about.image
    )
    assert (about.rights, about.generator) == ("CC BY-SA 4.0", "mkdocs-iroco-blog")
    assert about.updated == "Sun, 06 Oct 2024 08:00:00 +0200"


def test_an_entry_says_all_that_a_post_does() -> None:
    [read_back] = read(entry()).entries
    assert read_back.id == read_back.link == f"{HOME}2024/10/04/nec/"
    assert read_back.published == "Fri, 04 Oct 2024 10:30:00 +0200"
    assert [(tag.term, tag.scheme) for tag in read_back.tags] == [("Events", f"{HOME}categories/"), ("Low tech", None)]
    assert [author.name for author in read_back.authors] == ["Ada Lovelace", "Bob"]
    assert read_back.content[0].value == '<p>Two days in <a href="https://example.org/">Chambéry</a>: 5 &lt; 6.</p>'
    assert read_back.enclosures == [{"href": "https://example.org/nec.png", "type": "image/png", "length": "1234"}]
    assert read_back.media_thumbnail == [{"url": "https://example.org/nec.png"}]


def test_a_title_is_text_and_a_summary_html() -> None:
    [item] = etree.fromstring(write_rss(feed(entry()))).findall("channel/item")
    assert item.findtext("title") == "NEC 2024: R&D, <b>bold</b>"
    assert item.findtext("description") == "Two days in Chambéry: 5 &lt; 6 &amp; more."


def test_a_guid_is_a_permalink_where_it_is_the_link() -> None:
    assert guid(entry()) == (f"{HOME}2024/10/04/nec/", "true")
    assert guid(entry(id="https://blog.iroco.co/nec-2024")) == ("https://blog.iroco.co/nec-2024", "false")
    assert guid(entry(id="post 12")) == ("post 12", "false")


def test_an_excerpt_stands_for_the_content() -> None:
    [read_back] = read(entry(content="", excerpt="<p>Two <em>days</em>.</p>")).entries
    assert "content" not in read_back
    assert read_back.summary == "<p>Two <em>days</em>.</p>"


def test_an_enclosure_of_unknown_length_says_0() -> None:
    [read_back] = read(entry(enclosure=Enclosure("https://example.org/a.png", "image/png"))).entries
    assert read_back.enclosures[0].length == "0"


def test_the_smallest_and_the_empty_feed_are_valid() -> None:
    assert [one.title for one in read(plain(), subtitle="", lang="").entries] == ["Plain"]
    assert read().feed.updated == "Thu, 01 Jan 1970 00:00:00 +0000"


def test_dates_are_in_english_with_their_offset() -> None:
    [read_back] = read(plain(published=datetime(2025, 2, 1, tzinfo=UTC))).entries
    assert read_back.published == "Sat, 01 Feb 2025 00:00:00 +0000"


def test_feeds_share_a_cache_of_entries() -> None:
    shared = entry()
    cache: EntryCache = {}
    first, second = feed(shared, title="One"), feed(plain(), shared, title="Two")
    assert write_rss(first, cache) == write_rss(first)
    assert write_rss(second, cache) == write_rss(second)
    assert shared in cache

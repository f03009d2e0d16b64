"""A feed as Atom: read back by feedparser, held against the rules of RFC 4287."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import feedparser
import pytest

from mkdocs_iroco_blog.publish.feeds.atom import write_atom
from mkdocs_iroco_blog.publish.feeds.model import Enclosure
from mkdocs_iroco_blog.publish.feeds.xml import EntryCache
from mkdocs_iroco_blog.publish.metadata.values import Person
from tests.publish.feeds.samples import ADA, BOB, HOME, entry, feed, plain, schema_errors


def read(*entries: Any, **said: Any) -> Any:
    """The feed as a reader has it, once it is found valid."""
    written = write_atom(feed(*entries, **said))
    assert schema_errors("atom", written) == []
    parsed = feedparser.parse(written)
    assert not parsed.bozo
    return parsed


def test_a_feed_says_whose_it_is_and_where() -> None:
    about = read(entry(), icon="https://example.org/icon.png", rights="CC BY-SA 4.0").feed
    assert about.title == "Le blog d’Iroco"
    assert about.subtitle == "Écoconception & logiciel"
    assert about.title_detail.language == "fr"
    assert about.id == "https://example.org/blog/feed.xml"
    assert about.link == HOME
    assert [(link.rel, link.type, link.href) for link in about.links] == [
        ("alternate", "text/html", HOME),
        ("self", "application/atom+xml", "https://example.org/blog/feed.xml"),
    ]
    assert (about.icon, about.rights, about.generator) == (
        "https://example.org/icon.png",
        "CC BY-SA 4.0",
        "mkdocs-iroco-blog",
    )


def test_an_entry_says_all_that_a_post_does() -> None:
    [read_back] = read(entry()).entries
    assert read_back.id == read_back.link == f"{HOME}2024/10/04/nec/"
    assert read_back.title == "NEC 2024: R&D, <b>bold</b>"
    assert read_back.title_detail.type == "text/plain"
    assert read_back.published == "2024-10-04T10:30:00+02:00"
    assert read_back.updated == "2024-10-06T08:00:00+02:00"
    assert [tag.term for tag in read_back.tags] == ["Events", "Low tech"]
    assert [tag.scheme for tag in read_back.tags] == [f"{HOME}categories/", None]
    assert read_back.summary == "Two days in Chambéry: 5 < 6 & more."
    assert read_back.summary_detail.type == "text/plain"
    [content] = read_back.content
    assert (content.type, content.base) == ("text/html", "")
    assert content.value == '<p>Two days in <a href="https://example.org/">Chambéry</a>: 5 &lt; 6.</p>'
    assert read_back.media_thumbnail == [{"url": "https://example.org/nec.png"}]


def test_every_author_has_a_name_and_the_address_of_their_page() -> None:
    [read_back] = read(entry(authors=(BOB, ADA))).entries
    assert read_back.authors == [{"name": "Bob"}, {"name": "Ada Lovelace", "href": ADA.url, "email": "ada@example.org"}]


def test_a_cover_is_an_enclosure_of_a_length_and_a_type() -> None:
    [read_back] = read(entry()).entries
    assert read_back.enclosures == [{"href": "https://example.org/nec.png", "type": "image/png", "length": "1234"}]
    [unknown] = read(entry(enclosure=Enclosure("https://example.org/a b.png", "image/png"))).entries
    assert unknown.enclosures == [{"href": "https://example.org/a%20b.png", "type": "image/png"}]


def test_a_blog_signs_for_entries_without_an_author() -> None:
    assert read(entry(), plain()).feed.author_detail == {"name": "Le blog d’Iroco", "href": HOME}
    assert read(plain(), authors=(BOB,)).feed.author == "Bob"
    assert "author" not in read(entry(), entry("two")).feed
    assert "author" not in read(plain()).entries[0]


def test_a_feed_is_as_old_as_its_newest_change() -> None:
    older = entry("b", published=datetime(2020, 1, 1, tzinfo=UTC), updated=datetime(2024, 11, 1, 1, 2, 3, tzinfo=UTC))
    assert read(entry(), older).feed.updated == "2024-11-01T01:02:03+00:00"
    assert read(plain()).feed.updated == "2024-10-04T10:30:00+02:00"


def test_an_empty_feed_is_valid_and_has_no_time_of_the_build() -> None:
    parsed = read()
    assert parsed.entries == []
    assert parsed.feed.updated == "1970-01-01T00:00:00+00:00"


@pytest.mark.parametrize(
    ("at", "written"),
    [
        (datetime(2024, 1, 1, tzinfo=UTC), "2024-01-01T00:00:00+00:00"),
        (datetime(2024, 1, 1, 9, 8, 7, 654_321, tzinfo=timezone(timedelta(hours=-5))), "2024-01-01T09:08:07-05:00"),
        (datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=5, minutes=45))), "2024-01-01T00:00:00+05:45"),
        (datetime(1900, 1, 1, tzinfo=timezone(timedelta(minutes=9, seconds=21))), "1899-12-31T23:59:39+00:09"),
    ],
)
def test_dates_keep_the_offset_as_written(at: datetime, written: str) -> None:
    assert read(plain(published=at)).entries[0].published == written


def test_an_excerpt_stands_for_the_content() -> None:
    [read_back] = read(entry(content="", excerpt="<p>Two <em>days</em>.</p>")).entries
    assert "content" not in read_back
    assert (read_back.summary_detail.type, read_back.summary) == ("text/html", "<p>Two <em>days</em>.</p>")
    [both] = read(entry(excerpt="<p>Two <em>days</em>.</p>")).entries
    assert (both.summary, len(both.content)) == ("Two days in Chambéry: 5 < 6 & more.", 1)


def test_an_entry_in_another_language_says_so() -> None:
    [read_back] = read(entry(lang="en")).entries
    assert read_back.title_detail.language == "en"


def test_ids_are_kept_as_they_are_given() -> None:
    parsed = read(entry(id="https://blog.iroco.co/nec-2024"), plain(id="tag:example.org,2005:é"), id="urn:uuid:1")
    assert parsed.feed.id == "urn:uuid:1"
    assert [one.id for one in parsed.entries] == ["https://blog.iroco.co/nec-2024", "tag:example.org,2005:é"]


@pytest.mark.parametrize("url", ["", "not an address", "javascript:alert(1)", "/ada/", "http://[x", "https://"])
def test_an_author_s_address_that_is_none_is_left_out(url: str) -> None:
    [read_back] = read(entry(authors=(Person("Ada", url),))).entries
    assert read_back.authors == [{"name": "Ada"}]


@pytest.mark.parametrize("email", ["", "ada", "ada at example.org", "a@b@c", "@"])
def test_an_email_address_that_is_none_is_left_out(email: str) -> None:
    [read_back] = read(entry(authors=(Person("Ada", email=email),))).entries
    assert read_back.authors == [{"name": "Ada"}]


def test_feeds_share_a_cache_of_entries() -> None:
    shared = entry()
    cache: EntryCache = {}
    first, second = feed(shared, title="One"), feed(plain(), shared, title="Two")
    assert write_atom(first, cache) == write_atom(first)
    assert write_atom(second, cache) == write_atom(second)
    assert shared in cache

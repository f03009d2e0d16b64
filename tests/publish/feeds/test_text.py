"""Any text comes through every format, and the same feed is the same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mkdocs_iroco_blog.publish.feeds.addresses import email_address, resolve_link, web_address
from mkdocs_iroco_blog.publish.feeds.atom import write_atom
from mkdocs_iroco_blog.publish.feeds.json_feed import write_json
from mkdocs_iroco_blog.publish.feeds.model import Enclosure, Feed, FeedCategory
from mkdocs_iroco_blog.publish.feeds.rss import write_rss
from mkdocs_iroco_blog.publish.feeds.xml import clean
from mkdocs_iroco_blog.publish.metadata.values import Person
from tests.publish.feeds.samples import entry, feed, plain, schema_errors

ATOM = "{http://www.w3.org/2005/Atom}"
FORBIDDEN = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), 0xD800, 0xDFFF, 0xFFFE, 0xFFFF]))
HOSTILE = st.one_of(
    st.text(max_size=20),
    st.text(st.sampled_from(FORBIDDEN + "]]>&<>\"'\r\n\t\x7f\x85\u2028😀é{}"), max_size=12),
    st.sampled_from(
        ["]]>", "<![CDATA[", "&amp;", "&#0;", "<script>alert(1)</script>", "</title>", "👩‍💻", "\U0010fffd"]
    ),
)
NAMED = HOSTILE.map(lambda text: f"a{text}")


def hostile(text: str) -> Feed:
    """A feed whose every field is the text."""
    said = {"title": text, "summary": text, "content": text, "image": text, "date": text}
    people = (Person(text, text, email=text),)
    terms = (FeedCategory(text),)
    file = Enclosure("https://e.org/\ud800a.png", "image/png")
    one = entry("x", **said, authors=people, categories=terms, enclosure=file)
    return feed(one, title=text, subtitle=text, rights=text, note=text, stylesheet=text)


def expected(text: str) -> str:
    """What a parser gives back: it ends lines its own way, and some characters no XML holds."""
    kept = "".join(one for one in text if one not in FORBIDDEN)
    return kept.replace("\r\n", "\n").replace("\r", "\n")


@given(NAMED)
def test_any_text_comes_through_atom(text: str) -> None:
    written = write_atom(hostile(text))
    assert schema_errors("atom", written) == []
    root = etree.fromstring(written)
    texts = [root.findtext(ATOM + name) for name in ("title", "subtitle", "rights")]
    texts += [root.findtext(f"{ATOM}entry/{ATOM}{name}") for name in ("title", "summary", "content", "author/{*}name")]
    assert set(texts) == {expected(text)}
    category = root.find(f"{ATOM}entry/{ATOM}category")
    assert category is not None
    assert category.get("term") == expected(text)


@given(NAMED)
def test_any_text_comes_through_rss(text: str) -> None:
    written = write_rss(hostile(text))
    assert schema_errors("rss", written) == []
    root = etree.fromstring(written)
    texts = [root.findtext(f"channel/{name}") for name in ("title", "description", "copyright")]
    texts += [root.findtext(f"channel/item/{name}") for name in ("title", "category", "{*}creator", "{*}encoded")]
    assert set(texts) == {expected(text)}


@given(NAMED)
def test_any_text_comes_through_json(text: str) -> None:
    found = json.loads(write_json(hostile(text)))
    kept = "".join(one for one in text if not 0xD800 <= ord(one) <= 0xDFFF)
    assert {found["title"], found["description"], found["items"][0]["content_html"]} == {kept}


@pytest.mark.parametrize("write", [write_atom, write_rss])
def test_readers_see_the_text_and_nothing_else(write: Any) -> None:
    text = "]]>&amp;<b>\x00\x0b\ud800\uffff😀 </title>"
    read_back = feedparser.parse(write(hostile(text)))
    assert not read_back.bozo
    assert read_back.entries[0].authors[0].name == "]]>&amp;<b>😀 </title>"


def test_clean_drops_what_xml_cannot_hold() -> None:
    assert clean(f"a{FORBIDDEN}b") == "ab"
    assert clean("a\r\nb\rc\td") == "a\nb\nc\td"
    assert clean("é😀\U0010fffd\ufffd\x7f\x85") == "é😀\U0010fffd\ufffd\x7f\x85"


@given(HOSTILE, HOSTILE)
def test_addresses_are_read_or_left_out(first: str, second: str) -> None:
    written = f"{first}:{second}"
    assert web_address(written) in ("", written.strip()) or web_address(written)
    assert "@" in email_address(f"{first}@{second}") or email_address(f"{first}@{second}") == ""
    whole = resolve_link(written, "https://example.org/")
    assert whole is None or " " not in whole


SCRIPT = """
import sys
from tests.publish.feeds.samples import entry, feed, plain
from mkdocs_iroco_blog.publish.feeds.atom import write_atom
from mkdocs_iroco_blog.publish.feeds.content import make_readable
from mkdocs_iroco_blog.publish.feeds.json_feed import write_json
from mkdocs_iroco_blog.publish.feeds.rss import write_rss
html = make_readable('<p class="a" id="b" title="c" lang="en"><a href="d" title="e">f</a></p>', "https://example.org/")
one = feed(entry(content=html), plain())
sys.stdout.buffer.write(write_atom(one) + write_rss(one) + write_json(one))
"""


def test_a_feed_is_the_same_bytes_in_every_run() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("7", "Asia/Tokyo"))
    ]
    assert runs[0] == runs[1]
    one = feed(entry(), plain())
    assert runs[0].startswith(b"<?xml")
    assert [write(one) for write in (write_atom, write_rss, write_json)] == [
        write(feed(entry(), plain())) for write in (write_atom, write_rss, write_json)
    ]

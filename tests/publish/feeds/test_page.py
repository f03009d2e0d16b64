"""A feed in a browser: a page at its end, which readers pass over."""

from __future__ import annotations

import re
from importlib import resources
from typing import Any

import feedparser
import pytest
from lxml import etree

from mkdocs_iroco_blog.publish.feeds.atom import write_atom
from mkdocs_iroco_blog.publish.feeds.rss import write_rss
from tests.publish.feeds.samples import HOME, entry, feed, plain

CSS = (resources.files("mkdocs_iroco_blog.layout") / "templates/iroco_blog/feed.css").read_text(encoding="utf-8")
XHTML = "{http://www.w3.org/1999/xhtml}"
WRITERS = pytest.mark.parametrize("write", [write_atom, write_rss])


def page(write: Any, **said: Any) -> Any:
    """The one element of the feed that browsers show."""
    root = etree.fromstring(write(feed(entry(date="4 octobre 2024", lang="en"), plain(), **said)))
    [shown] = root.iter(f"{XHTML}div")
    return shown


@WRITERS
def test_a_style_sheet_is_named_before_the_root(write) -> None:
    written = write(feed(entry())).decode()
    assert written.split("\n")[1].startswith('<?xml-stylesheet href="../feed.css" type="text/css"?><')


@WRITERS
def test_the_page_says_what_the_feed_is_and_links_to_every_post(write) -> None:
    shown = page(write)
    assert [(link.text, link.get("href")) for link in shown.iter(f"{XHTML}a")] == [
        ("Le blog d’Iroco", HOME),
        ("NEC 2024: R&D, <b>bold</b>", f"{HOME}2024/10/04/nec/"),
        ("Plain", f"{HOME}2024/10/04/plain/"),
    ]
    assert shown.findtext(f"{XHTML}title") == "Le blog d’Iroco"
    assert [line.text for line in shown.iter(f"{XHTML}p")] == [
        "Écoconception & logiciel",
        "Ceci est un flux.",
        "Two days in Chambéry: 5 < 6 & more.",
    ]
    assert shown.findtext(f"{XHTML}header/{XHTML}code") == "https://example.org/blog/feed.xml"
    assert [(day.text, day.get("datetime")) for day in shown.iter(f"{XHTML}time")] == [
        ("4 octobre 2024", "2024-10-04"),
        ("2024-10-04", "2024-10-04"),
    ]
    assert [shown.get("lang"), *(one.get("lang") for one in shown.iter(f"{XHTML}article"))] == ["fr", "en", None]


@WRITERS
def test_readers_pass_over_the_page(write) -> None:
    with_page, without = (
        feedparser.parse(write(feed(entry(), plain(), stylesheet=sheet))) for sheet in ("../feed.css", "")
    )
    assert with_page.entries == without.entries
    assert {name: value for name, value in with_page.feed.items() if not name.startswith("xhtml_")} == without.feed


@WRITERS
def test_a_feed_without_a_style_sheet_has_no_page(write) -> None:
    written = write(feed(entry(), stylesheet="")).decode()
    assert "xhtml" not in written
    assert "xml-stylesheet" not in written


def test_the_style_sheet_is_small_and_loads_nothing() -> None:
    assert len(CSS.encode()) < 2500
    rules = CSS.replace('@namespace "http://www.w3.org/1999/xhtml";', "")
    assert not re.search(r"@import|url\(|https?:", rules)


def test_the_style_sheet_hides_what_readers_read() -> None:
    rules = {part.strip() for rule in re.findall(r"([^{}]+)\{[^}]*display: none", CSS) for part in rule.split(",")}
    assert {"*|feed > *|*", "*|channel > *|*"} <= rules

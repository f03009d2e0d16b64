"""Insert metadata into finished pages; golden cases are in `tests/cases/head`."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from typing import Any

import extruct
import pytest
from lxml import html as lxml_html
from selectolax.lexbor import LexborHTMLParser

from mkdocs_iroco_blog.core.links import FeedLink
from mkdocs_iroco_blog.publish.metadata.scan import read_head
from mkdocs_iroco_blog.publish.metadata.tags import locale_of
from mkdocs_iroco_blog.publish.metadata.values import PageMetadata, Person, Picture
from tests.publish.metadata_blog import with_metadata

ONCE = (
    "meta[name=description]", "meta[name=author]", "meta[name=robots]", "link[rel=canonical]", "link[rel=prev]",
    "link[rel=next]", "meta[name='twitter:card'], meta[property='twitter:card']",
    *(f"meta[property='{name}']" for name in (
        "og:type", "og:title", "og:description", "og:url", "og:image", "og:image:width", "og:site_name", "og:locale",
        "article:published_time", "article:modified_time", "article:section",
    )),
)  # fmt: skip
"""Tags that a page may have once."""


@pytest.mark.golden_test("../../cases/head/*.yml")
def test_head(golden: Any) -> None:
    """Insert a case's metadata into its HTML."""
    page = page_of(golden.get("page") or {})
    out = with_metadata(
        golden["html"], page, structured=golden.get("structured") or "", extra_html=golden.get("extra_html") or "",
        site_styles=golden.get("site_styles") or (),
    )  # fmt: skip
    assert golden.out["out"] == out
    if out != golden["html"]:
        check(out, page)


def page_of(said: Mapping[str, Any]) -> PageMetadata:
    """Make a post's metadata, with the values that a case overrides."""
    values: dict[str, Any] = {
        "kind": "post", "title": "Scales", "description": "What a hive weighs.", "url": "https://example.org/blog/scales/",
        "site_name": "Plume", "site_description": "It weighs pages.", "lang": "en", **said,
    }  # fmt: skip
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    people = tuple(Person(**person) for person in values.get("authors", ()))
    feeds = tuple(FeedLink(**feed) for feed in values.get("feeds", ()))
    image = Picture(**values["image"]) if values.get("image") else None
    return PageMetadata(**{**values, **lists, "authors": people, "feeds": feeds, "image": image})


def check(out: str, page: PageMetadata) -> None:
    """Check the rules for every page with a head, with parsers that follow those of browsers."""
    tree = LexborHTMLParser(out)
    head = tree.head
    assert head is not None
    assert {wanted: count for wanted in ONCE if (count := len(tree.css(wanted))) > 1} == {}
    for wanted in ("meta[name], meta[property]", "link[rel=canonical], link[rel=alternate], link[rel=me]"):
        assert len(head.css(wanted)) == len(tree.css(wanted)), "all of it stands in the head"
    said = Counter((node.tag, tuple(sorted(node.attributes.items()))) for node in head.css("meta, link"))
    assert [tag for tag, count in said.items() if count > 1] == []
    document: Any = lxml_html.fromstring(out)
    if page.canonical_url:
        assert document.xpath("//link[@rel='canonical']/@href") == [page.canonical_url]
    assert len(document.xpath("//meta[@property='og:title']/@content")) == 1


HOSTILE = (
    '"><script>alert(1)</script>', "'><img src=x onerror=alert(1)>", "</head><body onload=alert(1)>", "<!--", "-->",
    "</title></script>", "&quot;&lt;", "a\nb\tc", "\\u003c", "{{ 7*7 }}", "\ud7ff\ufffd",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    page = page_of({
        "title": text, "description": text, "tags": [text], "sections": [text], "site_name": text, "me": [text],
        "authors": [{"name": text, "url": text, "fediverse": text}], "image": {"url": text, "alt": text, "large": True},
        "feeds": [{"type": text, "title": text, "url": text}], "robots": [text], "previous": text, "next": text,
        "published": text, "modified": text, "canonical_url": text, "lang": "fr",
    })  # fmt: skip
    out = with_metadata("<!doctype html><html><head><title>T</title></head><body><p>Text</p></body></html>", page)
    tree = LexborHTMLParser(out)
    assert len(tree.css("script, img, [onload], [onerror]")) == 0
    assert tree.body is not None
    assert tree.body.text(strip=True) == "Text"
    shown = " ".join(text.split())
    [properties] = extruct.extract(out, base_url="https://example.org/", syntaxes=["opengraph"])["opengraph"]
    assert ("og:title", shown) in properties["properties"]
    [description] = tree.css("meta[name=description]")
    assert description.attributes["content"] == shown


@pytest.mark.parametrize(
    "html",
    [
        "<meta " * 50_000, "<meta a=" * 50_000, '<meta a="' * 50_000, "<!--" * 50_000, "<script>" * 50_000,
        "<head><meta " + "a=b " * 100_000, '<html><head><meta a="' + "'" * 200_000, "<link/" * 50_000 + ">",
        "<html><" * 50_000, "<html><title>" + "<" * 200_000, "<html><!" * 50_000, "<meta =" * 50_000,
    ],
)  # fmt: skip
def test_no_page_takes_longer_than_its_length(html: str) -> None:
    start = time.process_time()
    read_head(html)
    assert time.process_time() - start < 2


def test_a_second_time_changes_nothing() -> None:
    page = page_of({
        "authors": [{"name": "Inès", "url": "https://example.org/i/", "fediverse": "@i@a.example"}], "tags": ["a", "b"],
        "image": {"url": "https://example.org/a.png", "alt": "A", "width": 2, "height": 1}, "robots": ["noindex"],
        "published": "2026-01-02T00:00:00+00:00", "modified": "2026-01-03T00:00:00+00:00", "me": ["https://a.example/"],
        "feeds": [{"type": "application/atom+xml", "title": "Blog", "url": "https://example.org/feed.xml"}],
        "previous": "https://example.org/1/", "next": "https://example.org/3/", "sections": ["Bees"],
    })  # fmt: skip
    once = with_metadata("<!doctype html><html><head><title>T</title></head><body></body></html>", page)
    twice = with_metadata(once, page)
    tags = [sorted(str(node.html) for node in LexborHTMLParser(out).css("meta, link")) for out in (once, twice)]
    assert tags[0] == tags[1]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fr", "fr_FR"), ("pt-BR", "pt_BR"), ("pt_PT", "pt_PT"), ("en", "en_US"), ("zh-Hant", "zh_TW"), ("ja", "ja_JP"),
        ("eo", ""), ("", ""), ("xx-unknown", ""), ("not a language", ""),
    ],
)  # fmt: skip
def test_a_language_with_its_country(lang: str, expected: str) -> None:
    assert locale_of(lang) == expected

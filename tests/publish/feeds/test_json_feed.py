"""A feed as JSON Feed 1.1: every field held against https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from mkdocs_iroco_blog.publish.feeds.json_feed import write_json
from mkdocs_iroco_blog.publish.metadata.values import Person
from tests.publish.feeds.samples import HOME, entry, feed, plain

URL = re.compile(r"https?://\S+")
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
TEXT = re.compile(r"(?s).+")
AUTHOR = {"name": TEXT, "url": URL, "avatar": URL}
ATTACHMENT = {"url": URL, "mime_type": re.compile(r"[^/\s]+/[^/\s]+"), "size_in_bytes": int}
ITEM = {
    "id": TEXT, "url": URL, "title": TEXT, "content_html": TEXT, "content_text": TEXT, "summary": TEXT, "image": URL,
    "date_published": DATE, "date_modified": DATE, "authors": [AUTHOR], "tags": [TEXT], "language": TEXT,
    "attachments": [ATTACHMENT],
}  # fmt: skip
FEED = {
    "version": re.compile(r"https://jsonfeed\.org/version/1\.1"), "title": TEXT, "home_page_url": URL, "feed_url": URL,
    "description": TEXT, "user_comment": TEXT, "icon": URL, "authors": [AUTHOR], "language": TEXT, "items": [ITEM],
}  # fmt: skip


def faults(value: Any, rule: Any, at: str = "feed") -> list[str]:
    """Where a value is not what the specification says."""
    if isinstance(rule, dict):
        unknown = [f"{at}.{name}: unknown" for name in value if name not in rule]
        return unknown + [
            fault for name in value if name in rule for fault in faults(value[name], rule[name], f"{at}.{name}")
        ]
    if isinstance(rule, list):
        return [fault for number, one in enumerate(value) for fault in faults(one, rule[0], f"{at}[{number}]")]
    fits = isinstance(value, rule) if isinstance(rule, type) else isinstance(value, str) and rule.fullmatch(value)
    return [] if fits else [f"{at}: {value!r}"]


def missing(found: dict[str, Any]) -> list[str]:
    """What the specification requires."""
    lost = [name for name in ("version", "title", "items") if name not in found]
    for item in found["items"]:
        lost += [name for name in ("id",) if name not in item]
        lost += [] if ("content_html" in item) != ("content_text" in item) else ["content"]
        lost += [name for file in item.get("attachments", []) for name in ("url", "mime_type") if name not in file]
        lost += ["author" for author in item.get("authors", []) if not author]
    return lost


def read(*entries: Any, **said: Any) -> dict[str, Any]:
    """The feed as a reader has it, once it is found valid."""
    found: dict[str, Any] = json.loads(write_json(feed(*entries, **said)))
    assert faults(found, FEED) == []
    assert missing(found) == []
    return found


def test_a_feed_says_whose_it_is_and_where() -> None:
    found = read(
        entry(), authors=(Person("Ada", "https://example.org/ada/", "https://example.org/a.png", email="a@b"),)
    )
    del found["items"]
    assert found == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Le blog d’Iroco",
        "home_page_url": HOME,
        "feed_url": "https://example.org/blog/feed.xml",
        "description": "Écoconception & logiciel",
        "user_comment": "Ceci est un flux.",
        "authors": [{"name": "Ada", "url": "https://example.org/ada/", "avatar": "https://example.org/a.png"}],
        "language": "fr",
    }


def test_an_entry_says_all_that_a_post_does() -> None:
    [item] = read(entry(lang="en"))["items"]
    assert item == {
        "id": f"{HOME}2024/10/04/nec/",
        "url": f"{HOME}2024/10/04/nec/",
        "title": "NEC 2024: R&D, <b>bold</b>",
        "content_html": '<p>Two days in <a href="https://example.org/">Chambéry</a>: 5 &lt; 6.</p>',
        "summary": "Two days in Chambéry: 5 < 6 & more.",
        "image": "https://example.org/nec.png",
        "date_published": "2024-10-04T10:30:00+02:00",
        "date_modified": "2024-10-06T08:00:00+02:00",
        "authors": [{"name": "Ada Lovelace", "url": "https://example.org/blog/author/ada/"}, {"name": "Bob"}],
        "tags": ["Events", "Low tech"],
        "language": "en",
        "attachments": [{"url": "https://example.org/nec.png", "mime_type": "image/png", "size_in_bytes": 1234}],
    }


def test_the_smallest_feed_is_valid() -> None:
    assert read(subtitle="", note="", lang="")["items"] == []
    [item] = read(plain())["items"]
    assert item["content_text"] == "Plain"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({"excerpt": "<p>E</p>", "content": "<p>C</p>"}, {"content_html": "<p>C</p>", "summary": "S"}),
        ({"excerpt": "<p>E</p>", "content": ""}, {"content_html": "<p>E</p>", "summary": "S"}),
        ({"content": ""}, {"content_text": "S"}),
    ],
)
def test_there_is_always_one_content(said: dict[str, str], shown: dict[str, str]) -> None:
    [item] = read(entry(summary="S", **said))["items"]
    assert {name: item[name] for name in ("content_html", "content_text", "summary") if name in item} == shown

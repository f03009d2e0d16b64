"""A feed to write, and the schemas to hold it against."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from lxml import etree

from mkdocs_iroco_blog.publish.feeds.model import Enclosure, Feed, FeedCategory, FeedEntry
from mkdocs_iroco_blog.publish.metadata.values import Person

HERE = Path(__file__).parent
HOME = "https://example.org/blog/"
PARIS = timezone(timedelta(hours=2))
MORNING = datetime(2024, 10, 4, 10, 30, tzinfo=PARIS)
ADA = Person("Ada Lovelace", "https://example.org/blog/author/ada/", email="ada@example.org")
BOB = Person("Bob")


def entry(slug: str = "nec", **said: Any) -> FeedEntry:
    """A post of two authors, with a picture."""
    url = f"{HOME}2024/10/04/{slug}/"
    given: dict[str, Any] = {
        "id": url,
        "url": url,
        "title": "NEC 2024: R&D, <b>bold</b>",
        "published": MORNING,
        "updated": datetime(2024, 10, 6, 8, 0, tzinfo=PARIS),
        "authors": (ADA, BOB),
        "categories": (FeedCategory("Events", f"{HOME}categories/"), FeedCategory("Low tech")),
        "summary": "Two days in Chambéry: 5 < 6 & more.",
        "content": '<p>Two days in <a href="https://example.org/">Chambéry</a>: 5 &lt; 6.</p>',
        "image": "https://example.org/nec.png",
        "enclosure": Enclosure("https://example.org/nec.png", "image/png", 1234),
    }
    return FeedEntry(**{**given, **said})


def plain(slug: str = "plain", **said: Any) -> FeedEntry:
    """A post that says no more than it must."""
    nothing = {"updated": MORNING, "authors": (), "categories": (), "summary": "", "content": "", "image": ""}
    return entry(slug, **{**nothing, "enclosure": None, "title": "Plain", **said})


def feed(*entries: FeedEntry, **said: Any) -> Feed:
    """A blog's feed."""
    given: dict[str, Any] = {
        "title": "Le blog d’Iroco",
        "home": HOME,
        "address": f"{HOME}feed.xml",
        "subtitle": "Écoconception & logiciel",
        "lang": "fr",
        "stylesheet": "../feed.css",
        "note": "Ceci est un flux.",
    }
    return Feed(**{**given, **said, "entries": entries})


def schema_errors(name: str, written: bytes) -> list[str]:
    """What `feed-atom.rng` or `feed-rss.rng` has to say of a feed."""
    schema = etree.RelaxNG(etree.parse(HERE / f"feed-{name}.rng"))
    schema.validate(etree.fromstring(written))
    return [error.message for error in schema.error_log]

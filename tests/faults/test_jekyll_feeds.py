"""The feeds of a Jekyll site name the authors that jekyll-feed named."""

from __future__ import annotations

from collections.abc import Callable

import feedparser
import pytest

from tests.faults.built import Built

Build = Callable[..., Built]
POSTS = {
    "_posts/2024-01-01-nobody.md": "---\ntitle: Nobody\n---\nText.\n",
    "_posts/2024-01-02-somebody.md": "---\ntitle: Somebody\nauthor: Tom Fox\n---\nText.\n",
}
ANN = {"name": "Ann Lee", "email": "ann@example.org", "href": "https://ann.example/"}
NAME = {"name": "Ann Lee"}


@pytest.mark.parametrize(
    ("author", "data", "of_feed", "of_entry"),
    [
        ("author: Ann Lee", "", NAME, NAME),
        ("author: {name: Ann Lee, email: ann@example.org, uri: 'https://ann.example/'}", "", ANN, ANN),
        (
            "author:\n  name: Ann Lee\n  email: ann@example.org",
            "",
            {"name": "Ann Lee", "email": "ann@example.org"},
            {"name": "Ann Lee", "email": "ann@example.org"},
        ),
        ("author: ann", "ann: {name: Ann Lee, email: ann@example.org}", None, NAME),
        ("author: {name: Ann Lee, uri: 'javascript:alert(1)', email: nothing}", "", NAME, NAME),
    ],
)
def test_the_author_of_the_configuration_is_that_of_the_feed_and_of_entries_without_one(
    build_jekyll: Build, author: str, data: str, of_feed: dict[str, str] | None, of_entry: dict[str, str]
) -> None:
    config = f"title: Garden\nurl: https://example.org\nplugins: [jekyll-feed]\n{author}\n"
    built = build_jekyll({"_config.yml": config, **POSTS, **({"_data/authors.yml": data} if data else {})})
    assert built.code == 0, built.log
    parsed = feedparser.parse((built.site / "feed.xml").read_bytes())
    assert not parsed.bozo
    if of_feed:
        assert dict(parsed.feed.author_detail) == of_feed
    entries = {entry.title: dict(entry.author_detail) for entry in parsed.entries}
    assert entries["Somebody"]["name"] == "Tom Fox"
    assert of_entry.items() <= entries["Nobody"].items()
    if "javascript" in author:
        assert "javascript" not in built.text("feed.xml")


def test_a_feed_without_an_author_names_the_site(build_jekyll: Build) -> None:
    built = build_jekyll(POSTS)
    assert dict(feedparser.parse((built.site / "feed.xml").read_bytes()).feed.author_detail)["name"] == "Garden"

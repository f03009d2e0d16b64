"""Neighbours that make files of all pages, or make all files small: feeds, search, minify."""

import json
from html import unescape

import feedparser
import pytest

from tests.declared import checks
from tests.hosts.built import words
from tests.hosts.written import SITE_URL, post
from tests.neighbours.garden import BEES_URL, LISTS, OVERVIEWS, POSTS, bees
from tests.neighbours.known import KNOWN

PLACES = pytest.mark.parametrize("place", ["first", "last"])
FEEDS = ("feed_rss_created.xml", "feed_rss_updated.xml")


@checks("minify", "Pages of the blog get smaller, and are the same for readers and for programs.")
@PLACES
def test_minified_pages(beside, place) -> None:
    small, large = beside("minify", place=place), beside("Material's search", place=place)
    for url in (*POSTS, *LISTS, *OVERVIEWS):
        assert len(small.text(url)) < len(large.text(url))
        assert words(small.page(url).css_first("article")) == words(large.page(url).css_first("article"))
    for url in POSTS:
        here, there = small.entry(url), large.entry(url)
        assert here.pop("content")[0]["value"].split() == there.pop("content")[0]["value"].split()
        assert here == there


@checks("minify", "Everything that the blog adds to a page gets smaller, and code keeps its lines.")
@PLACES
def test_what_is_made_small(beside, place) -> None:
    texts = {"docs/blog/posts/bees.md": bees("```python\nif hives:\n    frames = 11\n```")}
    site = beside("minify", place=place, texts=texts)
    assert site.page(BEES_URL).css_first(".e-content pre").text().strip() == "if hives:\n    frames = 11"
    head = site.text(BEES_URL).partition("</head>")[0]
    assert "\n" not in head[head.index("iroco_blog/blog.css") - 40 :]


@checks(
    "rss",
    "Even without a `match_path`, its feeds have the posts, with titles, dates and authors as written, and no lists.",
)
@PLACES
def test_feeds_hold_posts_and_no_lists(beside, place) -> None:
    site = beside("rss", place=place)
    for name in FEEDS:
        feed = feedparser.parse((site.out / name).read_bytes())
        assert feed.bozo is False
        assert [unescape(entry.title) for entry in feed.entries if "/blog/" in entry.link] == [
            written.name for written in POSTS.values()
        ]
        assert [entry.link for entry in feed.entries if "/blog/" not in entry.link] == [SITE_URL, f"{SITE_URL}guide/"]
    items = json.loads((site.out / "feed_json_created.json").read_bytes())["items"]
    found = {item["url"].removeprefix(SITE_URL): item for item in items}
    for url, written in POSTS.items():
        assert found[url]["title"] == written.name
        assert found[url]["date_published"][:10] == written.published
        assert [author["name"] for author in found[url]["authors"]] == list(written.authors)


@checks("rss", "With `match_path: blog/posts/.*`, they have only posts.")
@PLACES
def test_feeds_of_posts(beside, place) -> None:
    named = [{"rss": {**KNOWN["rss"].plugins[0]["rss"], "match_path": "blog/posts/.*"}}]
    site = beside("rss", place=place, plugins=named)
    for name in FEEDS:
        feed = feedparser.parse((site.out / name).read_bytes())
        assert [entry.link.removeprefix(SITE_URL) for entry in feed.entries] == list(POSTS)


@checks("rss", "Its entries for docs pages are the same as without a blog. Unlisted posts are left out.")
@PLACES
def test_feeds_of_docs(beside, place) -> None:
    texts = {"docs/blog/posts/secret.md": post("2026-05-05", title="Secret", unlisted=True)}
    site, without = beside("rss", place=place, texts=texts), beside("rss", place="absent")
    for name in FEEDS:
        feed, before = (feedparser.parse((one.out / name).read_bytes()).entries for one in (site, without))
        assert [dict(entry) for entry in feed if "/blog/" not in entry.link] == [dict(entry) for entry in before]
        assert not [entry for entry in feed if "Secret" in entry.title]


def check_search(site, without) -> None:
    """Posts are found with their text, lists are not, docs as ever."""
    assert {url for url in site.found if url.startswith("blog/")} == set(POSTS)
    assert [entry for entry in site.search if not entry["location"].startswith("blog/")] == without.search
    titles = {entry["location"]: unescape(entry["title"]) for entry in site.search}
    assert {url: titles[url] for url in POSTS} == {url: written.name for url, written in POSTS.items()}
    assert "We keep the mice out." in next(
        entry["text"] for entry in site.search if entry["location"] == f"{BEES_URL}#until-spring"
    )


@checks("Material's search", "It finds posts, with their sections, and no lists or overviews. It finds docs as before.")
@PLACES
def test_materials_search(beside, place) -> None:
    check_search(beside("Material's search", place=place), beside("Material's search", place="absent"))


@checks("search", "It finds posts, with their sections, and no lists or overviews. It finds docs as before.")
@PLACES
def test_search(beside, place) -> None:
    check_search(beside("search", place=place), beside("search", place="absent"))

"""The licence of a post, of the blog or of the site: in footers, feeds and metadata, for readers and programs."""

from __future__ import annotations

import json
from typing import Any

import mf2py
import pytest

from tests.hosts.built import Site, words
from tests.hosts.feed_reading import entries, parsed_feed
from tests.hosts.head_reading import graph
from tests.hosts.written import SITE_URL, post

BY_SA = "https://creativecommons.org/licenses/by-sa/4.0/"
BY = "https://creativecommons.org/licenses/by/4.0/"
FEEDS = ["atom", "rss", "json"]
NOTICE = f'© 2026 Ada Marsh, <a href="{BY}">CC BY 4.0</a>'


def licences(site: Site, url: str) -> list[str]:
    """The addresses that a page names by `rel="license"`."""
    found: list[str] = mf2py.parse(doc=site.text(url), url=SITE_URL + url)["rels"].get("license", [])
    return found


def footer(site: Site, slug: str) -> str:
    return words(site.page(site.post(slug)).css_first(".iroco-license"))


def json_item(site: Site) -> dict[str, Any]:
    [item] = json.loads((site.out / "blog/feed.json").read_text())["items"]
    read: dict[str, Any] = item
    return read


def test_a_post_names_its_licence_in_its_footer(build, theme) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A", license="CC BY-SA 4.0")}, theme)
    url = site.post("a")
    assert licences(site, url) == [BY_SA]
    assert site.entry(url)["license"] == [BY_SA]
    assert footer(site, "a") == "License: CC BY-SA 4.0"
    assert graph(site, url)["BlogPosting"]["license"] == BY_SA
    assert site.problems == []


def test_feeds_name_the_licence_of_each_post(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", license="CC-BY-SA-4.0")}
    site = build(texts, options={"feeds": FEEDS}, config={"copyright": "© 2026 <b>Ada Marsh</b>"})
    for path in ("blog/feed.xml", "blog/rss.xml"):
        [_] = entries(site, path)  # without a fault
        feed = parsed_feed((site.out / path).read_bytes())
        assert feed.feed.rights == "© 2026 Ada Marsh"
        [entry] = feed.entries
        assert [link.href for link in entry.links if link.rel == "license"] == [BY_SA]
        assert entry.rights == "CC BY-SA 4.0"
    assert json_item(site)["_license"] == {"name": "CC BY-SA 4.0", "url": BY_SA}


@pytest.mark.parametrize("front", ["license", "licence"])
def test_a_licence_is_that_of_the_post_then_of_its_folder_then_of_the_blog(build, front) -> None:
    none: dict[str, Any] = {front: False}
    texts = {
        "docs/blog/posts/a.md": post(title="A", **{front: "MIT"}),
        "docs/blog/posts/new/.meta.yml": f"{front}: CC BY-SA 4.0\n",
        "docs/blog/posts/new/b.md": post(title="B"),
        "docs/blog/posts/c.md": post(title="C"),
        "docs/blog/posts/d.md": post(title="D", **none),
    }
    site = build(texts, options={"license": "CC BY 4.0"}, config={"extra": {"license": "CC0"}})
    assert [footer(site, slug) for slug in "abcd"] == [
        "License: MIT", "License: CC BY-SA 4.0", "License: CC BY 4.0", "",
    ]  # fmt: skip
    assert licences(site, site.post("c")) == [BY]
    assert "license" not in graph(site, site.post("d"))["BlogPosting"]
    [feed] = [entry for entry in parsed_feed((site.out / "blog/feed.xml").read_bytes()).entries if entry.title == "D"]
    assert [link.rel for link in feed.links] == ["alternate"]
    assert site.problems == []


def test_the_sites_licence_is_in_extra(build) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A")}, config={"extra": {"license": {"name": "X", "url": BY}}})
    assert licences(site, site.post("a")) == [BY]
    site = build({"docs/blog/posts/a.md": post(title="A")}, config={"extra": {"license": [{"of": "a theme"}]}})
    assert footer(site, "a") == ""
    assert site.problems == []


def test_a_licence_in_the_copyright_notice_is_not_repeated_below_posts(build) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A")}, options={"feeds": FEEDS}, config={"copyright": NOTICE})
    assert footer(site, "a") == ""
    assert graph(site, site.post("a"))["BlogPosting"]["license"] == BY
    feed = parsed_feed((site.out / "blog/feed.xml").read_bytes())
    assert [link.href for link in feed.entries[0].links if link.rel == "license"] == [BY]
    assert [link.href for link in feed.feed.links if link.rel == "license"] == [BY]
    assert feed.feed.rights == "© 2026 Ada Marsh, CC BY 4.0"


def test_a_licence_can_be_a_page_of_the_site(build) -> None:
    texts = {
        "docs/blog/posts/a.md": post(title="A", license={"name": "Ask us first", "url": "reuse.md"}),
        "docs/reuse.md": "# Reuse\n\nAsk us first.\n",
    }
    site = build(texts, options={"feeds": FEEDS})
    assert licences(site, site.post("a")) == [f"{SITE_URL}reuse/"]
    assert json_item(site)["_license"]["url"] == f"{SITE_URL}reuse/"
    assert site.lost_links(site.post("a"), ".iroco-license") == []


def test_a_name_without_an_address_is_text(build) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A", license="<i>All rights</i> reserved")})
    assert footer(site, "a") == "License: <i>All rights</i> reserved"
    assert licences(site, site.post("a")) == []
    assert graph(site, site.post("a"))["BlogPosting"]["license"] == {
        "@type": "CreativeWork", "name": "<i>All rights</i> reserved",
    }  # fmt: skip


@pytest.mark.parametrize("value", ["javascript:alert(1)", {"name": "Free", "url": "javascript:alert(1)"}])
def test_an_unsafe_licence_is_refused(build, value) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A", license=value)}, options={"license": value})
    assert "javascript:" not in site.text(site.post("a"))
    assert "javascript:" not in (site.out / "blog/feed.xml").read_text()
    in_post, in_options = sorted(site.problems)
    assert in_post.startswith("blog/posts/a.md:3: `license` ")
    assert in_options.startswith("mkdocs.yml: `license` ")


def test_the_footer_says_it_in_the_blogs_language(build) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A", license="MIT")}, options={"lang": "fr"})
    assert footer(site, "a") == "Licence : MIT"

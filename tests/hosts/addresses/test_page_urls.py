"""The options `page_urls` and `index_url`: addresses that MkDocs has no file names for."""

from __future__ import annotations

import pytest

from tests.hosts.written import post

TEXTS = {
    "docs/index.md": "# Home\n\nSee [about](about.md) and [the notes](notes.md).\n",
    "docs/about.md": "# About\n\nBack [home](index.md).\n",
    "docs/notes.md": "# Notes\n",
    "docs/posts/a.md": post(title="A", body="See [about](../about.md)."),
}
ROOT = {"blog_dir": ".", "index_url": "news"}


def test_pages_have_the_addresses_of_the_option(build) -> None:
    urls = {"about.md": "/about.html", "notes.md": "/old/notes/"}
    site = build(TEXTS, options={**ROOT, "page_urls": urls})
    assert {"about.html", "old/notes/", "news/"} <= site.urls
    assert not {"about/", "notes/"} & site.urls
    assert 'href="about.html"' in site.text("")
    assert 'href="../../../../about.html"' in site.text("2026/01/02/a/")
    assert all(site.lost_links(url) == [] for url in site.urls)
    assert site.warnings == []
    site.run()
    assert "about.html" in site.urls


def test_the_home_page_of_a_blog_at_the_root_is_a_page_of_its_own(build) -> None:
    site = build(TEXTS, options=ROOT)
    assert site.listed("news/") == ["A"]
    assert "See" in site.text("")
    assert {"2026/01/02/a/", "archive/2026/"} <= site.urls


@pytest.mark.parametrize(
    ("urls", "fault"),
    [
        ({"abuot.md": "/about.html"}, "but there is no such page"),
        ({"about.md": "/../about/"}, "which cannot be the address of a page"),
        ({"about.md": "/notes/"}, "which another file of the site has"),
    ],
)
def test_an_address_that_a_page_cannot_have_is_reported(build, urls: dict[str, str], fault: str) -> None:
    site = build(TEXTS, options={**ROOT, "page_urls": urls})
    assert "about/" in site.urls
    assert [fault in line for line in site.warnings] == [True]

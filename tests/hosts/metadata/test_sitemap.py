"""The sitemap: every page of the blog that may be found, with the day on which it really changed."""

from __future__ import annotations

import gzip
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from tests.hosts.built import Site
from tests.hosts.head_reading import head
from tests.hosts.written import THEMES, post

TEXTS = {
    "docs/guide.md": "# Guide\n",
    "docs/blog/posts/old.md": post("2024-01-05", title="Old", categories=["Garden"], tags=["one"],
                                   authors=["Ada Marsh"]),
    "docs/blog/posts/new.md": post("2025-06-01 10:00:00 +0200", updated="2026-02-03", title="New",
                                   categories=["Garden"], authors=["Ada Marsh"]),
    "docs/blog/posts/early.md": post("2025-01-01 08:00:00 +0100", updated="2025-01-01", title="Early"),
}  # fmt: skip
HIDDEN: dict[str, dict[str, Any]] = {
    "draft": {"draft": True},
    "scheduled": {"date": "2027-01-01"},
    "unlisted": {"unlisted": True},
    "noindex": {"robots": "noindex"},
    "elsewhere": {"canonical_url": "https://first.example/"},
    "moved": {"redirect_to": "/guide/"},
    "jekyll": {"sitemap": False},
}


def changes(site: Site) -> dict[str, str]:
    """When each address of the sitemap was last changed."""
    found = {}
    for place in ET.parse(site.out / "sitemap.xml").getroot():  # noqa: S314 - made a moment ago
        values = {child.tag.rpartition("}")[2]: child.text or "" for child in place}
        found[values["loc"].removeprefix(site.config.site_url)] = values.get("lastmod", "")
    return found


def test_every_post_and_view_is_there_with_its_true_date_of_change(build) -> None:
    dates = changes(build(TEXTS))
    assert {url: day for url, day in dates.items() if url.startswith("blog/")} == {
        "blog/2024/01/05/old/": "2024-01-05",
        "blog/2025/06/01/new/": "2026-02-03",
        "blog/2025/01/01/early/": "2025-01-01T08:00:00+01:00",
        "blog/": "2026-02-03",
        "blog/category/garden/": "2026-02-03",
        "blog/categories/": "2026-02-03",
        "blog/author/ada-marsh/": "2026-02-03",
        "blog/authors/": "2026-02-03",
        "blog/tags/": "2024-01-05",
        "blog/archive/": "2026-02-03",
        "blog/archive/2024/": "2024-01-05",
        "blog/archive/2025/": "2026-02-03",
    }
    assert {"", "guide/"} <= set(dates)


def test_search_engines_may_take_the_packed_one(build) -> None:
    site = build(TEXTS)
    assert gzip.decompress((site.out / "sitemap.xml.gz").read_bytes()) == (site.out / "sitemap.xml").read_bytes()


def test_what_is_not_to_be_found_is_not_there(build, build_once) -> None:
    hidden = {}
    for name, front in HIDDEN.items():
        values: dict[str, Any] = {"date": "2026-05-05", "tags": ["two"], "aliases": f"/older/{name}/", **front}
        hidden[f"docs/blog/posts/{name}.md"] = post(**values, title=f"Hidden {name}")
    site = build({**TEXTS, **hidden}, options={"draft_if_future_date": True})
    assert [url for url in site.sitemap if "hidden" in url or "older" in url] == []
    assert set(site.sitemap) - set(build_once(TEXTS).sitemap) <= {"blog/tag/two/", "blog/archive/2026/"}


def test_drafts_are_in_no_sitemap_of_the_preview(build) -> None:
    site = build({**TEXTS, "docs/blog/posts/hidden.md": post(title="Hidden", draft=True)}, command="serve")
    assert "blog/2026/01/02/hidden/" in site.urls
    assert [url for url in site.sitemap if "hidden" in url] == []


@pytest.mark.parametrize(
    ("options", "hidden"),
    [
        ({}, {"tag/one"}),
        ({"thin_views": 3}, {"tag/one", "category/garden", "author/ada-marsh"}),
        ({"thin_views": 1}, set()),
    ],
)
def test_terms_of_few_posts_are_kept_out_of_search_engines(build, options, hidden) -> None:
    site = build(TEXTS, options=options)
    for view in ("tag/one", "category/garden", "author/ada-marsh"):
        assert (head(site, f"blog/{view}/").get("robots") == "noindex") == (view in hidden), view
        assert (f"blog/{view}/" not in site.sitemap) == (view in hidden), view
    for url in ("blog/", "blog/archive/2024/", "blog/categories/", "blog/archive/", "blog/2024/01/05/old/"):
        assert "robots" not in head(site, url)
        assert url in site.sitemap


@pytest.mark.parametrize("theme", THEMES)
def test_search_engines_are_told_to_pass_an_unlisted_post(build, theme) -> None:
    texts = {"docs/blog/posts/key.md": post(title="Key", unlisted=True),
             "docs/blog/posts/no.md": post("2026-01-03", title="No", robots="noindex, nofollow")}  # fmt: skip
    site = build(texts, theme)
    assert head(site, "blog/2026/01/02/key/")["robots"] == "noindex"
    assert head(site, "blog/2026/01/03/no/")["robots"] == "noindex, nofollow"


def test_later_pages_of_a_list_are_there(build) -> None:
    site = build(TEXTS, options={"pagination_per_page": 2})
    assert changes(site)["blog/page/2/"] == "2026-02-03"
    assert "robots" not in head(site, "blog/page/2/")


@pytest.mark.parametrize(
    ("config", "options", "url"),
    [
        ({"use_directory_urls": False}, {}, "blog/2024/01/05/old.html"),
        ({"site_url": "https://example.org/docs/"}, {}, "blog/2024/01/05/old/"),
        ({}, {"post_url_format": "é/{slug}"}, "blog/%C3%A9/old/"),
    ],
)
def test_addresses_are_whole_and_encoded(build, config, options, url) -> None:
    site = build(TEXTS, config=config, options=options)
    assert site.config.site_url + url in (site.out / "sitemap.xml").read_text(encoding="utf-8")

"""MaterialX beside Material: its search has an index of its own, and its plugins have names of their own."""

import pytest

from tests.declared import checks
from tests.hosts.built import words
from tests.hosts.written import MATERIAL, post

pytestmark = pytest.mark.skipif(MATERIAL != "materialx", reason="MaterialX is not installed")

BODY = "Opening giraffe.\n\n<!-- more -->\n\n## A section\n\nInner okapi."
TEXTS = {
    "docs/blog/index.md": "# Journal\n\nWelcome quagga.\n",
    "docs/blog/posts/a.md": post(title="Fish & chips", body=BODY, tags=["zebra"], author="Zorro", description="Ibex."),
    "docs/blog/posts/b.md": post(title="Quiet", body="Hush tapir.", unlisted=True),
    "docs/blog/posts/c.md": post("2026-01-03", title="It's 5 o'clock", body="Tea."),
}
POST = "blog/2026/01/02/fish--chips/"


@checks("MaterialX", "Pagefind, or Lunr if you choose it, finds posts by their own words, and introductions of lists.")
@pytest.mark.parametrize("provider", ["pagefind", "lunr"])
def test_search_finds_posts_by_their_own_words(build, provider) -> None:
    site = build(TEXTS, "material", plugins=[{"search": {"provider": provider}}, "iroco-blog"])
    assert site.warnings == []
    assert site.found == {"", "blog/", POST, "blog/2026/01/03/its-5-oclock/"}
    entries = {entry["location"]: entry for entry in site.search}
    index = " ".join(entry["text"] for place, entry in entries.items() if place.partition("#")[0] == "blog/")
    assert "quagga" in index
    assert not [word for word in ("giraffe", "chips", "Tea", "zebra", "Tags") if word in index]
    assert "giraffe" in entries[POST]["text"]
    assert "okapi" in entries[f"{POST}#a-section"]["text"]
    assert entries["blog/2026/01/03/its-5-oclock/"]["title"] == "It's 5 o'clock"
    assert not [name for name in ("Zorro", "Ibex", "tapir", "minute") if name in str(entries)]


def test_pagefind_has_titles_as_their_author_wrote_them(build) -> None:
    site = build(TEXTS, "material")
    assert {entry["title"] for entry in site.search} == {
        "Home", "Journal", "Fish & chips", "A section", "It's 5 o'clock",
    }  # fmt: skip


@checks("MaterialX", "Its `meta` adds front matter to posts, whatever name you give to its files.")
def test_meta_files_are_those_that_its_plugin_names(build) -> None:
    texts = {"docs/blog/posts/.defaults.yml": "tags: [all]\n", "docs/blog/posts/a.md": post(title="A")}
    plugins = [{"meta": {"meta_file": ".defaults.yml"}}, "search", "iroco-blog"]
    site = build(texts, "material", plugins=plugins)
    assert site.entry(site.post("a"))["category"] == ["all"]
    assert "blog/tag/all/" in site.urls


@checks("MaterialX", "Its `tags` lists posts under their tags.")
def test_its_tags_plugin_lists_what_posts_are_about(build) -> None:
    texts = {**TEXTS, "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n"}
    site = build(texts, "material", plugins=["search", "tags", "iroco-blog"])
    assert "Fish & chips" in words(site.page("tags/").css_first("article"))
    assert "blog/tag/zebra/" not in site.urls
    assert site.lost_links("tags/") == []


@checks("MaterialX", "Pages are complete with instant navigation.")
def test_instant_navigation_finds_all_that_our_pages_need_in_their_head(build) -> None:
    named = {"name": "material", "features": ["navigation.instant", "navigation.instant.progress"]}
    site = build(TEXTS, named)
    for url in (POST, "blog/", "blog/archive/"):
        [sheet] = [link.attributes["href"] for link in site.page(url).css("head link[href$='iroco_blog/blog.css']")]
        assert site.target(url, sheet) == "iroco_blog/blog.css"
        assert site.lost_links(url) == []

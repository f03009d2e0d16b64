"""Each key of an insert, in a page outside the blog: read back from the page by a parser of microformats."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hosts.built import Site, words
from tests.hosts.written import post

POSTS = "docs/blog/posts"
AUTHORS = "authors:\n  ada: {name: Ada Marsh}\n  ben: {name: Ben Okoro}\n"
TEXTS = {
    "docs/blog/.authors.yml": AUTHORS,
    f"{POSTS}/a.md": post("2024-03-01", "First.\n\n## Part\n\nMore.", title="Apples", categories=["News"],
                          tags=["fruit"], authors=["ada"], series="Garden", updated="2026-09-01"),
    f"{POSTS}/b.md": post("2025-04-01", "First.", title="Beans", categories=["Releases"], tags=["wip", "C++"],
                          authors=["ben"], series="Garden"),
    f"{POSTS}/c.md": post("2026-05-01", "First.", title="carrots", categories=["News", "Releases"], pin=True,
                          tags=["fruit"], authors=["ada", "ben"]),
    f"{POSTS}/d.md": post("2026-06-01", "Premier.", title="Dill", lang="fr", categories=["How to"]),
    f"{POSTS}/e.md": post("2026-07-01", "Not in lists.", title="Elder", unlisted=True),
    f"{POSTS}/f.md": post("2026-08-01", "Not yet.", title="Fig", draft=True),
}  # fmt: skip
ALL = ["Dill", "carrots", "Beans", "Apples"]


@pytest.fixture
def page(build_once) -> Any:
    """Build a page with a line, or get it from another test."""

    def build(line: str, **more: Any) -> Site:
        texts = {**TEXTS, "docs/guide.md": f"# Guide\n\n## News\n\n<!-- iroco-blog/{line} -->\n\nAfter.\n", **more}
        site: Site = build_once(texts, "mkdocs")
        return site

    return build


def titles(site: Site, url: str = "guide/") -> list[str]:
    """The names of the posts that an insert lists."""
    entries = [entry for feed in site.parsed(url) if "h-feed" in feed["type"] for entry in feed.get("children", [])]
    return [entry["properties"]["name"][0] for entry in entries if "h-entry" in entry["type"]]


@pytest.mark.parametrize(
    ("keys", "listed"),
    [
        ("", ALL),
        ("{ limit: 2 }", ["Dill", "carrots"]),
        ("{ category: News }", ["carrots", "Apples"]),
        ("{ category: news }", ["carrots", "Apples"]),
        ("{ category: how-to }", ["Dill"]),
        ("{ category: [News, Releases] }", ["carrots", "Beans", "Apples"]),
        ("{ category: News, tag: fruit, author: ben }", ["carrots"]),
        ("{ tag: C++ }", ["Beans"]),
        ("{ author: ada }", ["carrots", "Apples"]),
        ("{ author: Ben Okoro }", ["carrots", "Beans"]),
        ("{ author: [ada, ben], not: { author: ben } }", ["Apples"]),
        ("{ series: garden }", ["Beans", "Apples"]),
        ("{ pinned: true }", ["carrots"]),
        ("{ pinned: false }", ["Dill", "Beans", "Apples"]),
        ("{ year: 2026 }", ["Dill", "carrots"]),
        ("{ year: [2024, 2025] }", ["Beans", "Apples"]),
        ("{ language: fr }", ["Dill"]),
        ("{ language: en }", ["carrots", "Beans", "Apples"]),
        ("{ not: { tag: wip } }", ["Dill", "carrots", "Apples"]),
        ("{ not: { tag: wip, language: fr } }", ["carrots", "Apples"]),
        ("{ order: newest }", ALL),
        ("{ order: oldest, limit: 2 }", ["Apples", "Beans"]),
        ("{ order: title }", ["Apples", "Beans", "carrots", "Dill"]),
        ("{ order: updated, limit: 1 }", ["Apples"]),
        ("{ style: titles }", ALL),
        ("{ style: excerpts }", ALL),
        ("{ style: cards }", ALL),
        ("{ blog: blog }", ALL),
        ("{ blog: blog/ }", ALL),
    ],
)
def test_a_list_has_the_posts_that_its_keys_ask_for(page, keys: str, listed: list[str]) -> None:
    site = page(f"posts {keys}")
    assert titles(site) == listed
    assert site.problems == []
    assert site.lost_links("guide/", "main, [role=main], body") == []


@pytest.mark.parametrize(("style", "kind"), [("titles", "title"), ("excerpts", "entry"), ("cards", "card")])
def test_a_style_shows_what_a_view_in_it_shows(page, style: str, kind: str) -> None:
    site = page(f"posts {{ style: {style} }}")
    assert len(site.page("guide/").css(f".iroco-insert .iroco-{kind}")) == len(ALL)
    assert bool(site.page("guide/").css(".iroco-cards")) == (style == "cards")


def test_entries_have_headings_below_the_last_one_above_and_no_ids(page) -> None:
    tree = page("posts { style: excerpts }").page("guide/")
    assert {node.tag for node in tree.css(".iroco-insert .iroco-entry-title")} == {"h3"}
    assert tree.css(".iroco-insert [id]") == []


def test_level_sets_the_headings(page) -> None:
    tree = page("posts { level: 5 }").page("guide/")
    assert {node.tag for node in tree.css(".iroco-insert .iroco-entry-title")} == {"h5"}


@pytest.mark.parametrize(
    ("keys", "text", "target"),
    [
        ("{ all: true }", "All posts", "blog/index.html"),
        ("{ all: Everything }", "Everything", "blog/index.html"),
        ("{ all: true, category: News }", "All posts", "blog/category/news/index.html"),
        ("{ all: true, category: [News, Releases] }", "All posts", "blog/index.html"),
        ("{ all: true, category: News, year: 2026 }", "All posts", "blog/index.html"),
    ],
)
def test_a_list_may_end_with_a_link_to_all_posts(page, keys: str, text: str, target: str) -> None:
    site = page(f"posts {keys}")
    [link] = site.page("guide/").css(".iroco-all a")
    assert words(link) == text
    assert site.target("guide/", link.attributes["href"]) == target


def test_an_empty_list_is_its_text_or_nothing(page) -> None:
    empty = page('posts { year: 1999, empty: "None & <b>never</b>" }').page("guide/")
    assert words(empty.css_first(".iroco-insert")) == "None & <b>never</b>"
    nothing = page("posts { year: 1999 }")
    assert "iroco-" not in nothing.text("guide/")
    assert "After." in nothing.text("guide/")


@pytest.mark.parametrize(
    ("keys", "listed"),
    [
        ("", ["fruit 2 posts", "C++ 1 post", "wip 1 post"]),
        ("{ limit: 1 }", ["fruit 2 posts"]),
        ("{ order: name }", ["C++ 1 post", "fruit 2 posts", "wip 1 post"]),
        ("{ kind: categories, limit: 2 }", ["News 2 posts", "Releases 2 posts"]),
        ("{ kind: authors }", ["Ada Marsh 2 posts", "Ben Okoro 2 posts"]),
        ("{ kind: series }", ["Garden 2 posts"]),
        ("{ kind: archive }", ["2026 2 posts", "2025 1 post", "2024 1 post"]),
    ],
)
def test_terms_are_listed_with_the_number_of_their_posts(page, keys: str, listed: list[str]) -> None:
    site = page(f"terms {keys}")
    items = site.page("guide/").css(".iroco-insert li")
    assert [words(item) for item in items] == listed
    assert site.lost_links("guide/") == []


def test_terms_may_end_with_a_link_to_their_overview(page) -> None:
    site = page("terms { kind: tags, all: true }")
    [link] = site.page("guide/").css(".iroco-all a")
    assert (words(link), site.target("guide/", link.attributes["href"])) == ("All tags", "blog/tags/index.html")


def test_a_series_lists_its_parts_in_order(page) -> None:
    site = page("series { name: Garden }")
    box = site.page("guide/").css_first(".iroco-parts")
    assert [words(item) for item in box.css("li")] == ["Apples", "Beans"]
    assert [item.attributes["value"] for item in box.css("li")] == ["1", "2"]
    assert words(box.css_first("p a")) == "Garden"
    assert site.lost_links("guide/") == []


def test_an_unknown_series_is_its_text_or_nothing(page) -> None:
    site = page("series { name: Kitchen, empty: Soon. }")
    assert words(site.page("guide/").css_first(".iroco-insert")) == "Soon."
    assert "asks for the series `Kitchen`" in site.notes[0]


def test_a_page_without_a_line_is_the_same_with_and_without_the_plugin(build_once) -> None:
    site = build_once({**TEXTS, "docs/plain.md": "# Plain\n\n`<!-- iroco-blog/posts -->`\n"}, "mkdocs")
    assert "iroco_blog/" not in site.text("plain/")
    assert "&lt;!-- iroco-blog/posts --&gt;" in site.text("plain/")

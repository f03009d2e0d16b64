"""Front matter: nothing that an author writes is dropped in silence, and numbers are text wherever text is read."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hosts.built import words
from tests.hosts.written import MATERIAL, post

NUMBERS = """\
---
date: 2026-01-02
title: 2026
tags: [3.10, 2024, 08, 1e3, 0x1F, true, 2026-01-02, null, 12:30]
categories: [2024, 3.10, no]
authors: [42]
series: 7
description: 1.0
---

Text.
"""
WRITTEN = ["3.10", "2024", "08", "1e3", "0x1F", "true", "2026-01-02", "12:30"]


@pytest.mark.parametrize(
    ("theme", "plugins"),
    [("mkdocs", ["search"]), ("material", ["search"]), ("material", ["search", "tags"])],
    ids=["mkdocs", "material", "material with tags"],
)
def test_numbers_are_text_as_they_were_written(build, theme, plugins) -> None:
    texts = {"docs/blog/posts/a.md": NUMBERS, "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n"}
    site = build(texts, theme, plugins=[*plugins, "iroco-blog"])
    entry = site.entry(site.post("2026"))
    assert entry["category"] == ["2024", "3.10", "no", *WRITTEN]
    assert entry["name"] == ["2026"]
    assert entry["summary"] == ["1.0"]
    assert [card["properties"]["name"] for card in entry["author"]] == [["42"]]
    assert {"blog/category/2024/", "blog/category/310/", "blog/category/no/", "blog/series/7/"} <= site.urls
    assert words(site.page("blog/category/310/").css_first("h1")) == "3.10"
    for found in site.search:
        assert all(isinstance(value, str) for value in (found["title"], found["text"], *found.get("tags", [])))
    if "tags" in plugins and MATERIAL == "material":  # Pagefind knows none
        [found] = [found for found in site.search if found["location"] == site.post("2026")]
        assert set(WRITTEN) <= set(found["tags"])
    assert site.warnings == []


SPELLINGS = {
    "date.updated": "date:\n  created: 2026-01-02\n  updated: 2026-03-01",
    "updated": "date: 2026-01-02\nupdated: 2026-03-01",
    "last_modified_at": "date: 2026-01-02\nlast_modified_at: 2026-03-01",
}


@pytest.mark.parametrize("dates", SPELLINGS.values(), ids=SPELLINGS)
def test_when_a_post_was_updated_is_shown_wherever_it_is_written(build, dates) -> None:
    site = build({"docs/blog/posts/a.md": f"---\ntitle: A\n{dates}\n---\nText.\n"})
    assert site.entry(site.post("a"))["updated"] == ["2026-03-01"]
    assert "March 1, 2026" in words(site.page(site.post("a")).css_first(".iroco-header"))


KNOWN = {
    "author": "ada", "authors": ["ada"], "category": "C", "categories": ["C"], "tags": ["t"], "series": "S",
    "description": "Described.", "image": "images/x.png", "lang": "fr", "pin": True, "readtime": 12, "slug": "own",
    "unlisted": True, "links": ["index.md"], "draft": False, "published": True, "hide": ["toc"], "comments": True,
    "template": "main.html", "layout": "post", "updated": "2026-03-01", "last_modified_at": "2026-03-01",
}  # fmt: skip
QUIET = {"draft", "published", "hide", "template", "layout", "comments"}  # say the default, or what the theme does
TEXTS = {"docs/blog/.authors.yml": "authors:\n  ada: {name: Ada}\n", "docs/images/x.png": b"png",
         "docs/blog/posts/b.md": post("2026-01-05", title="B")}  # fmt: skip


@pytest.mark.parametrize("key", sorted(KNOWN.keys() - QUIET))
def test_every_key_leaves_a_mark_on_the_site(build, key) -> None:
    def pages(**front: Any) -> dict[str, str]:
        site = build({**TEXTS, "docs/blog/posts/a.md": post(title="A", **front)})
        assert site.problems == []
        return {url: site.text(url) for url in site.urls}

    assert pages(**{key: KNOWN[key]}) != pages()


OWN = "<html><head></head><body>{{ page.meta.mood }}|{{ page.meta.cover.alt }}|{{ page.content }}</body></html>"


def test_keys_of_ones_own_reach_the_theme_of_posts_and_views(build) -> None:
    theme = {"name": "mkdocs", "custom_dir": "own"}
    front: dict[str, Any] = {"mood": "calm", "cover": {"alt": "A cat"}, "template": "own.html"}
    intro = "---\nmood: calm\ncover: {alt: A cat}\ntemplate: own.html\n---\n# Journal\n"
    texts = {"own/own.html": OWN, "docs/blog/index.md": intro}
    posts = {f"docs/blog/posts/{n}.md": post(f"2026-01-0{n}", title=f"P{n}", **front) for n in (1, 2, 3)}
    site = build({**texts, **posts}, theme, options={"pagination_per_page": 2})
    for url in (site.post("p1"), "blog/", "blog/page/2/"):
        assert words(site.page(url).css_first("body")).startswith("calm|A cat|"), url
    assert site.warnings == []


def test_page_2_on_material_keeps_what_the_introduction_hides_and_says(build) -> None:
    intro = "---\ntitle: Journal\ndescription: What we do\nhide: [toc, navigation]\nstatus: new\n---\n\nWelcome.\n"
    posts = {f"docs/blog/posts/{n}.md": post(f"2026-01-0{n}", title=f"P{n}", categories=["C"]) for n in (1, 2, 3)}
    texts = {**posts, "docs/blog/index.md": intro, "docs/blog/category/c.md": intro.replace("Journal", "Of C")}
    site = build(texts, "material", options={"pagination_per_page": 1})
    for view, title in (("blog/", "Journal"), ("blog/category/c/", "Of C")):
        for url in (view, f"{view}page/2/", f"{view}page/3/"):
            page = site.page(url)
            for side in ("primary", "secondary"):
                assert "hidden" in page.css_first(f".md-sidebar--{side}").attributes, (url, side)
            assert words(page.css_first("h1")) == title
            assert page.css_first("meta[name='description']").attributes["content"].startswith("What we do")
    assert site.warnings == []


@pytest.mark.parametrize(
    "line",
    [
        "categorys: x", "tgas: x", "dscription: x", "autors: x", "sulg: x", "udpated: 2026-01-03", "lnks: [index.md]",
        "drfat: true",
    ],
)  # fmt: skip
def test_a_key_that_means_nothing_and_looks_like_one_that_does_is_told(build, line) -> None:
    site = build({"docs/blog/posts/a.md": f"---\ndate: 2026-01-02\ntitle: A\n{line}\n---\nText.\n"})
    [problem] = site.problems
    assert problem.startswith("blog/posts/a.md:4: ")
    assert f"`{line.partition(':')[0]}`" in problem


@pytest.mark.parametrize("line", ["ttile: A", "udpated: soon", "lnks: x", "drfat: the second"])
def test_such_a_key_with_nothing_to_lose_is_told_more_quietly(build, line) -> None:
    site = build({"docs/blog/posts/a.md": f"---\ndate: 2026-01-02\ntitle: A\n{line}\n---\nText.\n"})
    assert site.problems == []
    [note] = [note for note in site.notes if note.startswith("blog/posts/a.md:4: ")]
    assert f"`{line.partition(':')[0]}`" in note

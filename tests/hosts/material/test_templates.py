"""A Material blog as its own templates, its rss plugin and its lists know it."""

from __future__ import annotations

from typing import Any

import feedparser
import pytest

from tests.hosts.written import post

pytest.importorskip("material.plugins.blog", reason="this environment has no Material")

REVIEW = '{% extends "blog-post.html" %}{% block content %}{{ page.config.date.created | date }}{% endblock %}'
FOUND = (
    '{% extends "main.html" %}{% block content %}<p id="own">{{ page.meta.on | date }}</p>{{ super() }}{% endblock %}'
)


@pytest.mark.parametrize("template", ["review.html", "blog-post.html"])
def test_a_template_made_from_materials_own_is_given_up_and_told(build, template) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", template=template), "overrides/review.html": REVIEW}
    site = build(texts, {"name": "material", "custom_dir": "overrides"}, strict=True)
    assert site.entry("blog/2026/01/02/a/")["name"] == ["A"]
    [note] = [line for line in site.notes if line.startswith("blog/posts/a.md")]
    assert f"The template `{template}`" in note
    assert "`iroco_blog/post.html`" in note


def test_any_other_template_of_the_site_is_used_and_may_show_dates(build) -> None:
    texts = {
        "docs/blog/posts/a.md": "---\ntitle: A\ndate: 2026-01-02\non: 2026-03-04\ntemplate: found.html\n---\n\nText.\n",
        "overrides/found.html": FOUND.replace("page.meta.on", "page.post.published.instant"),
    }
    site = build(texts, {"name": "material", "custom_dir": "overrides"})
    assert site.page("blog/2026/01/02/a/").css_first("#own").text() == "January 2, 2026"


def test_the_rss_plugin_gets_every_author(build) -> None:
    texts = {
        "docs/blog/.authors.yml": "authors:\n  a: {name: Ada & Co, description: x}\n  b: {name: Bo, description: y}\n",
        "docs/blog/posts/a.md": post(title="A", authors=["a", "b"]),
    }
    rss = {"rss": {"match_path": "blog/posts/.*", "date_from_meta": {"as_creation": "date"}}}
    site = build(texts, "material", plugins=["search", rss, "iroco-blog"])
    [entry] = feedparser.parse(site.file("feed_rss_created.xml").read_bytes()).entries
    assert [author.name for author in entry.authors] == ["Ada & Co", "Bo"]
    [author] = site.page("blog/2026/01/02/a/").css("head meta[name=author]")
    assert author.attributes["content"] == "Ada & Co, Bo"


def three_posts(**front: Any) -> dict[str, str]:
    return {
        f"docs/blog/posts/{name}.md": post(f"2026-01-0{at}", title=name, **front) for at, name in enumerate("abc", 1)
    }


def test_later_pages_are_named_after_the_first(build) -> None:
    texts = {**three_posts(categories=["News"]), "docs/blog/index.md": "# Our journal\n",
             "docs/blog/category/news.md": "# All the news\n"}  # fmt: skip
    site = build(texts, "material", options={"pagination_per_page": 2})
    assert site.page("blog/page/2/").css_first("title").text() == "Our journal – Page 2 - Site"
    assert (
        site.page("blog/category/news/page/2/").css_first("title").text() == "All the news · Category · Page 2 · Site"
    )


def test_a_lists_own_headings_stand_before_its_posts_in_the_table_of_contents(build) -> None:
    texts = {**three_posts(), "docs/blog/index.md": "# Journal\n\n## What this is\n\nText.\n"}
    options = {"blog_toc": True, "pagination_per_page": 2}
    site = build(texts, "material", options=options)

    def shown(url: str) -> list[str]:
        links = site.page(url).css(".md-sidebar--secondary .md-nav__link .md-ellipsis")
        return [" ".join(link.text().split()) for link in links]

    assert shown("blog/")[-3:] == ["What this is", "c", "b"]
    assert "What this is" not in shown("blog/page/2/")
    kept = build(texts, "material", options={**options, "pagination_keep_content": True})
    links = kept.page("blog/page/2/").css(".md-sidebar--secondary .md-nav__link .md-ellipsis")
    assert [" ".join(link.text().split()) for link in links][-2:] == ["What this is", "a"]


def test_posts_stand_in_the_hosts_files_in_its_own_order(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A"), "docs/blog/posts/b.md": post("2026-01-05", title="B")}
    built = build(texts, "material").config.plugins["iroco-blog"]._build.pages
    assert [page.file.src_uri for page in built.posts] == ["blog/posts/a.md", "blog/posts/b.md"]

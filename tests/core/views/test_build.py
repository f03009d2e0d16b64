"""The pages that list posts: which there are, where they live, how they show what they list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mkdocs_iroco_blog.core.findings import Finding, Level
from mkdocs_iroco_blog.core.model import Blog, View

Build = Callable[..., tuple[Blog, list[Finding]]]

FULL = """---
title: Weighing a page
date: 2024-10-04
author: Inès Carvalho
categories: Field notes
tags: [css]
series: A lighter page
---
"""


def post(title: str, *lines: str, date: str = "2024-10-04") -> str:
    return "\n".join(["---", f"title: {title}", f"date: {date}", *lines, "---", ""])


def many(count: int) -> dict[str, str]:
    return {f"{at:02}.md": post(f"Post {at}", "tags: css", date=f"2024-10-{at:02}") for at in range(1, count + 1)}


def by_kind(blog: Blog) -> dict[str, View]:
    return {view.kind: view for view in blog.views}


def test_a_view_for_every_term_and_period_and_the_index_first(build: Build) -> None:
    blog, findings = build({"a.md": FULL})
    assert [(view.kind, view.name, view.path) for view in blog.views] == [
        ("index", "", "blog"),
        ("archive", "2024", "blog/archive/2024"),
        ("authors", "Inès Carvalho", "blog/author/inès-carvalho"),
        ("categories", "Field notes", "blog/category/field-notes"),
        ("tags", "css", "blog/tag/css"),
        ("series", "A lighter page", "blog/series/a-lighter-page"),
    ]
    assert findings == []


def test_an_overview_for_every_taxonomy_and_the_archive(build: Build) -> None:
    blog, _ = build({"a.md": FULL}, tags_name="Mots-clés")
    assert [(one.kind, one.path, one.name, one.style, len(one.groups)) for one in blog.overviews] == [
        ("archive", "blog/archive", None, "titles", 1),
        ("authors", "blog/authors", None, "counts", 1),
        ("categories", "blog/categories", None, "counts", 1),
        ("tags", "blog/tags", "Mots-clés", "counts", 1),
        ("series", "blog/series", None, "counts", 1),
    ]


def test_overviews_by_kind(build: Build) -> None:
    overviews = {"authors": False, "tags": "topics"}
    assert [(one.kind, one.path) for one in build({"a.md": FULL}, overviews=overviews)[0].overviews] == [
        ("archive", "blog/archive"),
        ("categories", "blog/categories"),
        ("tags", "blog/topics"),
        ("series", "blog/series"),
    ]


@pytest.mark.parametrize(
    ("option", "kind"),
    [("authors_profiles", "authors"), *((kind, kind) for kind in ("archive", "categories", "tags", "series"))],
)
def test_a_kind_that_is_switched_off_has_neither(build: Build, option: str, kind: str) -> None:
    blog, _ = build({"a.md": FULL}, **{option: False})
    assert kind not in by_kind(blog)
    assert kind not in [overview.kind for overview in blog.overviews]
    assert len(blog.views) == 5


def test_a_blog_without_posts_has_an_index(build: Build) -> None:
    blog, findings = build({})
    assert [(view.kind, view.path, len(view.pages)) for view in blog.views] == [("index", "blog", 1)]
    assert (blog.overviews, findings) == ((), [])


def test_pinned_posts_stand_first_on_the_index_alone(build: Build) -> None:
    files = many(3) | {"p.md": post("Start here", "pin: true", "tags: css", date="2020-01-01")}
    views = by_kind(build(files)[0])
    assert [one.title for one in views["index"].posts] == ["Start here", "Post 3", "Post 2", "Post 1"]
    assert [one.title for one in views["tags"].posts] == ["Post 3", "Post 2", "Post 1", "Start here"]


@pytest.mark.parametrize(
    ("options", "excerpts"),
    [
        ({}, {"index", "categories"}),
        ({"view_style": "titles"}, set()),
        ({"view_style": "excerpts"}, {"index", "categories", "archive", "authors", "tags", "series"}),
        ({"view_style": {"index": "titles"}}, {"categories"}),
        ({"view_style": {"index": "titles", "categories": "titles", "tags": "excerpts"}}, {"tags"}),
        ({"view_style": {"authors": "excerpts", "series": "excerpts"}},
         {"index", "categories", "authors", "series"}),
        ({"archive_toc": False}, {"index", "categories", "archive"}),
        ({"authors_profiles_pagination_per_page": 5}, {"index", "categories", "authors"}),
        ({"archive_pagination": True, "view_style": {"archive": "titles"}}, {"index", "categories"}),
    ],
)  # fmt: skip
def test_excerpts_or_titles(build: Build, options: dict[str, Any], excerpts: set[str]) -> None:
    blog, _ = build({"a.md": FULL}, **options)
    assert {view.kind for view in blog.views if view.style == "excerpts"} == excerpts


@pytest.mark.parametrize(
    ("options", "leaves"),
    [
        ({}, {"index": 3, "archive": 3, "tags": 1}),
        ({"pagination": False}, {"index": 1, "archive": 1, "tags": 1}),
        ({"pagination_per_page": 25}, {"index": 1, "archive": 1, "tags": 1}),
        ({"archive_pagination": False}, {"index": 3, "archive": 1, "tags": 1}),
        ({"archive_pagination_per_page": 5}, {"index": 3, "archive": 5, "tags": 1}),
        ({"pagination_per_page": {"tags": 5}}, {"index": 3, "archive": 3, "tags": 5}),
        ({"pagination_per_page": {"tags": 10, "index": 5}}, {"index": 5, "archive": 3, "tags": 3}),
        ({"pagination_per_page": {"index": 5}}, {"index": 5, "archive": 3, "tags": 1}),
        (
            {"pagination_per_page": {"index": 5}, "archive_pagination_per_page": 5},
            {"index": 5, "archive": 5, "tags": 1},
        ),
        ({"view_style": {"tags": "excerpts"}}, {"index": 3, "archive": 3, "tags": 3}),
        ({"pagination": False, "archive_pagination": True}, {"index": 1, "archive": 3, "tags": 1}),
    ],
)
def test_pages_of_a_view(build: Build, options: dict[str, Any], leaves: dict[str, int]) -> None:
    views = by_kind(build(many(25), **options)[0])
    assert {kind: len(view.pages) for kind, view in views.items()} == leaves


@pytest.mark.parametrize(
    ("options", "toc"),
    [
        ({}, set()),
        ({"blog_toc": True}, {"index", "archive", "categories", "tags", "authors", "series"}),
        ({"blog_toc": True, "archive_toc": False}, {"index", "categories", "tags", "authors", "series"}),
        ({"authors_profiles_toc": True}, {"authors"}),
    ],
)
def test_posts_in_the_table_of_contents(build: Build, options: dict[str, Any], toc: set[str]) -> None:
    assert {view.kind for view in build({"a.md": FULL}, **options)[0].views if view.toc} == toc


def test_an_overview_gives_way_to_a_page_of_the_site(build: Build) -> None:
    blog, [note] = build({"a.md": FULL}, occupied={"blog/tags": "blog/tags.md"})
    assert "tags" not in [overview.kind for overview in blog.overviews]
    assert not note.is_problem
    assert note.source == "blog/tags.md"


@pytest.mark.parametrize("slug", ["tag/css", "page/2", "archive/2024"])
def test_a_post_on_a_view_s_page_is_a_problem_and_stays(build: Build, slug: str) -> None:
    files = many(11) | {"z.md": post("Clash", f"slug: {slug}", date="2024-01-01")}
    blog, [problem] = build(files, post_url_format="{slug}")
    assert problem.is_problem
    assert (problem.source, (problem.level is Level.ERROR)) == ("blog/posts/z.md", False)
    assert f"blog/{slug}" in [one.path for one in blog.posts]


def test_the_index_is_made_even_where_a_post_stands_on_its_second_page(build: Build) -> None:
    files = many(11) | {"z.md": post("Clash", "slug: page/2", date="2024-01-01")}
    assert build(files, post_url_format="{slug}")[0].views[0].kind == "index"


@pytest.mark.parametrize(
    "options",
    [
        {"tags_url_format": "topic/{slug}", "categories_url_format": "topic/{slug}"},
        {"tags_url_format": "{slug}", "categories_url_format": "{slug}"},
        {"archive_url_format": "{date}", "tags_url_format": "{slug}"},
        {"tags_url_format": "{slug}"},
    ],
    ids=["two kinds", "at the root", "archive", "overview"],
)
def test_two_views_never_share_an_address_in_silence(build: Build, options: dict[str, str]) -> None:
    text = post("Weighing", "category: css", "tags: [css, '2024', Archive]")
    blog, findings = build({"a.md": text}, **options)
    paths = [view_page.path for view in blog.views for view_page in view.pages] + [one.path for one in blog.overviews]
    assert len(paths) == len(set(paths))
    assert findings

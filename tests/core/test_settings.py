"""The options: paths filled in, and what stands in for one that is not set."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields
from typing import Any

import pytest

from mkdocs_iroco_blog.core import options as module
from mkdocs_iroco_blog.core.options import Options
from mkdocs_iroco_blog.core.settings import Settings

# https://squidfunk.github.io/mkdocs-material/plugins/blog/, where ours differs: `authors_profiles`, `post_excerpt`.
MATERIAL = {
    "enabled": True, "blog_dir": "blog", "blog_toc": False, "post_dir": "{blog}/posts", "post_date_format": "long",
    "post_url_date_format": "yyyy/MM/dd", "post_url_format": "{date}/{slug}", "post_url_max_categories": 1,
    "post_slugify_separator": "-", "post_excerpt_max_authors": 1, "post_excerpt_max_categories": 5,
    "post_excerpt_separator": "<!-- more -->", "post_readtime": True, "post_readtime_words_per_minute": 265,
    "archive": True, "archive_name": None, "archive_date_format": "yyyy", "archive_url_date_format": "yyyy",
    "archive_url_format": "archive/{date}", "archive_pagination": None, "archive_pagination_per_page": None,
    "archive_toc": None, "categories": True, "categories_name": None, "categories_url_format": "category/{slug}",
    "categories_slugify_separator": "-", "categories_sort_reverse": False, "categories_allowed": (),
    "categories_pagination": None, "categories_pagination_per_page": None, "categories_toc": None, "authors": True,
    "authors_file": "{blog}/.authors.yml", "authors_profiles_name": None,
    "authors_profiles_url_format": "author/{slug}", "authors_profiles_pagination": None,
    "authors_profiles_pagination_per_page": None, "authors_profiles_toc": None, "pagination": True,
    "pagination_per_page": 10, "pagination_url_format": "page/{page}", "pagination_format": "~2~",
    "pagination_if_single_page": False, "pagination_keep_content": False, "draft": False, "draft_on_serve": True,
    "draft_if_future_date": False,
}  # fmt: skip


def test_names_and_defaults_are_material_s() -> None:
    ours = Settings()
    assert {name: getattr(ours, name) for name in MATERIAL} == MATERIAL


def test_every_option_says_what_it_does() -> None:
    source = inspect.getsource(module)
    said = set(re.findall(r'^    (\w+): .*\n    """[^"]', source, re.MULTILINE))
    assert {option.name for option in fields(Options)} - said == set()


@pytest.mark.parametrize(
    ("blog_dir", "root", "posts", "authors"),
    [
        ("blog", "blog", "blog/posts", "blog/.authors.yml"),
        ("./notes/blog/", "notes/blog", "notes/blog/posts", "notes/blog/.authors.yml"),
        (".", "", "posts", ".authors.yml"),
        ("", "", "posts", ".authors.yml"),
    ],
)
def test_folders_follow_the_blog_s(blog_dir: str, root: str, posts: str, authors: str) -> None:
    ours = Settings(blog_dir=blog_dir)
    assert (ours.root, ours.posts_folder, ours.authors_path) == (root, posts, authors)


def test_the_posts_folder_may_be_elsewhere() -> None:
    assert Settings(post_dir="articles/{blog}/").posts_folder == "articles/blog"


@pytest.mark.parametrize(
    ("blog_dir", "path", "below"),
    [("blog", "tag/css", "blog/tag/css"), ("blog", "/tags/", "blog/tags"), (".", "tags", "tags"), ("blog", "", "blog")],
)
def test_an_address_below_the_blog(blog_dir: str, path: str, below: str) -> None:
    assert Settings(blog_dir=blog_dir).below_root(path) == below


def test_the_fallback_of_an_excerpt() -> None:
    assert Settings().excerpt_fallback == "paragraph"
    assert Settings(post_excerpt="optional").excerpt_fallback == "everything"
    assert Settings(post_excerpt="required").excerpt_fallback == "everything"
    assert Settings(post_excerpt="optional", post_excerpt_fallback=40).excerpt_fallback == 40


def test_an_option_of_material_for_a_kind() -> None:
    ours = Settings(archive_toc=True)
    assert (ours.of_kind("archive", "toc"), ours.of_kind("categories", "toc"), ours.of_kind("tags", "toc")) == (
        True, None, None,
    )  # fmt: skip
    assert Settings(authors_profiles_pagination=False).of_kind("authors", "pagination") is False


def test_an_option_by_kind() -> None:
    assert Settings(view_style="titles").by_kind("view_style", "tags") == "titles"
    ours = Settings(pagination_per_page={"tags": 5})
    assert (ours.by_kind("pagination_per_page", "tags"), ours.by_kind("pagination_per_page", "index")) == (5, None)


@pytest.mark.parametrize(
    ("overviews", "path"),
    [
        (True, "blog/tags"),
        (False, None),
        ({}, "blog/tags"),
        ({"archive": False}, "blog/tags"),
        ({"tags": True}, "blog/tags"),
        ({"tags": "/all/topics/"}, "blog/all/topics"),
        ({"tags": ""}, "blog"),
        ({"tags": False}, None),
    ],
)
def test_the_address_of_an_overview(overviews: Any, path: str | None) -> None:
    assert Settings(overviews=overviews).overview_path("tags") == path

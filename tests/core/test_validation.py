"""Options of the right type that still cannot be meant."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.validation import check_settings


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"post_url_format": "{categories}/{date}/{file}/{slug}", "timezone": "Europe/Paris"},
        {"blog_dir": "."},
        {"blog_dir": "./notes/", "post_dir": "posts"},
        {"tags_url_format": "/tag/{slug}/", "authors_profiles_url_format": "{name}"},
        {"post_excerpt_fallback": 40},
        {"post_excerpt_fallback": "everything"},
        {"pagination_per_page": {"tags": 5}, "archive_pagination_per_page": 20},
        {"overviews": {"tags": "topics", "series": False, "archive": ""}},
        {"nav_posts": 10},
    ],
)
def test_options_that_can_be_meant(options: dict[str, Any]) -> None:
    assert check_settings(Settings(**options)) == []


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("post_url_format", "{date}/{title}"),
        ("post_url_format", "{date"),
        ("post_url_format", "../{slug}"),
        ("post_url_format", "{}"),
        ("post_url_format", "{slug}?page"),
        ("archive_url_format", "archive"),
        ("categories_url_format", "category"),
        ("tags_url_format", "{name}"),
        ("pagination_url_format", "page"),
        ("pagination_url_format", "page/{number}"),
        ("timezone", "Europe/Chambéry"),
        ("timezone", "../etc"),
        ("timezone", ""),
        ("post_excerpt_fallback", 0),
        ("pagination_per_page", {"tags": 0}),
        ("overviews", {"tags": "../tags"}),
        ("blog_dir", "../blog"),
        ("post_dir", "../posts"),
        ("pagination_per_page", 0),
        ("post_readtime_words_per_minute", 0),
        ("nav_posts", -1),
        ("nav_posts", 11),
    ],
)
def test_an_option_that_cannot_be_meant_is_named_with_a_hint(option: str, value: Any) -> None:
    [problem] = check_settings(Settings(**{option: value}))
    assert problem.source == option
    assert problem.hint


def test_a_kind_that_is_set_twice_says_what_to_remove() -> None:
    twice = Settings(pagination_per_page={"authors": 5, "index": 8}, authors_profiles_pagination_per_page=20)
    [problem] = check_settings(twice)
    assert str(problem) == (
        "pagination_per_page: `authors` is set here and by the option `authors_profiles_pagination_per_page`. "
        "Delete `authors` here, or delete `authors_profiles_pagination_per_page`."
    )

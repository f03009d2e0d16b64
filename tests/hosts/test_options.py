"""Mistakes in options: each has a message with the option's name and what to write, and none ends in a traceback."""

from __future__ import annotations

import re
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from mkdocs_iroco_blog.host.config import BlogConfig, settings_from
from tests.hosts.written import post

KINDS = "`archive`, `categories`, `tags`, `series` and `authors`"
ALL = f"`index`, {KINDS}"
STYLES = "`excerpts`, `titles` or `cards`"
TEXTS = {"docs/blog/posts/a.md": post(title="A", tags=["t"])}


def load(**options: Any) -> tuple[BlogConfig, list[tuple[str, str]], list[tuple[str, str]]]:
    """The options of a blog, with errors and warnings."""
    config = BlogConfig()
    config.load_dict(options)
    errors, warnings = config.validate()
    without_code = re.compile(r" \[IB\d{3}\]$")
    told = [[(name, without_code.sub("", str(text))) for name, text in found] for found in (errors, warnings)]
    return config, told[0], told[1]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("blog_dir", 2024, "Write text in quotes."),
        ("blog_dir", ["news"], "Write text."),
        ("blog_toc", "yes please", "Write `true` or `false`."),
        ("pagination_per_page", True, "Write a whole number or a mapping of kinds to a whole number."),
        ("view_style", "tiles", f"Write `excerpts`, `titles`, `cards` or a mapping of kinds to {STYLES}."),
        ("overviews", "topics", "Write `true`, `false` or a mapping of kinds to `true`, `false` or text."),
        ("post_excerpt", "none", "Write `optional` or `required`."),
        ("post_excerpt_fallback", True, "Write `paragraph`, `description`, `everything` or a whole number."),
        ("post_slugify", "lower", "Write a function."),
        ("categories_allowed", "css", "Write a list of texts."),
        ("categories_allowed", [["css"]], "Write a list of texts."),
        ("authors", ["ada"], "Write `true`, `false` or a mapping."),
        ("feeds", {"of": "tags"}, "Write `true`, `false` or a list."),
        ("cache", True, "Write `false` or text in quotes."),
        ("thin_views", 1.5, "Write a whole number."),
    ],
)
def test_a_value_of_a_wrong_type(name: str, value: Any, message: str) -> None:
    text = str(value).lower() if isinstance(value, bool) else value
    assert load(**{name: value})[1:] == ([(name, f"`{text}` is not valid here. {message}")], [])


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        (
            "pagination_per_page",
            {"tag": 5},
            f"There is no kind `tag`. Did you mean `tags`? Kinds are `index`, {KINDS}.",
        ),
        ("pagination_per_page", {"tags": "many"}, "`tags`: `many` is not valid here. Write a whole number."),
        ("pagination_per_page", {"tags": None}, "`tags`: `null` is not valid here. Write a whole number."),
        ("view_style", {"tags": "tiles"}, f"`tags`: `tiles` is not valid here. Write {STYLES}."),
        ("overviews", {"index": "all"}, f"There is no kind `index`. Kinds are {KINDS}."),
        ("overviews", {5: "all"}, f"There is no kind `5`. Kinds are {KINDS}."),
    ],
)
def test_a_wrong_item_of_a_mapping(name: str, value: Any, message: str) -> None:
    assert load(**{name: value})[1:] == ([(name, message)], [])


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("blogdir", "blog_dir"),
        ("author_profiles", "authors_profiles"),
        ("post_read_time", "post_readtime"),
        ("tags_view_style", "view_style"),
        ("cache_dir", "cache"),
        ("sidebar", None),
    ],
)
def test_an_unknown_option(name: str, nearest: str | None) -> None:
    question = f" Did you mean `{nearest}`?" if nearest else " The manual's page “Options” lists all of them."
    assert load(**{name: "x"})[1:] == ([], [(name, f"There is no such option.{question}")])


def test_what_an_unset_option_means() -> None:
    config, errors, warnings = load(blog_dir=None, categories_allowed=None, view_style=None)
    assert (errors, warnings) == ([], [])
    assert settings_from(config) == settings_from(load()[0])


def test_numbers_are_names_in_a_list() -> None:
    assert settings_from(load(categories_allowed=["css", 2024])[0]).categories_allowed == ("css", "2024")


def test_items_of_a_mapping_override_those_of_a_jekyll_site() -> None:
    jekyll = {
        "pagination_per_page": {"index": 7},
        "overviews": {"tags": "topics", "archive": "all"},
        "index_url": "blog",
    }
    settings = settings_from(load(pagination_per_page={"tags": 5}, overviews={"tags": False})[0], jekyll)
    assert settings.pagination_per_page == {"index": 7, "tags": 5}
    assert settings.overviews == {"tags": False, "archive": "all"}
    assert settings.index_path == "blog/blog"
    assert settings_from(load(pagination_per_page=20, overviews=False)[0], jekyll).pagination_per_page == 20


def test_an_unknown_option_is_a_warning_and_the_blog_is_built(build, caplog) -> None:
    site = build(TEXTS, options={"blogdir": "news"})
    assert site.listed("blog/") == ["A"]
    assert "option 'blogdir': There is no such option. Did you mean `blog_dir`?" in caplog.text


@pytest.mark.parametrize(
    "options",
    [
        {"pagination_per_page": 0},
        {"pagination_per_page": {"archive": 5}, "archive_pagination_per_page": 5},
        {"timezone": "Mars/Base"},
        {"post_url_format": "{nothing}"},
        {"view_style": "tiles"},
        {"overviews": {"tag": "topics"}},
        {"blog_dir": ["news"]},
    ],
)
def test_a_mistake_in_an_option_stops_the_build_with_its_name(build, caplog, options) -> None:
    with pytest.raises(Abort):
        build(TEXTS, options=options)
    assert next(iter(options)) in caplog.text


def test_a_new_blog_without_a_folder_is_no_mistake(build) -> None:
    assert build({}, options={"blog_dir": "news"}).problems == []

"""Addresses are those of Material's own blog plugin: both build the same posts, and every page of it is in ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.hosts.built import Site
from tests.hosts.written import post, theme_name, write, write_config

POSTS: dict[str, dict[str, Any]] = {
    "accents": {
        "date": "2024-12-30",
        "title": "Éco-conception : où en est-on à Noël ?",
        "categories": ["Été à la mer"],
    },
    "emoji": {"date": "2024-12-31", "title": "Ship it 🚀 now 👩‍💻!", "categories": ["R&D", "Two words"]},
    "punctuation": {"date": "2025-01-01", "title": "What's new, Doc? (v2.0): C++ & C#…", "categories": ["C++ / C#"]},
    "cjk": {"date": "2025-01-02", "title": "日本語の記事 と 中文 한국어", "categories": ["日本語"]},
    "quotes": {"date": "2025-06-15", "title": '“Smart” ‘quotes’ and "straight" «ones»', "categories": ["Two words"]},
    "slashes": {"date": "2025-06-16", "title": "Either/or and\\back", "categories": ["a/b", "x/y/z"]},
    "long": {"date": "2025-06-17", "title": "Long words " * 15, "categories": ["R&D", "Été à la mer", "Third"]},
    "symbols": {"date": "2025-07-01", "title": "?!…", "categories": ["R&D"]},
    "slug": {"date": "2025-12-31", "title": "Anything at all", "slug": "Of_My-own", "categories": ["R&D"]},
    "underscores": {"date": "2026-01-01", "title": "snake_case --dashes-- and - more", "authors": ["ada", "bob"]},
    "heading_only": {"date": "2026-01-02", "title": None, "categories": ["UPPER lower"], "authors": ["ada"]},
    "from-its-file": {"date": "2026-01-03", "title": None, "authors": ["eve"]},
    "html": {"date": "2026-01-04", "title": "The `code`, <em>tags</em> &amp; entities", "categories": ["A <b>"]},
    "deep/er/nested": {"date": "2026-03-05 23:59:00", "title": "Turkish İI and German ß, Ǆ ﬁ ligature"},
}
BODIES = {"heading_only": "# A *heading* with `code` & [a link](https://example.net/)\n\nText."}
AUTHORS = """\
authors:
  ada: {name: Ada Lovelace, description: Writes, avatar: 'https://example.net/a.png'}
  bob: {name: 'Bøb & Co', description: Writes, avatar: 'https://example.net/b.png', slug: robert}
  eve: {name: Eve, description: Writes, avatar: 'https://example.net/e.png'}
"""
FUNCTIONS = {
    "lower()": "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}",
    "kept()": "!!python/object/apply:pymdownx.slugs.slugify {}",
}
"""What stands for a function of Python's in `OPTIONS`, and how `mkdocs.yml` says it."""

OPTIONS: dict[str, dict[str, Any]] = {
    "defaults": {},
    "by category": {"post_url_format": "{categories}/{slug}", "post_url_max_categories": 2},
    "by file": {"post_url_format": "posts/{file}"},
    "by months": {
        "archive_date_format": "MMMM yyyy", "archive_url_date_format": "yyyy/MM", "archive_url_format": "when/{date}",
        "archive_pagination_per_page": 1,
    },
    "at the root": {"blog_dir": "."},
    "in a folder of a folder": {"blog_dir": "about/news"},
    "pages": {"pagination_url_format": "pages/{page}", "pagination_per_page": 3},
    "pages of categories": {"categories_pagination_per_page": 1, "categories_url_format": "topic/{slug}"},
    "without pages": {"pagination": False},
    "function for categories": {"categories_slugify": "lower()"},
    "function for posts": {"post_slugify": "kept()", "post_url_date_format": "yyyy/MMM/d"},
    "separators": {"post_slugify_separator": "_", "categories_slugify_separator": "+"},
    "authors": {"authors_profiles": True},
    "authors by name": {"authors_profiles": True, "authors_profiles_url_format": "by/{name}"},
    "no views": {"archive": False, "categories": False},
}  # fmt: skip


def build_with(
    plugin: str, root: Path, options: Mapping[str, Any], config: Mapping[str, Any], texts: Mapping[str, str]
) -> Site:
    """Build a site; `options` may name one of `FUNCTIONS`."""
    write(root, {"docs/index.md": "# Home\n", **texts})
    write_config(root, "material", {}, config, ["search", {plugin: dict(options)}])
    path = root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    for name, tag in FUNCTIONS.items():
        text = text.replace(name, tag)
    path.write_text(text, encoding="utf-8")
    return Site(root).run()


@pytest.fixture
def both(tmp_path: Path) -> Callable[..., tuple[Site, Site]]:
    """Build the posts with Material's plugin, and with ours."""

    def run(
        options: Mapping[str, Any], config: Mapping[str, Any] | None = None, texts: Mapping[str, str] | None = None
    ) -> tuple[Site, Site]:
        folder = str(options.get("blog_dir", "blog"))
        posts = texts or {name: post(body=BODIES.get(name, "Text."), **front) for name, front in POSTS.items()}
        texts = {f"docs/{folder}/posts/{name}.md": text for name, text in posts.items()}
        texts[f"docs/{folder}/.authors.yml"] = AUTHORS
        theirs, ours = (
            build_with(plugin, tmp_path / plugin, options, config or {}, texts) for plugin in ("blog", "iroco-blog")
        )
        return theirs, ours

    return run


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_every_page_of_materials_plugin_is_at_the_same_address(both, options) -> None:
    theirs, ours = both(options)
    assert len(theirs.urls) > len(POSTS)
    assert sorted(theirs.urls - ours.urls) == []
    assert ours.warnings == []


@pytest.mark.parametrize("name", ["defaults", "pages", "at the root", "authors"])
def test_so_it_is_where_pages_are_files(both, name) -> None:
    theirs, ours = both(OPTIONS[name], {"use_directory_urls": False})
    assert sorted(theirs.urls - ours.urls) == []


@pytest.mark.parametrize("name", ["defaults", "pages"])
def test_views_list_the_same_posts_in_the_same_order(both, name) -> None:
    theirs, ours = both({**OPTIONS[name], "authors_profiles": True})
    compared = 0
    for url in sorted(theirs.urls):
        entries = theirs.page(url).css("article.md-post--excerpt")
        if entries:
            links = [entry.css_first("h2 a").attributes["href"] for entry in entries]
            shown = [item["properties"]["url"][0] for item in ours.feed(url)["children"] if "h-entry" in item["type"]]
            assert [ours.target(url, link) for link in shown] == [theirs.target(url, link) for link in links], url
            compared += 1
    assert compared > 10


def test_dates_with_an_offset_are_on_the_day_of_materials_plugin(both) -> None:
    dates = ["2026-01-01 00:30:00+02:00", "2025-12-31 23:30:00-05:00", "2025-12-31T23:59:59Z", "2026-01-01 00:00:00"]
    texts = {f"p{n}": post(date, title=f"P{n}") for n, date in enumerate(dates)}
    theirs, ours = both({}, texts=texts)
    assert sorted(theirs.urls - ours.urls) == []


MOVED = {
    "runs of spaces in a title": {"a": post(title="Two  spaces and   three")},
    "runs of spaces in a category": {"a": post(title="A", categories=["Two  spaces"])},
    "long names": {"a": post(title="word " * 48), "b": post(title="日" * 80)},
    "attributes of a heading": {"a": post(title=None, body="# Head { #own }\n\nText.")},
    "an underlined heading": {"a": post(title=None, body="Underlined\n==========\n\nText.")},
    "a date in a file's name": {"2025-02-03-dated": post(title=None)},
}


@pytest.mark.parametrize("texts", MOVED.values(), ids=MOVED)
def test_slugs_are_made_of_the_text_that_material_takes(both, texts) -> None:
    theirs, ours = both({}, texts=texts)
    assert sorted(theirs.urls - ours.urls) == []


def test_months_in_addresses_are_in_the_sites_language(both) -> None:
    options = {"post_url_date_format": "yyyy/MMMM", "archive_date_format": "MMMM yyyy",
               "archive_url_date_format": "MMMM-yyyy"}  # fmt: skip
    config = {"theme": {"name": theme_name("material"), "language": "fr"}}
    theirs, ours = both(options, config, {"a": post("2024-08-01", title="A")})
    assert sorted(theirs.urls - ours.urls) == []


def test_an_archive_of_months_keeps_the_address_of_its_year(both) -> None:
    theirs, ours = both({"archive_date_format": "MMMM yyyy"}, texts={"a": post("2024-08-01", title="A")})
    assert sorted(theirs.urls - ours.urls) == []

"""Strangers' posts, files and settings do no harm, and cost no other post its page: `make test-hostile`."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.faults.built import Built
from tests.hostile.conftest import THEMES, build_watched
from tests.hostile.reading import harm_in_log, harm_in_site
from tests.hostile.sites import VALUES, docs_site, hostile_config, hostile_posts, jekyll_site
from tests.hostile.values import PICKED

OPTIONS: dict[str, dict[str, Any]] = {
    "docs": {"blog_toc": True, "feeds": [{"kind": kind} for kind in ("atom", "rss", "json")]},
    "jekyll": {"jekyll": "jekyll"},
}


TEXT = re.compile(r"The text of (\w+)\.")
SITES = [
    pytest.param((kind, theme), marks=pytest.mark.xdist_group(f"{kind}-{theme}"))  # built once, by one process
    for kind in OPTIONS
    for theme in THEMES
]


@pytest.fixture(scope="session", params=SITES, ids="-".join)
def built(request, new_folder) -> tuple[Built, set[str]]:
    """A site with every hostile post, and the names by which the posts are known."""
    kind, theme = request.param
    if kind == "docs":
        files = docs_site()
    else:
        site = jekyll_site(VALUES, hostile_posts())
        files = {f"jekyll/{path}": text for path, text in site.items()} | {"docs/about.md": b"# About\n"}
    names = {name for text in files.values() for name in TEXT.findall(text.decode())}
    return build_watched(new_folder(f"{kind}-{theme}"), files, OPTIONS[kind], theme), names


def test_the_build_ends_well(built) -> None:
    site, _ = built
    assert site.code == 0, site.log[-3000:]
    assert harm_in_log(site.log) == []


def test_no_file_of_the_site_does_harm(built) -> None:
    site, _ = built
    assert list(harm_in_site(site.site))[:20] == []


def test_every_post_has_a_page_or_a_message(built) -> None:
    site, names = built
    pages = [path for path in site.site.rglob("*.html") if path.is_file()]
    shown = {name for path in pages for name in TEXT.findall(path.read_text("utf-8"))}
    redirects = {path.parent.name for path in pages if "http-equiv" in path.read_text("utf-8")}
    redirects |= {path.stem for path in pages if "http-equiv" in path.read_text("utf-8")}
    assert {name for name in names - shown - redirects if name not in site.log} == set()


@pytest.mark.parametrize("number", range(len(PICKED)))
def test_a_hostile_configuration_does_no_harm(new_folder, number) -> None:
    value = PICKED[number]
    files = {f"jekyll/{path}": text for path, text in hostile_config(value).items()} | {"docs/about.md": b"# About\n"}
    site = build_watched(new_folder(f"config{number}"), files, OPTIONS["jekyll"], THEMES[number % 2])
    assert harm_in_log(site.log) == []
    assert list(harm_in_site(site.site)) == []
    assert site.code == 0 or "_config.yml" in site.log

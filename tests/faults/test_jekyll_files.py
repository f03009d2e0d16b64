"""The files of a Jekyll site: the owner's win over a theme's, and none is written that could not be made."""

from __future__ import annotations

import json
from collections.abc import Callable

import feedparser
import pytest

from tests.faults.built import Built

Build = Callable[..., Built]
POST = {"_posts/2024-01-01-bees.md": "---\ntitle: Bees\n---\nThe bees are asleep.\n"}


@pytest.mark.parametrize(
    ("theme", "path"),
    [
        ({"name": "material", "font": False}, "assets/images/favicon.png"),
        ("mkdocs", "css/base.css"),
        ("mkdocs", "img/favicon.ico"),
        ("readthedocs", "css/theme.css"),
    ],
)
@pytest.mark.parametrize("front", ["", "---\n---\n"], ids=["copied", "rendered"])
def test_the_file_of_the_site_wins_over_the_theme(build_jekyll: Build, theme: object, path: str, front: str) -> None:
    built = build_jekyll({**POST, path: f"{front}mine\n"}, theme=theme, strict=True)
    assert built.code == 0, built.log
    assert built.text(path).strip() == "mine"
    assert not built.lines


def test_the_page_of_the_site_wins_over_a_file_of_the_theme(build_jekyll: Build) -> None:
    """Here the theme has a file at the address of a page with another source."""
    page = "---\npermalink: /css/base.css\nlayout: null\n---\nmine\n"
    built = build_jekyll({**POST, "styles/all.css": page}, strict=True)
    assert built.code == 0, built.log
    assert built.text("css/base.css").strip() == "mine"


def test_two_files_with_an_address_are_told_by_their_paths(build_jekyll: Build) -> None:
    built = build_jekyll({**POST, "pic.svg": "<svg/>", "docs/pic.svg": "<svg>docs</svg>"})
    assert built.text("pic.svg") == "<svg>docs</svg>"
    [message] = built.lines
    assert "pic.svg" in message
    assert "_jekyll" not in message


BIG = {"_includes/big.txt": "0123456789" * 10_000}
FAULTS = {
    "large": "{% for a in (1..210) %}{% include big.txt %}{% endfor %}",
    "unknown": "{% nonsense %}",
    "lost": "{% include nothing.html %}",
    "open": "{% for post in site.posts %}{{ post.title }}",
}


def test_a_file_that_cannot_be_rendered_is_not_written(build_jekyll: Build) -> None:
    names = [f"data/{fault}.{ending}" for fault in FAULTS for ending in ("json", "css", "txt")]
    files = {name: f"---\n---\n{FAULTS[name[5:].partition('.')[0]]}\n" for name in names}
    built = build_jekyll({**POST, **BIG, **files, "robots.txt": "---\n---\n{{ site.title }}\n"})
    assert built.code == 0, built.log
    assert not [path for path in built.paths if path.startswith("data/")]
    assert built.text("robots.txt").strip() == "Garden"
    assert "data/" in built.log


OPENINGS = {
    "feed.xml": ("large", '<feed xmlns="http://www.w3.org/2005/Atom">'),
    "atom.xml": ("unknown", '<feed xmlns="http://www.w3.org/2005/Atom">'),
    "blog/rss.xml": ("lost", '<rss version="2.0">'),
    "feed.json": ("open", '{"version": "https://jsonfeed.org/version/1.1", "items": ['),
}


def test_a_feed_of_the_blog_takes_the_place_of_one_that_cannot_be_rendered(build_jekyll: Build) -> None:
    files = {path: f"---\nlayout: null\n---\n{text}{FAULTS[fault]}\n" for path, (fault, text) in OPENINGS.items()}
    built = build_jekyll({**POST, **BIG, **files})
    assert built.code == 0, built.log
    for path in ("feed.xml", "atom.xml", "blog/rss.xml"):
        parsed = feedparser.parse(built.text(path))
        assert not parsed.bozo, path
        assert parsed.version == ("rss20" if "rss" in path else "atom10")
        assert [entry.title for entry in parsed.entries] == ["Bees"]
    assert [item["title"] for item in json.loads(built.text("feed.json"))["items"]] == ["Bees"]
    for path in files:
        assert "{%" not in built.text(path)
        assert path in built.log

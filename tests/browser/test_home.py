"""A home page that is the blog's index, and the newest posts in the navigation beside each page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.windows import NARROW, WIDE, Window, small_window
from tests.hosts.written import post

HOME = """\
<div class="banner" markdown>

# Plume

Weighs pages. [Begin](guide.md)

</div>

## News

<!-- iroco-blog/posts -->

## Install

It is small.
"""
TEXTS = {
    "docs/index.md": HOME,
    "docs/guide.md": "# Guide\n\nRead it.\n",
    "docs/plume.css": ".banner { padding: 40px; background: #046; color: #fff } .banner h1 { color: rgb(255, 255, 0) }",
    **{f"docs/posts/{n}.md": post(f"2026-0{n}-01", title=f"Post {n}") for n in range(1, 5)},
}
CONFIG: dict[str, Any] = {
    "extra_css": ["plume.css"],
    "markdown_extensions": ["md_in_html", "attr_list"],
    "nav": ["index.md", "guide.md"],
    "plugins": ["search", {"iroco-blog": {"blog_dir": ".", "nav_posts": 3, "pagination_per_page": 2}}],
}
THEMES: dict[str, dict[str, Any]] = {
    "material": {"name": "material", "font": False, "features": ["navigation.sections"]},
    "readthedocs": {"name": "readthedocs", "highlightjs": False},
    "terminal": {"name": "terminal"},
}


@pytest.fixture(scope="module", params=THEMES)
def window(
    browser: Browser, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Window]:
    with small_window(
        browser, tmp_path_factory.mktemp(request.param), THEMES[request.param], TEXTS, **CONFIG
    ) as opened:
        yield opened


def top(place: Locator) -> float:
    box = place.bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["phone", "desk"])
def test_the_list_stands_between_the_authors_words_and_the_banner_above_them(window, size) -> None:
    base, page = window
    page.set_viewport_size(size)
    page.goto(base)
    banner = page.locator(".banner")
    heading = banner.get_by_role("heading", level=1)
    expect(heading).to_be_visible()
    expect(heading).to_have_css("color", "rgb(255, 255, 0)")
    expect(page.get_by_role("heading", level=1, name="Plume")).to_have_count(1)
    news, install = (page.get_by_role("heading", level=2, name=name) for name in ("News", "Install"))
    posts = page.locator(".h-feed .h-entry:visible")
    expect(posts).to_have_count(2)
    older = page.get_by_role("link", name="Older posts")
    tops = [top(place) for place in (banner, news, posts.nth(0), posts.nth(1), older, install)]
    assert tops == sorted(tops)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_reader_of_the_guide_comes_to_a_new_post_by_the_navigation(window) -> None:
    base, page = window
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{base}guide/")
    links = page.locator("a:visible").filter(has_text="Post ")
    expect(links).to_have_text(["Post 4", "Post 3", "Post 2"])
    links.nth(1).click()
    page.wait_for_url("**/2026/03/01/post-3/")
    expect(page.get_by_role("heading", level=1, name="Post 3")).to_be_visible()

"""A blog that is written from right to left, on a theme that mirrors its page and on one that does not."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.browser.shots import served
from tests.hosts.host import COMMAND
from tests.hosts.written import post, theme_name, write

BODY = """\
كتبنا هذه المدونة بأداة `mkdocs`، ثم نقلنا كل صفحاتها إلى ملفات نصية.

<!-- more -->

## لماذا؟

- لأن النصوص تبقى

> اقتباس قصير.

```python
print("hello")  # تعليق
```

## النتيجة

| اسم | عدد |
| --- | --- |
| سطر | 12 |
"""
THEMES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "material": ({"name": "material", "language": "ar", "font": False}, {}),
    "mkdocs": ({"name": "mkdocs", "highlightjs": False}, {"lang": "ar"}),
}
POST, ENGLISH, SERIES = "blog/2026/09/02/نقل-المدونة-9/", "blog/2026/10/02/in-english/", "blog/series/سلسلة/"
PAGES = (
    POST,
    ENGLISH,
    "blog/",
    "blog/page/2/",
    "blog/tags/",
    "blog/tag/كتب/",
    "blog/archive/",
    "blog/author/salma/",
    SERIES,
)
AUTHORS = "authors:\n  salma:\n    name: سلمى حداد\n    description: تكتب عن الكتب\n    url: https://salma.example/\n"

# The direction and alignment of each element, and the side of its box that its text starts at.
LOOK = """where => [...document.querySelectorAll(where)].map(element => {
  const style = getComputedStyle(element), text = document.createRange()
  text.selectNodeContents(element)
  const box = element.getBoundingClientRect(), lines = text.getBoundingClientRect()
  const align = style.textAlign === "start" ? (style.direction === "rtl" ? "right" : "left") : style.textAlign
  return [style.direction, align, lines.left - box.left > box.right - lines.right ? "right" : "left"]
})"""
# What sticks out of the window. To the left, no scroll bar leads.
CUT_OFF = """() => [...document.querySelectorAll(".iroco-post, .iroco-post *, .iroco-view, .iroco-view *")]
  .filter(element => !element.closest(".iroco-label, pre, .iroco-table, svg"))
  .map(element => [element.getBoundingClientRect(), element.outerHTML.slice(0, 100)])
  .filter(([box, _]) => box.left < -1 || box.right > innerWidth + 1).map(([_, html]) => html)"""
# The side of the text that the mark of a list and the rule of a quotation are on: the side with more room.
INSETS = """() => [...document.querySelectorAll(".e-content > ul > li, .e-content > blockquote > p")].map(element => {
  const inner = element.getBoundingClientRect(), outer = element.closest(".e-content").getBoundingClientRect()
  return outer.right - inner.right > inner.left - outer.left ? "right" : "left"
})"""


def write_site(root: Path, theme: str) -> None:
    """A blog in Arabic with one post in English."""
    settings, options = THEMES[theme]
    posts = {
        f"docs/blog/posts/{n}.md": post(
            f"2026-0{n}-02", BODY, title=f"نقل المدوّنة {n}", tags=["كتب"], authors=["salma"], series="سلسلة",
            description="نصوص أخف، وصفحات أسرع.",
        )
        for n in range(1, 10)
    }  # fmt: skip
    english = post("2026-10-02", "# In English\n\nOne post.\n\n- A list", lang="en", slug="in-english")
    write(
        root, {"docs/blog/.authors.yml": AUTHORS, "docs/blog/posts/en.md": english, "docs/index.md": "# Home", **posts}
    )
    values = {
        "site_name": "Plume", "site_url": "https://example.org/", "markdown_extensions": ["tables", "fenced_code"],
        "theme": {**settings, "name": theme_name(settings["name"])},
        "plugins": ["search", {"iroco-blog": {"pagination_per_page": 5, "view_style": {"series": "cards"}, **options}}],
    }  # fmt: skip
    (root / "mkdocs.yml").write_text(yaml.safe_dump(values, allow_unicode=True), encoding="utf-8")


@pytest.fixture(scope="module", params=list(THEMES))
def site(
    browser: Browser, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Page]]:
    """The address of the site, and a browser's page."""
    root = tmp_path_factory.mktemp(request.param)
    write_site(root, request.param)
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([*COMMAND, "build", "--strict"], cwd=root, check=True, env=env, capture_output=True)
    with served(root / "site") as base:
        yield base, browser.new_page()


def test_texts_start_at_the_right(site) -> None:
    base, page = site
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{base}/{quote(POST)}")
    for where, count in ((".e-content > p", 1), (".e-content h2", 2), ("h1", 1), (".iroco-standfirst", 1)):
        assert page.evaluate(LOOK, where) == [["rtl", "right", "right"]] * count, where
    assert page.evaluate(LOOK, ".e-content pre") == [["ltr", "left", "left"]]
    assert [look[0] for look in page.evaluate(LOOK, ".e-content p code")] == ["ltr"]
    assert page.evaluate(INSETS) == ["right", "right"]


def test_a_post_in_english_starts_at_the_left(site) -> None:
    base, page = site
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{base}/{ENGLISH}")
    assert page.evaluate(LOOK, "h1, .e-content > p") == [["ltr", "left", "left"]] * 2
    assert page.evaluate(LOOK, ".iroco-footer")[0][:2] == ["rtl", "right"]


def test_on_a_phone_dates_stand_above_their_titles_at_the_right(site) -> None:
    base, page = site
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"{base}/blog/archive/")
    ends = page.locator(".iroco-title > *").evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
    assert len(ends) > 10
    assert max(ends) - min(ends) < 1


def test_cards_begin_at_the_right(site) -> None:
    base, page = site
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{base}/{quote(SERIES)}")
    first, second, *_ = page.locator(".iroco-card").evaluate_all("all => all.map(one => one.getBoundingClientRect().x)")
    assert first > second
    assert page.evaluate(LOOK, ".iroco-card .p-summary")[0] == ["rtl", "right", "right"]


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_scrolls_sideways_or_is_cut_off(site, width) -> None:
    base, page = site
    page.set_viewport_size({"width": width, "height": 900})
    for address in PAGES:
        page.goto(f"{base}/{quote(address)}")
        assert page.locator(".iroco-post, .iroco-view").evaluate("node => getComputedStyle(node).direction") == "rtl"
        assert (address, page.evaluate(CUT_OFF)) == (address, [])
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width + 1, address

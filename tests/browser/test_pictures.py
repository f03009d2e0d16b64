"""Pictures keep their shape on every theme, move nothing when they arrive late, and wait until a reader comes near."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Route

from tests.browser.readable_site import FEW, THEMES
from tests.browser.shots import served
from tests.hosts.conftest import NOW, build_in
from tests.hosts.written import epoch, post, theme_name
from tests.pictures import png, svg

WORDS = "They sleep from November to March, and eat what they have. " * 40
BODY = f"""\
![A wide hive](wide.png)

{WORDS[:600]}

<!-- more -->

![A tall hive](tall.png) A [![small](small.png)](../../index.md) one.

- In a list: ![](wide.png)

> In a quote: ![](drawing.svg)

| In a | table |
| ---- | ----- |
| ![](small.png) | ![](wide.png) |

<figure><img src="../../../../wide.png" alt=""><figcaption>In a figure</figcaption></figure>

![](box.svg)

{WORDS}

![](large.png)
"""
AUTHORS = "authors:\n  ada: {name: Ada, description: Keeps bees, avatar: blog/posts/tall.png}\n"
BOX = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30v20H0z"/></svg>'
TEXTS: dict[str, str | bytes] = {
    "docs/blog/.authors.yml": AUTHORS,
    "docs/blog/posts/plain.md": post("2026-05-10", BODY, title="Plain", authors=["ada"]),
    "docs/blog/posts/cover.md": post("2026-05-11", BODY, title="Cover", authors=["ada"], image="large.png"),
    **{f"docs/blog/posts/{name}.png": png(*size) for name, size in {
        "wide": (1600, 400), "tall": (300, 1500), "small": (40, 30), "large": (1200, 900)}.items()},
    "docs/blog/posts/drawing.svg": svg(240, 60), "docs/blog/posts/box.svg": BOX,
}  # fmt: skip
PLAIN, COVER = "blog/2026/05/10/plain/", "blog/2026/05/11/cover/"
SHAPES = """async () => {
  const images = [...document.querySelectorAll(":is(.e-content, .p-summary, .iroco-picture) img")]
  for (const image of images) { image.loading = "eager"; await image.decode() }
  return images.map(image => { const {width, height, left, right} = image.getBoundingClientRect()
    const column = image.closest(".e-content, .p-summary, .iroco-picture").getBoundingClientRect()
    const {paddingLeft, paddingTop, borderLeftWidth, borderTopWidth} = getComputedStyle(image)
    const inner = (side, padding, border) => side - 2 * parseFloat(padding) - 2 * parseFloat(border)
    const shape = inner(width, paddingLeft, borderLeftWidth) / inner(height, paddingTop, borderTopWidth)
    return {name: image.currentSrc.split("/").pop(), shape,
      own: image.naturalWidth / image.naturalHeight, width,
      inside: left >= column.left - 1 && right <= column.right + 1,
      boxed: Boolean(image.closest("table")) } }) }"""
SHIFTS = """window.shifts = []
new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(entry => entry.value)))
  .observe({type: "layout-shift", buffered: true})"""


class Late:
    """Holds requests back."""

    def __init__(self) -> None:
        self.routes: list[Route] = []
        self._is_held = True

    def take(self, route: Route) -> None:
        if self._is_held:
            self.routes.append(route)
        else:
            route.continue_()

    def let_go(self) -> None:
        self._is_held = False
        for route in self.routes:
            route.continue_()


@pytest.fixture(scope="module", params=THEMES)
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site on a theme."""
    theme: Any = {**THEMES[request.param], "name": theme_name(THEMES[request.param]["name"])}
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", epoch(NOW))
        site = build_in(tmp_path_factory.mktemp("pictures"), TEXTS, theme)
    with served(site.out) as address:
        yield f"{address}/"


@pytest.mark.parametrize("width", [390, 1440])
def test_a_picture_keeps_its_shape_and_stays_in_its_column(base, browser, width) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    for url in (PLAIN, COVER, "blog/"):
        page.goto(base + url)
        images = page.evaluate(SHAPES)
        assert len(images) >= (2 if url == "blog/" else 9)
        assert [image for image in images if abs(image["shape"] / image["own"] - 1) > 0.02] == []
        assert [image for image in images if not image["inside"] and not image["boxed"]] == []
        small = [image["width"] for image in images if image["name"] == "small.png" and not image["boxed"]]
        assert all(40 <= round(width) <= 52 for width in small)  # a theme may frame it
    page.close()


@pytest.mark.parametrize("base", FEW, indirect=True)
def test_nothing_moves_when_pictures_arrive_late(base, browser) -> None:
    for url, pictures in ((COVER, 2), (PLAIN, 2), ("blog/", 2), ("blog/author/ada/", 1)):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.add_init_script(SHIFTS)
        late = Late()
        page.route("**/*.{png,svg}", late.take)
        page.goto(base + url, wait_until="domcontentloaded")
        page.wait_for_timeout(1200)
        assert len(late.routes) >= pictures
        page.evaluate("window.shifts.length = 0")  # what moved until now, moved without pictures: a theme's own fonts
        late.let_go()
        page.wait_for_load_state("load")
        page.wait_for_timeout(300)
        assert {url: sum(page.evaluate("window.shifts"))}[url] < 0.001
        page.close()


@pytest.mark.parametrize("base", ["mkdocs"], indirect=True)
def test_pictures_far_below_are_fetched_when_a_reader_comes_near(base, browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 700})
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.goto(base + PLAIN)
    page.wait_for_load_state("load")
    page.wait_for_timeout(200)
    assert "wide.png" in fetched
    assert "large.png" not in fetched
    with page.expect_request("**/large.png"):
        page.locator(".e-content img").last.scroll_into_view_if_needed()
    page.close()

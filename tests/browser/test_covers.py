"""A cover is beside the text from 40em on and above it on a phone, and the dark one is shown where the page is dark."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.readable import AXE
from tests.browser.readable_site import THEMES
from tests.browser.shots import served
from tests.hosts.conftest import NOW, build_in
from tests.hosts.written import epoch, post, theme_name
from tests.pictures import png

BODY = f"{'The swarm hung in the pear tree for two days. ' * 8}\n\n<!-- more -->\n\nMore.\n"
WHOLE: dict[str, Any] = {
    "path": "day.png", "alt": "A hive", "caption": "The hive in snow.", "dark": "night.png",
    "credit": {"name": "Ada Marsh", "url": "https://ada.example/"},
}  # fmt: skip
TALL: dict[str, Any] = {"path": "tall.png", "alt": "A ladder", "position": "top"}
TEXTS: dict[str, str | bytes | None] = {
    "docs/blog/posts/hive.md": post("2026-05-30", BODY, title="A hive", categories=["Bees"], image=WHOLE),
    "docs/blog/posts/ladder.md": post("2026-05-20", BODY, title="A ladder", image=TALL),
    "docs/blog/posts/wall.md": post("2026-05-10", BODY, title="A wall"),
    "docs/blog/posts/day.png": png(600, 400), "docs/blog/posts/night.png": png(600, 400),
    "docs/blog/posts/tall.png": png(200, 800),
}  # fmt: skip
POST, INDEX = "blog/2026/05/30/a-hive/", "blog/"
BOXES = """() => [...document.querySelectorAll(".iroco-entry")].map(entry => {
  const box = part => { const {left, right, top, bottom, width, height} = part.getBoundingClientRect()
    return {left, right, top, bottom, width, height} }
  const cover = entry.querySelector(".iroco-cover")
  return {entry: box(entry), cover: cover && box(cover),
    title: box(entry.querySelector("h2")), text: box(entry.querySelector(".p-summary"))}
})"""
SHOWN = """() => [...document.querySelectorAll("main img, [role=main] img, .iroco-post img, .iroco-view img")]
  .filter(image => image.checkVisibility() && /day|night/.test(image.src)).map(image => image.src.split("/").pop())"""
AXE_FINDINGS = """() => axe.run(document.querySelector(".iroco-post, .iroco-view"))
  .then(result => result.violations.map(each => `${each.id}: ${each.nodes[0].html}`))"""


@pytest.fixture(scope="module", params=["material", "mkdocs", "terminal", "readthedocs"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The theme, and the address of a site on it."""
    theme = {**THEMES[request.param], "name": theme_name(THEMES[request.param]["name"])}
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", epoch(NOW))
        root = tmp_path_factory.mktemp(request.param)
        out = build_in(root, TEXTS, theme).out
    with served(out) as base:
        yield request.param, base


def opened(
    browser: Browser, address: str, width: int = 1280, scheme: Literal["light", "dark"] = "light"
) -> tuple[Page, list[str]]:
    """A page, and the names of the pictures that it fetches."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.goto(address, wait_until="networkidle")
    return page, fetched


def test_a_cover_stands_beside_the_text_from_40em_on(browser, site) -> None:
    for width in (640, 1280):
        page, _ = opened(browser, f"{site[1]}/{INDEX}", width)
        hive, ladder, wall = page.evaluate(BOXES)
        for each in (hive, ladder):
            assert each["text"]["right"] < each["cover"]["left"]
            assert abs(each["cover"]["top"] - each["entry"]["top"]) < 15
            assert abs(each["cover"]["width"] / each["cover"]["height"] - 1.5) < 0.02
            assert each["cover"]["right"] <= each["entry"]["right"] + 1
        assert wall["cover"] is None
        assert wall["text"]["right"] > hive["text"]["right"] + 50
        page.close()


def test_a_cover_stands_above_the_text_on_a_phone(browser, site) -> None:
    page, _ = opened(browser, f"{site[1]}/{INDEX}", 390)
    hive, ladder, _ = page.evaluate(BOXES)
    for each in (hive, ladder):
        assert each["cover"]["bottom"] <= each["title"]["top"]
        assert abs(each["cover"]["width"] - each["text"]["width"]) < 1
        assert abs(each["cover"]["width"] / each["cover"]["height"] - 1.5) < 0.02
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    page.close()


@pytest.mark.parametrize("address", [INDEX, POST], ids=["index", "post"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_readers_scheme_decides_between_day_and_night_and_only_that_is_fetched(
    browser, site, address, scheme
) -> None:
    page, fetched = opened(browser, f"{site[1]}/{address}", scheme=scheme)
    expected = "day.png" if scheme == "light" else "night.png"
    assert page.evaluate(SHOWN) == [expected]
    if site[0] != "material":  # it turns dark by a script at the page's end, on the first visit
        assert [name for name in fetched if name in ("day.png", "night.png")] == [expected]
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN) == ["day.png"]
    page.close()


def test_a_switch_of_the_theme_decides_against_the_readers_scheme(browser, site) -> None:
    theme, base = site
    switches = {"material": ("body", "data-md-color-scheme", "slate"), "mkdocs": ("html", "data-bs-theme", "dark")}
    if theme not in switches:
        pytest.skip("the theme has no switch")
    node, attribute, dark = switches[theme]
    for address in (INDEX, POST):
        page, _ = opened(browser, f"{base}/{address}")
        if theme == "material":
            page.locator("form[data-md-component=palette] label:visible").click()
        else:
            page.locator(node).evaluate(f"node => node.setAttribute('{attribute}', '{dark}')")
        assert page.locator(node).get_attribute(attribute) == dark
        assert page.evaluate(SHOWN) == ["night.png"]
        page.close()


@pytest.mark.skipif(not AXE.is_file() and not os.environ.get("CI"), reason="no axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_to_say_of_covers(browser, site, scheme) -> None:
    for address in (INDEX, POST):
        page, _ = opened(browser, f"{site[1]}/{address}", scheme=scheme)
        page.add_script_tag(path=AXE)
        assert page.evaluate(AXE_FINDINGS) == []
        page.close()


def test_the_caption_stands_below_the_cover_and_is_as_wide(browser, site) -> None:
    page, _ = opened(browser, f"{site[1]}/{POST}")
    picture = page.locator(".iroco-picture img:visible").bounding_box()
    caption = page.locator(".iroco-picture figcaption").bounding_box()
    assert picture is not None
    assert caption is not None
    assert caption["y"] >= picture["y"] + picture["height"]
    assert abs(caption["x"] - picture["x"]) < 1
    assert abs(picture["width"] / picture["height"] - 1.5) < 0.01
    page.close()

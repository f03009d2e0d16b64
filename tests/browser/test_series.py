"""A series as readers get it: a box that is folded up, links for a keyboard, and text that can be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import readable_site
from tests.browser.readable import AXE, CHROMIUM, Eyes
from tests.browser.shots import served
from tests.hosts.written import INSTALLED

FIRST, SERIES = readable_site.PAGES["plain"], readable_site.PAGES["series"]
WIDTHS = (390, 820, 1440)
NUMBERS = """list => [...list.children].map(item => [
  item.value, getComputedStyle(item).listStyleType, getComputedStyle(item, "::before").content])"""
# The number, the date and the title of each entry stand side by side, or the date above the title.
ROWS = """() => [...document.querySelectorAll(".iroco-entries > li")].map(item => {
  const [part, title] = ["iroco-part", "iroco-title"].map(name => item.getElementsByClassName(name)[0])
  const [left, right] = [part, title].map(node => node.getBoundingClientRect())
  return left.right <= right.left && left.top < right.bottom && right.top < left.bottom
})"""
SIZES = """links => links.map(link => {
  const box = link.getBoundingClientRect()
  return Math.min(box.width, box.height)
})"""
UNFOLD = "() => document.querySelectorAll('details').forEach(node => { node.open = true })"


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs", "terminal"])
def eyes(browser: Browser, request: pytest.FixtureRequest, readable: Callable[[str], Path]) -> Iterator[Eyes]:
    """A browser on the site, built on a theme."""
    if not (CHROMIUM and AXE.is_file()) and not os.environ.get("CI"):
        pytest.skip("no chromium on the path, or no axe-core")
    if readable_site.THEMES[request.param]["name"] not in INSTALLED:
        pytest.skip(f"the theme {request.param} is not installed")
    with served(readable(request.param)) as base:
        yield Eyes(browser, f"{base}/", readable_site.PLAIN)


def test_a_reader_with_a_keyboard_opens_the_box_and_follows_the_series(eyes) -> None:
    tab = eyes.open((1440, "light"), FIRST)
    box = tab.locator("details.iroco-parts")
    parts = box.get_by_role("navigation", name="A wall")
    expect(parts).to_be_hidden()
    box.locator("summary").focus()
    tab.keyboard.press("Enter")
    expect(parts.get_by_role("listitem")).to_have_count(3)
    expect(parts.locator("[aria-current=page]")).to_have_text("Walls")
    assert parts.locator("ol").evaluate(NUMBERS) == [[number, "decimal", "none"] for number in (1, 2, 3)]
    tab.keyboard.press("Tab")
    expect(parts.get_by_role("link").first).to_be_focused()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/{readable_site.POST}")
    expect(tab.locator(".iroco-next-part")).to_contain_text("The coping")
    expect(tab.locator(".iroco-next-part a")).to_have_count(0)


def test_the_next_part_is_the_first_thing_below_the_text(eyes) -> None:
    tab = eyes.open((390, "light"), FIRST)
    following = tab.get_by_role("navigation", name="Next part")
    top = following.bounding_box()
    others = [node.bounding_box() for node in tab.locator(".iroco-footer > :not(.iroco-next-part)").all()]
    assert top is not None
    assert all(box is None or box["y"] >= top["y"] + top["height"] for box in others)
    following.get_by_role("link").click()
    tab.wait_for_url(f"**/{readable_site.POST}")


@pytest.mark.parametrize("width", WIDTHS)
def test_numbers_stand_beside_their_titles_and_links_can_be_hit(eyes, width) -> None:
    tab = eyes.open((width, "light"), SERIES)
    assert tab.evaluate(ROWS) == [True, True, True]
    tab = eyes.open((width, "light"), FIRST)
    tab.evaluate(UNFOLD)
    sizes = tab.locator(".iroco-parts :is(summary, a), .iroco-next-part a").evaluate_all(SIZES)
    assert len(sizes) == 4
    assert min(sizes) >= 24


def test_nothing_of_an_open_box_is_hard_to_read(eyes, request) -> None:
    schemes = ("light", "dark") if request.node.callspec.params["eyes"] in readable_site.DARK else ("light",)
    for scheme in schemes:
        for width in (390, 1440):
            look = (width, scheme)
            assert eyes.faults(look, SERIES) == []
            page = eyes.windows[look]
            page.add_init_script(f"addEventListener('DOMContentLoaded', {UNFOLD})")
            assert eyes.faults(look, FIRST) == []
            assert page.locator("details.iroco-parts").get_attribute("open") is not None

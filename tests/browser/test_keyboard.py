"""A reader with a keyboard gets to everything in our markup, in the order of the text, and sees where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import readable_site
from tests.browser.shots import served

START = """() => {
  const ours = document.querySelector(".iroco-post, .iroco-view")
  ours.tabIndex = -1
  ours.focus()
  const all = [...ours.querySelectorAll("a[href], summary, button, input, [tabindex='0']")]
  return all.filter(one => one.checkVisibility() && one.tabIndex >= 0).length
}"""
STOP = """() => {
  const ours = document.querySelector(".iroco-post, .iroco-view"), here = document.activeElement
  if (!ours.contains(here) || here === ours) return null
  const visible = getComputedStyle(here), box = here.getBoundingClientRect()
  const ring = visible.outlineStyle !== "none" && parseFloat(visible.outlineWidth) >= 1 || visible.boxShadow !== "none"
  const number = [...ours.querySelectorAll("*")].indexOf(here)
  const inside = box.bottom > 0 && box.top < innerHeight
  return {name: here.outerHTML.slice(0, 80), number, ring, inside,
    left: box.left, right: box.right, top: box.top + scrollY, bottom: box.bottom + scrollY}
}"""


@pytest.fixture(scope="module", params=["material", "mkdocs"])
def page(
    browser: Browser, request: pytest.FixtureRequest, readable: Callable[[str], Path]
) -> Iterator[tuple[str, Page]]:
    """The address of the site, and a browser's page."""
    with served(readable(request.param)) as base:
        yield base, browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")


@pytest.mark.parametrize("kind", ["post", "index", "cards", "archive"])
def test_every_stop_is_visible_and_in_the_order_of_the_text(page, kind) -> None:
    base, tab = page
    tab.goto(f"{base}/{readable_site.PAGES[kind]}")
    expected = tab.evaluate(START)
    stops = []
    for _ in range(expected + 20):
        tab.keyboard.press("Tab")
        stop = tab.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    assert len(stops) >= expected > 5
    assert [stop["number"] for stop in stops] == sorted(stop["number"] for stop in stops)
    # Up only to the top of the next column.
    upwards = [(stop, below) for stop, below in pairwise(stops) if below["bottom"] < stop["top"]]
    assert [below["name"] for stop, below in upwards if below["left"] < stop["right"]] == []
    assert [stop["name"] for stop in stops if not (stop["ring"] and stop["inside"])] == []

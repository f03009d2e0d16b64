"""Our blocks look the same whatever rules a theme has for elements, and what is small or quiet can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import readable_site
from tests.browser.shots import served

THEMES = ("material", "readthedocs", "terminal", "dracula")
BLOCKS = ".iroco-post, .iroco-view, .iroco-header, .iroco-footer, .iroco-entry, .iroco-title, .iroco-pager"
# The part of the text's colour that an element has, where both are on the same background.
QUIET = """where => [...document.querySelectorAll(where)].map(element => {
  const draw = document.createElement("canvas").getContext("2d", {willReadFrequently: true})
  const alpha = of => { draw.clearRect(0, 0, 1, 1); draw.fillStyle = getComputedStyle(of).color
    draw.fillRect(0, 0, 1, 1); return draw.getImageData(0, 0, 1, 1).data[3] }
  return [element.outerHTML.slice(0, 80), alpha(element) / alpha(element.closest(".iroco-post, .iroco-view"))] })"""
SMALL = """() => [...document.querySelectorAll(":is(.iroco-post, .iroco-view) :is(a, summary)")]
  .filter(link => link.checkVisibility() && !link.closest(".e-content, .p-summary, .iroco-title, h2, h3"))
  .filter(link => Math.min(link.getBoundingClientRect().width, link.getBoundingClientRect().height) < 24)
  .map(link => link.outerHTML)"""
STYLES = """where => [...document.querySelectorAll(where)].map(element => {
  const {position, float, textAlign, backgroundImage} = getComputedStyle(element)
  return [element.className, position, float, textAlign, backgroundImage] })"""
MARKERS = """() => [...document.querySelectorAll("ul[class^=iroco-] > li")].flatMap(item =>
  ["::before", "::after"].map(name => getComputedStyle(item, name).content)
  .concat(getComputedStyle(item).listStyleType)).filter(style => style !== "none")"""


MARGINS = """() => [...document.querySelectorAll("ul[class^=iroco-] > li, .iroco-title .iroco-entry-title")]
  .map(part => getComputedStyle(part).marginBlock)"""


@pytest.fixture(scope="module", params=THEMES)
def open_page(browser: Browser, request: pytest.FixtureRequest, readable: Callable[[str], Path]) -> Iterator[object]:
    """A function that opens a kind of page."""
    with served(readable(request.param)) as base:
        page = browser.new_page(viewport={"width": 1280, "height": 900})

        def visit(kind: str) -> Page:
            page.goto(f"{base}/{readable_site.PAGES[kind]}")
            return page

        yield visit


@pytest.mark.parametrize("kind", ["post", "index", "series", "tags", "archive"])
def test_no_rule_of_a_theme_for_elements_reaches_our_blocks(open_page, kind) -> None:
    page = open_page(kind)
    blocks = page.evaluate(STYLES, BLOCKS)
    assert len(blocks) >= 2
    assert [block for block in blocks if block[1:] != ["static", "none", "start", "none"]] == []
    assert page.evaluate(MARKERS) == []
    assert set(page.evaluate(MARGINS)) == {"0px"}
    assert page.evaluate(SMALL) == []
    quiet = page.evaluate(QUIET, ".iroco-header *, .iroco-footer *, .iroco-title *, .iroco-entry :not(.p-summary *)")
    assert [name for name, share in quiet if share < 0.8] == []


def test_a_page_of_a_series_is_no_quieter_than_any_other(open_page) -> None:
    looks = []
    for kind in ("tag", "series"):
        [view] = open_page(kind).locator(".iroco-view").all()
        looks.append(view.evaluate("node => [getComputedStyle(node).color, getComputedStyle(node).fontSize]"))
    assert looks[0] == looks[1]


def test_a_line_of_text_has_about_seventy_characters_and_links_in_it_are_underlined(open_page) -> None:
    page = open_page("post")
    letters = "They sleep from November to March, and eat what they have; nobody opens "
    width = page.evaluate("""letters => {
      const line = document.createElement("span"), text = document.querySelector(".e-content")
      line.textContent = letters
      line.style.whiteSpace = "nowrap"
      document.querySelector(".e-content p").append(line)
      return letters.length * text.clientWidth / line.getBoundingClientRect().width }""", letters)  # fmt: skip
    assert 55 <= width <= 80
    link = page.locator(".e-content p a:not([class])").first
    assert "underline" in link.evaluate("node => getComputedStyle(node).textDecorationLine")

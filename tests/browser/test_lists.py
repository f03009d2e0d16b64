"""Lists of posts as readers get them: no markers, in line with their heading, with a pager and feeds within reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.windows import NARROW, Window, opened, readable_window

MARKERS = """() => [...document.querySelectorAll(".iroco-view ul[class^=iroco-] > li")].flatMap(item => [
  getComputedStyle(item).listStyleType,
  ...["::before", "::after"].map(part => getComputedStyle(item, part).content)])"""
EDGES = """() => [...document.querySelectorAll(
    ".iroco-view :is(h1, .iroco-entries > li, .iroco-title time, .iroco-entry h2, .iroco-browse a)")]
  .filter(node => node.checkVisibility() && !node.matches(".iroco-browse li + li a")).map(node => {
    const text = document.createRange()
    text.selectNodeContents(node)
    return (node.matches("li, time, a") ? node : text).getBoundingClientRect().left
  })"""
SIZES = """list => list.filter(node => node.checkVisibility()).map(node => {
  const box = node.getBoundingClientRect()
  return Math.min(box.width, box.height)
})"""
TEXT = """node => {
  const values = getComputedStyle(node)
  return [values.color, values.fontSize, values.opacity]
}"""
BOX = """node => {
  const values = getComputedStyle(node)
  return [values.borderTopWidth, values.boxShadow, values.paddingLeft, getComputedStyle(node, "::before").content]
}"""


@pytest.fixture(scope="module", params=["material", "mkdocs", "terminal"])
def page(browser: Browser, request: pytest.FixtureRequest, readable: Callable[[str], Path]) -> Iterator[Window]:
    with readable_window(browser, readable(request.param)) as window:
        yield window


@pytest.mark.parametrize("kind", ["index", "titles", "tag", "author", "year", "archive"])
def test_lists_have_no_markers_and_begin_where_their_heading_does(page, kind) -> None:
    tab = opened(page, kind)
    assert set(tab.evaluate(MARKERS)) <= {"none", "normal"}
    edges = tab.evaluate(EDGES)
    assert len(edges) > 3
    assert max(edges) - min(edges) < 1


def test_a_series_is_in_the_colour_and_size_of_the_text(page) -> None:
    tab = opened(page, "series")
    view = tab.locator("section.iroco-view-series")
    assert view.evaluate(TEXT) == view.locator("xpath=..").evaluate(TEXT)


def test_a_reader_with_a_keyboard_turns_the_pages(page) -> None:
    tab = opened(page, "page2")
    links = tab.locator(".iroco-pager a")
    words = links.all_inner_texts()
    assert (words[0], words[1:-1], words[-1]) == ("Newer posts", ["1", "2", "3", "4"], "Older posts")
    links.first.focus()
    for _ in words[1:]:
        tab.keyboard.press("Tab")
    expect(links.last).to_be_focused()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/blog/page/3/")
    expect(tab.get_by_role("navigation", name="Pages").get_by_role("link", name="Page 3")).to_have_attribute(
        "aria-current", "page"
    )
    tab.get_by_role("link", name="Newer posts").focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/blog/page/2/")


def test_on_a_phone_the_words_and_the_numbers_stand_in_the_order_of_the_keyboard(page) -> None:
    tab = opened(page, "page2", NARROW)
    parts = tab.locator(".iroco-pager > *")
    tops = parts.evaluate_all("list => list.map(part => part.getBoundingClientRect().top)")
    bottoms = parts.evaluate_all("list => list.map(part => part.getBoundingClientRect().bottom)")
    assert parts.first.inner_text() == "Newer posts"
    assert parts.last.inner_text() == "Older posts"
    assert len(tops) == 3
    assert all(top >= bottom for top, bottom in zip(tops[1:], bottoms, strict=False))
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= NARROW["width"]


def test_a_reader_with_a_keyboard_follows_by_one_of_the_feeds(page) -> None:
    tab = opened(page, "index")
    follow = tab.locator("details.iroco-follow")
    expect(follow.get_by_role("listitem").first).to_be_hidden()
    follow.locator("summary").focus()
    tab.keyboard.press("Enter")
    assert follow.get_by_role("link").all_inner_texts() == ["Atom", "RSS", "JSON Feed"]
    tab.keyboard.press("Tab")
    expect(follow.get_by_role("link", name="Atom")).to_be_focused()
    assert follow.evaluate(BOX) == ["0px", "none", "0px", "none"]


@pytest.mark.parametrize("kind", ["index", "page2", "titles", "tag"])
def test_a_finger_hits_every_link_of_a_list(page, kind) -> None:
    tab = opened(page, kind, NARROW)
    for details in tab.locator("details.iroco-follow").all():
        details.locator("summary").click()
    targets = ".iroco-pager a, .iroco-follow :is(summary, a), .iroco-browse a, .iroco-kicker a, .iroco-more a"
    sizes = tab.locator(targets).evaluate_all(SIZES)
    assert sizes
    assert min(sizes) >= 24

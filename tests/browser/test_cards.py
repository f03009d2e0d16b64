"""Cards as readers get them: in rows, whatever their texts, with links that can be hit, and on paper as a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import readable_site
from tests.browser.shots import SETTLE, served
from tests.hosts.written import INSTALLED

WIDTHS = (390, 820, 1440)
BOXES = """() => [...document.querySelectorAll(".iroco-card")].map(card => {
  const box = card.getBoundingClientRect(), picture = card.querySelector("img, svg")
  const drawn = picture.getBoundingClientRect()
  const parts = [...card.children].filter(part => part.checkVisibility()).map(part => part.getBoundingClientRect())
  return {left: box.left, right: box.right, top: box.top, bottom: box.bottom, ratio: drawn.width / drawn.height,
    filled: drawn.left === box.left && drawn.right === box.right,
    apart: parts.slice(1).every((part, place) => part.top >= parts[place].bottom - 1)}
})"""
# The texts that are wider than their card.
WIDE = """() => [...document.querySelectorAll(".iroco-card *")].filter(element => !element.closest(".iroco-label, svg"))
  .filter(element => {
    const text = document.createRange(), box = element.closest(".iroco-card").getBoundingClientRect()
    text.selectNodeContents(element)
    return [...text.getClientRects()].some(line => line.left < box.left - 1 || line.right > box.right + 1)
  }).map(element => element.outerHTML.slice(0, 80))"""
# The link under the middle of each part of the cards; for a link, its first line.
HITS = """() => [...document.querySelectorAll(".iroco-card > *, .iroco-card a:not(.u-url), .iroco-card .p-author a")]
  .map(part => {
    part.scrollIntoView({block: "center", behavior: "instant"})
    const {left, top, width, height} = part.getClientRects()[0]
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)?.closest("a")
    const meant = part.matches("a") ? part : part.closest(".iroco-card").querySelector("h2 > .u-url")
    const other = part.querySelector("a") !== null && hit !== null && part.contains(hit)
    return hit === meant || other ? "" : `${part.outerHTML.slice(0, 60)} is under ${hit?.outerHTML.slice(0, 60)}`
  }).filter(Boolean)"""
AREA = """() => {
  const [card] = document.querySelectorAll(".iroco-card"), box = card.getBoundingClientRect()
  const corners = [[box.left + 3, box.top + 9], [box.right - 3, box.bottom - 3]]
  return corners.map(([x, y]) => document.elementFromPoint(x, y).closest("a")?.className)
}"""


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs", "terminal"])
def tab(browser: Browser, request: pytest.FixtureRequest, readable: Callable[[str], Path]) -> Iterator[Page]:
    """A page in cards."""
    if readable_site.THEMES[request.param]["name"] not in INSTALLED:
        pytest.skip(f"the theme {request.param} is not installed")
    with served(readable(request.param)) as base:
        page = browser.new_page(reduced_motion="reduce")
        page.goto(f"{base}/{readable_site.PAGES['cards']}")
        page.evaluate(SETTLE)
        yield page


def boxes(tab: Page, width: int) -> list[dict[str, Any]]:
    tab.set_viewport_size({"width": width, "height": 900})
    result: list[dict[str, Any]] = tab.evaluate(BOXES)
    return result


@pytest.mark.parametrize("width", WIDTHS)
def test_cards_stand_in_rows_and_nothing_overlaps(tab, width) -> None:
    cards = boxes(tab, width)
    assert len(cards) == 6
    for one, other in combinations(cards, 2):
        assert one["right"] <= other["left"] or other["right"] <= one["left"] or one["bottom"] <= other["top"]
    columns = sorted({round(card["left"]) for card in cards})
    rows = sorted({round(card["top"]) for card in cards})
    assert [(round(card["left"]), round(card["top"])) for card in cards] == [
        (left, top) for top in rows for left in columns
    ][: len(cards)]
    assert len(columns) in {390: (1,), 820: (1, 2, 3), 1440: (2, 3)}[width]
    assert max(card["right"] - card["left"] for card in cards) - min(card["right"] - card["left"] for card in cards) < 1
    assert all(card["apart"] and card["filled"] for card in cards)


@pytest.mark.parametrize("width", WIDTHS)
def test_pictures_and_patterns_have_one_shape_and_no_text_is_wider_than_its_card(tab, width) -> None:
    assert {round(card["ratio"], 1) for card in boxes(tab, width)} == {1.8}
    assert tab.evaluate(WIDE) == []
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_a_card_is_a_link_to_its_post_and_its_other_links_can_be_hit(tab, width) -> None:
    boxes(tab, width)
    assert tab.evaluate(HITS) == []
    tab.evaluate("document.querySelector('.iroco-card').scrollIntoView({block: 'center', behavior: 'instant'})")
    assert tab.evaluate(AREA) == ["p-name u-url"] * 2


def test_a_pattern_is_quiet_and_no_part_of_what_is_read_aloud(tab) -> None:
    boxes(tab, WIDTHS[2])
    assert tab.locator(".iroco-card").nth(1).get_by_role("img").count() == 1  # the cover of the second
    assert tab.locator(".iroco-card").nth(0).get_by_role("img").count() == 0  # the pattern of the pinned one
    snapshot = tab.locator(".iroco-card").nth(0).aria_snapshot()
    assert 'heading "Wax" [level=2]' in snapshot
    assert "img" not in snapshot


def test_on_paper_cards_are_a_list(tab) -> None:
    tab.emulate_media(media="print")
    tops = [card["top"] for card in boxes(tab, 700)]
    assert tops == sorted(set(tops))
    assert [pattern for pattern in tab.locator(".iroco-pattern").all() if pattern.is_visible()] == []
    assert all(link.is_visible() for link in tab.locator(".iroco-card h2 a").all())
    assert tab.evaluate(WIDE) == []
    tab.emulate_media(media="screen")

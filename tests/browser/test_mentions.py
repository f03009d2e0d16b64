"""The posts that mention a page, at its end: a part of the page for readers and keyboards, and not on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import readable_site
from tests.browser.shots import SETTLE, served

URL = readable_site.PAGES["mentions"]
SIZES = (
    """links => links.map(link => Math.min(...["width", "height"].map(side => link.getBoundingClientRect()[side])))"""
)


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs", "terminal"])
def base(request: pytest.FixtureRequest, readable: Callable[[str], Path]) -> Iterator[str]:
    """The address of the site, built on a theme."""
    with served(readable(request.param)) as address:
        yield address


@pytest.fixture(params=[390, 1440])
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": request.param, "height": 900}, reduced_motion="reduce")
    yield page
    page.close()


def test_a_reader_comes_from_a_page_to_the_posts_about_it(base, tab) -> None:
    tab.goto(f"{base}/{URL}")
    tab.evaluate(SETTLE)
    mentions = tab.get_by_role("navigation", name="Mentioned in")
    expect(mentions.get_by_role("heading", level=2)).to_have_text("Mentioned in")
    shown = mentions.locator("a:visible")
    expect(shown).to_have_count(5)
    assert min(shown.evaluate_all(SIZES)) >= 24
    mentions.locator("summary").focus()
    tab.keyboard.press("Enter")
    expect(mentions.locator("a:visible")).to_have_count(7)
    tab.keyboard.press("Tab")
    expect(mentions.get_by_role("link").nth(5)).to_be_focused()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/blog/20**")
    expect(tab.get_by_role("link", name="The hive")).to_be_visible()


def test_the_list_stands_below_the_text_and_within_the_page(base, tab) -> None:
    tab.goto(f"{base}/{URL}")
    tab.evaluate(SETTLE)
    text = tab.get_by_text("Against the wind.").bounding_box()
    box = tab.get_by_role("navigation", name="Mentioned in").bounding_box()
    assert text is not None
    assert box is not None
    assert box["y"] > text["y"] + text["height"]
    assert abs(box["x"] - text["x"]) <= 1
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_is_not_on_paper(base, tab) -> None:
    tab.goto(f"{base}/{URL}")
    tab.emulate_media(media="print")
    expect(tab.get_by_text("Against the wind.")).to_be_visible()
    expect(tab.get_by_text("Mentioned in")).to_be_hidden()


def test_a_post_has_the_list_among_what_there_is_to_read_next(base, tab) -> None:
    tab.goto(f"{base}/{readable_site.PAGES['plain']}")
    mentions = tab.locator(".iroco-footer").get_by_role("navigation", name="Mentioned in")
    expect(mentions.get_by_role("link")).to_have_text(["Apples"])

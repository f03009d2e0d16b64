"""The built manual as its reader sees it: axe accepts it, it fits on a phone, and its search answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.readable import PHONE, Eyes
from tests.browser.shots import served
from tests.manual.reading import ROOT, build_site

PAGES = ("", "cli/check/", "engines/", "options/", "release-notes/", "release-notes/1.0.0/", "themes/", "versions/")
MATERIAL = {"aria-dialog-name", "landmark-unique", "scrollable-region-focusable"}
"""Rules that the theme's own search, navigation and wide tables break."""


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the manual."""
    folder = tmp_path_factory.mktemp("manual")
    build_site(ROOT, "--strict", "--site-dir", str(folder))
    return folder


@pytest.fixture(scope="module")
def eyes(browser: Browser, manual: Path) -> Iterator[Eyes]:
    """Look at the manual in a browser."""
    with served(manual) as base:
        yield Eyes(browser, f"{base}/", "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_that_is_ours(eyes: Eyes, address: str, scheme: str) -> None:
    found = eyes.open((1280, scheme), address).evaluate("findings('html')")
    assert [finding for finding in found if finding["rule"] not in MATERIAL] == []


def test_no_page_scrolls_sideways_on_a_phone(eyes: Eyes, manual: Path) -> None:
    addresses = [file.parent.relative_to(manual).as_posix() for file in manual.rglob("index.html")]
    width = "document.scrollingElement.scrollWidth"
    wide = [address for address in addresses if eyes.open((PHONE, "light"), address).evaluate(width) > PHONE]
    assert len(addresses) > 30
    assert wide == []


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("draft", "writing/?h=draft#drafts-unlisted-and-pinned-posts"),
        ("feed", "feeds/"),
        ("IB104", "messages/?h=ib104"),
    ],
)
def test_the_search_finds(eyes: Eyes, word: str, answer: str) -> None:
    page = eyes.open((1280, "light"), "")
    page.get_by_role("textbox", name="Search").fill(word)
    expect(page.locator(f".md-search-result a[href*='/{answer}']").first).to_be_attached()

"""Feeds and redirects as a browser shows them: the example site on Material, with scripts and without."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.shots import Watch, served
from tests.hosts import example

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
OLD, NEW = "/blog/2026/02/16/goodbye-to-the-carousel/", "/blog/2026/02/16/goodbye-carousel/"
FEEDS = ["/blog/feed.xml", "/rss.xml", "/journal/feed.xml", "/blog/category/engineering/feed.xml"]


@pytest.fixture(scope="module")
def site(browser: Browser) -> Iterator[tuple[str, Browser]]:
    """The site's address, and a browser."""
    with served(example.built("material").out) as base:
        yield base, browser


def test_a_redirect_keeps_query_and_fragment(site) -> None:
    base, browser = site
    page = browser.new_page()
    page.goto(f"{base}{OLD}?from=mail#how-it-came-back")
    expect(page).to_have_url(f"{base}{NEW}?from=mail#how-it-came-back")
    expect(page.locator("h1.p-name")).to_have_text(re.compile("Goodbye to the carousel"))
    page.close()


def test_a_redirect_works_without_scripts(site) -> None:
    base, browser = site
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + OLD)
    expect(page).to_have_url(base + NEW)
    context.close()


def test_a_target_with_a_fragment_of_its_own_is_reached(site) -> None:
    base, browser = site
    page = browser.new_page()
    page.goto(f"{base}/blog/2024/04/15/how-we-chose-our-first-budget/")
    expect(page).to_have_url(f"{base}/guide/budgets/#choose-the-first-number")
    page.close()


@pytest.mark.parametrize("path", FEEDS)
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_feed_is_a_page_that_people_can_read(site, path, width, scheme) -> None:
    base, browser = site
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    watch = Watch(base, path)
    watch.follow(page)
    page.goto(base + path)
    shown = page.locator("css=div > header h1")
    assert shown.evaluate("node => getComputedStyle(node).display") == "block"
    assert page.locator("css=article h2 a").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for hidden in ("entry", "item", "feed > title", "channel > title"):
        assert not any(one.is_visible() for one in page.locator(f"css={hidden}").all()[:3])
    ink, paper = (
        page.evaluate(f"getComputedStyle(document.documentElement).{name}") for name in ("color", "backgroundColor")
    )
    assert brightness(ink) < brightness(paper) if scheme == "light" else brightness(ink) > brightness(paper)
    # What is lost is told twice, by its address, too; a browser asks every site for an icon.
    assert [one for one in watch.troubles if "favicon.ico" not in one and "Failed to load resource" not in one] == []
    page.close()


def test_the_titles_of_a_feed_are_links_to_the_posts(site) -> None:
    base, browser = site
    page = browser.new_page()
    page.goto(f"{base}/blog/feed.xml")
    links = [link.get_attribute("href") for link in page.locator("css=article h2 a").all()]
    assert f"https://plume.example{NEW}" in links
    page.close()


def brightness(colour: str) -> int:
    """Of `rgb(…)`, the sum of its parts."""
    return sum(int(part) for part in re.findall(r"\d+", colour)[:3])

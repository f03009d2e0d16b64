"""Overviews and authors' pages as readers get them: columns below their heading, names of icons, a table of days."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import readable_site
from tests.browser.readable import AXE
from tests.browser.windows import NARROW, WIDE, Window, opened, readable_window
from tests.hosts.written import post, write

THINGS = ["apples", "cider", "frost", "garden", "kitchen", "stones", "tools"]
LEFT_EDGES = """() => [...document.querySelectorAll(".iroco-view :is(h1, h2, .iroco-groups, .iroco-calendar svg)")]
  .filter(node => node.checkVisibility()).map(node => {
    const text = document.createRange()
    text.selectNodeContents(node)
    return (node.matches("svg") ? node : text).getBoundingClientRect().left
  })"""
COLUMNS = """list => new Set([...list.children].map(item => item.getBoundingClientRect().left)).size"""
FINDINGS = """() => axe.run(".iroco-view", {rules: {"color-contrast": {enabled: false}}})
  .then(result => result.violations.map(fault => fault.id))"""
"""Without contrast, which is the theme's; another test compares it with the theme's own text."""


@pytest.fixture(scope="module", params=["material", "mkdocs"])
def page(
    browser: Browser, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Window]:
    root = tmp_path_factory.mktemp(request.param)
    write(root, {"docs/blog/posts/many.md": post("2024-06-01", title="Many things", tags=THINGS)})
    with readable_window(browser, readable_site.build_site(root, request.param)) as window:
        yield window


@pytest.mark.parametrize("kind", ["tags", "categories", "archive"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_lists_begin_where_their_headings_do(page, kind, size) -> None:
    edges = opened(page, kind, size).evaluate(LEFT_EDGES)
    assert len(edges) >= 2
    assert max(edges) - min(edges) < 1


def test_tags_stand_in_columns_where_there_is_room(page) -> None:
    lists = opened(page, "tags").locator("div > .iroco-groups")
    assert lists.evaluate(COLUMNS) > 1
    assert opened(page, "tags", NARROW).locator("div > .iroco-groups").evaluate(COLUMNS) == 1


def test_a_click_shows_tags_by_number_of_posts(page) -> None:
    tab = opened(page, "tags")
    order = tab.locator(".iroco-order")
    expect(order.get_by_role("listitem").first).to_be_hidden()
    order.get_by_text("By number of posts").click()
    counts = [int(text.split()[0]) for text in order.locator("li .iroco-quiet").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


def test_a_screen_reader_gets_names_of_icons_and_a_table_of_days(page) -> None:
    tab = opened(page, "author")
    expect(tab.get_by_role("link", name="Mastodon @ada@social.example")).to_be_visible()
    expect(tab.get_by_role("link", name="Website ada.example")).to_be_visible()
    tab = opened(page, "archive")
    expect(tab.get_by_role("img", name="Days with posts")).to_be_visible()
    table = tab.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_text(["Month", "Number of posts", "Days with posts"])
    expect(table.get_by_role("rowheader").first).to_have_text("October 2026")
    assert tab.locator(".iroco-calendar table").bounding_box() is not None


@pytest.mark.skipif(not AXE.is_file() and not os.environ.get("CI"), reason="no axe-core")
@pytest.mark.parametrize("kind", ["tags", "archive", "author"])
def test_axe_has_nothing_to_say(page, kind) -> None:
    tab = opened(page, kind)
    tab.evaluate("() => document.querySelectorAll('.iroco-order').forEach(part => { part.open = true })")
    tab.add_script_tag(path=AXE)
    assert tab.evaluate(FINDINGS) == []

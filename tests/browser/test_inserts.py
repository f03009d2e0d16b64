"""Lists on pages of the docs: they look like a part of the page, and change nothing of the rest of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import readable_site
from tests.browser.shots import SETTLE, served
from tests.hosts.written import write

THEMES = ("material", "mkdocs", "readthedocs", "terminal")
WIDTHS = (390, 1440)
TEXT = readable_site.BODY.replace("../../guide.md", "index.md").replace("<!-- more -->", "")
LINE = "<!-- iroco-blog/posts { limit: 3, blog: gallery, style: cards } -->"
PAGES = {
    "docs/without.md": f"# Page\n\n{TEXT}\n\nEnd.\n",
    "docs/with.md": f"# Page\n\n{TEXT}\n\n{LINE}\n\nEnd.\n",
    "docs/short.md": f"# Page\n\nNothing wide.\n\n{LINE}\n\nEnd.\n",
}
# Where each element of the text above the list stands, and how it looks; of the notes below it, all but the height.
STYLES = """() => [...document.querySelector("h1").parentElement.querySelectorAll("*")]
  .filter(element => !element.closest(".iroco-insert") && !element.querySelector(".iroco-insert"))
  .filter(element => element.textContent.trim() !== "End.")
  .map(element => {
    const style = getComputedStyle(element), {left, top, width} = element.getBoundingClientRect()
    const looks = ["color", "font", "margin", "padding", "border", "display", "text-decoration", "background-color",
      "list-style", "max-width", "text-align"].map(name => style.getPropertyValue(name))
    const place = [left, element.closest(".footnote") ? 0 : top, width]
    return [element.tagName, element.textContent.trim().slice(0, 30), ...place, ...looks].join(" | ") })"""
LETTERS = """() => {
  const list = document.querySelector(".iroco-insert")
  const [theirs, ours] = [list.parentElement, list].map(element => getComputedStyle(element))
  return [theirs, ours].map(({font, color, direction}) => [font, color, direction]) }"""
# The sides of cards, and whether the title's link covers each.
CARDS = """() => [...document.querySelectorAll(".iroco-insert .iroco-card")].map(card => {
  card.scrollIntoView({block: "center", behavior: "instant"})
  const box = card.getBoundingClientRect(), link = card.querySelector("a.u-url")
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + 20)?.closest("a")
  return {left: box.left, right: box.right, hit: hit === link} })"""
SPACE = """() => {
  const insert = document.querySelector(".iroco-insert"), box = insert.getBoundingClientRect()
  const above = insert.previousElementSibling.getBoundingClientRect(), below = insert.nextElementSibling
  return [box.top - above.bottom, below.getBoundingClientRect().top - box.bottom] }"""


@pytest.fixture(scope="module", params=THEMES)
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, built on a theme."""
    root: Path = tmp_path_factory.mktemp(request.param)
    write(root, PAGES)
    with served(readable_site.build_site(root, request.param)) as address:
        yield address


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": WIDTHS[-1], "height": 900}, reduced_motion="reduce")
    yield page
    page.close()


def visit(tab: Page, url: str) -> None:
    tab.goto(url)
    tab.evaluate(SETTLE)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_list_leaves_the_rest_of_its_page_as_it_was(base, tab, width) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    looks = []
    for name in ("without", "with"):
        visit(tab, f"{base}/{name}/")
        looks.append(tab.evaluate(STYLES))
    without, with_list = looks
    assert len(without) > 30
    assert [line for line in without if line not in with_list] == []


def test_a_list_has_the_letters_and_colours_of_its_page(base, tab) -> None:
    visit(tab, f"{base}/with/")
    theirs, ours = tab.evaluate(LETTERS)
    assert ours == theirs


@pytest.mark.parametrize("width", WIDTHS)
def test_cards_stay_within_the_page_and_are_links_to_their_posts(base, tab, width) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    visit(tab, f"{base}/short/")
    cards = tab.evaluate(CARDS)
    assert len(cards) == 3
    assert all(card["hit"] and card["left"] >= 0 and card["right"] <= width for card in cards)
    columns = {round(card["left"]) for card in cards}
    assert len(columns) == 1 if width < 500 else len(columns) >= 2
    before, after = tab.evaluate(SPACE)
    assert 8 <= before <= 60
    assert 8 <= after <= 60

"""A post on paper: Chromium prints it, and all of its text is there, and nothing to click on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browser import readable_site
from tests.browser.shots import SETTLE, served
from tests.hosts.conftest import build_in
from tests.hosts.written import post, write
from tests.pictures import png

# The text of each block, with the addresses that the print adds.
TEXTS = """() => [...document.querySelectorAll(".e-content :is(h2, h3, p, li, dt, dd, th, td, pre)")].map(block => {
  const copy = block.cloneNode(true)
  for (const extra of copy.querySelectorAll("a.headerlink, button, ul, ol, sup, .linenos")) extra.remove()
  for (const link of copy.querySelectorAll("a[href^=http]")) link.append(` (${link.getAttribute("href")})`)
  return copy.textContent })"""
CUT = """() => [...document.querySelectorAll(".e-content :is(pre, code, table)")]
  .filter(box => box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== "inline"
    || box.getBoundingClientRect().right > document.documentElement.clientWidth)
  .map(box => box.outerHTML.slice(0, 80))"""
HIDDEN = ".iroco-pager, .iroco-toc, .iroco-neighbours, .iroco-related, .iroco-browse, .iroco-follow, .iroco-back"
RAIN = "It rained, and the meadow stood under water. "
SECTIONS = "\n\n".join(f"## Chapter {n}\n\n{RAIN * (1 + n * 5 % 8)}" for n in range(120))
LONG = "blog/2022/05/01/rain/"


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs"])
def page(
    browser: Browser, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Page]]:
    """The site's address, and a window as wide as the text on paper is."""
    root = tmp_path_factory.mktemp(request.param)
    write(root, {"docs/blog/posts/rain.md": post("2022-05-01", SECTIONS, title="Rain")})
    folder = readable_site.build_site(root, request.param)
    with served(folder) as base:
        yield f"{base}/", browser.new_page(viewport={"width": 700, "height": 1000})


def letters(text: str) -> str:
    """Return the text's letters and digits: lines and ligatures are the printer's."""
    return re.sub(r"\W", "", unicodedata.normalize("NFKC", text))


def test_a_printed_post_has_all_of_its_text_and_no_navigation(page) -> None:
    base, tab = page
    tab.goto(base + readable_site.PAGES["post"])
    tab.evaluate(SETTLE)
    texts = tab.evaluate(TEXTS)
    paper = "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(tab.pdf(format="A4"))).pages)
    printed = letters(paper)
    assert len(texts) > 20
    assert [text for text in texts if letters(text) not in printed] == []
    assert all(month in paper for month in ("Month", "January", "February"))  # in one piece
    assert letters("Listened-at-the-wall-for-a-whole-afternoon") in printed
    assert letters("https://bees.example/") in printed
    assert letters("Table of contents") not in printed
    assert letters("Back to") not in printed


def last_lines(tab: Page) -> list[str]:
    """Print a page; the last line of each sheet that another one follows."""
    sheets = PdfReader(BytesIO(tab.pdf(format="A4"))).pages
    return [sheet.extract_text().strip().splitlines()[-1] for sheet in sheets[:-1]]


def test_no_heading_ends_a_sheet(page) -> None:
    base, tab = page
    tab.goto(base + LONG)
    lines = last_lines(tab)
    assert len(lines) > 4
    assert [line for line in lines if "Chapter" in line] == []
    tab.add_style_tag(content=".iroco-post h2 { break-after: auto !important }")
    assert [line for line in last_lines(tab) if "Chapter" in line] != []  # so the rule does it


def test_nothing_is_cut_off_on_paper(page) -> None:
    base, tab = page
    tab.emulate_media(media="print")
    for kind in ("post", "index", "tags"):
        tab.goto(base + readable_site.PAGES[kind])
        assert tab.evaluate(CUT) == []
        assert [block.inner_text() for block in tab.locator(HIDDEN).all() if block.is_visible()] == []
    tab.emulate_media(media="screen")


@pytest.mark.parametrize("page", ["mkdocs"], indirect=True)
def test_pictures_that_wait_are_printed_though_nobody_has_come_near(page, tmp_path) -> None:
    _, tab = page
    far = "They sleep from November to March. " * 400
    pictures = {f"docs/blog/posts/{n}.png": png(300 + n, 200) for n in range(5)}
    body = f"\n\n{far}\n\n".join(f"![]({n}.png)" for n in range(5))
    site = build_in(tmp_path, {"docs/blog/posts/a.md": post(title="A", body=body), **pictures})
    with served(site.out) as base:
        tab.goto(f"{base}/{site.post('a')}")
        assert tab.locator("[loading=lazy]").count() == 4
        assert not tab.evaluate("[...document.images].every(image => image.complete)")
        sheets = PdfReader(BytesIO(tab.pdf(format="A4"))).pages
    assert {image.image.width for sheet in sheets for image in sheet.images if image.image} == {300, 301, 302, 303, 304}

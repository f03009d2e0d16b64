"""A reader sees one table of contents at most: the theme's own where it shows one, else ours, folded up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.browser import readable_site
from tests.browser.windows import small_window
from tests.hosts.written import MATERIAL, post

THEMES: dict[str, dict[str, Any]] = {
    **readable_site.THEMES,
    "integrated": {"name": MATERIAL, "features": ["toc.integrate"], "font": False},
    "windmill": {"name": "windmill"},
}
BY_SCRIPT = ("windmill", "blog/2026/02/01/listed/")
"""Windmill's script draws a table of contents into the navigation, so that its pages have no link to a heading."""
BODY = "Opening words.\n\n## First\n\nA.\n\n### Deeper\n\nB.\n\n## Second\n\nC.\n\n## Third\n\nD."
POSTS = ["blog/2026/01/01/loose/", "blog/2026/02/01/listed/"]
TEXTS = {
    "docs/index.md": "# Home\n",
    "docs/blog/posts/loose.md": post("2026-01-01", BODY, title="Loose"),
    "docs/blog/posts/listed.md": post("2026-02-01", BODY, title="Listed"),
    "docs/blog/posts/hidden.md": post("2026-03-01", BODY, title="Hidden", hide=["toc"]),
}
SEEN = """() => {
  const isSeen = element => {
    const {left, right, width} = element.getBoundingClientRect()  // drawers wait on either side of the window
    return element.checkVisibility({visibilityProperty: true, opacityProperty: true})
      && width > 0 && right > 0 && left < innerWidth
  }
  const links = [...document.querySelectorAll("a[href$='#second']")].filter(isSeen)
  const ours = document.querySelector(".iroco-toc")
  return {
    theirs: links.some(link => !link.closest(".iroco-post")), list: links.some(link => link.closest(".iroco-toc")),
    folded: !!ours && isSeen(ours) && !ours.open,
  }
}"""
LOOKS = """details => {
  const box = element => element.getBoundingClientRect(), list = [...details.querySelectorAll("li")]
  const small = [...details.querySelectorAll("summary, a")].filter(one => box(one).height < 24)
  const marks = list.flatMap(item => ["::before", "::after"].map(part => getComputedStyle(item, part).content))
  const own = getComputedStyle(details), head = getComputedStyle(details.querySelector("summary"))
  return {
    small: small.map(one => one.outerHTML), marks: [...new Set(marks)].join(),
    displays: [...new Set(list.map(item => getComputedStyle(item).display))].join(),
    boxes: [own.borderTopWidth, own.boxShadow, own.backgroundColor, head.backgroundColor].join(),
    triangle: head.display, icons: getComputedStyle(details.querySelector("summary"), "::after").content,
    above: box(details).bottom <= box(document.querySelector(".e-content")).top + 1,
  }
}"""


@pytest.fixture(scope="module", params=THEMES)
def reader(
    browser: Browser, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Page, str]]:
    """The name of a theme, a window, and the address of the site."""
    root, nav = (
        tmp_path_factory.mktemp(request.param),
        ["index.md", {"Blog": ["blog/index.md", "blog/posts/listed.md"]}],
    )
    with small_window(browser, root, THEMES[request.param], TEXTS, nav=nav) as (base, page):
        yield request.param, page, base


def show(page: Page, address: str, width: int) -> Frame:
    """Open a page; the frame that shows the post. Windmill's is one inside the page."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    page.wait_for_load_state("networkidle" if page.locator("iframe.wm-article").count() else "load")
    return page.frames[-1]


def see(page: Page) -> dict[str, bool]:
    """Look at every frame of a page."""
    seen = [frame.evaluate(SEEN) for frame in page.frames]
    return {name: any(frame[name] for frame in seen) for name in seen[0]}


@pytest.mark.parametrize("address", POSTS)
@pytest.mark.parametrize("width", [390, 820, 1440])
def test_there_is_one_at_each_width(reader, address, width) -> None:
    theme, page, base = reader
    show(page, base + address, width)
    seen = see(page)
    assert not seen["list"]
    if (theme, address) != BY_SCRIPT:
        assert seen["folded"] is not seen["theirs"]


def test_ours_ends_where_theirs_begins(reader) -> None:
    """At either side of each width at which themes change: 768, 960, 1220 and 1280 px."""
    _, page, base = reader
    show(page, base + POSTS[0], 767)
    for width in (767, 768, 769, 959, 960, 1219, 1220, 1279, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        seen = see(page)
        assert not seen["list"], width
        if width == 768 and seen["folded"]:  # the one that readthedocs is still narrow at, and Bootstrap wide
            continue
        assert seen["folded"] is not seen["theirs"], width


def test_ours_opens_above_the_text_in_the_colours_of_the_page(reader) -> None:
    _, page, base = reader
    frame = show(page, base + POSTS[0], 390)
    if see(page)["theirs"]:
        assert frame.locator(".iroco-toc").count() == 0
        return
    frame.locator(".iroco-toc summary").click()
    assert see(page)["list"]
    assert frame.locator(".iroco-toc").evaluate(LOOKS) == {
        "small": [], "marks": "none", "displays": "block", "above": True, "triangle": "list-item", "icons": "none",
        "boxes": "0px,none,rgba(0, 0, 0, 0),rgba(0, 0, 0, 0)",
    }  # fmt: skip
    frame.locator(".iroco-toc").get_by_role("link", name="Third").click()
    assert frame.url.endswith("#third")


def test_a_post_that_hides_it_has_none_of_ours(reader) -> None:
    _, page, base = reader
    frame = show(page, f"{base}blog/2026/03/01/hidden/", 390)
    assert frame.locator("h1.p-name").count() == 1
    assert frame.locator(".iroco-toc").count() == 0

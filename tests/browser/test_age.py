"""The notice of an old post and the badge of its versions can be read and hit, on four themes, light and dark."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.readable import AXE
from tests.browser.readable_site import DARK, THEMES
from tests.browser.shots import served
from tests.hosts.conftest import NOW, build_in
from tests.hosts.written import epoch, post, theme_name

BODY = f"{'A sieve, a jar, and a pound of sugar. ' * 8}\n\n<!-- more -->\n\nMore.\n"
TEXTS = {
    "docs/blog/posts/old.md": post(
        "2019-04-02", BODY, title="Counting mites", superseded_by="new.md", applies_to="<2", tags=["Mites"]
    ),
    "docs/blog/posts/new.md": post(
        "2026-04-02", BODY, title="Without sugar", applies_to=">=2.0", tags=["Mites"], categories=["Bees"]
    ),
    "docs/blog/posts/oak.md": post("2020-10-11", BODY, title="A bee tree", tags=["Mites"], applies_to=">=1.0, <2.0"),
    "docs/blog/posts/far.md": post(
        "2020-10-10", BODY, title="Far", tags=["Mites"], superseded_by=f"https://example.net/{'long' * 40}/"
    ),
}  # fmt: skip
OLD, NEW, OAK, FAR = (
    f"blog/{path}/" for path in (
        "2019/04/02/counting-mites", "2026/04/02/without-sugar", "2020/10/11/a-bee-tree", "2020/10/10/far",
    )
)  # fmt: skip
INDEX, CARDS, TITLES = "blog/", "blog/category/bees/", "blog/tag/mites/"
PAGES = (OLD, NEW, OAK, FAR, INDEX, CARDS, TITLES)
AXE_FINDINGS = """() => axe.run(document.querySelector(".iroco-post, .iroco-view"))
  .then(result => result.violations.map(each => `${each.id}: ${each.nodes[0].html}`))"""
SIZES = """nodes => nodes.map(node => {
  const {width, height} = node.getBoundingClientRect()
  return Math.min(width, height)
})"""
TARGETS = "a.iroco-badge, .iroco-notice a, .iroco-replaces a"
LABELS = """nodes => nodes.map(node => node.querySelector("span").getBoundingClientRect().width > 5)"""


@pytest.fixture(scope="module", params=["material", "mkdocs", "terminal", "readthedocs"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The theme, and the address of a site on it, which mike builds as version 2.0."""
    pytest.importorskip("mike")
    theme = {**THEMES[request.param], "name": theme_name(THEMES[request.param]["name"])}
    options = {"post_old_after": 2, "view_style": {"tags": "titles", "categories": "cards", "index": "excerpts"}}
    plugins = ["search", {"mike": {"canonical_version": "2.0", "version_selector": False}}, {"iroco-blog": options}]
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", epoch(NOW))
        patched.setenv("MIKE_DOCS_VERSION", "2.0")
        out = build_in(tmp_path_factory.mktemp(request.param), TEXTS, theme, plugins=plugins).out
    with served(out) as base:
        yield request.param, base


def opened(browser: Browser, address: str, width: int, scheme: str = "light") -> Page:
    dark = scheme == "dark"
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light")
    page.goto(address, wait_until="networkidle")
    return page


@pytest.mark.parametrize("width", [390, 1440])
def test_links_of_notices_and_badges_can_be_hit_and_fit_the_page(browser, site, width) -> None:
    page = opened(browser, f"{site[1]}/{OLD}", width)
    expected = {OLD: 1, NEW: 2, OAK: 0, FAR: 1, INDEX: 1, CARDS: 1, TITLES: 1}
    for address in PAGES:
        page.goto(f"{site[1]}/{address}", wait_until="networkidle")
        sizes = page.locator(TARGETS).evaluate_all(SIZES)
        assert len(sizes) == expected[address], address
        assert min(sizes, default=24) >= 24, address
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, address
    page.close()


def test_the_notice_stands_between_the_header_and_the_text(browser, site) -> None:
    page = opened(browser, f"{site[1]}/{OLD}", 1440)
    header, notice, text = (
        page.locator(name).bounding_box() for name in (".iroco-header", ".iroco-notice", ".e-content")
    )
    assert header
    assert notice
    assert text
    assert header["y"] + header["height"] <= notice["y"] < notice["y"] + notice["height"] <= text["y"]
    assert abs(notice["x"] - text["x"]) < 2
    assert page.locator(".iroco-notice").get_attribute("role") == "note"
    page.locator(".iroco-notice a").click()
    page.wait_for_url(f"**/{NEW}")
    page.close()


def test_the_word_before_the_versions_is_visible_on_the_post_alone(browser, site) -> None:
    page = opened(browser, f"{site[1]}/{OAK}", 1440)
    assert page.locator(".iroco-badge").evaluate_all(LABELS) == [True]
    for address in (INDEX, TITLES):
        page.goto(f"{site[1]}/{address}", wait_until="networkidle")
        assert not any(page.locator(".iroco-badge").evaluate_all(LABELS))
    page.close()


@pytest.mark.skipif(not AXE.is_file() and not os.environ.get("CI"), reason="no axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_to_say(browser, site, scheme) -> None:
    if scheme == "dark" and site[0] not in DARK:
        pytest.skip("the theme has no dark scheme")
    page = opened(browser, f"{site[1]}/{OLD}", 1440, scheme)
    for address in PAGES:
        page.goto(f"{site[1]}/{address}", wait_until="networkidle")
        page.add_script_tag(path=AXE)
        assert page.evaluate(AXE_FINDINGS) == [], address
    page.close()

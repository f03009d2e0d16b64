"""What a browser shows of footnotes, licences and terms, also where a fragment of the user's own has a mistake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.readable_site import THEMES
from tests.browser.shots import served
from tests.hosts.conftest import NOW, build_in
from tests.hosts.written import epoch, post, theme_name

FILLER = "It rained for days, and the meadow stood under water. " * 60
NOTES = f"We waited[^why] for frost.\n\n{FILLER}\n\nAnd waited[^1].\n\n[^why]: To sleep.\n[^1]: Until spring."
TEXTS = {
    "docs/blog/posts/frost.md": post(body=NOTES, title="Frost[^1]", tags=["Images"], license="CC BY-SA 4.0"),
    "docs/blog/posts/walls.md": post("2026-01-03", "A wall.", title="Walls", tags=["Images"]),
    "theme/iroco_blog/title.html": "<p>{{ post.titel }}</p>",
}  # fmt: skip
LINKS_INSIDE = "links => links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))) !== null)"


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs", "dracula"])
def page(browser: Browser, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A window on a site with each theme."""
    root: Path = tmp_path_factory.mktemp(request.param)
    theme = {**THEMES[request.param], "name": theme_name(THEMES[request.param]["name"]), "custom_dir": "theme"}
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", epoch(NOW))
        config = {"markdown_extensions": ["footnotes"], "site_name": "Plume"}
        site = build_in(root, TEXTS, theme, config=config)
    assert len(site.problems) == 1
    with served(site.out) as base:
        yield browser.new_page(viewport={"width": 1280, "height": 700}, base_url=f"{base}/")


def test_an_excerpt_has_no_mark_and_every_mark_of_the_post_leads_to_its_note(page) -> None:
    page.goto("blog/")
    summary = page.locator(".p-summary").filter(has_text="frost")
    expect(summary).to_have_text("We waited for frost.")
    expect(page.locator(".p-summary sup")).to_have_count(0)
    expect(page.get_by_role("heading", level=2, name="Frost", exact=True)).to_be_visible()
    page.goto("blog/2026/01/02/frost1/")
    marks = page.locator("a.footnote-ref")
    expect(marks).to_have_count(2)
    assert marks.evaluate_all(LINKS_INSIDE) == [True, True]
    marks.first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target")).to_contain_text("To sleep.")


def test_the_licence_of_a_post_can_be_seen_and_followed(page) -> None:
    page.goto("blog/2026/01/02/frost1/")
    licence = page.get_by_role("link", name="CC BY-SA 4.0")
    expect(licence).to_be_visible()
    expect(licence).to_have_attribute("rel", "license")
    page.goto("blog/2026/01/03/walls/")
    expect(page.locator('[rel~="license"]')).to_have_count(0)


def test_a_tab_says_what_it_shows(page) -> None:
    page.goto("blog/tag/images/")
    expect(page).to_have_title("Images · Tag · Plume")
    expect(page.get_by_role("heading", level=1, name="Images")).to_be_visible()


def test_the_blogs_own_fragment_shows_where_the_users_has_a_mistake(page) -> None:
    page.goto("blog/tag/images/")
    expect(page.get_by_role("link", name="Walls")).to_be_visible()
    expect(page.locator(".h-entry")).to_have_count(2)

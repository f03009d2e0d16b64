"""The colours and measures that the manual shows have the effect that it names, on any theme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.readable_site import THEMES
from tests.browser.windows import small_window
from tests.hosts.written import post

MANUAL = (Path(__file__).parents[2] / "docs" / "fragments.md").read_text(encoding="utf-8")
RECIPE = re.findall(r'^```css title="docs/blog.css"\n(.*?)^```', MANUAL, re.DOTALL | re.MULTILINE)[0]
PROPERTIES: Mapping[str, str] = dict(re.findall(r"(--iroco-\w+): ([^;]+);", RECIPE))
OWN_RULES = (
    ".iroco-kicker { letter-spacing: 3px; }\n.iroco-toc { border: 2px solid; }\n.iroco-pager { margin-top: 7px; }\n"
)
BODY = "See the [guide](../../index.md).\n\n!!! note\n    Now.\n\n<!-- more -->\n\n## First\n\nA.\n\n## Second\n\nB."
POST, INDEX = "blog/2026/02/01/second/", "blog/"
TEXTS = {
    "docs/index.md": "# Home\n", "docs/blog.css": f"{RECIPE}\n{OWN_RULES}",
    "docs/blog/.authors.yml": "authors:\n  ada: {name: Ada}\n",
    **{f"docs/blog/posts/{name}.md": post(f"2026-0{n}-01", BODY, title=name, slug=name, authors=["ada"],
       categories=["Garden"], tags=["bees"]) for n, name in ((1, "first"), (2, "second"), (3, "third"))},
}  # fmt: skip
SHOWN: Mapping[str, list[tuple[str, str, str]]] = {
    "--iroco-link": [
        (POST, ".e-content p a", "color"), (POST, ".iroco-kicker a", "color"), (POST, ".iroco-meta a", "color"),
        (POST, ".iroco-tag-list a", "color"), (POST, ".iroco-neighbours a", "color"),
        (INDEX, ".p-summary p a", "color"), (INDEX, ".iroco-pager a", "color"),
    ],
    "--iroco-quiet": [(POST, ".iroco-meta", "color"), (POST, ".iroco-meta time", "color"), (INDEX, "time", "color")],
    "--iroco-line": [(POST, ".iroco-footer", "borderTopColor"), (INDEX, ".iroco-entry", "borderBottomColor")],
    "--iroco-tint": [(INDEX, ".iroco-pager [aria-current]", "backgroundColor")],
    "--iroco-measure": [(POST, ".iroco-post", "maxWidth"), (INDEX, ".iroco-view", "maxWidth")],
}  # fmt: skip
"""Where readers see each property: page, element, and the property that the browser computes."""


@pytest.fixture(scope="module", params=THEMES)
def reader(
    browser: Browser, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Page, str]]:
    """The name of a theme, a window, and the address of the site."""
    values = {
        "extra_css": ["https://fonts.example/face.css", "blog.css"], "markdown_extensions": ["admonition"],
        "plugins": ["search", {"iroco-blog": {"pagination_per_page": 2, "post_toc": True}}],
    }  # fmt: skip
    root = tmp_path_factory.mktemp(request.param)
    with small_window(browser, root, THEMES[request.param], TEXTS, **values) as (base, page):
        yield request.param, page, base


def look(page: Page, selector: str, computed: str) -> str:
    """What the browser computes for the first such element."""
    value: str = page.locator(selector).first.evaluate(f"element => getComputedStyle(element).{computed}")
    return value


def test_each_property_sets_what_the_manual_says(reader) -> None:
    _, page, base = reader
    assert PROPERTIES.keys() == SHOWN.keys()
    wrong = []
    for address in (POST, INDEX):
        page.goto(base + address)
        for name, places in SHOWN.items():
            for _, selector, computed in (place for place in places if place[0] == address):
                value = look(page, selector, computed)
                if computed == "maxWidth":
                    em = float(look(page, selector, "fontSize").removesuffix("px"))
                    expected = f"{em * float(PROPERTIES[name].removesuffix('em')):g}px"
                    assert page.locator(selector).bounding_box()["width"] <= float(expected.removesuffix("px")) + 1
                else:
                    red, green, blue = bytes.fromhex(PROPERTIES[name].removeprefix("#"))
                    expected = f"rgb({red}, {green}, {blue})"
                if value != expected:
                    wrong.append((name, selector, value, expected))
    assert wrong == []


def test_a_rule_with_one_class_wins(reader) -> None:
    _, page, base = reader
    page.goto(base + POST)
    assert look(page, ".iroco-kicker", "letterSpacing") == "3px"
    page.goto(base + INDEX)
    assert look(page, ".iroco-pager", "marginTop") == "7px"


@pytest.mark.parametrize("address", [POST, INDEX])
def test_our_stylesheets_stand_after_the_themes_and_before_the_sites(reader, address) -> None:
    theme, page, base = reader
    page.goto(base + address)
    links = "[...document.querySelectorAll('link[rel=stylesheet]')].map(link => link.getAttribute('href'))"
    names = [str(name).rpartition("/")[2].partition("?")[0] for name in page.evaluate(links)]
    ours = ["blog.css"] if theme == "material" else ["markdown.css", "blog.css"]
    first = names.index("face.css")
    assert sorted(names[first - len(ours) : first]) == sorted(ours)
    assert names[first + 1] == "blog.css"

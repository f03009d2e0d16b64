"""A post reads well: short lines, one line about it that stays one, a footer below the text, comments on request."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.readable_site import PICTURE, THEMES
from tests.browser.shots import served
from tests.hosts.conftest import NOW, build_in
from tests.hosts.written import epoch, post, theme_name
from tests.manual.reading import DOCS, sections, steps

SENTENCES = (
    "The swarm hung in the pear tree for two days, and nobody in the village wanted to be the first to touch it. ",
    "We called three people, and all three came with a ladder, a sheet and a story about how it is done. ",
    "By the evening of the second day it was in a box, and the box was on a stand behind the old shed. ",
)
LONG = "\n\n".join("".join(SENTENCES[n:] + SENTENCES[:n]) * 4 for n in range(3))
AUTHORS = """\
ada: {name: Ada Marsh, avatar: images/ada.png, description: Keeps bees}
ben: {name: Ben Okoro, avatar: images/ada.png}
"""
[GISCUS] = [
    step for step in steps(sections((DOCS / "slots.md").read_text("utf-8"))["giscus"]) if step.name.endswith(".html")
]
TEXTS: dict[str, str | bytes | None] = {
    "docs/blog/.authors.yml": AUTHORS, "docs/images/ada.png": PICTURE,
    "docs/blog/posts/swarm.md": post(
        "2026-05-30", LONG, title="Swarm", authors=["ada", "ben"], categories=["Bees"], tags=["hive"],
        updated="2026-06-30", comments=True,
    ),
    "docs/blog/posts/wall.md": post("2026-06-30", "Two hands.", title="Wall", updated="2026-07-01"),
    "docs/blog/posts/smoke.md": post("2026-08-01", "Dry grass.", title="Smoke, and how to keep it up", tags=["hive"]),
    "docs/blog/posts/veil.md": post("2026-09-01", "White.", title="A veil", tags=["hive"]),
    "docs/block.css": "img { display: block; width: 100%; }",
    f"theme/{GISCUS.name.removeprefix('overrides/')}": GISCUS.text,
}  # fmt: skip
SWARM, WALL = "blog/2026/05/30/swarm/", "blog/2026/06/30/wall/"
LINES = """() => [...document.querySelectorAll(".e-content > p")].flatMap(paragraph => {
  const text = paragraph.firstChild, range = document.createRange(), lines = []
  for (let letter = 0, top; letter < text.length; letter++) {
    range.setStart(text, letter)
    range.setEnd(text, letter + 1)
    const box = range.getBoundingClientRect()
    if (box.top !== top && text.data[letter] !== " ") { lines.push(0); top = box.top }
    lines[lines.length - 1]++
  }
  return lines.slice(0, -1).map(letters => letters - 1)  // without the space at a line's end
})"""
BOX = "node => { const {top, bottom} = node.getBoundingClientRect(); return [top + scrollY, bottom + scrollY] }"


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs", "dracula"])
def reader(
    browser: Browser, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """A window on the post, on each theme."""
    root: Path = tmp_path_factory.mktemp(request.param)
    theme = {**THEMES[request.param], "name": theme_name(THEMES[request.param]["name"]), "custom_dir": "theme"}
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", epoch(NOW))
        site = build_in(root, TEXTS, theme, config={"extra_css": ["block.css"]})
    with served(site.out) as base:
        page = browser.new_page(viewport={"width": 1280, "height": 900}, base_url=f"{base}/")
        page.goto(SWARM)
        yield page
        page.close()


def test_a_line_has_70_to_76_characters(reader) -> None:
    lines = reader.evaluate(LINES)
    assert len(lines) > 20
    average = sum(lines) / len(lines)
    if "mono" in reader.evaluate("getComputedStyle(document.querySelector('.e-content p')).fontFamily"):
        assert 45 <= average <= 76
    else:
        assert 70 <= average <= 76


def test_names_date_and_reading_time_stay_on_one_line_where_a_theme_sets_pictures_as_blocks(reader) -> None:
    pictures = reader.locator(".iroco-meta img.u-photo")
    expect(pictures).to_have_count(2)
    boxes = [
        part.evaluate(BOX)
        for place in ("img.u-photo", "a.p-name", "time", ".iroco-readtime")
        for part in reader.locator(f".iroco-meta {place}").all()
    ]
    middles = [(top + bottom) / 2 for top, bottom in boxes]
    assert max(middles) - min(middles) < 8
    assert pictures.first.evaluate("node => node.getBoundingClientRect().width") < 40


def test_the_footer_is_below_the_text_and_the_tags_between_them(reader) -> None:
    header, text, tags, footer, slot = (
        reader.locator(place).evaluate(BOX)
        for place in (".iroco-header", ".e-content", ".iroco-tag-list", ".iroco-footer", ".iroco-slot")
    )
    assert header[1] <= text[0] < text[1] <= tags[0] < tags[1] <= footer[0] < footer[1] <= slot[0]
    assert reader.locator(".iroco-footer").evaluate("node => getComputedStyle(node).position") == "static"


def test_related_posts_stand_below_each_other_each_with_its_date_and_room_to_tap(reader) -> None:
    related = reader.get_by_role("navigation", name="Related")
    expect(related.get_by_role("listitem")).to_have_count(2)
    expect(related.get_by_role("link")).to_have_text(["Smoke, and how to keep it up", "A veil"])
    places = [
        item.locator(part).evaluate(BOX) for item in related.get_by_role("listitem").all() for part in ("a", "time")
    ]
    for (top, bottom), (below, _) in pairwise(places):
        assert top < bottom <= below + 1
    assert all(bottom - top >= 24 for top, bottom in places[::2])
    marker = "node => [getComputedStyle(node).listStyleType, getComputedStyle(node, '::before').content]"
    assert related.get_by_role("listitem").first.evaluate(marker) == ["none", "none"]


def test_newer_and_older_stand_out_from_their_links(reader) -> None:
    word, link = reader.locator(".iroco-neighbours strong"), reader.locator(".iroco-neighbours a")
    expect(word).to_have_text("Newer")
    expect(link).to_have_text("Wall")
    colour = "node => getComputedStyle(node).color"
    assert word.evaluate(colour) == reader.locator(".iroco-post").evaluate(colour)
    assert link.evaluate(colour) != word.evaluate(colour)


def test_only_a_date_more_than_a_day_later_is_shown(reader) -> None:
    expect(reader.locator(".iroco-updated")).to_contain_text("Updated June 30, 2026")
    reader.goto(WALL)
    expect(reader.locator(".dt-updated")).to_be_hidden()
    expect(reader.locator(".dt-updated")).to_have_attribute("datetime", "2026-07-01")
    reader.goto(SWARM)


def test_comments_are_fetched_when_a_reader_opens_them(reader) -> None:
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    reader.route("https://giscus.app/**", refuse)
    reader.reload()
    assert asked == []
    reader.get_by_text("Show comments from GitHub").click()
    reader.wait_for_function("document.querySelector('#comments script[src]')")
    reader.wait_for_timeout(200)
    assert asked == ["https://giscus.app/client.js"]

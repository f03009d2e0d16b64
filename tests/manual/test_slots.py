"""Each recipe of the page on slots is a site that builds, and shows what the page says, with nothing loaded at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.manual.reading import DOCS, build_site, built, sections, steps, write

SITE = {
    "mkdocs.yml": (
        "site_name: My site\ntheme:\n  name: mkdocs\n  highlightjs: false\n  custom_dir: overrides\n"
        "plugins: [search, iroco-blog]\n"
    ),
    "docs/index.md": "# My site\n",
}
RECIPES = {
    title: list(steps(text))
    for title, text in sections((DOCS / "slots.md").read_text("utf-8")).items()
    if "```" in text
}
SERVICES = {"giscus", "Isso", "A thread on Mastodon", "Listmonk", "Buttondown"}


def test_every_service_has_a_recipe() -> None:
    assert RECIPES.keys() >= SERVICES


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_builds_and_shows_what_the_manual_says(title: str, tmp_path: Path) -> None:
    recipe = RECIPES[title]
    for name, text in {**SITE, **{step.name: step.text for step in recipe if step.kind == "file"}}.items():
        write(tmp_path, name, text)
    build_site(tmp_path, "--strict")
    looks = [step for step in recipe if step.kind == "look"]
    assert looks
    for step in looks:
        assert step.text in (built(tmp_path / "site", step.name) or ""), step


@pytest.mark.parametrize("title", sorted(SERVICES))
def test_a_recipe_loads_nothing_at_once_and_names_its_parts(title: str, tmp_path: Path) -> None:
    recipe = RECIPES[title]
    for name, text in {**SITE, **{step.name: step.text for step in recipe if step.kind == "file"}}.items():
        write(tmp_path, name, text)
    build_site(tmp_path)
    html = built(tmp_path / "site", "/blog/2026/11/23/open-day/") or ""
    [slot] = LexborHTMLParser(html).css("section.iroco-slot")
    assert slot.css("script[src], iframe, img, link") == []  # a template's content is no part of the tree
    assert slot.css_first(f"h2#{slot.attributes['aria-labelledby']}") is not None
    named = {label.attributes["for"] for label in slot.css("label")}
    assert {field.attributes["id"] for field in slot.css("input:not([type=hidden])")} == named
    assert [button.text() for button in slot.css("button")] in ([], ["Subscribe"])

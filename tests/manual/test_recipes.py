"""The page "Recipes": each recipe with files is a site that builds without a warning, and shows what the page says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.manual.reading import DOCS, build_site, built, sections, steps, write

SITE = {
    "mkdocs.yml": "site_name: Waxwing\ntheme: mkdocs\nplugins: [search, iroco-blog]\n",
    "docs/index.md": "# Waxwing\n",
    "docs/images/waxwing.png": "a picture",
    "docs/images/oslo.png": "a picture",
}
RECIPES = sections((DOCS / "recipes.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("title", [title for title, text in RECIPES.items() if "```" in text])
def test_a_recipe_makes_what_it_promises(title: str, tmp_path: Path) -> None:
    parts = list(steps(RECIPES[title]))
    for name, text in {**SITE, **{step.name: step.text for step in parts if step.kind == "file"}}.items():
        write(tmp_path, name, text)
    build_site(tmp_path, "--strict")
    looks = [step for step in parts if step.kind == "look"]
    assert looks
    for step in looks:
        page = built(tmp_path / "site", step.name)
        assert (page is None) if step.text == "(no such page)" else (page and step.text in page), step

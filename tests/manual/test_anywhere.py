"""The page "Show posts on any page": each section's sample builds and shows what the page says; pictures are small."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.manual.anywhere import PAGE, PICTURES, build_section
from tests.manual.reading import DOCS, built, steps


@pytest.mark.parametrize("title", [title for title, text in PAGE.items() if "\n| `/" in text])
def test_a_sample_shows_what_the_page_says(title: str, tmp_path: Path) -> None:
    site = build_section(tmp_path, title)
    for step in steps(PAGE[title]):
        if step.kind == "look":
            page = built(site, step.name)
            assert page is not None
            assert step.text in page, step


@pytest.mark.parametrize("name", PICTURES)
def test_the_commonest_wishes_come_first_and_have_small_pictures(name: str) -> None:
    title, _ = PICTURES[name]
    assert title in list(PAGE)[1:4]
    picture = DOCS / "images" / f"anywhere-{name}.jpg"
    assert f"](images/{picture.name})" in PAGE[title]
    assert picture.stat().st_size < 40_000

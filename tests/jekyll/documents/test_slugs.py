"""Slugs as Jekyll 4.3.1 makes them: the golden cases hold what it made of the same texts."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_iroco_blog.jekyll.documents.slugs import slugify, titleized

MODES = ("raw", "default", "pretty", "ascii", "latin", "none")


@pytest.mark.golden_test("../../cases/slugs/*.yml")
def test_slugs(golden: Any) -> None:
    """Texts in; of each, its slug in every mode out, lower case and as written."""
    texts = golden["texts"]
    assert golden.out["slugs"] == {text: {mode: slugify(text, mode) for mode in MODES} for text in texts}
    assert golden.out["cased"] == {text: slugify(text, "pretty", cased=True) for text in texts}


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("my-first-post", "My First Post"),
        ("UPPER-case", "Upper Case"),
        ("été-à-paris", "Été À Paris"),
        ("a--b", "A  B"),
        ("end-", "End"),
        ("", ""),
    ],
)
def test_a_file_without_a_title_is_called_after_its_name(slug: str, title: str) -> None:
    assert titleized(slug) == title

"""Slugs as Jekyll 4.3.1 makes them: the golden cases hold what it made of the same texts."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_iroco_blog.jekyll.kramdown.document import Document, Options
from mkdocs_iroco_blog.jekyll.kramdown.resolve import header_id
from mkdocs_iroco_blog.jekyll.kramdown.spans.read import parse_spans
from mkdocs_iroco_blog.jekyll.liquid.filters.text import TEXT_FILTERS
from mkdocs_iroco_blog.jekyll.liquid.filters.web import WEB_FILTERS
from mkdocs_iroco_blog.jekyll.slugs import downcase, slugify, title_from_slug

MODES = ("raw", "default", "pretty", "ascii", "latin", "none")


@pytest.mark.golden_test("../cases/slugs/*.yml")
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
    assert title_from_slug(slug) == title


def test_greek_has_one_small_sigma_everywhere() -> None:
    """As in Ruby, which lowers letter by letter; `tests/cases/slugs/scripts.yml` holds Jekyll's own output."""
    assert downcase("ΑΣ ΟΔΟΣ") == "ασ οδοσ"
    assert WEB_FILTERS["slugify"]("ΑΣ ΟΔΟΣ") == slugify("ΑΣ ΟΔΟΣ") == "ασ-οδοσ"
    assert TEXT_FILTERS["downcase"]("ΟΔΟΣ") == "οδοσ"
    assert TEXT_FILTERS["capitalize"]("ΟΔΟΣ") == "Οδοσ"
    document = Document(Options())
    assert header_id("ΟΔΟΣ", parse_spans("ΟΔΟΣ", document), document) == "οδοσ"

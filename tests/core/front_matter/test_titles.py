"""Titles as they stand in a Markdown body, and in a file's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_iroco_blog.core.front_matter.titles import opening_title, title_from_stem


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("# Weighing a page\n\nText.\n", "Weighing a page"),
        ("\n\n# Weighing a page", "Weighing a page"),
        ("<!-- on a\ntrain -->\n\n# Weighing a page\n", "Weighing a page"),
        ("# Weighing a page #\n", "Weighing a page"),
        ("# Weighing a page {#weighing .wide}\n", "Weighing a page"),
        ("# Weighing a page {: #weighing }\n", "Weighing a page"),
        ("# Sets {a, b}\n", "Sets {a, b}"),
        ("Weighing a page\n===\n\nText.\n", "Weighing a page"),
        ("#Weighing a page\n", "Weighing a page"),
    ],
)
def test_a_top_heading_that_opens_the_body_is_the_title(body: str, title: str) -> None:
    assert opening_title(body) == title


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Text.\n\n# A section\n",
        "## A section\n",
        "```sh\n# a comment\n```\n",
        "```\n===\n```\n",
        "    # code\n",
        "<!-- # hidden\n-->\nText.\n",
        "<!-- a --> text\n\n# A section\n\n<!-- b -->\n\n# Another\n",
        "#\n\nText.\n",
        "> # Quoted\n",
        "Text\n---\n",
    ],
)
def test_anything_else_is_none(body: str) -> None:
    assert opening_title(body) is None


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("retour-nec-2024", "Retour nec 2024"),
        ("light_home_page", "Light home page"),
        ("Retour-NEC", "Retour NEC"),
        ("énergie", "Énergie"),
    ],
)
def test_a_file_s_name_is_a_title_as_mkdocs_makes_it(stem: str, title: str) -> None:
    assert title_from_stem(stem) == title


@given(words=st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="#{}\\<"), min_size=1))
def test_any_words_are_a_title(words: str) -> None:
    assert opening_title(f"# {words}\n\n# Section\n") == words

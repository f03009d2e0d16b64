"""HTML that is made once and read on pages of several addresses."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from mkdocs_iroco_blog.core.html.relocatable import Marks, RelocatableHtml


def test_addresses_are_filled_in_for_each_page() -> None:
    marks = Marks()
    found = marks.split(f'<a href="{marks.mark("blog/a/")}">a</a> <img src="{marks.mark("images/b.png")}">')
    assert found.addresses == ("blog/a/", "images/b.png")
    assert found.html("blog/") == '<a href="a/">a</a> <img src="../images/b.png">'
    assert found.html("") == '<a href="blog/a/">a</a> <img src="images/b.png">'


def test_an_address_is_escaped_and_the_html_is_markup() -> None:
    marks = Marks()
    found = marks.split(f'<a href="{marks.mark("a/?b=1&c=<")}">a</a>').html("")
    assert isinstance(found, Markup)
    assert found == '<a href="a/?b=1&amp;c=&lt;">a</a>'


def test_html_taken_apart_becomes_a_piece_of_other_html() -> None:
    inner, outer = Marks(), Marks()
    entry = inner.split(f'<a href="{inner.mark("blog/a/")}">a</a>')
    first = outer.mark("blog/")
    found = outer.split(f'<a href="{first}">all</a>{outer.embed(entry)}')
    assert found.html("blog/tag/css/") == '<a href="../../">all</a><a href="../../a/">a</a>'


@pytest.mark.parametrize("text", ["", "<p>plain</p>", "<p>{0} %s \\1</p>", "<p>\ufdd00\ufdd1</p>"])
def test_html_without_addresses_is_itself(text: str) -> None:
    assert Marks().split(text).html("blog/") == text
    assert RelocatableHtml((text,)).html("") == text

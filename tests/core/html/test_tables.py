"""Boxes around tables."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from mkdocs_iroco_blog.core.html.tables import box_tables

HEAD = "<thead><tr><th>Month</th><th>Food &amp; <b>water</b></th></tr></thead>"
TABLE = f"<table>{HEAD}<tbody><tr><td>May</td><td>2</td></tr></tbody></table>"


def names(html: str) -> list[str | None]:
    """The name of each box, in order."""
    return [box.attributes["aria-label"] for box in LexborHTMLParser(html).css("div[role=region][tabindex='0']")]


def test_a_text_without_tables_stays_as_it_is() -> None:
    assert box_tables("<p>A <br> b", "Title", alone=True) == "<p>A <br> b"


def test_a_table_is_named_by_its_headers_and_its_html_stays_as_it_is() -> None:
    html = box_tables(f"<p>Before</p>{TABLE}2<p>After</p>", "Title", alone=True)
    assert names(html) == ["Month, Food & water"]
    assert f">{TABLE}</div>2<p>After</p>" in html


def test_a_caption_names_its_table() -> None:
    captioned = TABLE.replace("<thead>", "<caption>What they <i>eat</i></caption><thead>")
    assert names(box_tables(captioned, "Title", alone=True)) == ["What they eat"]


@pytest.mark.parametrize(("alone", "name"), [(True, "Title"), (False, "Title")])
def test_the_post_names_a_table_without_headers(alone, name) -> None:
    assert names(box_tables("<table><tr><td>1</td></tr></table>", "Title", alone=alone)) == [name]


def test_names_differ_on_one_page() -> None:
    assert names(box_tables(TABLE * 2, "Title", alone=True)) == ["Month, Food & water", "Month, Food & water (2)"]
    assert names(box_tables(TABLE, "A post", alone=False)) == ["A post: Month, Food & water"]


@pytest.mark.parametrize("html", [
    '<table class="highlighttable"><tbody><tr><td>1</td></tr></tbody></table>',
    f'<div tabindex="0">{TABLE}</div>',
])  # fmt: skip
def test_lines_of_code_and_boxes_of_an_author_get_none(html) -> None:
    assert box_tables(html, "Title", alone=True) == html


def test_only_the_outer_of_nested_tables_gets_one() -> None:
    nested = f"<table><tbody><tr><td>{TABLE}</td></tr></tbody></table>"
    assert len(names(box_tables(nested, "Title", alone=True))) == 1

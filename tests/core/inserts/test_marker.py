"""Comments that ask for an insert, in the HTML that Markdown makes of them."""

from __future__ import annotations

import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from mkdocs_iroco_blog.core.inserts.marker import find_markers, has_markers, line_of, replace_markers, without_markers

HERE = "<section>here</section>"


def filled(html: str) -> str:
    return replace_markers(html, lambda _: HERE)


@pytest.mark.parametrize(
    ("comment", "name", "keys"),
    [
        ("<!-- iroco-blog/posts -->", "posts", ""),
        ("<!--iroco-blog/posts-->", "posts", ""),
        ("<!-- iroco-blog/posts { limit: 3 } -->", "posts", "{ limit: 3 }"),
        ("<!-- iroco-blog/terms\n  kind: tags\n  limit: 3\n-->", "terms", "kind: tags\nlimit: 3"),
        ("<!-- iroco-blog/posts {\r\n  limit: 3\r\n} -->", "posts", "{\n  limit: 3\n}"),
    ],
)
def test_a_comment_has_a_name_and_keys(comment: str, name: str, keys: str) -> None:
    [marker] = find_markers(f"<p>Before.</p>\n{comment}\n<p>After.</p>")
    assert (marker.name, marker.keys.strip().replace("\r", ""), marker.comment) == (name, keys, comment)


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Text</p>",
        "<!-- more -->",
        "<!-- material/tags { include: [x] } -->",
        "<pre><code>&lt;!-- iroco-blog/posts --&gt;</code></pre>",
        "<p>iroco-blog/posts</p>",
    ],
)
def test_other_comments_and_code_stay(html: str) -> None:
    assert find_markers(html) == []
    assert filled(html) == html


def test_a_page_without_a_body_has_no_markers() -> None:
    assert not has_markers(None)


@pytest.mark.parametrize(
    ("html", "result"),
    [
        ("<!-- iroco-blog/posts -->", HERE),
        ("<p><!-- iroco-blog/posts --></p>", HERE),
        ("<li>\n<p><!-- iroco-blog/posts --></p>\n</li>", f"<li>\n{HERE}\n</li>"),
        ("<p>A <!-- iroco-blog/posts --> b</p>", f"<p>A </p>{HERE}<p> b</p>"),
        ("<p><!-- iroco-blog/posts --> b</p>", f"{HERE}<p> b</p>"),
        ("<p>A <!-- iroco-blog/posts --></p>", f"<p>A </p>{HERE}"),
        ("<p><!-- iroco-blog/posts -->\n<!-- iroco-blog/terms --></p>", HERE + HERE),
        ("<p>A</p><!-- iroco-blog/posts -->", f"<p>A</p>{HERE}"),
        ("<pre>a</pre><!-- iroco-blog/posts -->", f"<pre>a</pre>{HERE}"),
    ],
)
def test_a_list_is_in_no_paragraph(html: str, result: str) -> None:
    assert filled(html) == result
    assert LexborHTMLParser(result).css_first("p section") is None


@pytest.mark.parametrize(
    ("html", "result"),
    [
        ("<p>A <!-- iroco-blog/posts --> b</p>", "<p>A  b</p>"),
        ("<p><!-- iroco-blog/posts --></p>", ""),
        ("<p>A</p>\n<!-- iroco-blog/posts { limit: 1 } -->\n<p>B</p>", "<p>A</p>\n\n<p>B</p>"),
    ],
)
def test_nothing_in_its_place_leaves_the_paragraph_whole(html: str, result: str) -> None:
    assert without_markers(html) == result


def test_a_marker_of_another_blog_stays() -> None:
    html = "<p><!-- iroco-blog/posts { blog: news } --></p>"
    assert replace_markers(html, lambda _: None) == html


@pytest.mark.parametrize(
    ("above", "level"),
    [("", 2), ("<h1>A</h1>", 2), ("<h1>A</h1><h2>B</h2>", 3), ("<h2>A</h2><h3>B</h3>", 4), ("<h6>A</h6>", 6)],
)
def test_headings_of_a_list_are_below_the_last_heading_above_it(above: str, level: int) -> None:
    [marker] = find_markers(f"{above}<!-- iroco-blog/posts --><h4>After</h4>")
    assert marker.level == level


def test_the_line_of_a_comment_is_the_one_in_the_source() -> None:
    [marker] = find_markers("<!-- iroco-blog/posts {\nlimit: 3 } -->")
    assert line_of(marker, "# Home\n\n> <!-- iroco-blog/posts {\n> limit: 3 } -->") is None
    assert line_of(marker, "# Home\n\n- <!-- iroco-blog/posts {\n  limit: 3 } -->") == 3
    assert line_of(marker, "# Home\n") is None


@pytest.mark.parametrize("piece", ["<!-- iroco-blog/posts ", "<p><!-- iroco-blog/posts -->", "<h2>", "<p>" + " " * 50])
def test_a_long_page_takes_no_longer_than_its_length(piece: str) -> None:
    html = "<!-- iroco-blog/posts -->" + piece * 5000
    start = time.process_time()
    filled(html)
    find_markers(html)
    assert time.process_time() - start < 5

"""What a parser is fed is what Python's own makes of the same HTML."""

from __future__ import annotations

import time
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.contrib.search.search_index import ContentParser

from mkdocs_iroco_blog.host.speed.cache.html_events import feed


class Listener(HTMLParser):
    """Writes down what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[Any, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.told.append(("start", tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.told.append(("end", tag))

    def handle_data(self, data: str) -> None:
        self.told.append(("data", data))

    def handle_comment(self, data: str) -> None:
        self.told.append(("comment", data))


def read(html: str) -> list[tuple[Any, ...]]:
    parser = Listener()
    parser.feed(html)
    parser.close()
    return parser.told


def fed(html: str) -> list[tuple[Any, ...]] | None:
    parser = Listener()
    if feed(parser, html):
        return parser.told
    assert parser.told == []
    return None


REGULAR = [
    "", "Text", "a &amp; b &lt; c &#39;", "<p>One</p>\n<p>Two</p>", '<a href="x?a=1&amp;b=2" title="a > b">x</a>',
    "<br /><hr/><img>",
    "<!-- more --><p>x</p>", "<H2 ID='no'>", '<input disabled checked="">', "<pre><code>a\n  b</code></pre>", "&",
    "x & y", "a &am",
    '<td style="text-align: left;">1</td>', "<svg:rect></svg:rect>", "é 中文 <em>x</em> é", '<p\nclass="a"\n>x</p >',
]  # fmt: skip
IRREGULAR = [
    "a < b", "<", "<p", "<p class=x>", "<p class='x'>", "<script>a<b</script>", "<style>x</style>",
    "<!DOCTYPE html>", "<?php ?>",
    "<!-- a -- b -->", "<!-->", "<![CDATA[x]]>", "</p class='x'>", "<textarea><b></textarea>", '<a b="1"c="2">',
    "</>", "<!-- x",
]  # fmt: skip


@pytest.mark.parametrize("html", REGULAR)
def test_regular_html(html) -> None:
    assert fed(html) in (None, read(html))
    assert "'" in html or fed(html) is not None


@pytest.mark.parametrize("html", IRREGULAR)
def test_anything_else_is_left_to_the_parser(html) -> None:
    assert fed(html) is None


def test_highlighted_code_is_told_as_text() -> None:
    html = '<pre><span></span><code><span class="k">def</span> <span class="nf" id="f">f</span></code></pre>'
    told = fed(html)
    assert told is not None
    dropped = [("start", "span", [("class", "k")]), ("end", "span")]
    assert told == [event for at, event in enumerate(read(html)) if not (event == dropped[0] or at == 6)]


PIECES = st.lists(
    st.sampled_from([
        "<p>", "</p>", '<h2 id="a">', "</h2>", "<br />", "text", " ", "\n", "&amp;", "<", ">", "&", "<!-- c -->",
        "<!--", "-->", '"', "'",
        '<a href="x">', "</a>", '<span class="k">', "</span>", "<pre>", "</pre>", "<code>", "</code>", "/", "=",
        "<a b=c>", "é", "<li>",
    ]),
    max_size=20,
).map("".join)  # fmt: skip


@given(PIECES)
def test_search_reads_the_same(html) -> None:
    one, two = ContentParser(), ContentParser()
    one.feed(html)
    one.close()
    if feed(two, html):
        assert two.stripped_html == one.stripped_html
        assert two.data == one.data


@given(PIECES)
def test_tags_and_text_are_the_same(html) -> None:
    told = fed(html)
    if told is not None and "span" not in html:
        assert told == read(html)


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<!-", "<a b=", '<a b="', "a-", "<a b c", "<", "</a "])
def test_nothing_takes_long(piece) -> None:
    start = time.process_time()
    feed(Listener(), piece * 20_000)
    assert time.process_time() - start < 2

"""A post's HTML as feed readers show it: golden cases in `tests/cases/feeds/`, and what holds for any HTML.

After a change that is meant, `pytest tests/publish/feeds/test_content.py --update-goldens` writes them anew.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from mkdocs_iroco_blog.publish.feeds.content import make_readable

AT = "https://example.org/blog/2024/10/04/nec/"

TAGS = st.sampled_from([
    "a", "blockquote", "button", "code", "details", "div", "figure", "form", "h2", "iframe", "img", "input", "label",
    "li", "math", "noscript", "object", "p", "pre", "script", "span", "style", "summary", "svg", "table", "td",
    "template", "title", "tr", "ul",
])  # fmt: skip
NAMES = st.sampled_from([
    "aria-hidden", "class", "data-src", "data-srcset", "hidden", "href", "id", "lang", "onclick", "poster", "src",
    "srcset", "style", "title", "type",
])  # fmt: skip
WRITTEN = st.sampled_from([
    "#x", "//h/x", "../c/", "MathJax_Preview", "a/b.png", "admonition", "admonition-title", "c1", "checkbox", "code",
    "data:text/html,x", "filename", "gutter", "headerlink", "highlight", "highlighttable", "https://e.org/",
    "javascript:alert(1)", "JaVa\tscript:x", "language-x", "linenos", "math/tex", "mermaid", "tabbed-block",
    "tabbed-content", "tabbed-labels", "tabbed-set", "true", "twemoji", "x.png#only-dark",
])  # fmt: skip
OPENED = st.builds('<{} {}="{}">'.format, TAGS, NAMES, WRITTEN)
CLOSED = st.builds("</{}>".format, TAGS)
TEXT = st.sampled_from(["<!-- c -->", "text (1)!", "a < b & c", " \n", "é"])
MARKUP = st.lists(st.one_of(OPENED, OPENED, CLOSED, TEXT), max_size=16).map("".join)


@pytest.mark.golden_test("../../cases/feeds/*.yml")
def test_content(golden: Any) -> None:
    """The HTML of the page at https://example.org/blog/2024/10/04/nec/ in, what its feed holds out."""
    shown = make_readable(golden["html"], AT)
    assert golden.out["readable"] == shown + "\n"
    assert make_readable(shown, AT) == shown


def faults(shown: str) -> list[str]:
    """What a reader could not show, would run, or could not follow."""
    found = []
    for node in LexborHTMLParser(f"<body>{shown}").css("body *"):
        if node.tag in ("button", "form", "iframe", "input", "script", "style", "svg", "template"):
            found.append(f"<{node.tag}>")
        for name, value in node.attributes.items():
            unfollowed = name in ("href", "src", "poster") and not re.match(r"https?://", value or "")
            if unfollowed or re.match(r"on|data-|aria-|id$|style$|hidden$", name):
                found.append(f"{name}={value}")
    return found


@given(MARKUP)
def test_nothing_is_left_that_runs_or_leads_nowhere(html: str) -> None:
    assert not faults(make_readable(html, AT))


def test_a_page_of_any_depth_is_read() -> None:
    assert make_readable("<div>" * 10_000 + "deep", AT).count("deep") == 1


def test_tags_are_known_in_capitals() -> None:
    assert make_readable('<P>a<SCRIPT>b</SCRIPT></P><IFRAME SRC="/x"></IFRAME>', AT) == (
        '<p>a</p><p><a href="https://example.org/x">https://example.org/x</a></p>'
    )


def test_an_address_of_any_page_is_a_base() -> None:
    html = '<a href="b/">b</a><a href="#c">c</a>'
    assert make_readable(html, "https://example.org/a.html") == (
        '<a href="https://example.org/b/">b</a><a href="https://example.org/a.html#c">c</a>'
    )

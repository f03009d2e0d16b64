"""Patterns that run over a post's HTML read each character a fixed number of times."""

from __future__ import annotations

import pytest

from mkdocs_iroco_blog.core.html.excerpt import finish_excerpt, parse


@pytest.mark.parametrize(
    ("srcset", "expected"),
    [
        ("a.png", "../a.png"), ("a.png 1x, b.png 2x", "../a.png 1x, ../b.png 2x"),
        (" a.png 1x,b.png 2x ", "../a.png 1x, ../b.png 2x"), ("a.png, b.png 2x", "../a.png, ../b.png 2x"),
        ("a,b.png 1x", "../a,b.png 1x"), ("a.png,, b.png", "../a.png, ../b.png"),
        (",,a.png 1x", "../a.png 1x"), (",", ""), ("a.png   100w  ,  b.png", "../a.png 100w, ../b.png"),
    ],
)  # fmt: skip
def test_candidates_of_a_srcset(srcset: str, expected: str) -> None:
    body = parse(f'<img srcset="{srcset}">')
    image = parse(finish_excerpt(body, address="post/", prefix="p--", cut=False).content.html("view/")).css_first("img")
    assert image is not None
    assert (image.attributes["srcset"] or "") == expected.replace("../", "../post/")


def test_references_in_nested_drawings_get_the_prefix_once() -> None:
    html = '<svg id="a"><svg fill="url(#a) url(#b"><style>#a{}</style><g fill="url(#a)"/></svg></svg>'
    written = finish_excerpt(parse(html), address="post/", prefix="p--", cut=False).content.html("view/")
    assert written.count("url(#p--a)") == 2
    assert "p--p--" not in written
    assert "#p--a{}" in written

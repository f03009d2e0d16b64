"""Excerpts in front matter: Markdown and harmless HTML."""

from __future__ import annotations

import pytest

from mkdocs_iroco_blog.core.html.own_excerpt import excerpt_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A page & more.", "<p>A page &amp; more.</p>"),
        ("A *short* one.", "<p>A <em>short</em> one.</p>"),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("<p>As <b>HTML</b>.</p>", "<p>As <b>HTML</b>.</p>"),
        ("[a](https://example.org/)", '<p><a href="https://example.org/">a</a></p>'),
        ("![a](/a.png)", '<p><img alt="a" src="/a.png"></p>'),
        ("a < b", "<p>a &lt; b</p>"),
    ],
)
def test_markdown_and_html_are_converted(text: str, html: str) -> None:
    assert excerpt_html(text).strip() == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> x",
        "x <img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](javascript&#58;alert(1))",
        '<a href="java&#9;script:alert(1)">x</a>',
        "![x](data:text/html,alert(1))",
        '"><svg onload=alert(1)>x',
        "<form action=alert><input name=alert>x</form>",
        "</p><iframe srcdoc=alert>x",
        "<p style='background:url(alert)'>x</p>",
        "<custom-alert>x",
    ],
)
def test_nothing_that_runs_or_loads_code_stays(text: str) -> None:
    assert "alert" not in excerpt_html(text)

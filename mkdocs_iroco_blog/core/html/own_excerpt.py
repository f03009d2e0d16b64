"""Converts the excerpt that a post's front matter gives."""

from __future__ import annotations

import re
from functools import cache

import markdown
from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser

from mkdocs_iroco_blog.core.urls import is_safe

_MARKUP = re.compile(r"[*_`\[\\<&\n]|^[#>+=\d-]")
_ELEMENTS = frozenset({
    "a", "abbr", "b", "blockquote", "br", "cite", "code", "del", "div", "dd", "dl", "dt", "em", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "picture",
    "pre", "q", "s", "small", "source", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "time",
    "tr", "u", "ul",
})  # fmt: skip
"""Elements that an excerpt may hold."""
_WITH_TEXT_OF_CODE = ["script", "style", "template", "iframe", "object", "svg", "math", "noscript", "textarea", "title"]
_ATTRIBUTES = frozenset({"alt", "class", "height", "href", "lang", "dir", "src", "title", "width", "datetime"})


def excerpt_html(text: str) -> str:
    """Convert an excerpt from Markdown, with standard syntax alone. HTML stays, except what could run or load code."""
    if not _MARKUP.search(text):
        return f"<p>{escape(text)}</p>"
    converter = _converter()
    html: str = converter.convert(text)
    converter.reset()
    return _harmless(html)


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown()


def _harmless(html: str) -> str:
    """Keep the elements and attributes of texts. A value of front matter is no place for others."""
    body = LexborHTMLParser("<body>" + html).body
    assert body is not None
    body.strip_tags(_WITH_TEXT_OF_CODE)
    body.unwrap_tags([tag for node in body.css("*") if (tag := node.tag or "") not in {*_ELEMENTS, "body"}])
    for node in body.css("*"):
        if node.tag not in {*_ELEMENTS, "body"}:
            node.decompose()  # without content, as `input`
            continue
        for name, value in list(node.attributes.items()):
            if name not in _ATTRIBUTES or (name in ("href", "src") and not is_safe(value or "")):
                del node.attrs[name]
    return body.inner_html or ""

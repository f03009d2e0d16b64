"""Writes spans that contain no others: code, maths, HTML and quotes.

Functions take the character before the span in the output, and the first character after it. Both may be empty.
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.attributes import write_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Element, Options
from mkdocs_iroco_blog.jekyll.kramdown.typography import quote_sign

from .escapes import escape_all
from .targets import write_tag

_TICKS = re.compile("`+")
_BREAK = re.compile(r" {2,}\n")
_REFERENCE = re.compile(r"&(?=(?:#[0-9]+|#x[0-9a-fA-F]+|[A-Za-z0-9]+);)")
_TAG = re.compile(r"<!--(?:(?!-->).)*-->|</?[A-Za-z][^<>]*>|&(?:#[0-9]+|#x[0-9a-fA-F]+|[A-Za-z0-9]+);", re.DOTALL)


def write_code_span(span: Element, before: str, after: str) -> str:
    """Write code between enough backticks, or as HTML if outer spaces count or other code is right before."""
    code = span.text
    attributes = write_attributes(span.attributes)
    spaced = (code[:1].isspace() and not (before or " ").isspace()) or (
        code[-1:].isspace() and not (after or " ").isspace()
    )
    if attributes is None or not code.strip() or spaced or before == "`":
        plain = escape_all(unbroken(code).replace("&", "&amp;"))
        return f"{write_tag('code', span.attributes)}{plain}</code>"
    mark = span.options["mark"]
    if "`" not in code:
        return f"`{code}`{attributes}" if len(mark) > 2 else f"{mark}{code}{mark}{attributes}"
    runs = set(map(len, _TICKS.findall(code)))
    while len(mark) in runs:
        mark += "`"
    return f"{mark} {code} {mark}{attributes}"


def unbroken(text: str) -> str:
    """Reduce the spaces at the end of each line, so that they are no line break."""
    return _BREAK.sub(" \n", text) if "  \n" in text else text


def write_maths(span: Element, before: str, _after: str) -> str:
    """Write maths for arithmatex, or escaped in the text if arithmatex would not recognise it."""
    content = span.text
    if span.attributes:
        return f"{write_tag('span', span.attributes)}&#36;{escape_all(content)}&#36;</span>"
    if not content or "`" in content:  # Python-Markdown reads code before maths
        return f"\\\\({escape_all(content)}\\\\)"
    text = _REFERENCE.sub("&amp;", content)
    return f"\\({text}\\)" if "$" in content or content.endswith("\\") or before == "$" else f"${text}$"


def write_raw(span: Element, _before: str, _after: str) -> str:
    """Write raw HTML: tags and references unchanged, the text between them escaped."""
    if span.options["type"] and "html" not in span.options["type"]:
        return ""
    parts: list[str] = []
    last = 0
    for tag in _TAG.finditer(span.text):
        parts += escape_all(span.text[last : tag.start()]), tag[0]
        last = tag.end()
    return "".join((*parts, escape_all(span.text[last:])))


def write_quote(span: Element, options: Options) -> str:
    """Write a quote; straight quotes become entities, as an extension would bend them."""
    return "".join({"'": "&#39;", '"': "&quot;"}.get(sign, sign) for sign in quote_sign(span.text, options))

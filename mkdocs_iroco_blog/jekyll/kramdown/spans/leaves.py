"""Spans that hold no others, as Python-Markdown reads them: code, maths, HTML, signs.

Each function takes the span, the last character written before it and the first of what follows; both may be empty.
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.attributes import write_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Element, Options
from mkdocs_iroco_blog.jekyll.kramdown.typography import written_quote

from .escapes import escape_all
from .targets import write_tag

_TICKS = re.compile("`+")
_BREAK = re.compile(r" {2,}\n")
_REFERENCE = re.compile(r"&(?=(?:#[0-9]+|#x[0-9a-fA-F]+|[A-Za-z0-9]+);)")
_TAG = re.compile(r"<!--(?:(?!-->).)*-->|</?[A-Za-z][^<>]*>|&(?:#[0-9]+|#x[0-9a-fA-F]+|[A-Za-z0-9]+);", re.DOTALL)


def write_code(span: Element, before: str, after: str) -> str:
    """Code, between more back-ticks than it has; as HTML where the spaces within count, or other code is beside."""
    code = span.text
    listed = write_attributes(span.attributes)
    spaced = (code[:1].isspace() and not (before or " ").isspace()) or (
        code[-1:].isspace() and not (after or " ").isspace()
    )
    if listed is None or not code.strip() or spaced or before == "`":
        plain = escape_all(unbroken(code).replace("&", "&amp;"))
        return f"{write_tag('code', span.attributes)}{plain}</code>"
    mark = span.options["mark"]
    runs = set(map(len, _TICKS.findall(code))) if "`" in code else ()
    if not runs:
        return f"`{code}`{listed}" if len(mark) > 2 else f"{mark}{code}{mark}{listed}"
    while len(mark) in runs:
        mark += "`"
    return f"{mark} {code} {mark}{listed}"


def unbroken(text: str) -> str:
    """A text in which spaces at the end of a line are no break."""
    return _BREAK.sub(" \n", text) if "  \n" in text else text


def write_maths(span: Element, before: str, _after: str) -> str:
    """Maths for arithmatex; in the text itself where that would find none."""
    content = span.text
    if span.attributes:
        return f"{write_tag('span', span.attributes)}&#36;{escape_all(content)}&#36;</span>"
    if not content or "`" in content:  # code is found before maths
        return f"\\\\({escape_all(content)}\\\\)"
    shown = _REFERENCE.sub("&amp;", content)
    return f"\\({shown}\\)" if "$" in content or content.endswith("\\") or before == "$" else f"${shown}$"


def write_raw(span: Element, _before: str, _after: str) -> str:
    """What is HTML already: its tags and references as they are, and no meaning in its text."""
    if span.options["type"] and "html" not in span.options["type"]:
        return ""
    parts: list[str] = []
    last = 0
    for tag in _TAG.finditer(span.text):
        parts += escape_all(span.text[last : tag.start()]), tag[0]
        last = tag.end()
    return "".join((*parts, escape_all(span.text[last:])))


def write_quote(span: Element, options: Options) -> str:
    """A quote that the options set: no straight one that an extension would bend again."""
    return "".join({"'": "&#39;", '"': "&quot;"}.get(sign, sign) for sign in written_quote(span.text, options))

"""Reads attribute lists after spans, `{::comment}` and the like, and maths.

https://kramdown.gettalong.org/syntax.html#extensions, …#math-blocks
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.attributes import merge_attributes, read_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Element

from .scanner import Scanner

_ANY = r"(?:\\\}|[^\\}]|\\(?!\}))"
_OPENING = re.compile(rf"\{{::([A-Za-z0-9_]+)(?:[ \t\r\n\f\v]({_ANY}*?))?(/)?\}}")
_CLOSING = r"\{{:/(?:{})?\}}"
_LIST = re.compile(rf"\{{:({_ANY}+)\}}")


def read_braces(scanner: Scanner, start: int) -> None:
    """Read `{::name …}`, or `{: … }` after a span; other braces are text."""
    text = scanner.text
    if extension := _OPENING.match(text, start):
        if not _try_extension(scanner, extension):
            scanner.copy()
        return
    span = scanner.previous
    attributes = _LIST.match(text, start) if span and not text.startswith("{:/", start) else None
    if span is None or attributes is None:
        scanner.copy()
        return
    span.options.pop("tag", None)
    merge_attributes(span.attributes, read_attributes(attributes[1], scanner.document))
    scanner.position = attributes.end()


def _try_extension(scanner: Scanner, opening: re.Match[str]) -> bool:
    name, items, closed = opening[1], opening[2] or "", opening[3]
    body, end = None, opening.end()
    if not closed:
        closing = re.compile(_CLOSING.format(re.escape(name))).search(scanner.text, end)
        scanner.patience -= len(scanner.text) - end >> 6
        if closing is None:
            return False
        body, end = scanner.text[end : closing.start()], closing.end()
    if name not in {"comment", "nomarkdown", "options"}:
        return False
    attributes = read_attributes(items, scanner.document)
    if name == "options":
        attributes.pop("hard_wrap", None)  # cannot change within a block
        scanner.document.options = scanner.document.options.updated(attributes)
    elif body is not None:
        kind = "comment" if name == "comment" else "raw"
        scanner.add(Element(kind, body, options={"type": attributes.get("type", "").split()}))
    scanner.position = end
    return True


def read_dollar(scanner: Scanner, start: int) -> None:
    """Read `$$maths$$`."""
    if scanner.read_quotes_ahead():
        return
    end = scanner.find("$$", start + 2) if scanner.text.startswith("$$", start) else -1
    if end < 0:
        scanner.copy()
        return
    scanner.add(Element("math", scanner.text[start + 2 : end].strip()), end + 2)

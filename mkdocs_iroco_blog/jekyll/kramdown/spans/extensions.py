"""Attribute lists after spans, `{::comment}` and its like, maths.

https://kramdown.gettalong.org/syntax.html#extensions, …#math-blocks
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

from mkdocs_iroco_blog.jekyll.kramdown.attributes import merge_attributes, read_attributes, read_names
from mkdocs_iroco_blog.jekyll.kramdown.document import Attributes, Document, Element

from .scanner import Scanner

_ANY = r"(?:\\\}|[^\\}]|\\(?!\}))"
_OPENING = re.compile(rf"\{{::([A-Za-z0-9_]+)(?:[ \t\r\n\f\v]({_ANY}*?))?(/)?\}}")
_CLOSING = r"\{{:/(?:{})?\}}"
_LIST = re.compile(rf"\{{:({_ANY}+)\}}")
_FALSE = frozenset({"false", "no", "0"})
# `hard_wrap` is none: GFM goes by it from the beginning.
_TOGGLES = frozenset({"auto_ids", "auto_id_stripping", "parse_block_html", "parse_span_html"})


def read_braces(scanner: Scanner, start: int) -> None:
    """`{::name …}` or `{: … }`; what is neither, or has nothing before it to stand for, is text."""
    text = scanner.text
    if extension := _OPENING.match(text, start):
        if not _reads_extension(scanner, extension):
            scanner.copy()
        return
    span = scanner.previous
    attributes = _LIST.match(text, start) if span and not text.startswith("{:/", start) else None
    if span is None or attributes is None:
        scanner.copy()
        return
    span.options.pop("tag", None)
    merge_attributes(span.attributes, read_attributes(attributes[1], scanner.document))
    if names := read_names(attributes[1]):
        span.options.setdefault("names", []).extend(names)
    scanner.position = attributes.end()


def _reads_extension(scanner: Scanner, opening: re.Match[str]) -> bool:
    name, written, closed = opening[1], opening[2] or "", opening[3]
    body, end = None, opening.end()
    if not closed:
        closing = re.compile(_CLOSING.format(re.escape(name))).search(scanner.text, end)
        scanner.patience -= len(scanner.text) - end >> 6
        if closing is None:
            return False
        body, end = scanner.text[end : closing.start()], closing.end()
    said = read_attributes(written, scanner.document)
    if name == "options":
        set_options(said, scanner.document)
    elif name not in {"comment", "nomarkdown"}:
        return False
    elif body is not None:
        kind = "comment" if name == "comment" else "raw"
        scanner.add(Element(kind, body, options={"type": said.get("type", "").split()}))
    scanner.position = end
    return True


def set_options(said: Attributes, document: Document) -> None:
    """What `{::options key="value" /}` changes, from here on."""
    names = {option.name for option in fields(document.options)}
    changes: dict[str, Any] = {}
    for name, value in said.items():
        if name in _TOGGLES:
            changes[name] = value.strip().lower() not in _FALSE
        elif name == "toc_levels":
            changes[name] = _levels(value)
        elif name in names and isinstance(getattr(document.options, name), int) and value.lstrip("-").isdecimal():
            changes[name] = int(value)
        elif name == "auto_id_prefix":
            changes[name] = value
        elif name == "smart_quotes" and value.count(",") == 3:
            changes[name] = tuple(part.strip() for part in value.split(","))
    if changes:
        document.options = replace(document.options, **changes)


def _levels(value: str) -> tuple[int, ...]:
    """`1..3` or `2,3`."""
    first, dots, last = value.partition("..")
    if dots and first.strip().isdecimal() and last.strip(". ").isdecimal():
        return tuple(range(int(first), int(last.strip(". ")) + 1))
    return tuple(int(part) for part in value.replace(",", " ").split() if part.isdecimal())


def read_dollar(scanner: Scanner, start: int) -> None:
    """`$$maths$$`."""
    if scanner.at_quotes():
        scanner.add_quotes()
        return
    end = scanner.find("$$", start + 2) if scanner.text.startswith("$$", start) else -1
    if end < 0:
        scanner.copy()
        return
    scanner.add(Element("math", scanner.text[start + 2 : end].strip()))
    scanner.position = end + 2

"""Lists, as Python-Markdown reads them: everything in an item is indented by four spaces."""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_iroco_blog.jekyll.kramdown.attributes import write_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Element

_next_line = re.compile(r"\n(?=[^\n])")
_short_item = re.compile(r"(?:[*+-]|1\.) (?![*+-] |\d+\. )[^\n]+(?:\Z|\n\n|\n(?=[*+-] |\d+\. ))")
"""A list whose first item is one line: it can stand beside the mark of the item that it is in."""
_BOXES = ("[ ] ", "[x] ", "[X] ")
"""What makes an item a task."""
_INLINE = frozenset({"p", "header"})
"""What can stand right after an item's mark."""

Write = Callable[[list[Element]], str]
"""Writes blocks inside of others."""


def indented(text: str) -> str:
    """A text whose lines after the first are indented."""
    return _next_line.sub("\n    ", text)


def write_list(element: Element, write: Write) -> str:
    """Items with a blank line after each that has one inside of it, or that is loose."""
    texts = [_write_item(item, write) for item in element.children]
    mark = element.options.get("mark", "-")
    if mark == "-" and any(not text or text.startswith("\n") for text in texts):
        mark = "*"  # a hyphen alone would make a header of the line above
    written = ""
    for number, (item, text) in enumerate(zip(element.children, texts, strict=True), 1):
        opening = f"{number}." if element.kind == "ol" else mark
        written += f"{opening} {_said(item)}{text}"
        if number < len(texts):
            written += "\n\n" if "\n\n" in text or _is_loose(item) else "\n"
    return written


def _said(item: Element) -> str:
    task = f"{item.options['task']} " if "task" in item.options else ""
    attributes = write_attributes(item.attributes) if item.attributes else ""
    return (f"{attributes} " if attributes else "") + task


def _is_loose(item: Element) -> bool:
    return bool(item.children) and item.children[0].kind == "p" and not item.children[0].options.get("tight")


def _write_item(item: Element, write: Write) -> str:
    blocks = [block for block in item.children if block.kind not in ("blank", "end")]
    if not blocks:
        return ""
    first, rest = blocks[0], blocks[1:]
    if first.kind not in _INLINE:
        text = write(blocks)
        beside = first.kind in ("ul", "ol") and _short_item.match(text)
        return indented(text if beside else "\n\n" + text)
    text = write([first])
    if text.startswith(_BOXES):
        text = f"\\{text}"
    if rest:
        tight = first.options.get("tight") and rest[0].kind in ("ul", "ol")
        text += ("\n" if tight else "\n\n") + write(rest)
    return indented(text)


def write_definitions(element: Element, write: Write, term: Callable[[Element], str]) -> str:
    """Terms, each in a line, and definitions, indented by four spaces."""
    text = body = ""
    before = ""
    for item in element.children:
        apart = "\n\n" if before == "dd" else "\n"
        if item.kind == "dt":
            text += (apart if before else "") + term(item)
        else:
            apart = "\n\n" if _is_loose(item) or "\n\n" in body else "\n"
            body = write(item.children)
            attributes = write_attributes(item.attributes) if item.attributes else ""
            text += f"{apart}:   {f'{attributes} ' if attributes else ''}{indented(body)}"
        before = item.kind
        body = body if before == "dd" else ""
    return text

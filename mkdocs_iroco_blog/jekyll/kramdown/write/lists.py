"""Writes lists and tables: four spaces of indentation in an item, outer pipes for rows."""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_iroco_blog.jekyll.kramdown.attributes import write_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Element

_next_line = re.compile(r"\n(?=[^\n])")
_short_item = re.compile(r"(?:[*+-]|1\.) (?![*+-] |\d+\. )[^\n]+(?:\Z|\n\n|\n(?=[*+-] |\d+\. ))")
"""A list whose first item is a single line, so that it can follow the mark of the item around it."""
_code_or_pipe = re.compile(r"(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)|\\.|\|", re.DOTALL)
_BOXES = ("[ ] ", "[x] ", "[X] ")
"""The beginnings of tasks."""
_INLINE = frozenset({"p", "header"})
"""Blocks that can follow an item's mark in the same line."""
NOT_WRITTEN = frozenset({"blank", "end"})
"""Blocks that only separate others."""

Write = Callable[[list[Element]], str]
"""Writes the blocks inside another."""


def indented(text: str) -> str:
    """Indent the lines after the first."""
    return _next_line.sub("\n    ", text)


def write_list(element: Element, write: Write) -> str:
    """Write items; a blank line follows a loose item, and one that contains a blank line."""
    texts = [_write_item(item, write) for item in element.children]
    mark = element.options.get("mark", "-")
    if mark == "-" and any(not text or text.startswith("\n") for text in texts):
        mark = "*"  # a hyphen alone would make a header of the line above
    output = ""
    for number, (item, text) in enumerate(zip(element.children, texts, strict=True), 1):
        opening = f"{number}." if element.kind == "ol" else mark
        output += f"{opening} {_prefix(item)}{text}"
        if number < len(texts):
            output += "\n\n" if "\n\n" in text or _is_loose(item) else "\n"
    return output


def _prefix(item: Element) -> str:
    return "".join(f"{part} " for part in (write_attributes(item.attributes), item.options.get("task")) if part)


def _is_loose(item: Element) -> bool:
    return bool(item.children) and item.children[0].kind == "p" and not item.children[0].options.get("tight")


def _write_item(item: Element, write: Write) -> str:
    blocks = [block for block in item.children if block.kind not in NOT_WRITTEN]
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
    """Write terms, one in each line, and definitions."""
    text = body = before = ""
    for item in element.children:
        if item.kind == "dt":
            text += ("\n\n" if before == "dd" else "\n" if before else "") + term(item)
            body = ""
        else:
            gap = "\n\n" if _is_loose(item) or "\n\n" in body else "\n"
            body = write(item.children)
            text += f"{gap}:   {_prefix(item)}{indented(body)}"
        before = item.kind
    return text


def write_table(table: Element, write: Callable[[Element], str]) -> str:
    """Write a table with outer pipes. Bodies and footer become one body; a missing header becomes an empty row."""
    parts = table.children
    alignment = table.options["alignment"]
    head = parts[0].children if parts[0].kind == "thead" else []
    rows = [row for part in parts for row in part.children]
    header = [_cell(write(cell)) for cell in rows[0].children] if head else [""] * len(alignment)
    lines = [_line(header), _line(alignment)]
    lines += [_line([_cell(write(cell)) for cell in row.children]) for row in rows[1 if head else 0 :]]
    return "\n".join(lines)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """Join the lines of a cell, and escape each `|` outside code."""
    text = text.replace("\n", " ").strip()
    if "|" not in text:
        return text
    return _code_or_pipe.sub(lambda match: r"\|" if match[0] == "|" else match[0], text)

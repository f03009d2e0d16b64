"""Writes tables for the `tables` extension of Python-Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_iroco_blog.jekyll.kramdown.document import Element

_SIDES = {"": "---", "left": ":--", "right": "--:", "center": ":-:"}
_code_or_pipe = re.compile(r"(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)|\\.|\|", re.DOTALL)


def write_table(table: Element, write: Callable[[Element], str]) -> str:
    """Write a table with outer pipes. Bodies and footer become one body; a missing header becomes an empty row."""
    parts = table.children
    columns = len(table.options["alignment"])
    head = parts[0].children if parts[0].kind == "thead" else []
    rows = [row for part in parts for row in part.children]
    header = [_cell(write(cell)) for cell in rows[0].children] if head else [""] * columns
    lines = [_line(header), _line([_SIDES[side] for side in table.options["alignment"]])]
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

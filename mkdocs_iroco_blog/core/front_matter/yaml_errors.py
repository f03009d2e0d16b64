"""Explains errors in YAML: the line, the fault, and how to fix it."""

from __future__ import annotations

import re
from typing import Any

import yaml

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import front_matter as messages
from mkdocs_iroco_blog.core.messages.message import Message

_BARE_KEY = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*$")
_Explanation = tuple[int, Message, dict[str, Any]] | None
"""The row, counted from 0, the message, and its values."""


def syntax_problem(source: str, head: str, error: yaml.MarkedYAMLError, first: int) -> Finding:
    """Explain an error of the parser. `first` is the line of the file on which `head` begins."""
    rows = head.split("\n")
    mark = error.problem_mark or error.context_mark
    line = min(mark.line if mark else 0, len(rows) - 1)
    if (error.context or "").endswith("quoted scalar") and error.context_mark:
        return messages.UNCLOSED_QUOTE(source, error.context_mark.line + first)
    for explain in (_tab, _key_without_colon, _colon_in_value):
        if explanation := explain(rows, line):
            row, message, values = explanation
            return message(source, row + first, **values)
    if "nesting depth" in (error.problem or ""):
        return messages.TOO_DEEP(source, line + first)
    return messages.NOT_YAML(source, line + first, error=error.problem or error)


def shape_problem(source: str, head: str, node: yaml.Node, values: object, first: int) -> Finding:
    """Explain that there is a list or a single value instead of keys with values."""
    bare = _key_without_colon(head.split("\n"), head.count("\n"))
    if bare and isinstance(values, str):
        row, message, words = bare
        return message(source, row + first, **words)
    kind = "a list" if isinstance(values, list) else f"a single value ({str(values)[:40]!r})"
    return messages.NOT_KEYS(source, node.start_mark.line + first, kind=kind)


def _tab(rows: list[str], line: int) -> _Explanation:
    for row in (line, line - 1):
        if row >= 0 and re.match(r" *\t", rows[row]):
            return row, messages.TAB, {}
    return None


def _key_without_colon(rows: list[str], line: int) -> _Explanation:
    for row in range(min(line, len(rows) - 1), -1, -1):
        match = _BARE_KEY.match(rows[row])
        next_row = rows[row + 1] if row + 1 < len(rows) else ""
        if match and (next_row.lstrip().startswith("- ") or row + 1 == line or row == line):
            return row, messages.NO_COLON, {"key": match[1]}
    return None


def _colon_in_value(rows: list[str], line: int) -> _Explanation:
    match = re.match(r"^([\w-]+): ([^'\"\[{|>].*: .*|[^'\"\[{|>].*:)$", rows[line])
    if match is None:
        return None
    value = match[2].replace('"', '\\"')
    return line, messages.COLON_IN_VALUE, {"key": match[1], "value": value}

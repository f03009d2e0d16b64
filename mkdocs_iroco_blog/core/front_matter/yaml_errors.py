"""Explains errors in YAML: the line, the fault, and how to fix it."""

from __future__ import annotations

import re

import yaml

from mkdocs_iroco_blog.core.findings import Problem

_BARE_KEY = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*$")
_Explanation = tuple[int, str, str] | None
"""The row, counted from 0, the fault, and the hint."""


def syntax_problem(source: str, head: str, error: yaml.MarkedYAMLError, first: int) -> Problem:
    """Explain an error of the parser. `first` is the line of the file on which `head` begins."""
    rows = head.split("\n")
    mark = error.problem_mark or error.context_mark
    line = min(mark.line if mark else 0, len(rows) - 1)
    if (error.context or "").endswith("quoted scalar") and error.context_mark:
        what = "The quotation mark on this line is not closed."
        return Problem(source, error.context_mark.line + first, what, "Close it, or remove it.", no_page=True)
    for explain in (_tab, _key_without_colon, _colon_in_value):
        if explanation := explain(rows, line):
            return Problem(source, explanation[0] + first, *explanation[1:], no_page=True)
    what = f"This is not YAML: {error.problem or error}."
    return Problem(source, line + first, what, "Fix this line or the one before it.", no_page=True)


def shape_problem(source: str, head: str, node: yaml.Node, values: object, first: int) -> Problem:
    """Explain that there is a list or a single value instead of keys with values."""
    bare = _key_without_colon(head.split("\n"), head.count("\n"))
    if bare and isinstance(values, str):
        return Problem(source, bare[0] + first, *bare[1:], no_page=True)
    kind = "a list" if isinstance(values, list) else f"a single value ({str(values)[:40]!r})"
    what = f"Expected keys with values, got {kind}."
    return Problem(source, node.start_mark.line + first, what, "Write one `key: value` on each line.", no_page=True)


def _tab(rows: list[str], line: int) -> _Explanation:
    for row in (line, line - 1):
        if row >= 0 and re.match(r" *\t", rows[row]):
            return row, "This line is indented with a tab, which YAML does not allow.", "Use spaces instead."
    return None


def _key_without_colon(rows: list[str], line: int) -> _Explanation:
    for row in range(min(line, len(rows) - 1), -1, -1):
        match = _BARE_KEY.match(rows[row])
        next_row = rows[row + 1] if row + 1 < len(rows) else ""
        if match and (next_row.lstrip().startswith("- ") or row + 1 == line or row == line):
            return row, f"`{match[1]}` has no colon, so it is not a key.", f"Write `{match[1]}:`."
    return None


def _colon_in_value(rows: list[str], line: int) -> _Explanation:
    match = re.match(r"^([\w-]+): ([^'\"\[{|>].*: .*|[^'\"\[{|>].*:)$", rows[line])
    if match is None:
        return None
    value = match[2].replace('"', '\\"')
    return line, f"The value of `{match[1]}` contains a colon.", f'Put it in quotes: `{match[1]}: "{value}"`.'

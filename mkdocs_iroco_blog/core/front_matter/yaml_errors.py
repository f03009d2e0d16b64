"""What is wrong with a piece of YAML, in words that say which line to mend and how."""

from __future__ import annotations

import re

import yaml

from mkdocs_iroco_blog.core.findings import Problem

_BARE_KEY = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*$")
_Explanation = tuple[int, str, str] | None
"""The row, counted from 0, what it holds, and the hint."""


def syntax_problem(source: str, head: str, error: yaml.MarkedYAMLError, first: int) -> Problem:
    """What the parser stumbled over. `first` is the line of the file that `head` begins in."""
    rows = head.split("\n")
    mark = error.problem_mark or error.context_mark
    line = min(mark.line if mark else 0, len(rows) - 1)
    if (error.context or "").endswith("quoted scalar") and error.context_mark:
        what = "The quote that opens in this line is not closed."
        return Problem(source, error.context_mark.line + first, what, "Close it, or leave it out.", no_page=True)
    for explain in (_tab, _key_without_colon, _colon_in_value):
        found = explain(rows, line)
        if found:
            at, what, hint = found
            return Problem(source, at + first, what, hint, no_page=True)
    what = f"This is not YAML: {error.problem or error}."
    return Problem(source, line + first, what, "Mend this line, or the one before it.", no_page=True)


def shape_problem(source: str, head: str, node: yaml.Node, values: object, first: int) -> Problem:
    """What stands where keys with values were expected: a list, or a single value."""
    bare = _key_without_colon(head.split("\n"), head.count("\n"))
    if bare and isinstance(values, str):
        return Problem(source, bare[0] + first, *bare[1:], no_page=True)
    what = f"Here stands {_kind_of(values)}, where keys with values were expected."
    return Problem(source, node.start_mark.line + first, what, "Write `key: value`, one a line.", no_page=True)


def _kind_of(value: object) -> str:
    return "a list" if isinstance(value, list) else f"a single value ({str(value)[:40]!r})"


def _tab(rows: list[str], line: int) -> _Explanation:
    for at in (line, line - 1):
        if at >= 0 and re.match(r" *\t", rows[at]):
            return at, "A tab indents this line, which YAML does not allow.", "Write spaces instead."
    return None


def _key_without_colon(rows: list[str], line: int) -> _Explanation:
    for at in range(min(line, len(rows) - 1), -1, -1):
        match = _BARE_KEY.match(rows[at])
        follows = rows[at + 1] if at + 1 < len(rows) else ""
        if match and (follows.lstrip().startswith("- ") or at + 1 == line or at == line):
            return at, f"`{match[1]}` has no colon, so it is not a key.", f"Write `{match[1]}:`."
    return None


def _colon_in_value(rows: list[str], line: int) -> _Explanation:
    match = re.match(r"^([\w-]+): ([^'\"\[{|>].*: .*|[^'\"\[{|>].*:)$", rows[line])
    if match is None:
        return None
    value = match[2].replace('"', '\\"')
    return line, f"The value of `{match[1]}` holds a colon.", f'Put it in quotes: `{match[1]}: "{value}"`.'

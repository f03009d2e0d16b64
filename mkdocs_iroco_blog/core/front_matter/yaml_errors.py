"""Explains errors in YAML: the line, the fault, and how to fix it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import yaml

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import front_matter as messages
from mkdocs_iroco_blog.core.messages.message import Message

_BARE_KEY = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*$")
_PAIR = re.compile(r"^(?P<indent>[ ]*(?:- )?)(?P<key>[\w-]+):[ ]+(?P<value>\S.*?)[ \t]*$")
_MEANINGFUL = re.compile(
    r"""![^\s]*|[*&@`%|>,\]}?-]|\[[^\]]*\](?=.)|\{\{|\{[^}]*\}(?=.)|"(?:[^"\\]|\\.)*"(?=.)|'(?:[^']|'')*'(?=.)"""
)
"""The beginning of a value that is no text to YAML: a sign, or brackets or quotes that end before the value does."""
_Explanation = tuple[int, Message, dict[str, Any]] | None
"""The row, counted from 0, the message, and its values."""
_Explain = Callable[[list[str], int, yaml.MarkedYAMLError], _Explanation]


def syntax_problem(source: str, head: str, error: yaml.MarkedYAMLError, first: int) -> Finding:
    """Explain an error of the parser. `first` is the line of the file on which `head` begins."""
    rows = head.split("\n")
    mark = error.problem_mark or error.context_mark
    line = min(mark.line if mark else 0, len(rows) - 1)
    if "nesting depth" in (error.problem or ""):
        return messages.TOO_DEEP(source, line + first)
    for explain in _EXPLANATIONS:
        if explanation := explain(rows, line, error):
            row, message, values = explanation
            return message(source, row + first, **values)
    return messages.NOT_YAML(source, line + first, error=error.problem or error)


def shape_problem(source: str, head: str, node: yaml.Node, values: object, first: int) -> Finding:
    """Explain that there is a list or a single value instead of keys with values."""
    rows = head.split("\n")
    last = len(rows) - 1
    if isinstance(values, str) and (explanation := _bare_key(rows, last) or _missing_space(rows, last)):
        row, message, words = explanation
        return message(source, row + first, **words)
    kind = "a list" if isinstance(values, list) else f"a single value ({str(values)[:40]!r})"
    return messages.NOT_KEYS(source, node.start_mark.line + first, kind=kind)


def _tab(rows: list[str], line: int, _: yaml.MarkedYAMLError) -> _Explanation:
    for row in (line, line - 1):
        if row >= 0 and re.match(r" *\t", rows[row]):
            return row, messages.TAB, {}
    return None


def _quotation(rows: list[str], line: int, error: yaml.MarkedYAMLError) -> _Explanation:
    """Explain a quotation that does not end, or an escape sequence in it that YAML does not have."""
    if (error.context or "").endswith("quoted scalar") and error.context_mark and error.problem_mark:
        if "unexpected" in (error.problem or ""):
            return error.context_mark.line, messages.UNCLOSED_QUOTE, {}
        return line, messages.BAD_ESCAPE, _escape(rows[line], error.problem_mark.column)
    for row in range(line):  # a later quotation mark may have closed it
        match = _PAIR.match(rows[row])
        if match and match["value"][0] in "\"'" and match["value"].count(match["value"][0]) == 1:
            return row, messages.UNCLOSED_QUOTE, {}
    return None


def _escape(row: str, column: int) -> dict[str, str]:
    """Return the escape sequence at a column, and the line without any: its characters, or a text in single quotes."""
    start = max(0, row.rfind("\\", 0, column + 1))
    escape = re.match(r"\\(?:[ux]\w{0,4}|.?)", row[start:])
    match = re.search(r'"((?:[^"\\]|\\.)*)"?', row)
    text, before, after = (match[1], row[: match.start()], row[match.end() :]) if match else (row, "", "")
    try:
        quoted = json.dumps(json.loads(f'"{text}"'), ensure_ascii=False)  # as JSON writes characters beyond 16 bits
        quoted.encode()
    except ValueError:
        quoted = "'" + text.replace("'", "''") + "'"
    return {"escape": escape[0] if escape else "\\", "line": f"{before}{quoted}{after}".strip()}


def _open_bracket(_: list[str], line: int, error: yaml.MarkedYAMLError) -> _Explanation:
    context = error.context or ""
    if "expected ',' or" not in (error.problem or "") or "flow" not in context or error.context_mark is None:
        return None
    row = min(error.context_mark.line, line)
    opening, closing = ("[", "]") if context.endswith("sequence") else ("{", "}")
    return row, messages.UNCLOSED_BRACKET, {"opening": opening, "closing": closing}


def _meaningful_start(rows: list[str], line: int, _: yaml.MarkedYAMLError) -> _Explanation:
    match = _PAIR.match(rows[line])
    start = _MEANINGFUL.match(match["value"]) if match else None
    if match is None or start is None:
        return None
    key, value, sign = match["key"], match["value"], start[0][0]
    if sign in "\"'":
        text = value[1:-1] if value.endswith(sign) else value
        return line, messages.EARLY_QUOTE, {"key": key, "line": _quoted(key, text)}
    sign = start[0] if sign == "!" else sign
    return line, messages.NEEDS_QUOTES, {"key": key, "sign": sign, "line": _quoted(key, value)}


def _quoted(key: str, text: str) -> str:
    if '"' in text or "\\" in text:
        return f"{key}: '" + text.replace("'", "''") + "'"
    return f'{key}: "{text}"'


def _missing_space(rows: list[str], line: int, _: yaml.MarkedYAMLError | None = None) -> _Explanation:
    for row in (line, line - 1):
        match = re.match(r"([A-Za-z_][\w-]*):([^\s/].*)", rows[row]) if row >= 0 else None
        if match:
            return row, messages.NO_SPACE, {"key": match[1], "line": f"{match[1]}: {match[2]}"}
    return None


def _bare_key(rows: list[str], line: int, _: yaml.MarkedYAMLError | None = None) -> _Explanation:
    for row in range(min(line, len(rows) - 1), -1, -1):
        match = _BARE_KEY.match(rows[row])
        next_row = rows[row + 1] if row + 1 < len(rows) else ""
        if match and (next_row.lstrip().startswith("- ") or row + 1 == line or row == line):
            return row, messages.NO_COLON, {"key": match[1]}
    return None


def _colon_in_value(rows: list[str], line: int, _: yaml.MarkedYAMLError) -> _Explanation:
    match = re.match(r"^([\w-]+): ([^'\"\[{|>].*: .*|[^'\"\[{|>].*:)$", rows[line])
    if match is None:
        return None
    value = match[2].replace('"', '\\"')
    return line, messages.COLON_IN_VALUE, {"key": match[1], "value": value}


def _indented_key(rows: list[str], line: int, _: yaml.MarkedYAMLError) -> _Explanation:
    match, above = _PAIR.match(rows[line]), _PAIR.match(rows[line - 1]) if line else None
    if match and above and len(match["indent"]) > len(above["indent"]):
        return line, messages.INDENTED_KEY, {"key": match["key"], "above": above["key"]}
    return None


_EXPLANATIONS: tuple[_Explain, ...] = (
    _tab, _quotation, _open_bracket, _meaningful_start, _missing_space, _bare_key, _colon_in_value, _indented_key,
)  # fmt: skip

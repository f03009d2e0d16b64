"""Reads TOML: the values, each scalar as the author wrote it, and the line of every key.

https://gohugo.io/content-management/front-matter/
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import front_matter as messages

_LINE = re.compile(
    r"""[ \t]*(?: \[{1,2}[ \t]*(?P<table>[^\]]+?)[ \t]*\]{1,2} | (?P<key>"[^"]*"|'[^']*'|[\w-]+)[ \t]*(?:\.[^=]*)?=)""",
    re.VERBOSE,
)
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_YAML = re.compile(r"([\w-]+):(?:\s+(.*))?$")
_BARE = re.compile(r"([\w.-]+)\s*=\s*([^\s\"'\[{].*)$")


def load_toml(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the values, and the same with scalars as text. Raises `tomllib.TOMLDecodeError`."""
    values = tomllib.loads(text)
    return values, _as_text(tomllib.loads(text, parse_float=str))


def toml_lines(text: str, first: int) -> dict[str, int]:
    """Return the line of each key, and below tables that of `table.key`. `first` is the line that `text` begins on."""
    lines: dict[str, int] = {}
    for key, line in _keys(text):
        lines.setdefault(key, line + first)
    return lines


def _keys(text: str) -> Iterator[tuple[str, int]]:
    table = ""
    for number, row in enumerate(text.split("\n")):
        match = _LINE.match(row)
        if match and match["table"]:
            table = match["table"].partition(".")[0].strip("\"' ")
            yield table, number
        elif match:
            key = match["key"].strip("\"'")
            yield f"{table}.{key}" if table else key, number


def toml_problem(source: str, text: str, error: Exception, first: int) -> Finding:
    """Explain an error of the parser."""
    what = str(error)
    place = _PLACE.search(what)
    rows = text.rstrip("\n").split("\n")
    row = min(int(place[1]) if place and place[1] else len(rows), len(rows)) - 1
    fault = _PLACE.sub("", what).rstrip(".")
    fault = f"{fault[:1].lower()}{fault[1:]}"
    if yaml := _YAML.match(rows[row]):
        return messages.YAML_IN_TOML(source, row + first, key=yaml[1], value=yaml[2] or "")
    if bare := _BARE.match(rows[row]):
        return messages.UNQUOTED_TOML(source, row + first, error=fault, key=bare[1], value=bare[2])
    return messages.NOT_TOML(source, row + first, error=fault)


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)

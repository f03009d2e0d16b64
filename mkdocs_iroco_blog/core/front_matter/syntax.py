"""Writes lines of front matter for hints, in the syntax that the author uses."""

from __future__ import annotations

import json
import re
from typing import Any, Literal

import yaml

Syntax = Literal["yaml", "toml", "multimarkdown"]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PLACES = {
    "yaml": "its front matter, between two lines of `---`",
    "toml": "its front matter, between the lines of `+++`",
    "multimarkdown": "its first lines",
}
"""The place of front matter, as the end of a sentence."""


def assignment(syntax: Syntax, key: str, value: str) -> str:
    """Return the line that sets a key to a text or a date."""
    if syntax == "toml":
        return f"{key} = {value if _DAY.fullmatch(value) else json.dumps(value, ensure_ascii=False)}"
    return f"{key}: {value}"


def example(syntax: Syntax, lines: str) -> str:
    """Convert an example in YAML, whose further lines get the indentation of a message."""
    if syntax == "yaml":
        return lines.replace("\n", "\n    ")
    [(key, value)] = yaml.safe_load(lines).items()
    if syntax == "toml":
        return f"{key} = {_as_toml(value)}"
    return f"{key}: {', '.join(map(str, value)) if isinstance(value, list) else value}"


def _as_toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_as_toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_as_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str | bool | int) else str(value)

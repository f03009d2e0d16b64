"""The formats of the output: a module each, with a function that takes messages and returns text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from mkdocs_iroco_blog.cli.check.entries import Entry

from .as_json import as_json
from .github import as_commands
from .sarif import as_sarif
from .text import as_text

FORMATS: Mapping[str, Callable[[Sequence[Entry], Path], str]] = {
    "text": as_text, "json": as_json, "sarif": as_sarif, "github": as_commands,
}  # fmt: skip
"""Each takes the messages, and the folder that paths are relative to."""

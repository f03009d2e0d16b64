"""Messages for other programs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs_iroco_blog.cli.check.entries import Entry
from mkdocs_iroco_blog.cli.check.places import relative_to
from mkdocs_iroco_blog.cli.output import json_text

from .text import WORDS


def as_json(entries: Iterable[Entry], base: Path) -> str:
    """Return a list of messages."""
    values = [
        {"code": entry.code or None, "file": relative_to(entry.file, base), "level": WORDS[entry.level],
         "line": entry.line, "message": entry.text}
        for entry in entries
    ]  # fmt: skip
    return f"{json_text(values)}\n"

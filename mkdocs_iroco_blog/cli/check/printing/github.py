"""Messages as commands of GitHub's workflows, which shows them beside the lines of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs_iroco_blog.cli.check.entries import Entry
from mkdocs_iroco_blog.cli.check.places import relative_to
from mkdocs_iroco_blog.core.findings import Level, printable

from .text import indented

_COMMANDS = {Level.INFO: "notice", Level.WARNING: "warning", Level.ERROR: "error"}


def as_commands(entries: Iterable[Entry], base: Path) -> str:
    """Return a command for each message."""
    return "".join(f"{_command(entry, base)}\n" for entry in entries)


def _command(entry: Entry, base: Path) -> str:
    values = {"file": relative_to(entry.file, base), "line": entry.line, "title": entry.code}
    properties = ",".join(f"{name}={_property(printable(str(value)))}" for name, value in values.items() if value)
    return f"::{_COMMANDS[entry.level]} {properties}::{_data(printable(indented(entry.text)))}"


def _data(text: str) -> str:
    """Escape a text, as GitHub's own toolkit does: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

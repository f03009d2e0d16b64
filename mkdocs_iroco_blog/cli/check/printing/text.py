"""Messages for people: a line each, in the form that editors and terminals make a link of."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from mkdocs_iroco_blog.cli.check.entries import Entry
from mkdocs_iroco_blog.cli.check.places import relative_to
from mkdocs_iroco_blog.core.findings import Level, printable

WORDS = {Level.INFO: "note", Level.WARNING: "warning", Level.ERROR: "error"}
_COLOURS = {Level.INFO: "blue", Level.WARNING: "yellow", Level.ERROR: "red"}


def as_text(entries: Iterable[Entry], base: Path) -> str:
    """Return a line for each message."""
    return "".join(f"{_line(entry, base)}\n" for entry in entries)


def _line(entry: Entry, base: Path) -> str:
    place = relative_to(entry.file, base) + (f":{entry.line}" if entry.line else "")
    code = f" [{entry.code}]" if entry.code else ""
    word = click.style(WORDS[entry.level], fg=_COLOURS[entry.level])
    return f"{printable(place)}: {word}: {printable(indented(entry.text))}{code}"


def indented(text: str) -> str:
    """Indent the further lines of a text. Only the host's messages have some."""
    return text.replace("\n", "\n    ")

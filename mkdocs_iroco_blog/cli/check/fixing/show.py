"""Shows fixes as a diff, asks, and writes them."""

from __future__ import annotations

import sys
from difflib import unified_diff
from pathlib import Path

import click

from mkdocs_iroco_blog.cli.check.places import relative_to
from mkdocs_iroco_blog.core.findings import printable

from .apply import Fixes

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def write_fixes(fixes: Fixes, base: Path, *, consents: bool) -> bool:
    """Show the changes, and write them if the user agrees, or has agreed before. Return whether they are written.

    The diff goes to stderr: stdout is for messages.
    """
    for file, (before, after) in sorted(fixes.files.items()):
        name = relative_to(file, base)
        for line in unified_diff(_rows(before), _rows(after), name, name, lineterm=""):
            click.secho(printable(line), err=True, fg=_COLOURS.get(line[:1]))
    if not consents and not can_ask():
        click.echo("Nothing is changed: there is no terminal to ask on. To write these changes, add --yes.", err=True)
        return False
    if not consents and not click.confirm("Write these changes?", err=True):
        return False
    for file, (before, _) in fixes.files.items():
        if file.read_bytes() != before:
            raise click.ClickException(f"{relative_to(file, base)} has changed meanwhile. Run the command again.")
    for file, (_, after) in fixes.files.items():
        file.write_bytes(after)
    return True


def can_ask() -> bool:
    """Whether there is a terminal to answer on."""
    return sys.stdin.isatty()


def _rows(data: bytes) -> list[str]:
    return data.decode().splitlines()

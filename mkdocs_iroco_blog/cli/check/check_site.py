"""Checks a site, fixes what can be fixed, and prints the rest."""

from __future__ import annotations

from pathlib import Path

import click

from .entries import Entry, read_entries, without
from .fixing.apply import fix_all
from .fixing.show import write_fixes
from .places import repository_of
from .printing import FORMATS
from .rules import Limits, find_all
from .run import Run, run


def check_site(config_file: Path | None, limits: Limits, kind: str, *, fix: bool, consents: bool) -> int:
    """Print the messages of a site in a format. Return 1 if there is a problem, else 0.

    Raises the error of a plugin or a template after the messages up to it.
    """
    result = run(config_file, lambda site: find_all(site, limits))
    entries = read_entries(result.records, result.places)
    base = Path.cwd() if kind == "text" else repository_of(result.places.config_file.parent)
    if fix:
        entries = _fix(result, entries, base, consents=consents)
    click.echo(FORMATS[kind](entries, base), nl=False)
    if result.error:
        raise result.error
    return int(any(entry.is_problem for entry in entries))


def _fix(result: Run, entries: list[Entry], base: Path, *, consents: bool) -> list[Entry]:
    """Fix what can be fixed, if the user agrees. Return the messages that are left."""
    posts = [post for site in result.sites for output in site.outputs for post in output.build.pages.blog.posts]
    fixes = fix_all((entry.finding for entry in entries if entry.finding), result.places, posts)
    is_done = fixes.files and write_fixes(fixes, base, consents=consents)
    return without(entries, fixes.fixed) if is_done else entries

"""The command `compare`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mkdocs_iroco_blog.cli.options import json_option
from mkdocs_iroco_blog.cli.output import print_json, print_text, show_progress

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command
@click.argument("old", type=FOLDER)
@click.argument("new", type=FOLDER)
@click.option("--all", "everything", is_flag=True, help="Show all differences, not only the first ones.")
@click.option(
    "--html", "report", type=click.Path(dir_okay=False, writable=True, path_type=Path), metavar="FILE",
    help="Also write a report that shows the differences side by side.",
)  # fmt: skip
@json_option
def command(old: Path, new: Path, *, everything: bool, report: Path | None, as_json: bool) -> None:
    """Compare two built sites, address by address.

    OLD and NEW are folders with the HTML of a site, built by any program: `site`, `_site`, `public`. Shows the
    addresses that are gone, and the texts, headings, anchors, links, pictures and ids of feeds that differ. Returns 1
    if something is lost.

    \b
    Example: build your site with another plugin or theme, and see what differs.
      mkdocs build --site-dir before
      # change mkdocs.yml
      mkdocs build --site-dir after
      iroco-blog compare before after --html differences.html
    """  # noqa: D301 - for click
    from .sites import compare_sites

    _check_folders(old, new, report)
    comparison = compare_sites(old, new, show_progress)
    if report:
        from mkdocs_iroco_blog.cli.compare.printing.report import write_report

        try:
            write_report(report, comparison, old, new)
        except OSError as error:
            raise click.UsageError(f"{report} cannot be written: {error.strerror}. Name another file.") from None
    if as_json:
        from mkdocs_iroco_blog.cli.compare.printing.as_json import comparison_as_json

        print_json(comparison_as_json(comparison))
    else:
        from mkdocs_iroco_blog.cli.compare.printing.lines import comparison_lines

        for line in comparison_lines(comparison, everything=everything):
            print_text(line.text, colour=line.colour, bold=line.bold)
    sys.exit(1 if comparison.losses else 0)


def _check_folders(old: Path, new: Path, report: Path | None) -> None:
    """Raise `click.UsageError` if there is nothing to compare, or no place for the report."""
    if old.resolve() == new.resolve():
        raise click.UsageError("OLD and NEW are the same folder. Name two.")
    for folder in (old, new):
        if not any(folder.rglob("*.htm*")):
            raise click.UsageError(f"{folder} has no pages. Name a folder with the HTML of a built site.")
    if report and not report.parent.is_dir():
        raise click.UsageError(f"There is no folder {report.parent} for the report. Make it, or name another file.")

"""The command `import`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mkdocs_iroco_blog.cli.options import json_option
from mkdocs_iroco_blog.cli.output import print_json, print_text

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command("import")
@click.argument("program", type=click.Choice(["jekyll"]))
@click.argument("path", type=_FOLDER)
@click.option(
    "--to", "folder", type=click.Path(path_type=Path), metavar="FOLDER", required=True, help="The new site's folder."
)
@click.option(
    "--theme", default="material", show_default=True, help="The theme of the new site: material, mkdocs or another."
)
@click.option("--built", type=_FOLDER, metavar="FOLDER", help="Jekyll's own output, such as _site, to compare with.")
@click.option("--all", "everything", is_flag=True, help="Show all differences, not only the first ones.")
@json_option
def command(
    program: str, path: Path, folder: Path, theme: str, built: Path | None, *, everything: bool, as_json: bool
) -> None:
    """Write an MkDocs site from a Jekyll site, and compare the two.

    PATH is the folder with `_config.yml`, which stays as it is. Writes a whole site into FOLDER: Markdown files,
    pictures and `mkdocs.yml`. Then builds both sites and compares their addresses, texts, anchors and ids in feeds. A
    second run replaces only files that you have not changed. Returns 1 if something is lost.

    \b
    Example: iroco-blog import jekyll garden --to garden-mkdocs --built garden/_site
    """  # noqa: D301 - click's mark for lines to keep
    del program  # there is only one so far
    from .report import outcome_as_json, outcome_lines
    from .run import run_import

    outcome = run_import(path, folder, theme, built)
    if as_json:
        print_json(outcome_as_json(outcome))
    else:
        for line in outcome_lines(outcome, folder, everything=everything):
            print_text(line.text, colour=line.colour, bold=line.bold)
    if not outcome.is_lossless:
        sys.exit(1)

"""The command `new`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mkdocs_iroco_blog.cli.options import NamesType, site_options

_NAMES = NamesType()


@click.command("new")
@site_options
@click.argument("title")
@click.option("--draft", is_flag=True, help="Make it a draft.")
@click.option(
    "--author",
    type=_NAMES,
    default="",
    help="Ids of authors, separated by commas. Default: the author who is the git user.",
)
@click.option("--category", type=_NAMES, default="", help="Categories, separated by commas.")
@click.option("--tags", type=_NAMES, default="", help="Tags, separated by commas.")
@click.option("--date", metavar="DATE", help='As 2026-12-01, "2026-12-01 9:00" or "next monday 9:00". Default: today.')
@click.option("--lang", metavar="CODE", default="", help="The language, if it is not the site's.")
@click.option("--series", metavar="NAME", default="", help="The series that the post belongs to.")
@click.option("--edit", is_flag=True, help="Open it in your editor.")
def command(*, config_file: Path | None, blog: str | None, edit: bool, **values: Any) -> None:
    """Create a post.

    Writes the file into the blog's folder for posts, with a name like those of the other posts. Never overwrites a
    file. Prints the file and the address.

    \b
    Example: iroco-blog new "A smaller home page" --tags images,css --date "next monday 9:00"
    """  # noqa: D301 - click's mark for lines to keep
    from .create import Request, create_post

    path, address = create_post(config_file, blog, Request(**values))
    click.echo(f"{path}\n{address}")
    if edit:
        click.edit(filename=str(path))

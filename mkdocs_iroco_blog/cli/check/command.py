"""The command `check`."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_iroco_blog.cli.options import config_option

_COUNT = click.IntRange(1)
_NAMES = ("text", "json", "sarif", "github")


@click.command("check")
@config_option
@click.option("--format", "kind", type=click.Choice(_NAMES), default="text", help="Default: text.")
@click.option(
    "--fix", is_flag=True, help="Fix misspelt keys, dates and spellings of terms, after showing a diff and asking."
)
@click.option("--yes", is_flag=True, help="With --fix, don't ask.")
@click.option("--max-picture", metavar="KB", type=_COUNT, default=500, help="Report larger pictures. Default: 500.")
@click.option(
    "--max-page",
    metavar="KB",
    type=_COUNT,
    default=2000,
    help="Report pages that are larger, including their pictures. Default: 2000.",
)
@click.option("--max-draft", metavar="DAYS", type=_COUNT, default=90, help="Report older drafts. Default: 90.")
def command(
    *, config_file: Path | None, kind: str, fix: bool, yes: bool, max_picture: int, max_page: int, max_draft: int
) -> None:
    """Check a site without building it.

    Prints the messages of a build, and those about the site as a whole: links that lead nowhere, pictures without an
    alternative text, heavy pages, posts that nothing links to, odd terms, old drafts. Returns 1 if there are warnings
    or errors. Without --fix, it writes nothing but the cache.

    \b
    Example: iroco-blog check --fix
    """  # noqa: D301 - click's mark for lines to keep
    from mkdocs_iroco_blog.host.load.blog import current_time

    from .check_site import check_site
    from .rules import Limits

    if yes and not fix:
        raise click.UsageError("--yes is for --fix.")
    limits = Limits(now=current_time(), picture=max_picture * 1000, page=max_page * 1000, draft=max_draft)
    raise SystemExit(check_site(config_file, limits, kind, fix=fix, consents=yes))

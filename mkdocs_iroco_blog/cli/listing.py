"""`iroco-blog list`: the posts of a blog, from the files on disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from mkdocs_iroco_blog.core.dates import Moment, parse_moment
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.terms.authors import AuthorDirectory

from .authors import author_key
from .choice import LACKS, ORDERS, STATES, Choice, as_row, as_values, due, in_order, next_due
from .options import NamesType, json_option, site_options
from .output import print_json, print_table

_NAMED = 5
"""The most files that a line names."""


@click.command("list")
@site_options
@json_option
@click.option("--drafts", is_flag=True, help="Only drafts.")
@click.option("--scheduled", is_flag=True, help="Only posts that wait for their date.")
@click.option("--next", "is_next", is_flag=True, help="Print when the next scheduled post is due, and nothing else.")
@click.option("--author", metavar="ID", help="Only posts of this author.")
@click.option("--since", metavar="DATE", help="Only posts from this day on.")
@click.option(
    "--missing", type=NamesType(LACKS), metavar="NAMES", default="",
    help=f"Only posts that lack one of these, separated by commas: {', '.join(LACKS)}.",
)  # fmt: skip
@click.option("--sort", type=click.Choice(list(ORDERS)), default="date", help="Default: date, from new to old.")
@click.option("--all", "all_plugins", is_flag=True, help="First let other plugins add and remove posts.")
def command(  # noqa: PLR0913 - an argument for each option
    *, config_file: Path | None, blog: str | None, as_json: bool, drafts: bool, scheduled: bool, is_next: bool,
    author: str | None, since: str | None, missing: Sequence[str], sort: str, all_plugins: bool,
) -> None:  # fmt: skip
    """List posts.

    Shows the date, state, title, terms and file of each post, of drafts and scheduled posts, too. Reads the files on
    disk. If plugins may add or remove posts, a line says so. With --all, these plugins run first.

    \b
    Example: iroco-blog list --drafts --missing description,image
    """  # noqa: D301 - click's mark for lines to keep
    from mkdocs_iroco_blog.host.load.blog import current_time

    from .blog import other_plugins, read_blogs
    from .site import open_site

    site = open_site(config_file, blog)
    blogs = read_blogs(site, current_time(), all_plugins=all_plugins)
    _print_remarks(
        [] if all_plugins else other_plugins(site.config), [source for item in blogs for source in item.lost]
    )
    posts = [post for item in blogs for post in item.posts]
    states = [name for name, is_chosen in (("draft", drafts), ("scheduled", scheduled)) if is_chosen]
    day = _day(since, blogs[0].loaded.zone) if since else None
    known = {key: it for item in blogs for key, it in item.loaded.sources.directory.by_key.items()}
    key = author_key(author, AuthorDirectory(known)) if author else None
    choice = Choice(states=states or STATES, author=key, since=day, missing=missing)
    chosen = in_order(filter(choice.includes, posts), sort)
    if is_next:
        _print_next(chosen, as_json=as_json)
    elif as_json:
        print_json([as_values(post) for post in chosen])
    else:
        print_table(("Date", "State", "Title", "Terms", "File"), map(as_row, chosen))


def _print_remarks(plugins: Sequence[str], lost: Sequence[str]) -> None:
    """Say which plugins may add or remove posts, and which posts the list does not have, because they get no page."""
    if plugins:
        line = f"Read from disk. Plugins that may add or remove posts: {', '.join(plugins)}. --all runs them."
        click.echo(line, err=True)
    if lost:
        more = f" and {len(lost) - _NAMED:,} more" if len(lost) > _NAMED else ""
        named = ", ".join(lost[:_NAMED])
        click.echo(f"Not listed, as they get no page: {named}{more}. `iroco-blog check` says why.", err=True)


def _print_next(posts: Iterable[Post], *, as_json: bool) -> None:
    post = next_due(posts)
    if as_json:
        print_json(as_values(post) if post else None)
    elif post:
        click.echo(due(post).instant.isoformat(timespec="seconds"))


def _day(text: str, zone: ZoneInfo) -> Moment:
    try:
        return parse_moment(text, zone)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} {error}. Write it as 2026-03-01.", param_hint="'--since'") from None

"""Drafts that nobody has finished."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from mkdocs_iroco_blog.cli.check.host_build import Site
from mkdocs_iroco_blog.cli.check.places import Places
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import check as messages
from mkdocs_iroco_blog.core.model import Post, Source, State
from mkdocs_iroco_blog.core.posts.field_reader import ReadContext
from mkdocs_iroco_blog.core.posts.read import read_post
from mkdocs_iroco_blog.core.terms.authors import AuthorDirectory
from mkdocs_iroco_blog.host.output.render import Output


def old_drafts(output: Output, site: Site, now: datetime, most_days: int) -> Iterator[Finding]:
    """Report each draft whose date is more than some days ago. One without a date has no age."""
    pages, places = output.build.pages, Places.of(site.config)
    context = ReadContext(pages.settings, AuthorDirectory(), pages.today.tzinfo or now.tzinfo, pages.today)  # type: ignore[arg-type]
    for source in sorted(pages.withheld):
        matched = site.config.draft_docs is not None and site.config.draft_docs.match_file(source)
        post = _read(places.file(source), source, context, draft=matched)
        days = (now - post.published.instant).days if post else 0
        if post and post.state is State.DRAFT and days > most_days:
            day = f"{post.published.instant:%Y-%m-%d}"
            yield messages.OLD_DRAFT(source, post.lines.get("date"), day=day, days=days)


def _read(file: Path, source: str, context: ReadContext, *, draft: bool) -> Post | None:
    with suppress(OSError):
        return read_post(Source(source, file.read_bytes(), draft=draft), context)[0]
    return None

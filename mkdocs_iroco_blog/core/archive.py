"""The archive: posts by the periods that a date pattern makes."""

from __future__ import annotations

from collections.abc import Sequence

from .dates import format_moment
from .model import Period, Post
from .permalinks import period_path
from .settings import Settings


def build_archive(listed: Sequence[Post], settings: Settings, locale: str) -> tuple[Period, ...]:
    """Periods in the order of their posts, newest first; each is named in the blog's language.

    Posts of one address are one period, whatever the name: `archive_url_date_format` decides.
    """
    if not settings.archive:
        return ()
    periods: dict[str, list[Post]] = {}
    for post in listed:
        date = format_moment(post.published.at, settings.archive_url_date_format, "en")
        periods.setdefault(period_path(date, settings), []).append(post)
    return tuple(
        Period(format_moment(posts[0].published.at, settings.archive_date_format, locale), path, tuple(posts))
        for path, posts in periods.items()
    )


def by_year(listed: Sequence[Post]) -> dict[int, list[Post]]:
    """Posts by year, in the order given."""
    years: dict[int, list[Post]] = {}
    for post in listed:
        years.setdefault(post.published.at.year, []).append(post)
    return years

"""The archive: posts by the periods that a date pattern makes."""

from __future__ import annotations

from collections.abc import Sequence

from .dates import format_moment
from .model import Period, Post
from .permalinks import period_path
from .settings import Settings


def build_archive(listed: Sequence[Post], settings: Settings, locale: str) -> tuple[Period, ...]:
    """Periods in the order of their posts, newest first; each is named in the blog's language.

    Posts of one address are one period, so the address is at least as fine as the name.
    """
    if not settings.archive:
        return ()
    pattern = _pattern(settings)
    periods: dict[str, list[Post]] = {}
    for post in listed:
        date = format_moment(post.published.at, pattern, "en")
        periods.setdefault(period_path(date, settings), []).append(post)
    return tuple(
        Period(format_moment(posts[0].published.at, settings.archive_date_format, locale), path, tuple(posts))
        for path, posts in periods.items()
    )


def _pattern(settings: Settings) -> str:
    """`archive_url_date_format`, unless periods of several names would share an address."""
    chosen, named = _fineness(settings.archive_url_date_format), _fineness(settings.archive_date_format)
    return settings.archive_url_date_format if chosen >= named else ("yyyy", "yyyy/MM", "yyyy/MM/dd")[named]


def _fineness(pattern: str) -> int:
    """0 for a pattern of years, 1 of months or quarters, 2 of weeks or days."""
    if pattern in ("full", "long", "medium", "short"):
        return 2
    letters = set("".join(pattern.split("'")[::2]))  # the rest is text in quotes
    return 2 if letters & set("dDEecwW") else int(bool(letters & set("MLqQ")))


def by_year(listed: Sequence[Post]) -> dict[int, list[Post]]:
    """Posts by year, in the order given."""
    years: dict[int, list[Post]] = {}
    for post in listed:
        years.setdefault(post.published.at.year, []).append(post)
    return years

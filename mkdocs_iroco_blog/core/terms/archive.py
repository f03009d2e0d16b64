"""Groups posts into the archive's periods, by a date pattern."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_iroco_blog.core.dates import format_moment
from mkdocs_iroco_blog.core.model import Period, Post
from mkdocs_iroco_blog.core.permalinks import period_path
from mkdocs_iroco_blog.core.settings import Settings


def build_archive(listed: Sequence[Post], settings: Settings, locale: str) -> tuple[Period, ...]:
    """Build the periods, newest first, with names in the blog's language.

    Posts with the same address share a period, so the address has to be at least as precise as the name.
    """
    if not settings.archive:
        return ()
    return _periods(listed, _pattern(settings), settings.archive_date_format, settings, locale)


def build_longer_periods(listed: Sequence[Post], settings: Settings, locale: str) -> tuple[Period, ...]:
    """Build the periods of `archive_url_date_format` if the archive's are shorter: Material has pages there."""
    pattern = settings.archive_url_date_format
    if not settings.archive or pattern == _pattern(settings):
        return ()
    return _periods(listed, pattern, pattern, settings, locale)


def _periods(listed: Sequence[Post], pattern: str, name: str, settings: Settings, locale: str) -> tuple[Period, ...]:
    periods: dict[str, list[Post]] = {}
    for post in listed:
        date = format_moment(post.published.instant, pattern, locale)
        periods.setdefault(period_path(date, settings), []).append(post)
    return tuple(
        Period(format_moment(posts[0].published.instant, name, locale), path, tuple(posts))
        for path, posts in periods.items()
    )


def _pattern(settings: Settings) -> str:
    """Use `archive_url_date_format`, unless periods with different names would share an address."""
    chosen, named = _precision(settings.archive_url_date_format), _precision(settings.archive_date_format)
    if chosen >= named:
        return settings.archive_url_date_format
    if named == 1 and not set(settings.archive_date_format) & set("ML"):
        return "yyyy/'q'Q"
    return ("yyyy", "yyyy/MM", "yyyy/MM/dd")[named]


def _precision(pattern: str) -> int:
    """Return 0 for a pattern of years, 1 for months or quarters, 2 for weeks or days."""
    if pattern in ("full", "long", "medium", "short"):
        return 2
    letters = set("".join(pattern.split("'")[::2]))  # the rest is quoted text
    return 2 if letters & set("dDEecwW") else int(bool(letters & set("MLqQ")))


def by_year(listed: Sequence[Post]) -> dict[int, list[Post]]:
    """Group posts by year, in their order."""
    years: dict[int, list[Post]] = {}
    for post in listed:
        years.setdefault(post.published.instant.year, []).append(post)
    return years

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
        periods.setdefault(_path(post, pattern, settings, locale), []).append(post)
    return tuple(
        Period(format_moment(posts[0].published.instant, name, locale), path, tuple(posts))
        for path, posts in periods.items()
    )


def _pattern(settings: Settings) -> str:
    """Use `archive_url_date_format`, unless periods with different names would share an address."""
    chosen, named = _precision(settings.archive_url_date_format), _precision(settings.archive_date_format)
    if chosen >= named:
        return settings.archive_url_date_format
    if named == 1 and not _letters(settings.archive_date_format) & set("ML"):
        return "yyyy/'q'Q"
    return ("yyyy", "yyyy/MM", "yyyy/MM/dd")[named]


def _precision(pattern: str) -> int:
    """Return 0 for a pattern of years, 1 for months or quarters, 2 for weeks or days."""
    if pattern in ("full", "long", "medium", "short"):
        return 2
    return 2 if _letters(pattern) & set("dDEecwW") else int(bool(_letters(pattern) & set("MLqQ")))


def _letters(pattern: str) -> set[str]:
    return set("".join(pattern.split("'")[::2]))  # the rest is quoted text


def year_path(post: Post, settings: Settings, locale: str) -> str:
    """Return the path of the period that is the post's year; empty if no period is a year."""
    return _path_by(_patterns(settings, precision=0), post, settings, locale)


def month_path(post: Post, settings: Settings, locale: str) -> str:
    """Return the path of the period that is the post's month; empty if no period is a month."""
    months = [pattern for pattern in _patterns(settings, precision=1) if _letters(pattern) & set("ML")]
    return _path_by(months, post, settings, locale)


def _patterns(settings: Settings, *, precision: int) -> list[str]:
    both = (settings.archive_url_date_format, _pattern(settings))
    return [pattern for pattern in both if _precision(pattern) == precision]


def _path_by(patterns: Sequence[str], post: Post, settings: Settings, locale: str) -> str:
    return _path(post, patterns[0], settings, locale) if patterns else ""


def _path(post: Post, pattern: str, settings: Settings, locale: str) -> str:
    return period_path(format_moment(post.published.instant, pattern, locale), settings)


def by_year(listed: Sequence[Post]) -> dict[int, list[Post]]:
    """Group posts by year, in their order."""
    years: dict[int, list[Post]] = {}
    for post in listed:
        years.setdefault(post.published.instant.year, []).append(post)
    return years

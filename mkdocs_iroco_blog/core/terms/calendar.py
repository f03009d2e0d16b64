"""Counts posts by month and by day, for the overview of the archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mkdocs_iroco_blog.core.model import Post

_WEEK = 7


@dataclass(frozen=True, slots=True)
class DayCounts:
    """The posts of each day, from the first day of a month to the last of another."""

    first: date
    last: date
    counts: Mapping[date, int]
    """Days without a post are missing."""

    def weeks(self) -> int:
        """Return the number of weeks, from Monday on, that the days are in."""
        return self._week(self.last) + 1

    def row(self, weekday: int) -> tuple[int, int]:
        """Return the first week that has this day, Monday being 0, and the number of weeks that have it."""
        start = 0 if weekday >= self.first.weekday() else 1
        end = self.weeks() if weekday <= self.last.weekday() else self.weeks() - 1
        return start, end - start

    def runs(self, *limits: int) -> list[list[tuple[int, int, int]]]:
        """Return runs of days in a week with about the same number of posts: week, weekday, number of days.

        There is a list for each limit: days with so many posts or more, but fewer than the next limit.
        """
        runs: list[list[tuple[int, int, int]]] = [[] for _ in limits]
        previous: tuple[date, int] | None = None
        for day in sorted(self.counts):
            level = sum(self.counts[day] >= limit for limit in limits) - 1
            if previous == (day - timedelta(days=1), level) and day.weekday():
                week, weekday, length = runs[level].pop()
                runs[level].append((week, weekday, length + 1))
            else:
                runs[level].append((self._week(day), day.weekday(), 1))
            previous = day, level
        return runs

    def _week(self, day: date) -> int:
        return ((day - self.first).days + self.first.weekday()) // _WEEK


def by_month(posts: Sequence[Post]) -> dict[date, list[Post]]:
    """Group posts by the first day of their month, newest first."""
    months: dict[date, list[Post]] = {}
    for post in posts:
        months.setdefault(day_of(post).replace(day=1), []).append(post)
    return dict(sorted(months.items(), reverse=True))


def last_year(posts: Sequence[Post]) -> DayCounts | None:
    """Count the posts of each day of twelve months, which end with the newest post's; None if there is no post.

    The clock has no part in it, so that the page changes with its posts only.
    """
    counts = Counter(map(day_of, posts))
    if not counts:
        return None
    newest = max(counts)
    after = _first_of_next_month(newest)
    first = after.replace(year=after.year - 1)
    return DayCounts(first, after - timedelta(days=1), {day: n for day, n in counts.items() if day >= first})


def days_with_posts(posts: Sequence[Post]) -> Iterator[tuple[date, int]]:
    """Yield each day that has a post, the oldest first, with the number of its posts."""
    yield from sorted(Counter(map(day_of, posts)).items())


def day_of(post: Post) -> date:
    """Return the day of publication in the time zone of the post's date."""
    return post.published.instant.date()


def _first_of_next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)

"""Posts by month, and the days of the last year that has posts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.model import Blog
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.terms.archive import month_path, year_path
from mkdocs_iroco_blog.core.terms.calendar import DayCounts, by_month, days_with_posts, last_year

Build = Callable[..., tuple[Blog, list[Finding]]]


def dated(*dates: str) -> dict[str, str]:
    return {f"{number}.md": f"---\ntitle: {day}\ndate: {day}\n---\n" for number, day in enumerate(dates)}


def days(build: Build, *dates: str) -> DayCounts:
    result = last_year(build(dated(*dates))[0].listed)
    assert result is not None
    return result


def test_months_newest_first(build: Build) -> None:
    blog, _ = build(dated("2026-02-11", "2025-12-31", "2026-02-01"))
    assert {month: [post.title for post in posts] for month, posts in by_month(blog.listed).items()} == {
        date(2026, 2, 1): ["2026-02-11", "2026-02-01"], date(2025, 12, 1): ["2025-12-31"],
    }  # fmt: skip
    assert list(by_month(blog.listed)) == [date(2026, 2, 1), date(2025, 12, 1)]


def test_a_post_is_in_the_month_that_it_shows(build: Build) -> None:
    blog, _ = build(dated("2025-01-01 00:30 +0200", "2024-12-31 23:45 +0000"))
    assert {month: len(posts) for month, posts in by_month(blog.listed).items()} == {
        date(2025, 1, 1): 1, date(2024, 12, 1): 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("newest", "first", "last"),
    [
        ("2026-05-11", date(2025, 6, 1), date(2026, 5, 31)),
        ("2026-12-31", date(2026, 1, 1), date(2026, 12, 31)),
        ("2024-02-29", date(2023, 3, 1), date(2024, 2, 29)),
        ("2025-01-01", date(2024, 2, 1), date(2025, 1, 31)),
    ],
)
def test_the_last_year_is_twelve_months_that_end_with_the_newest_post_s(build: Build, newest, first, last) -> None:
    year = days(build, newest, "2020-01-01")
    assert (year.first, year.last) == (first, last)
    assert year.counts == {date.fromisoformat(newest): 1}


def test_a_blog_without_posts_has_no_last_year() -> None:
    assert last_year([]) is None


def test_posts_of_a_day_are_counted(build: Build) -> None:
    blog, _ = build(dated("2026-05-11", "2026-05-11", "2026-05-02"))
    assert list(days_with_posts(blog.listed)) == [(date(2026, 5, 2), 1), (date(2026, 5, 11), 2)]


def test_the_rows_of_the_days_of_a_week_hold_every_day_once(build: Build) -> None:
    year = days(build, "2026-05-11")  # from a Sunday to a Sunday
    rows = [year.row(weekday) for weekday in range(7)]
    assert rows == [*[(1, 52)] * 6, (0, 53)]
    assert sum(count for _, count in rows) == (year.last - year.first).days + 1
    assert year.weeks() == 53


def test_days_in_a_row_are_one_run_within_their_week_and_level(build: Build) -> None:
    # Friday to Tuesday, with two posts on Tuesday and four the week after.
    runs = days(build, "2026-05-08", "2026-05-09", "2026-05-10", "2026-05-11", "2026-05-12", "2026-05-12",
                *["2026-05-20"] * 4).runs(1, 2, 3)  # fmt: skip
    assert runs == [[(49, 4, 3), (50, 0, 1)], [(50, 1, 1)], [(51, 2, 1)]]


@pytest.mark.parametrize(
    ("options", "year", "month"),
    [
        ({}, "blog/archive/2026", ""),
        ({"archive_date_format": "MMMM yyyy"}, "blog/archive/2026", "blog/archive/2026/05"),
        ({"archive_url_date_format": "yyyy/MM"}, "", "blog/archive/2026/05"),
        ({"archive_date_format": "yyyy, 'Month' Q"}, "blog/archive/2026", ""),
        ({"archive_date_format": "d MMMM yyyy"}, "blog/archive/2026", ""),
    ],
)
def test_periods_that_are_a_year_or_a_month_have_an_address(build: Build, options, year, month) -> None:
    blog, _ = build(dated("2026-05-11"), **options)
    settings = Settings(**options)
    assert (year_path(blog.listed[0], settings, "en"), month_path(blog.listed[0], settings, "en")) == (year, month)
    assert {path for path in (year, month) if path} <= {view.path for view in blog.views}

"""The archive: posts by the periods that a date pattern makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.model import Blog, Period
from mkdocs_iroco_blog.core.terms.archive import by_year

Build = Callable[..., tuple[Blog, list[Finding]]]


def dated(*dates: str) -> dict[str, str]:
    return {f"{at}.md": f"---\ntitle: {day}\ndate: {day}\n---\n" for at, day in enumerate(dates)}


def shown(periods: Sequence[Period]) -> list[tuple[str, str, list[str]]]:
    return [(period.name, period.path, [post.title for post in period.posts]) for period in periods]


def test_years_newest_first(build: Build) -> None:
    blog, _ = build(dated("2023-05-01", "2024-10-04", "2024-10-05"))
    assert shown(blog.archive) == [
        ("2024", "blog/archive/2024", ["2024-10-05", "2024-10-04"]),
        ("2023", "blog/archive/2023", ["2023-05-01"]),
    ]


def test_months_in_the_blog_s_language_at_addresses_in_none(build: Build) -> None:
    blog, _ = build(
        dated("2024-08-05", "2024-10-04", "2024-08-31"),
        locale="fr", archive_date_format="MMMM yyyy", archive_url_date_format="yyyy/MM",
    )  # fmt: skip
    assert shown(blog.archive) == [
        ("octobre 2024", "blog/archive/2024/10", ["2024-10-04"]),
        ("août 2024", "blog/archive/2024/08", ["2024-08-31", "2024-08-05"]),
    ]


def test_every_post_of_a_period_bears_its_name(build: Build) -> None:
    blog, _ = build(dated("2024-08-05", "2024-10-04"), archive_date_format="MMMM yyyy")
    assert [(period.name, len(period.posts)) for period in blog.archive] == [("October 2024", 1), ("August 2024", 1)]
    assert len({period.path for period in blog.archive}) == 2


def test_the_first_days_of_january_fall_into_their_own_year(build: Build) -> None:
    blog, _ = build(
        dated("2021-01-01", "2020-12-31", "2024-12-30"), archive_date_format="YYYY", archive_url_date_format="YYYY"
    )
    assert [(name, titles) for name, _, titles in shown(blog.archive)] == [
        ("2024", ["2024-12-30"]), ("2021", ["2021-01-01"]), ("2020", ["2020-12-31"]),
    ]  # fmt: skip


def test_a_post_stands_in_the_year_that_it_shows(build: Build) -> None:
    blog, _ = build(dated("2025-01-01 00:30 +0200", "2024-12-31 23:45 +0000"))
    assert [(period.name, [post.title for post in period.posts]) for period in blog.archive] == [
        ("2024", ["2024-12-31 23:45 +0000"]), ("2025", ["2025-01-01 00:30 +0200"]),
    ]  # fmt: skip


def test_drafts_and_unlisted_posts_make_no_period(build: Build) -> None:
    files = {
        "a.md": "---\ntitle: A\ndate: 2020-01-01\ndraft: true\n---\n",
        "b.md": "---\ntitle: B\ndate: 2021-01-01\nunlisted: true\n---\n",
    }
    assert build(files)[0].archive == ()


def test_no_archive_without_the_option(build: Build) -> None:
    blog, _ = build(dated("2024-10-04"), archive=False)
    assert blog.archive == ()
    assert [overview.kind for overview in blog.overviews] == []


def test_posts_by_year_for_the_overview(build: Build) -> None:
    blog, _ = build(dated("2024-10-04", "2023-05-01", "2024-01-01"))
    assert {year: [post.title for post in posts] for year, posts in by_year(blog.listed).items()} == {
        2024: ["2024-10-04", "2024-01-01"], 2023: ["2023-05-01"],
    }  # fmt: skip

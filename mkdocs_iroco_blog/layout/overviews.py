"""Describe the groups on overviews: terms in two orders, years, months, and the days of the last year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from babel.dates import format_date, format_skeleton
from markupsafe import Markup

from mkdocs_iroco_blog.core.model import Overview, Post, View
from mkdocs_iroco_blog.core.options import term_name
from mkdocs_iroco_blog.core.terms.archive import by_year, month_path, year_path
from mkdocs_iroco_blog.core.terms.calendar import DayCounts, by_month, days_with_posts, last_year

from .context.lists import CalendarContext, DayContext, MonthContext, YearContext
from .links import Page

_MANY = 8
"""A reader takes in fewer terms at a glance, in whatever order."""
_STEP, _SIZE = 12, 10
"""From a day of the calendar to the next, and the side of the square that it is, as the dashes in calendar.html."""


def describe_terms(page: Page, overview: Overview) -> Mapping[str, Any]:
    """Describe the terms in the order that the options give them, and again in the other order if they are many."""
    terms = [page.term(group, overview=overview.kind) for group in overview.groups]
    by_name = sorted(terms, key=term_name)
    by_size = sorted(by_name, key=lambda term: -term.count)
    orders = {"by_name": by_name, "by_size": by_size} if len(terms) >= _MANY else {}
    return {"terms": terms, **{name: order for name, order in orders.items() if order != terms}}


def describe_archive(page: Page, entry: Callable[[Post], Markup]) -> Mapping[str, Any]:
    """Describe the archive's years with their months and posts, and the days of the last year."""
    site = page.site
    locale, listed = site.translator.locale, site.blog.listed
    periods = {view.path: set(view.posts) for view in site.blog.views if view.kind == "archive"}

    def url(path: str, posts: Sequence[Post]) -> str:
        return page.url(path) if periods.get(path) == set(posts) else ""

    def month(name: str, posts: Sequence[Post]) -> MonthContext:
        days = [DayContext(day.day, count) for day, count in days_with_posts(posts)]
        return MonthContext(name, url(month_path(posts[0], site.settings, locale), posts), len(posts), days)

    def year(number: int, posts: Sequence[Post]) -> YearContext:
        address = url(year_path(posts[0], site.settings, locale), posts)
        months = [month(format_date(day, "LLLL", locale), group) for day, group in by_month(posts).items()]
        return YearContext(str(number), address, [entry(post) for post in posts], len(posts), months)

    years = [year(number, posts) for number, posts in by_year(listed).items()]
    if (days := last_year(listed)) is None:
        return {"years": years}
    recent = {day: posts for day, posts in by_month(listed).items() if day >= days.first}
    months = [month(_with_year(day, locale), posts) for day, posts in recent.items()]
    return {"years": years, "calendar": _draw(days, months, locale)}


def is_by_year(view: View) -> bool:
    """Whether a view groups its posts by year: an author's, if it lists titles."""
    return view.author is not None and view.style == "titles"


def describe_years(view: View, entries: Iterable[tuple[Post, Markup]]) -> Sequence[YearContext]:
    """Describe the years of a view's posts, if it groups them. `entries` are those of one page."""
    if not is_by_year(view):
        return ()
    entry_of = dict(entries)
    return [
        YearContext(str(year), "", [entry_of[post] for post in posts], len(posts))
        for year, posts in by_year(list(entry_of)).items()
    ]


def _draw(days: DayCounts, months: Sequence[MonthContext], locale: str) -> CalendarContext:
    """Draw a square for each day, by lines whose dashes are the squares: a tenth of what a shape for each takes."""
    middle = _SIZE // 2
    rows = [(weekday, *days.row(weekday)) for weekday in range(7)]
    grid = "".join(f"M{week * _STEP} {day * _STEP + middle}h{_length(count)}" for day, week, count in rows)
    marks = [
        "".join(f"M{week * _STEP + middle} {day * _STEP}v{_length(count)}" for week, day, count in runs)
        for runs in days.runs(1, 2, 3)
    ]
    first, last = (_with_year(day, locale) for day in (days.first, days.last))
    return CalendarContext(first, last, _length(days.weeks()), _length(len(rows)), grid, marks, months)


def _length(squares: int) -> int:
    return squares * _STEP - (_STEP - _SIZE)


def _with_year(month: date, locale: str) -> str:
    return format_skeleton("yMMMM", month, locale=locale)

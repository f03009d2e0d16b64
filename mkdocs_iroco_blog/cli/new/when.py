"""Reads the date of a new post."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from mkdocs_iroco_blog.core.dates import Moment, OutsideCalendarError, in_calendar, parse_moment

_OPTION = "'--date'"
_FORMS = 'Write it as 2026-12-01, "2026-12-01 9:00" or "monday 9:00".'
_AMBIGUOUS = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
"""Depending on the country, 1/12/2026 is in January or in December."""


def read_date(text: str | None, now: datetime, zone: ZoneInfo) -> Moment:
    """Read a date in numbers or in words, such as `next monday 9:00`. Without a text, it is today.

    Raises `click.BadParameter` for anything else, and for words where the library that knows them is missing.
    """
    if not text:
        return Moment(now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0), has_time=False)
    try:
        moment = parse_moment(text, zone)
    except ValueError as error:
        if str(error) != "is not a date":
            raise click.BadParameter(f"{text!r} {error}.", param_hint=_OPTION) from None
        return _in_words(text, now.astimezone(zone), zone)
    return replace(moment, instant=moment.instant.astimezone(zone))


def _in_words(text: str, now: datetime, zone: ZoneInfo) -> Moment:
    """Read a date in words, and print which one it is: the library guesses."""
    try:
        from dateparser.date import DateDataParser
    except ImportError:
        hint = (
            'Write it as 2026-12-01 or "2026-12-01 9:00". '
            "To write it in words, run `pip install 'mkdocs-iroco-blog[cli]'` first."
        )
        raise click.BadParameter(f"{text!r} is not a date in numbers. {hint}", param_hint=_OPTION) from None
    start = now.replace(tzinfo=None, microsecond=0)
    settings = {"RELATIVE_BASE": start, "PREFER_DATES_FROM": "future", "RETURN_TIME_AS_PERIOD": True}
    parser = DateDataParser(settings=settings)
    read = parser.get_date_data(text)
    if read.date_obj is None or _is_doubtful(text, read, start, parser):
        raise click.BadParameter(f"{text!r} is not a clear date. {_FORMS}", param_hint=_OPTION)
    has_time = read.period in ("time", "part_of_day")
    date = (read.date_obj if has_time else read.date_obj.replace(hour=0, minute=0, second=0)).replace(tzinfo=zone)
    try:
        moment = in_calendar(Moment(date, has_time=has_time))
    except OutsideCalendarError as error:
        raise click.BadParameter(f"{text!r} {error}.", param_hint=_OPTION) from None
    click.echo(
        f"{text} is {date:%A %Y-%m-%d}{date:, %H:%M}." if has_time else f"{text} is {date:%A %Y-%m-%d}.", err=True
    )
    return moment


def _is_doubtful(text: str, read: Any, start: datetime, parser: Any) -> bool:
    """Whether the library may have got a date wrong: it skips words, and takes hours of a language for days.

    So each number must count, and numbers must not lead into the past, which the library is asked to avoid.
    """
    if _AMBIGUOUS.search(text) or read.period in ("month", "year"):
        return True
    numbers = list(re.finditer(r"\d+", text))
    others = (f"{text[: it.start()]}{int(it[0]) + 1}{text[it.end() :]}" for it in numbers)
    is_past = bool(numbers) and read.date_obj.date() < start.date()
    return is_past or any(parser.get_date_data(other).date_obj == read.date_obj for other in others)

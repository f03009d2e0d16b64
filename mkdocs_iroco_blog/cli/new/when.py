"""Reads the date of a new post."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import click

from mkdocs_iroco_blog.core.dates import Moment, in_calendar, parse_moment

_OPTION = "'--date'"


def read_date(text: str | None, now: datetime, zone: ZoneInfo) -> Moment:
    """Read a date in numbers or in words, such as `next monday 9:00`. Without a text, it is today.

    Raises `click.BadParameter` for anything else, and for words where the library that knows them is missing.
    """
    if not text:
        return Moment(now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0), has_time=False)
    try:
        return parse_moment(text, zone)
    except ValueError as error:
        if str(error) != "is not a date":
            raise click.BadParameter(f"{text!r} {error}.", param_hint=_OPTION) from None
    return _in_words(text, now, zone)


def _in_words(text: str, now: datetime, zone: ZoneInfo) -> Moment:
    try:
        from dateparser.date import DateDataParser
    except ImportError:
        hint = 'Write it as 2026-12-01 or "2026-12-01 9:00". For dates in words, install mkdocs-iroco-blog[cli].'
        raise click.BadParameter(f"{text!r} is not a date in numbers. {hint}", param_hint=_OPTION) from None
    start = now.astimezone(zone).replace(tzinfo=None, microsecond=0)
    settings = {"RELATIVE_BASE": start, "PREFER_DATES_FROM": "future", "RETURN_TIME_AS_PERIOD": True}
    read = DateDataParser(settings=settings).get_date_data(text)
    if read.date_obj is None:
        hint = 'Write it as 2026-12-01, "2026-12-01 9:00" or "monday 9:00".'
        raise click.BadParameter(f"{text!r} is not a date. {hint}", param_hint=_OPTION)
    has_time = read.period == "time"
    moment = read.date_obj if has_time else read.date_obj.replace(hour=0, minute=0, second=0)
    return in_calendar(Moment(moment.replace(tzinfo=zone), has_time=has_time))

"""Dates as Jekyll reads them: always in the site's time zone, and from more forms than the blog's own."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from typing import Any

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.jekyll.ruby_time import parse_time


def read_moment(value: Any, zone: tzinfo) -> Moment:
    """A date from front matter or a file's name, in the site's time zone; `ValueError` holds the end of a sentence.

    `value` is as YAML reads it: a date with seconds and no offset, and without quotes, means UTC to Jekyll, by the
    rules of YAML.
    """
    if isinstance(value, datetime):
        return Moment((value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(zone))
    if isinstance(value, date):
        return Moment(datetime(value.year, value.month, value.day, tzinfo=zone), has_time=False)
    time = parse_time(str(value))
    if time.year is None:
        raise ValueError("is not a date")
    moment = time.resolve(zone, date.min).replace(microsecond=0)
    try:
        return Moment(moment.astimezone(zone), has_time=time.clock is not None)
    except OverflowError:
        raise ValueError("is not in the calendar") from None

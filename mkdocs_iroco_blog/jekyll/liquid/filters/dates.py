"""Liquid's and Jekyll's filters of dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from mkdocs_iroco_blog.jekyll.liquid.context import Context, Filter
from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError
from mkdocs_iroco_blog.jekyll.liquid.printing import inspect, to_text
from mkdocs_iroco_blog.jekyll.liquid.values import to_integer
from mkdocs_iroco_blog.jekyll.ruby_time import parse_time

from .strftime import strftime

_NO_ZONE = timezone(timedelta(), "+00:00")
"""The zone of a date, as in Ruby."""


def _format_date(context: Context, value: object, pattern: object) -> object:
    """Format a date; leave what is not a date as it is."""
    moment = _moment(value, context.site.zone, context.site.now) if to_text(pattern) else None
    return value if moment is None else strftime(moment, to_text(pattern))


def _with_pattern(pattern: str) -> Filter:
    def filter_(context: Context, value: object) -> object:
        return value if to_text(value) == "" else strftime(_local_moment(context, value), pattern)

    return filter_


def _in_words(month: str) -> Filter:
    def filter_(context: Context, value: object, kind: object = None, style: object = None) -> object:
        if to_text(value) == "":
            return value
        moment = _local_moment(context, value)
        if kind != "ordinal":
            return strftime(moment, f"%d {month} %Y")
        day = f"{moment.day}{_ordinal(moment.day)}"
        return strftime(moment, f"{month} {day}, %Y" if style == "US" else f"{day} {month} %Y")

    return filter_


def _ordinal(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _local_moment(context: Context, value: object) -> datetime:
    """The point in time that a value names, in the site's zone. A date is its first moment there."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time(), context.site.zone)
    moment = _moment(value, context.site.zone, context.site.now)
    if moment is None:
        raise AuthorError(f"{inspect(value)[:60]} is not a date.", "Write it as 2026-03-01 or 2026-03-01 14:30.")
    return moment.astimezone(context.site.zone)


def _moment(value: object, zone: tzinfo, now: datetime) -> datetime | None:
    """The point in time that a date, a number of seconds since 1970, or a text names; none where it names none."""
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC).astimezone(zone)
    if isinstance(value, date):
        return datetime.combine(value, time(), _NO_ZONE)
    if isinstance(value, str):
        return _parse_moment(value, zone, now)
    return _since_1970(value, zone) if isinstance(value, int) and not isinstance(value, bool) else None


def _parse_moment(value: str, zone: tzinfo, now: datetime) -> datetime | None:
    if value.lower() in {"now", "today"}:
        return now.astimezone(zone)
    if value.isdecimal() and value.isascii():
        return _since_1970(to_integer(value), zone)
    try:
        return parse_time(value).resolve(zone, now.astimezone(zone).date())
    except ValueError:
        return None


def _since_1970(seconds: int, zone: tzinfo) -> datetime | None:
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).astimezone(zone)
    except OverflowError:
        return None


DATE_FILTERS: Mapping[str, Filter] = {
    "date": _format_date,
    "date_to_long_string": _in_words("%B"),
    "date_to_rfc822": _with_pattern("%a, %d %b %Y %H:%M:%S %z"),
    "date_to_string": _in_words("%b"),
    "date_to_xmlschema": _with_pattern("%Y-%m-%dT%H:%M:%S%:z"),
}

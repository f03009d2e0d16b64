"""Dates as Jekyll reads them: always in the site's time zone, and from more forms than the blog's own.

https://docs.ruby-lang.org/en/3.1/Time.html#method-c-parse
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any

from mkdocs_iroco_blog.core.dates import Moment, parse_moment

_MONTH = r"(?P<word>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)",
        rf"(?<!\d){_DAY}[ -]{{1,3}}{_MONTH}[ ,-]{{1,3}}(?P<year>\d{{4}})(?!\d)",
        rf"\b{_MONTH}[ -]{{1,3}}{_DAY}[ ,]{{1,3}}(?P<year>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<year>\d{{4}})[ -]{_MONTH}[ -]{_DAY}(?!\d)",
        rf"\b{_MONTH}[ ,]{{1,3}}(?P<year>\d{{4}})(?!\d)",
        r"(?<![\d-])(?P<year>\d{2,3})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
    )
)
"""The first that is found in a text counts. With digits alone the day is before the month: 10/04 is 10 April."""

_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})(?:[:h](?P<minute>\d{2}))(?::(?P<second>\d{2})(?:[.,]\d+)?)?(?: ?(?P<half>[ap])m\b)?"
    r"|(?<!\d)(?P<only>\d{1,2}) ?(?P<half_only>[ap])m\b",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?$|\b(?P<name>[A-Z]{1,4})\b")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9,
}  # fmt: skip
"""Hours from UTC."""


def read_moment(value: Any, zone: tzinfo) -> Moment:
    """A date from front matter or a file's name, in the site's time zone; `ValueError` holds the end of a sentence.

    `value` is as YAML reads it: a date with seconds and no offset, and without quotes, means UTC to Jekyll, by the
    rules of YAML. A day that its month lacks, up to the 31st, is one of the next month.
    """
    if isinstance(value, datetime):
        return Moment((value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(zone))
    if isinstance(value, date):
        return Moment(datetime(value.year, value.month, value.day, tzinfo=zone), has_time=False)
    text = " ".join(str(value).split())
    try:
        moment = parse_moment(text, zone)
    except ValueError:
        return _parsed(text, zone)
    return Moment(moment.at.astimezone(zone), has_time=True) if moment.has_time else moment


def _parsed(text: str, zone: tzinfo) -> Moment:
    if compact := re.fullmatch(r"(\d{8})T(\d{2})(\d{2})(\d{2})?(.*)", text):
        text = f"{compact[1]} {compact[2]}:{compact[3]}:{compact[4] or '00'}{compact[5]}"
    clock = _CLOCK.search(text)
    rest = f"{text[: clock.start()]} {_OFFSET.sub('', text[clock.end() :])}" if clock else text
    rest = " ".join(rest.split())
    found = next(filter(None, (form.search(rest) for form in _FORMS)), None)
    if found is None:
        raise ValueError("is not a date")
    day = _calendar_day(found)
    hour = re.fullmatch(r"[T ]+(\d{1,2})", rest[found.end() :]) if clock is None else None
    if clock is None and hour is None:
        return Moment(datetime(day.year, day.month, day.day, tzinfo=zone), has_time=False)
    time = _time_of_day(clock) if clock else timedelta(hours=int(hour[1]) if hour else 0)
    if time > timedelta(days=1):
        raise ValueError("is not on the clock")
    offset = _offset(text[clock.end() :]) if clock else None
    at = datetime(day.year, day.month, day.day, tzinfo=offset or zone) + time
    return Moment(at.astimezone(zone))


def _calendar_day(found: re.Match[str]) -> date:
    parts = found.groupdict()
    month = int(parts["month"]) if parts.get("month") else _MONTHS.index(parts["word"].lower()) + 1
    year, day = int(parts["year"]), int(parts.get("day") or 1)
    if len(parts["year"]) == 2:
        year += 1900 if year >= 69 else 2000
    if not (1 <= month <= 12 and 1 <= day <= 31 and year):
        raise ValueError("is not in the calendar")
    try:
        return date(year, month, 1) + timedelta(days=day - 1)
    except OverflowError:
        raise ValueError("is not in the calendar") from None


def _time_of_day(clock: re.Match[str]) -> timedelta:
    hour = int(clock["hour"] or clock["only"])
    if half := clock["half"] or clock["half_only"]:
        hour = hour % 12 + (12 if half in "pP" else 0)
    minute, second = int(clock["minute"] or 0), int(clock["second"] or 0)
    if minute > 59 or second > 60:
        raise ValueError("is not on the clock")
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _offset(text: str) -> tzinfo | None:
    match = _OFFSET.search(text)
    if match is None or (match["name"] and match["name"] not in _ZONES):
        return None
    if match["name"]:
        return timezone(timedelta(hours=_ZONES[match["name"]]))
    delta = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    if delta >= timedelta(days=1):
        raise ValueError("is not on the clock")
    return timezone(-delta if match["sign"] == "-" else delta)

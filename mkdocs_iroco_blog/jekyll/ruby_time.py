"""Reads dates and times as Ruby's `Time.parse` does, as far as blogs use it.

https://docs.ruby-lang.org/en/3.1/Time.html#method-c-parse
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any

from mkdocs_iroco_blog.core.dates import Moment, in_calendar

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<word>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"[ ,./-]{1,3}'?(?P<year>\d{2,4})"
_FORMS = tuple(
    re.compile(rf"(?<!\d){form}(?!\d)", re.ASCII)
    for form in (
        rf"(?P<year>\d{{4}})[ -]{_MONTH}[ -]{_DAY}",
        rf"{_DAY}[ ,./-]{{0,3}}\b{_MONTH}(?:{_YEAR})?",
        rf"\b{_MONTH}[ ,./-]{{1,3}}{_DAY}(?!\d)(?:{_YEAR})?",
        rf"\b{_MONTH}[ ,./-]{{1,3}}(?P<year>\d{{4}})",
        r"(?P<year>\d{2,4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<year>\d{4})/(?P<month>\d{1,2})(?:/(?P<day>\d{1,2}))?",
        r"(?P<day>\d{1,2})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4})",
        r"(?P<year>\d{2})/(?P<month>\d{1,2})/(?P<day>\d{1,2})",
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})",
        r"(?P<year>\d{2,4})\.(?P<month>\d{1,2})\.(?P<day>\d{1,2})",
        rf"\b{_MONTH}",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
    )
)
"""The first of these that is in a text is its date. 10/04/2024 is 10 April, but 10/04 is 4 October, as in Ruby."""

_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "jst": 9,
}  # fmt: skip
"""Hours from UTC."""
_HALF = r" ?(?P<{}>[ap])\.?m\b\.?"
_ZONE = (
    r"(?: ?(?:(?:gmt|utc)?(?P<offset_sign>[-+])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?!\d)"
    rf"|(?P<zone>{'|'.join(_ZONES)})\b))?"
)
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})(?: ?[:h] ?(?P<minute>\d{2})(?: ?: ?(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9})\d*)?)?"
    rf"(?:{_HALF.format('half')})?|{_HALF.format('half_alone')}){_ZONE}",
    re.ASCII,
)
_COMPACT = re.compile(r"(?<!\d)(\d{8}) ?t? ?(\d{2})(\d{2})(\d{2})?(?!\d)", re.ASCII)
_HOUR = re.compile(r"[t ]+(\d{1,2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class RubyTime:
    """The parts of a time that a text names."""

    year: int | None
    month: int | None
    day: int | None
    clock: timedelta | None
    """The time since midnight."""
    zone: tzinfo | None

    def resolve(self, zone: tzinfo, today: date) -> datetime:
        """The point in time, in the text's own zone or else in `zone`; `ValueError` holds the end of a sentence.

        Parts that are missing before the first one come from `today`; those after it are the first possible. A day
        that its month lacks, up to the 31st, is one of the next month.
        """
        year = today.year if self.year is None else self.year
        month = self.month or (today.month if self.year is None else 1)
        day = self.day or (today.day if self.year is self.month is None else 1)
        try:
            midnight = datetime(year, month, 1, tzinfo=self.zone or zone) + timedelta(days=day - 1)
            return midnight + (self.clock or timedelta())
        except (ValueError, OverflowError):
            raise ValueError("is not in the calendar") from None


def read_moment(value: Any, zone: tzinfo) -> Moment:
    """A date from front matter or a file's name, in the site's time zone; `ValueError` holds the end of a sentence.

    A value that YAML reads as a time, with seconds and no offset, means UTC.
    """
    if isinstance(value, datetime):
        return in_calendar(_in_zone(value if value.tzinfo else value.replace(tzinfo=UTC), zone))
    if isinstance(value, date):
        return in_calendar(Moment(datetime(value.year, value.month, value.day, tzinfo=zone), has_time=False))
    time = parse_time(str(value))
    if time.year is None:
        raise ValueError("is not a date")
    moment = time.resolve(zone, date.min).replace(microsecond=0)
    return in_calendar(_in_zone(moment, zone, has_time=time.clock is not None))


def _in_zone(moment: datetime, zone: tzinfo, *, has_time: bool = True) -> Moment:
    try:
        return Moment(moment.astimezone(zone), has_time=has_time)
    except OverflowError:
        raise ValueError("is not in the calendar") from None


def parse_time(text: str) -> RubyTime:
    """Read a date, a time of day, or both from a text; `ValueError` holds the end of a sentence."""
    spread = "{} {}:{}:{}".format
    text = _COMPACT.sub(lambda match: spread(*match.groups("00")), " ".join(text.lower().split()))
    if len(text) > 128:  # as in Ruby
        raise ValueError("is not a date")
    clock = _CLOCK.search(text)
    rest = " ".join(f"{text[: clock.start()]} {text[clock.end() :]}".split()) if clock else text
    match = next(filter(None, (form.search(rest) for form in _FORMS)), None)
    if clock is None and match is None:
        raise ValueError("is not a date")
    year, month, day = _read_date(match) if match else (None, None, None)
    if clock:
        return RubyTime(year, month, day, _read_clock(clock), _read_zone(clock))
    hour = _HOUR.fullmatch(rest, match.end()) if match else None
    if hour and int(hour[1]) > 24:
        raise ValueError("is not on the clock")
    return RubyTime(year, month, day, timedelta(hours=int(hour[1])) if hour else None, None)


def _read_date(match: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    parts = match.groupdict()
    month = _MONTHS.index(parts["word"]) + 1 if parts.get("word") else int(parts["month"])
    day = int(parts["day"]) if parts.get("day") else None
    if not (1 <= month <= 12 and (day is None or 1 <= day <= 31)):
        raise ValueError("is not in the calendar")
    if not parts.get("year"):
        return None, month, day
    year = int(parts["year"])
    return (year if len(parts["year"]) > 2 else year + (2000 if year < 69 else 1900)), month, day


def _read_clock(match: re.Match[str]) -> timedelta:
    hour, minute, second = int(match["hour"]), int(match["minute"] or 0), int(match["second"] or 0)
    if half := match["half"] or match["half_alone"]:
        hour = hour % 12 + (12 if half == "p" else 0)
    microsecond = int(f"{match['fraction'] or '0':0<6}"[:6])
    clock = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microsecond)
    if minute > 59 or second > 60 or clock > timedelta(days=1):
        raise ValueError("is not on the clock")
    return clock


def _read_zone(match: re.Match[str]) -> tzinfo | None:
    if match["zone"]:
        hours = _ZONES[match["zone"]]
        return timezone(timedelta(hours=hours)) if hours else UTC
    if not match["hours"]:
        return None
    delta = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    if delta >= timedelta(days=1):
        raise ValueError("is not on the clock")
    return timezone(-delta if match["offset_sign"] == "-" else delta)

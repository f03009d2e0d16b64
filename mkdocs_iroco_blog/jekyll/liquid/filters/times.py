"""Points in time from what authors write, by the rules of Ruby's `Time.parse`, as far as blogs use it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from mkdocs_iroco_blog.jekyll.liquid.values import integer

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:\s?:\s?(?P<minute>\d{2})(?:\s?:\s?(?P<second>\d{2})(?:[.,](?P<part>\d{1,9})\d*)?)?\s?(?P<half>[ap]\.?m\b\.?)?"
    r"|\s?(?P<half2>[ap]\.?m\b\.?))"
    r"(?:\s?(?P<zone>z\b|utc\b|gmt\b|(?:[ecmp][sd]t)\b|(?:gmt|utc)?[-+]\d{1,2}(?::?\d{2})?))?",
    re.ASCII,
)
_DATES = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s,./-]{{0,3}}\b{_MONTH}(?:[\s,./-]{{1,3}}'?(?P<year>\d{{2,4}})(?!\d))?",
        rf"\b{_MONTH}[\s,./-]{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:[\s,./-]{{1,3}}'?(?P<year>\d{{2,4}})(?!\d))?",
        rf"\b{_MONTH}[\s,./-]{{1,3}}(?P<year>\d{{4}})(?!\d)",
        r"(?<!\d)(?P<year>\d{2,4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})/(?P<month>\d{1,2})(?:/(?P<day>\d{1,2}))?(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?!\d)",
        r"(?<!\d)(?P<year>\d{2})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)",
        r"(?<!\d)(?P<year>\d{2,4})\.(?P<month>\d{1,2})\.(?P<day>\d{1,2})(?!\d)",
        rf"\b{_MONTH}",
        r"(?<!\d)(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:t?(?P<clock>\d{4,6}))?(?!\d)",
    )
)
_NO_ZONE = timezone(timedelta(), "+00:00")
"""A date's, as Ruby has it."""
_ZONES = {"e": -5, "c": -6, "m": -7, "p": -8}
LONGEST = 128
"""Characters of a text that may be a date, as in Ruby."""


def moment_of(value: object, zone: tzinfo, now: datetime) -> datetime | None:
    """The point in time that a date, a number of seconds since 1970, or a text says; none where it says none."""
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC).astimezone(zone)
    if isinstance(value, date):
        return datetime.combine(value, time(), _NO_ZONE)
    if isinstance(value, str):
        return _of_text(value.lower(), zone, now)
    return _since_1970(value, zone) if isinstance(value, int) and not isinstance(value, bool) else None


def local_moment(value: object, zone: tzinfo, now: datetime) -> datetime | None:
    """As `moment_of`, on the site's clocks: a date is its first moment there."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time(), zone)
    found = moment_of(value, zone, now)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(zone) if found else None


def _since_1970(seconds: int, zone: tzinfo) -> datetime | None:
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).astimezone(zone)
    except OverflowError:
        return None


def _of_text(value: str, zone: tzinfo, now: datetime) -> datetime | None:
    if value in {"now", "today"}:
        return now.astimezone(zone)
    if value.isdecimal() and value.isascii():
        return _since_1970(integer(value), zone)
    if len(value) > LONGEST:
        return None
    clock = _CLOCK.search(value)
    rest = value[: clock.start()] + " " + value[clock.end() :] if clock else value
    said = next((found for form in _DATES if (found := form.search(rest))), None)
    if not clock and not said:
        return None
    try:
        return _built(said.groupdict() if said else {}, clock, zone, now.astimezone(zone))
    except (ValueError, OverflowError):
        return None


def _built(said: dict[str, str | None], clock: re.Match[str] | None, zone: tzinfo, now: datetime) -> datetime:
    year, month, day = said.get("year"), said.get("month"), said.get("day")
    # What is missing before the first part that is said is today's; what is missing after it is the first there is.
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month or (1 if year else now.month))
    # As in Ruby, the 30th of February is the 1st or 2nd of March.
    days = int(day or (1 if said else now.day))
    if not 1 <= days <= 31:
        raise ValueError(days)
    date_ = date(_year(year, now), number, 1) + timedelta(days - 1)
    at = f"{said.get('clock') or '':0<6}"
    if clock is None:
        return datetime.combine(date_, time(int(at[:2]), int(at[2:4]), int(at[4:])), zone)
    return datetime.combine(date_, _time(clock), _zone_of(clock["zone"], zone))


def _year(said: str | None, now: datetime) -> int:
    if said is None:
        return now.year
    return int(said) + (0 if len(said) > 2 else 2000 if int(said) < 69 else 1900)


def _time(clock: re.Match[str]) -> time:
    hour, half = int(clock["hour"]), clock["half"] or clock["half2"]
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    part = int(f"{clock['part'] or '0':0<6}"[:6])
    return time(hour, int(clock["minute"] or 0), int(clock["second"] or 0), part)


def _zone_of(name: str | None, zone: tzinfo) -> tzinfo | None:
    if not name:
        return zone
    if name in {"z", "utc"}:
        return None
    if name == "gmt":
        return UTC
    if name[0] in _ZONES and name[-1] == "t":
        return timezone(timedelta(hours=_ZONES[name[0]] + (name[1] == "d")))
    signed = name.removeprefix("gmt").removeprefix("utc")
    digits = signed[1:].replace(":", "").rjust(2, "0").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if signed[0] == "-" else offset)

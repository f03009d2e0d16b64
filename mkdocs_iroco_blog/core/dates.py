"""Parses the dates that people write, and formats dates for readers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_datetime, match_skeleton

_WRITTEN = re.compile(
    r"""(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})
    (?: (?:[Tt]|\s+) (?P<hour>\d{1,2}):(?P<minute>\d{2}) (?: :(?P<second>\d{2})(?:[.,]\d+)? )?
        \s* (?P<offset> [Zz] | UTC | GMT | [+-]\d{1,2}(?::?\d{2})? )?
    )?""",
    re.VERBOSE,
)
_FIRST_YEAR, _LAST_YEAR = 2, 2105
_IN_FILE_NAME = re.compile(r"^(\d{4}-\d{1,2}-\d{1,2})-(.+)$")
_QUOTED = re.compile(r"('[^']*')")
_PATTERN_PART = re.compile(r"'[^']*'|([A-Za-z])\1*|[^A-Za-z']+")
_NAMED = {"full": "MMMMd", "long": "MMMMd", "medium": "MMMd", "short": "Md"}
"""The fields of the named patterns, without weekday and year.
https://www.unicode.org/reports/tr35/tr35-dates.html#availableFormats_appendItems
"""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A date, with or without a time; without one, it is the start of the day in the site's time zone."""

    instant: datetime
    """Always with a time zone: the one in the text, else the site's."""
    has_time: bool = True

    def attribute(self) -> str:
        """Format for `<time datetime>`: ISO 8601 with the offset, or only the day if there is no time.

        https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value
        """
        return self.instant.isoformat(timespec="seconds") if self.has_time else self.instant.date().isoformat()


def full_years(since: date, until: date) -> int:
    """Return after how many years since a day another one is: on the anniversary, the last year is not over yet."""
    return until.year - since.year - ((until.month, until.day) <= (since.month, since.day))


class OutsideCalendarError(ValueError):
    """A date that a program which counts seconds in 32 bits, or one in another time zone, cannot have."""


def in_calendar(moment: Moment) -> Moment:
    """Return a date of the years from 2 to 2105; raise `OutsideCalendarError` for another, which is a typing error.

    The host compresses the sitemap by a format whose dates end on 7 February 2106:
    https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1
    """
    if not _FIRST_YEAR <= moment.instant.year <= _LAST_YEAR:
        raise OutsideCalendarError(f"is not in the years from {_FIRST_YEAR} to {_LAST_YEAR}")
    return moment


def parse_moment(text: str, zone: tzinfo) -> Moment:
    """Read a date, with or without a time and an offset.

    Accepts `2024-10-04`, `2024-1-5`, `2024/10/04`, `2024-10-04 10:00`, `2024-10-04 10:00:00 +0200` and
    ISO 8601 (`2024-10-04T10:00:00Z`). Raises `ValueError` with a sentence for the author.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        raise ValueError("is not a date")
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    try:
        if match["hour"] is None:
            return in_calendar(Moment(datetime(year, month, day, tzinfo=zone), has_time=False))
        hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
        offset = _offset(match["offset"]) if match["offset"] else zone
        return in_calendar(Moment(datetime(year, month, day, hour, minute, second, tzinfo=offset)))
    except OutsideCalendarError:
        raise
    except ValueError:
        raise ValueError("does not exist") from None


def _offset(text: str) -> tzinfo:
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    if minutes > 59:
        raise ValueError
    delta = timedelta(hours=hours, minutes=minutes)
    return timezone(-delta if text[0] == "-" else delta)


def split_file_name(stem: str) -> tuple[str | None, str]:
    """Split `2024-10-04-nec-2024` into date and name, as Jekyll does; without a date, the stem is the name.

    https://jekyllrb.com/docs/posts/#creating-posts
    """
    match = _IN_FILE_NAME.match(stem)
    return (match[1], match[2]) if match else (None, stem)


def format_moment(moment: datetime, pattern: str, locale: str) -> str:
    """Format a datetime, in its own time zone, as `full`, `long`, `medium`, `short` or by a Babel pattern.

    A named pattern gives only the day. `YYYY` means the calendar year unless the pattern has a week:
    Babel's week year would put the first days of January into the year before.
    https://babel.pocoo.org/en/latest/dates.html#date-fields
    """
    return _formatted(moment, moment.utcoffset(), pattern, locale.replace("-", "_"))


@lru_cache(maxsize=4096)  # equal datetimes can be different days in their time zones, so the key has the offset
def _formatted(moment: datetime, _offset: timedelta | None, pattern: str, locale: str) -> str:
    value = datetime.fromisoformat(moment.isoformat())  # the names of time zones are offsets
    if pattern in ("full", "long", "medium", "short"):
        return format_date(value, format=pattern, locale=locale)
    parts = _QUOTED.split(pattern)  # odd items are quoted text
    if not any("w" in part for part in parts[::2]):
        parts[::2] = [part.replace("Y", "y") for part in parts[::2]]
    return format_datetime(value, format="".join(parts), tzinfo=value.tzinfo, locale=locale)


@lru_cache
def without_year(pattern: str, locale: str) -> str:
    """Return the pattern of the same date without its year.

    For a named pattern, it is the language's own: `d MMM` in French, `MMM d` in English. Of another, the year goes with
    everything up to the next field: `d. MMMM yyyy` gives `d. MMMM`.
    """
    if pattern in _NAMED:
        skeletons = Locale.parse(locale.replace("-", "_")).datetime_skeletons
        return str(skeletons[match_skeleton(_NAMED[pattern], skeletons) or "MMMd"].pattern)
    parts = [match[0] for match in _PATTERN_PART.finditer(pattern)]
    fields = [number for number, part in enumerate(parts) if part[0].isascii() and part[0].isalpha()]
    others = [number for number in fields if parts[number][0] not in "GyYuUr"]
    years = [number for number in fields if number not in others]
    if not years or not others:
        return pattern
    before = [number for number in others if number < years[0]]
    after = [number for number in others if number > years[-1]]
    if not before:
        return "".join(parts[after[0] :])
    return "".join(parts[: before[-1] + 1] + (parts[years[-1] + 1 :] if after else []))

"""Guesses the date that an author meant, for hints. Nothing else uses a guess."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from babel.dates import get_month_names

_TIME = re.compile(
    r"""(?<!\d)(?P<hour>\d{1,2})
    (?: [:h](?P<minute>\d{2}) (?::\d{2})? \s* (?P<half>[ap]\.?m)? | \s*(?P<only>[ap]\.?m) )\b.*""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_TOKENS = re.compile(r"\d+|[^\W\d_]+")


def guess_dates(text: str, locale: str) -> list[str]:
    """Return the dates that a text may mean, as `2026-11-27` or `2026-11-27 14:30`; several if it is ambiguous."""
    match = _TIME.search(text)
    time = _time(match) if match else ""
    rest = text[: match.start()] if match and re.search(r"\d", text[: match.start()]) else text
    days = (_day(*parts) for parts in _candidates(rest, _months(locale)))
    return [f"{day} {time}".rstrip() for day in dict.fromkeys(filter(None, days))]


def _candidates(text: str, months: Mapping[str, int]) -> Iterator[tuple[int, int, int]]:
    """Yield year, month and day as they may be meant. Some do not exist."""
    tokens = _TOKENS.findall(text)
    numbers = [token for token in tokens if token.isdecimal()]
    month = next((months[word] for token in tokens if (word := token.casefold()) in months), None)
    if month:
        years = [number for number in numbers if len(number) == 4]
        rest = [int(number) for number in numbers if len(number) < 3]
        if years or len(rest) > 1:
            yield _year(years[0] if years else numbers[-1]), month, rest[0] if rest else 1
    elif len(numbers) == 1 and len(numbers[0]) == 8:
        yield int(numbers[0][:4]), int(numbers[0][4:6]), int(numbers[0][6:])
    elif len(numbers) == 2 and len(numbers[0]) == 4:
        yield int(numbers[0]), int(numbers[1]), 1
    elif len(numbers) >= 3:
        yield from _of_three(numbers[:3], is_ambiguous="/" in text)


def _of_three(numbers: Sequence[str], *, is_ambiguous: bool) -> Iterator[tuple[int, int, int]]:
    year_first = len(numbers[0]) == 4
    year = _year(numbers[0] if year_first else numbers[2])
    first, second = map(int, numbers[1:] if year_first else numbers[:2])
    likely = (year, first, second) if year_first else (year, second, first)
    other = (year, likely[2], likely[1])
    exists = likely[1] <= 12
    if exists:
        yield likely
    if other[1] <= 12 and (not exists or (is_ambiguous and not year_first)):
        yield other


def _day(year: int, month: int, day: int) -> str:
    """Format a day; the last of the month if it has fewer. Empty if there is no such month."""
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= 9999):
        return ""
    return date(year, month, min(day, monthrange(year, month)[1])).isoformat()


def _year(number: str) -> int:
    return int(number) + 2000 if len(number) == 2 else int(number)


def _time(match: re.Match[str]) -> str:
    hour, half = int(match["hour"]), (match["half"] or match["only"] or "").casefold()
    hour = hour % 12 + 12 * half.startswith("p") if half else hour
    minute = int(match["minute"] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


@cache
def _months(locale: str) -> Mapping[str, int]:
    """Map the names of months, in English and in the blog's language, to their numbers."""
    names = {"sept": 9}
    for language in ("en", locale.replace("-", "_")):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                named = get_month_names(width, context=context, locale=language)
                names |= {name.casefold().rstrip("."): number for number, name in named.items()}
    return names

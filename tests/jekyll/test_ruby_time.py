"""Times as Ruby's `Time.parse` reads them, with what is missing taken from today."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from mkdocs_iroco_blog.jekyll.ruby_time import parse_time

PARIS = ZoneInfo("Europe/Paris")
TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024 Oct 4", "2024-10-04T00:00:00+02:00"),
        ("2024/10", "2024-10-01T00:00:00+02:00"),
        ("04-10-2024", "2024-10-04T00:00:00+02:00"),
        ("4 Oct '24", "2024-10-04T00:00:00+02:00"),
        ("10/04", "2026-10-04T00:00:00+02:00"),
        ("Oct", "2026-10-01T00:00:00+02:00"),
        ("10:30", "2026-03-01T10:30:00+01:00"),
        ("10:00 a.m. 4 October", "2026-10-04T10:00:00+02:00"),
        ("10:00 2024-10-04", "2024-10-04T10:00:00+02:00"),
        ("2024-10-04 23:59:60", "2024-10-05T00:00:00+02:00"),
        ("2024-10-04 10:00:00.25 GMT+2", "2024-10-04T10:00:00.250000+02:00"),
        ("2024-10-04 10:00 +5:30", "2024-10-04T10:00:00+05:30"),
        ("20241004T1015 CET", "2024-10-04T10:15:00+01:00"),
    ],
)
def test_times(text: str, expected: str) -> None:
    assert parse_time(text).resolve(PARIS, TODAY).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("weekly", "is not a date"),
        ("2024-10-04" + " " + "x" * 128, "is not a date"),
        ("2024-10-32", "is not in the calendar"),
        ("9999-12-31 24:00", "is not in the calendar"),
        ("2024-10-04 10:75", "is not on the clock"),
        ("2024-10-04 10:00 +9900", "is not on the clock"),
    ],
)
def test_texts_that_are_not_times(text: str, fault: str) -> None:
    with pytest.raises(ValueError, match=f"^{fault}$"):
        parse_time(text).resolve(PARIS, TODAY)

"""Dates as Ruby reads them, and so Jekyll."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_iroco_blog.jekyll.ruby_time import read_moment

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("October 4, 2024", "2024-10-04"),
        ("4 Oct 2024", "2024-10-04"),
        ("4th October 2024", "2024-10-04"),
        ("Fri, 04 Oct 2024 10:00:00 +0200", "2024-10-04T10:00:00+02:00"),
        ("Fri Oct  4 10:00:00 CEST 2024", "2024-10-04T10:00:00+02:00"),
        ("20241004", "2024-10-04"),
        ("20241004T101500Z", "2024-10-04T12:15:00+02:00"),
        ("2024-10-04 10:15 PM", "2024-10-04T22:15:00+02:00"),
        ("2024-10-04 12:00 am", "2024-10-04T00:00:00+02:00"),
        ("3 PM 4 Oct 2024", "2024-10-04T15:00:00+02:00"),
        ("10/04/2024", "2024-04-10"),
        ("04.10.2024", "2024-10-04"),
        ("2024-10-04 10:00 EST", "2024-10-04T17:00:00+02:00"),
        ("2024-10-04 24:00", "2024-10-05T00:00:00+02:00"),
        ("2024-10-04 10h30", "2024-10-04T10:30:00+02:00"),
        ("2024-10-04 10", "2024-10-04T10:00:00+02:00"),
        ("2024-02-30", "2024-03-01"),
        ("Oct 2024", "2024-10-01"),
        ("70-1-2", "1970-01-02"),
        (20241005, "2024-10-05"),
        (date(2024, 10, 4), "2024-10-04"),
        (datetime(2024, 10, 4, 8, tzinfo=timezone(timedelta(hours=-1))), "2024-10-04T11:00:00+02:00"),
    ],
)
def test_dates_are_read_as_ruby_reads_them(written: Any, moment: str) -> None:
    assert read_moment(written, PARIS).attribute() == moment


@pytest.mark.parametrize("written", ["yesterday", "2024", "2024-13-01", "12/25/2024", "2024-10-04 25:00", "", "1e3"])
def test_what_ruby_takes_for_no_date_is_none(written: str) -> None:
    with pytest.raises(ValueError, match="^is not "):
        read_moment(written, PARIS)


@given(st.one_of(st.text(), st.from_regex(r"[0-9 :/.T+-]{0,30}( ?[ap]m)?")))
def test_any_text_is_a_date_or_says_that_it_is_none(text: str) -> None:
    try:
        moment = read_moment(text, UTC)
    except ValueError as error:
        assert str(error).startswith("is not ")  # noqa: PT017 - the other half is below
    else:
        assert moment.instant.tzinfo is not None

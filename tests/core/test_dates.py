"""Dates as people write them, and as they are shown."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_iroco_blog.core.dates import Moment, format_moment, full_years, parse_moment, split_file_name

PARIS = ZoneInfo("Europe/Paris")
FIRST, LAST = datetime.fromisoformat("0002-01-01"), datetime.fromisoformat("2105-12-31")
ZONES = st.sampled_from([UTC, PARIS, ZoneInfo("Asia/Kolkata"), ZoneInfo("Pacific/Auckland")])
OFFSETS = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@pytest.mark.parametrize(
    ("written", "attribute"),
    [
        ("2024-10-04", "2024-10-04"),
        ("2024-1-5", "2024-01-05"),
        ("2024/10/04", "2024-10-04"),
        (" 2024-10-04 ", "2024-10-04"),
        ("2024-10-04 10:00", "2024-10-04T10:00:00+02:00"),
        ("2024-12-04 10:00", "2024-12-04T10:00:00+01:00"),
        ("2024-10-04 9:05:07", "2024-10-04T09:05:07+02:00"),
        ("2024-10-04 10:00:00 +0200", "2024-10-04T10:00:00+02:00"),
        ("2024-10-04 10:00:00 -03:30", "2024-10-04T10:00:00-03:30"),
        ("2024-10-04 10:00 +5", "2024-10-04T10:00:00+05:00"),
        ("2024-10-04 10:00 UTC", "2024-10-04T10:00:00+00:00"),
        ("2024-10-04T10:00:00Z", "2024-10-04T10:00:00+00:00"),
        ("2024-10-04t10:00:00.123+02:00", "2024-10-04T10:00:00+02:00"),
        ("2024-02-29", "2024-02-29"),
        ("2024-10-04 00:00", "2024-10-04T00:00:00+02:00"),
    ],
)
def test_a_date_is_read_in_every_form(written: str, attribute: str) -> None:
    assert parse_moment(written, PARIS).attribute() == attribute


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "2024", "2024-10", "04/10/2024", "20241004", "2024-10-04 10", "2024-10-04 10h00", "x 2024-10-04"],
)
def test_what_is_no_date_says_so(written: str) -> None:
    with pytest.raises(ValueError, match="^is not a date$"):
        parse_moment(written, UTC)


@pytest.mark.parametrize(
    "written",
    ["2024-02-30", "2023-02-29", "2024-13-01", "0000-01-01", "2024-10-04 24:00", "2024-10-04 10:60",
     "2024-10-04 10:00 +99", "2024-10-04 10:00 +02:75"],
)  # fmt: skip
def test_a_date_that_does_not_exist_is_told_from_no_date(written: str) -> None:
    with pytest.raises(ValueError, match="^does not exist$"):
        parse_moment(written, UTC)


def test_a_day_sorts_among_moments_as_its_first() -> None:
    written = ["2024-10-04 00:01", "2024-10-05", "2024-10-04", "2024-10-03 23:59"]
    assert [str(m.instant)[:16] for m in sorted(parse_moment(text, PARIS) for text in written)] == [
        "2024-10-03 23:59", "2024-10-04 00:00", "2024-10-04 00:01", "2024-10-05 00:00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stem", "parts"),
    [
        ("2024-10-04-nec-2024", ("2024-10-04", "nec-2024")),
        ("2024-1-5-nec", ("2024-1-5", "nec")),
        ("2024-10-04", (None, "2024-10-04")),
        ("nec-2024-10-04", (None, "nec-2024-10-04")),
        ("2024-10-nec", (None, "2024-10-nec")),
    ],
)
def test_a_file_name_may_begin_with_a_date(stem: str, parts: tuple[str | None, str]) -> None:
    assert split_file_name(stem) == parts


@pytest.mark.parametrize(
    ("pattern", "locale", "shown"),
    [
        ("long", "en", "October 4, 2024"),
        ("long", "fr", "4 octobre 2024"),
        ("full", "fr", "vendredi 4 octobre 2024"),
        ("long", "pt_BR", "4 de outubro de 2024"),
        ("yyyy/MM/dd", "en", "2024/10/04"),
        ("MMMM yyyy", "fr", "octobre 2024"),
        ("d MMMM yyyy 'à' HH:mm", "fr", "4 octobre 2024 à 23:30"),
    ],
)
def test_a_moment_is_shown_in_a_language(pattern: str, locale: str, shown: str) -> None:
    assert format_moment(datetime(2024, 10, 4, 23, 30, tzinfo=PARIS), pattern, locale) == shown


@pytest.mark.parametrize("locale", ["pt-BR", "zh-Hant", "zh-TW", "en-GB"])
def test_a_locale_may_be_written_with_a_hyphen(locale: str) -> None:
    day = datetime(2024, 10, 4, tzinfo=UTC)
    assert format_moment(day, "long", locale) == format_moment(day, "long", locale.replace("-", "_"))


@pytest.mark.parametrize(
    ("day", "pattern", "shown"),
    [
        (date(2024, 12, 30), "YYYY", "2024"),
        (date(2024, 12, 30), "YYYY-'W'ww", "2025-W01"),
        (date(2021, 1, 1), "dd/MM/YYYY", "01/01/2021"),
        (date(2024, 12, 30), "'Year' YYYY", "Year 2024"),
        (date(2024, 12, 30), "'week of' YYYY", "week of 2024"),
    ],
)
def test_days_around_new_year_fall_into_their_own_year(day: date, pattern: str, shown: str) -> None:
    assert format_moment(datetime(day.year, day.month, day.day, tzinfo=UTC), pattern, "fr") == shown


def test_one_moment_is_shown_as_the_day_of_its_own_time_zone() -> None:
    evening = datetime(2024, 10, 4, 23, 30, tzinfo=UTC)
    next_day = evening.astimezone(PARIS)
    assert format_moment(evening, "yyyy-MM-dd", "en") == "2024-10-04"
    assert format_moment(next_day, "yyyy-MM-dd", "en") == "2024-10-05"


@given(
    day=st.dates(FIRST.date(), LAST.date()),
    form=st.sampled_from(["{:04}-{:02}-{:02}", "{:04}-{}-{}", "{:04}/{:02}/{:02}"]),
    zone=ZONES,
)
def test_a_day_is_the_one_written_in_any_zone(day: date, form: str, zone: tzinfo) -> None:
    moment = parse_moment(form.format(day.year, day.month, day.day), zone)
    assert (moment.instant.date(), moment.instant.hour, moment.has_time) == (day, 0, False)
    assert moment.instant.utcoffset() is not None


@given(
    at=st.datetimes(FIRST, LAST, timezones=OFFSETS).map(lambda at: at.replace(microsecond=0)),
    form=st.sampled_from(["{:%H:%M:%S}", "{:%H:%M}"]),
    between=st.sampled_from(["T", " ", "  "]),
    offset=st.sampled_from(["", " {:%z}", "{:%z}"]),
    zone=ZONES,
)
def test_a_moment_is_aware_and_on_the_day_written(
    at: datetime, form: str, between: str, offset: str, zone: tzinfo
) -> None:
    written = f"{at.date()}{between}{form.format(at)}{offset.format(at)}"
    moment = parse_moment(written, zone)
    assert (moment.instant.date(), moment.instant.hour, moment.instant.minute) == (at.date(), at.hour, at.minute)
    assert moment.instant.tzinfo is not None
    assert moment.instant.utcoffset() == (at.utcoffset() if offset else moment.instant.replace(tzinfo=zone).utcoffset())


@given(at=st.datetimes(FIRST, LAST, timezones=OFFSETS), has_time=st.booleans(), zone=ZONES)
def test_what_time_elements_say_reads_back(at: datetime, has_time: bool, zone: tzinfo) -> None:
    said = Moment(at, has_time).attribute()
    assert parse_moment(said, zone).attribute() == said


@given(at=st.datetimes(FIRST, LAST), zone=OFFSETS)
def test_what_a_pattern_shows_reads_back(at: datetime, zone: tzinfo) -> None:
    at = at.replace(microsecond=0, tzinfo=zone)
    assert parse_moment(format_moment(at, "yyyy-MM-dd HH:mm:ss", "en"), zone).instant == at


NEARLY = st.from_regex(
    r"\d{4}[-/]\d{1,2}[-/]\d{1,2}([Tt ]\d{1,2}:\d{2}(:\d{2})?( ?([Zz]|[+-]\d{1,4}|[+-]\d\d:\d\d))?)?"
)


@given(text=st.text() | NEARLY, zone=ZONES)
def test_junk_is_an_aware_date_or_a_value_error(text: str, zone: tzinfo) -> None:
    with suppress(ValueError):
        assert parse_moment(text, zone).instant.utcoffset() is not None


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        ("2024-11-01", "2026-11-01", 1),
        ("2024-11-01", "2026-11-02", 2),
        ("2024-11-02", "2026-11-01", 1),
        ("2024-02-29", "2026-02-28", 1),
        ("2024-02-29", "2026-03-01", 2),
        ("2026-11-01", "2026-11-01", -1),
    ],
)
def test_years_are_full_on_the_day_after_the_anniversary(since: str, until: str, years: int) -> None:
    assert full_years(date.fromisoformat(since), date.fromisoformat(until)) == years

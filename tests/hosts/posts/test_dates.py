"""Dates: the machine's own time zone, days beside moments, and the turn of the year."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from tests.hosts.built import contents, words
from tests.hosts.written import post

FORMS = {
    "docs/blog/posts/day.md": post("2026-01-02", title="Day"),
    "docs/blog/posts/time.md": post("2026-01-02 10:00", title="Time"),
    "docs/blog/posts/offset.md": post("2026-01-02T23:30:00-05:00", title="Offset"),
    "docs/blog/posts/utc.md": post("2026-01-02T09:00:00Z", title="UTC"),
    "docs/blog/posts/space.md": post("2026-01-02 08:00:00 +0200", title="Space"),
}


@pytest.fixture
def machine_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Set the machine's time zone."""

    def set_zone(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield set_zone
    monkeypatch.undo()
    time.tzset()


def test_the_time_zone_of_the_machine_changes_no_byte(build, machine_in) -> None:
    built = []
    for zone in ("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"):
        machine_in(zone)
        built.append(contents(build(FORMS).out))
    assert built[0] == built[1] == built[2]


def test_every_form_of_a_date_stands_in_one_order_and_on_the_day_it_says(build) -> None:
    site = build(FORMS)
    assert site.listed("blog/") == ["Offset", "Time", "UTC", "Space", "Day"]
    dates = {words(site.page(url).css_first("time.dt-published")) for url in site.urls if "/2026/01/02/" in url}
    assert dates == {"January 2, 2026"}
    assert len([url for url in site.urls if url.startswith("blog/2026/01/02/")]) == len(FORMS)
    assert site.warnings == []


def test_the_sites_time_zone_orders_what_gives_no_offset(build) -> None:
    texts = {
        "docs/blog/posts/here.md": post("2026-01-02 10:00", title="Here"),
        "docs/blog/posts/utc.md": post("2026-01-02T09:30:00Z", title="UTC"),
    }
    assert build(texts).listed("blog/") == ["Here", "UTC"]
    assert build(texts, options={"timezone": "Europe/Paris"}).listed("blog/") == ["UTC", "Here"]


@pytest.mark.parametrize(
    ("date", "zone", "out"),
    [
        ("2026-11-01", "UTC", True), ("2026-11-01 11:59", "UTC", True), ("2026-11-01 12:01", "UTC", False),
        ("2026-11-01 12:01", "Europe/Paris", True), ("2026-11-01 11:59", "America/New_York", False),
        ("2026-11-01T13:30:00+02:00", "UTC", True), ("2026-11-01T11:30:00-02:00", "UTC", False),
        ("2026-11-02", "Pacific/Auckland", True), ("2026-11-02", "UTC", False),
    ],
)  # fmt: skip
def test_a_future_post_comes_out_at_its_moment_in_its_time_zone(build, machine_in, date, zone, out) -> None:
    """It is noon in Greenwich, on the first of November."""
    machine_in("Pacific/Pago_Pago")
    options = {"draft_if_future_date": True, "timezone": zone}
    site = build({"docs/blog/posts/a.md": post(date, title="A")}, options=options)
    assert (f"blog/{date[:10].replace('-', '/')}/a/" in site.urls) is out
    assert site.warnings == []


@pytest.mark.parametrize("updated", ["2026-03-01", "2026-03-01 10:00", "2026-03-01T10:00:00+02:00"])
@pytest.mark.parametrize("created", ["2026-01-02", "2026-01-02 09:00", "2026-01-02T09:00:00+02:00"])
def test_a_mapping_may_mix_days_and_moments(build, created, updated) -> None:
    text = f"---\ntitle: A\ndate:\n  created: {created}\n  updated: {updated}\n  checked: 2026-04-01\n---\nText.\n"
    site = build({"docs/blog/posts/a.md": text, **FORMS})
    shown = [(node.attributes["datetime"] or "")[:10] for node in site.page(site.post("a")).css(".iroco-header time")]
    assert shown[:2] == ["2026-01-02", "2026-03-01"]
    assert site.warnings == []


@pytest.mark.parametrize("day", ["2021-01-01", "2021-01-03", "2024-12-29", "2024-12-30", "2027-01-01"])
@pytest.mark.parametrize("locale", ["en", "fr", "de", "ar"])
def test_the_year_of_an_archive_is_the_calendars_in_every_language_and_pattern(build, day, locale) -> None:
    options = {"lang": locale, "archive_date_format": "YYYY", "archive_url_date_format": "YYYY",
               "post_url_date_format": "YYYY/MM/dd"}  # fmt: skip
    site = build({"docs/blog/posts/a.md": post(day, title="A")}, options=options)
    assert site.listed(f"blog/archive/{day[:4]}/") == ["A"]
    assert f"blog/{day.replace('-', '/')}/a/" in site.urls

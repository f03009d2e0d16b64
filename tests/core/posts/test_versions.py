"""The newest version in a range that an author writes."""

from __future__ import annotations

import pytest

from mkdocs_iroco_blog.core.posts.versions import newest_version

DEPLOYED = ("0.9", "1.4", "v2.0", "2.4.1", "3", "3.1", "4.x", "latest", "dev", "2026-docs")


@pytest.mark.parametrize(
    ("text", "newest"),
    [
        (">=2.0", "4.x"),
        (">= 2.0", "4.x"),
        (">3.1", "4.x"),
        ("<3", "2.4.1"),
        ("<=2.4", "2.4.1"),
        ("<=2.3", "v2.0"),
        ("<0.9", None),
        ("3", "3"),
        ("3.x", "3.1"),
        ("3.*", "3.1"),
        ("=3", "3.1"),
        ("==3.1", "3.1"),
        ("=3.2", None),
        ("v2", "2.4.1"),
        ("2.0", "v2.0"),
        ("2.0+", "4.x"),
        (">=1, <2", "1.4"),
        (">=1 <2", "1.4"),
        (">=2,<1", None),
        ("1.0 - 2.0", "v2.0"),
        ("1.0–2.4", "2.4.1"),
        ("latest", "latest"),
        ("dev", "dev"),
        ("2026-docs", "2026-docs"),
        ("2026", None),
        (">=2.0 or so", None),
        ("Plume 2", None),
        ("^2.0", None),
        ("~2", None),
        (">", None),
        (",", None),
        (">=2.0,", "4.x"),
        ("", None),
        ("９", None),
        (">=" + "9" * 5000, None),
        ("1" + ".1" * 5000, None),
    ],
)
def test_the_newest_in_a_range(text: str, newest: str | None) -> None:
    assert newest_version(text, DEPLOYED) == newest


def test_where_nothing_is_deployed_there_is_none() -> None:
    assert newest_version(">=2.0", ()) is None


def test_of_two_names_for_one_number_it_is_always_the_same() -> None:
    assert newest_version(">=1", ("v1.0", "1.0")) == newest_version(">=1", ("1.0", "v1.0"))

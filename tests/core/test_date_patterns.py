"""Patterns of dates: those that would show garbage are refused, with the pattern that was meant."""

from __future__ import annotations

import pytest

from mkdocs_iroco_blog.core.date_patterns import pattern_fault

RIGHT = [
    "long", "d MMMM yyyy", "d 'de' MMMM 'de' yyyy", "yyyy/MM/dd", "EEEE, d. MMMM yyyy", "yyyyMMdd", "yyyy-MM-ddTHH:mm",
    "d of MMMM", "w YYYY", "YYYY-MM", "yyyy/'q'Q", "yyyy DDD", "yyyy 'week' ww", "hh:mm a d MMM", "y年M月d日",
    "LLLL y", "QQQ yyyy",
]  # fmt: skip


@pytest.mark.parametrize("pattern", RIGHT)
def test_a_right_pattern_has_no_fault(pattern: str) -> None:
    assert pattern_fault(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "meant"),
    [
        ("%d.%m.%Y", "dd.MM.yyyy"),
        ("%-d %B %Y, %H:%M", "d MMMM yyyy, HH:mm"),
        ("%s", "long"),
        ("DD.MM.YYYY", "dd.MM.YYYY"),
        ("DD/YYYY", "dd/YYYY"),
        ("yyyy-mm-dd", "yyyy-MM-dd"),
        ("yyyy-MM-dd HH:MM", "yyyy-MM-dd HH:mm"),
        ("MMMM Do, YYYY", "MMMM d, YYYY"),
        ("January 2, 2006", "MMMM d, yyyy"),
        ("2006-01-02", "yyyy-MM-dd"),
        ("d de MMMM de yyyy", "d 'de' MMMM 'de' yyyy"),
        ("le d MMMM yyyy", "'le' d MMMM yyyy"),
        ("Published on d MMM", "'Published' on d MMM"),
        ("Long", "long"),
        ("HH:mm", "long"),
        ("MMMMMMM", "long"),
        ("", "long"),
    ],
)
def test_a_wrong_pattern_is_refused_with_a_right_one(pattern: str, meant: str) -> None:
    fault = pattern_fault(pattern)
    assert fault is not None
    assert fault[1] == meant
    assert pattern_fault(meant) is None

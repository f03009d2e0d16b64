"""Whole numbers that people write."""

from __future__ import annotations

_MOST_DIGITS = 9


def whole_number(text: str) -> int | None:
    """Read a whole number from 0 up, of at most nine digits. None for any other text."""
    digits = text.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None

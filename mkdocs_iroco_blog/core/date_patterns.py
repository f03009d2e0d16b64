"""Checks the patterns of dates in options: those that would show garbage, with the pattern that was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from babel.dates import PATTERN_CHARS

from .dates import format_moment
from .findings import nearest

_NAMES = ("full", "long", "medium", "short")
_STRFTIME = {
    "d": "dd", "m": "MM", "Y": "yyyy", "y": "yy", "B": "MMMM", "b": "MMM", "h": "MMM", "A": "EEEE", "a": "EEE",
    "e": "d", "H": "HH", "I": "hh", "M": "mm", "S": "ss", "p": "a", "j": "DDD", "z": "Z", "Z": "z", "F": "yyyy-MM-dd",
    "T": "HH:mm:ss",
}  # fmt: skip
_GO = {
    "2006": "yyyy",
    "January": "MMMM",
    "Jan": "MMM",
    "Monday": "EEEE",
    "Mon": "EEE",
    "01": "MM",
    "02": "dd",
    "2": "d",
}
_PIECES = re.compile(r"'[^']*'|%[-#]?[A-Za-z]|[A-Za-z]+|[^A-Za-z'%]+|.", re.DOTALL)
_GO_PIECES = re.compile("|".join(_GO))


def pattern_fault(pattern: str) -> tuple[str, str] | None:
    """Return what is wrong with a pattern, as the end of a sentence, and what to write; None if it is right.

    https://babel.pocoo.org/en/latest/dates.html#date-fields
    """
    fault = None if pattern in _NAMES else _fault(pattern)
    if fault is None:
        return None
    meant = nearest(pattern, _NAMES) or fault[1]
    return fault[0], meant if meant in _NAMES or not _fault(meant) else "long"


def _fault(pattern: str) -> tuple[str, str] | None:
    pieces = _PIECES.findall(pattern)
    if any(re.fullmatch(r"%[-#]?[A-Za-z]", piece) for piece in pieces):
        return "is a pattern for `strftime`", "".join(map(_from_strftime, pieces))
    if "2006" in pattern:
        return "is a pattern for Go", _GO_PIECES.sub(lambda match: _GO[match[0]], pattern)
    with_minutes = re.sub(r"([HhKk]:)MM?", r"\1mm", pattern)
    if with_minutes != pattern:
        return "has `M`, the month, for minutes", with_minutes
    return _letters_fault(pieces) or _formatting_fault(pattern)


def _letters_fault(pieces: list[str]) -> tuple[str, str] | None:
    """Find words, and letters that mean something else than where other programs use them."""
    words = [piece for piece in pieces if _is_word(piece)]
    if words:
        listed = " and ".join(f"`{word}`" for word in dict.fromkeys(words))
        meant = "".join(map(_quoted, pieces)).replace("' '", " ")
        return f"would take the letters of {listed} for parts of the date", meant
    letters = set("".join(piece for piece in pieces if piece.isalpha()))
    if "D" in letters and (letters & set("ML") or "DDD" not in pieces):
        return "has `D`, the day of the year", "".join(_swap(pieces, "D", "d"))
    if "m" in letters and not letters & set("hHkK"):
        return "has `m`, the minute", "".join(_swap(pieces, "m", "M"))
    if not letters & set("GyYuUqQMLwWdDEec"):
        return "has no part of a date", "long"
    return None


def _formatting_fault(pattern: str) -> tuple[str, str] | None:
    try:
        format_moment(datetime(2026, 11, 3, tzinfo=UTC), pattern, "en")
    except (ValueError, KeyError, AttributeError, NotImplementedError):
        return "is not a pattern that Babel knows", "long"
    return None


def _is_word(piece: str) -> bool:
    """Whether letters are a word: only some of them mean something in dates, or there is the number of a weekday."""
    if not piece.isalpha() or len(piece) < 2 or piece == piece[0] * len(piece):
        return False
    unknown = {letter for letter in piece if letter not in PATTERN_CHARS} - {"T"}
    return (bool(unknown) and unknown != set(piece)) or bool({"e", "c"} & set(piece))


def _quoted(piece: str) -> str:
    ordinal = piece.lower() == "do"  # another library's `1st`, which Babel does not have
    return "d" if ordinal else f"'{piece}'" if _is_word(piece) else piece


def _from_strftime(piece: str) -> str:
    if piece.startswith("%") and len(piece) > 1:
        field = _STRFTIME.get(piece[-1], "")
        return field[:1] if piece[1] in "-#" else field
    return f"'{piece}'" if piece.isalpha() else piece


def _swap(pieces: list[str], letter: str, other: str) -> Iterator[str]:
    yield from (piece.replace(letter, other) if piece.isalpha() else piece for piece in pieces)

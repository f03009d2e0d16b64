"""Regular expressions for the JSON Schema of front matter, in the dialect of ECMAScript.

They decide as the readers do: https://json-schema.org/draft/2020-12/json-schema-core#name-regular-expressions
"""

from __future__ import annotations

from collections.abc import Iterable

_MARKS = frozenset("-_")
_YEAR = r"000[2-9]|00[1-9]\d|0[1-9]\d\d|1\d{3}|20\d\d|210[0-5]"
_LEAP_YEAR = r"\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00"
_DAY_OF_MONTH = (
    r"(?:0?[13578]|1[02])[-/](?:0?[1-9]|[12]\d|3[01])|"
    r"(?:0?[469]|11)[-/](?:0?[1-9]|[12]\d|30)|"
    r"0?2[-/](?:0?[1-9]|1\d|2[0-8])"
)
_TIME = r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?"
_OFFSET = r"[Zz]|UTC|GMT|[+-](?:[01]?\d|2[0-3])(?::?[0-5]\d)?"
DATE = (
    rf"^\s*(?=(?:{_YEAR})[-/])(?:\d{{4}}[-/](?:{_DAY_OF_MONTH})|(?:{_LEAP_YEAR})[-/]0?2[-/]29)"
    rf"(?:(?:[Tt]|\s+){_TIME}\s*(?:{_OFFSET})?)?\s*$"
)
"""A date that exists, with or without a time and an offset, as `parse_moment` reads it."""


def misspellings(key: str, keys: Iterable[str], words: Iterable[str]) -> str:
    """Return a pattern for the words that are one letter away from a key, except other keys and `words`.

    Capitals, `-` and `_` do not matter in keys, so a word that differs from a key by these alone is no misspelling.
    """
    cuts = range(len(key))
    changed = (f"{key[:cut]}{_another(key[cut])}{key[cut + 1 :]}" for cut in cuts)
    longer = (f"{key[:cut]}[^-_]{key[cut:]}" for cut in range(len(key) + 1))
    shorter = (key[:cut] + key[cut + 1 :] for cut in cuts if key[cut] not in _MARKS)
    swapped = (
        f"{key[:cut]}{key[cut + 1]}{key[cut]}{key[cut + 2 :]}"
        for cut in cuts[:-1]
        if not _MARKS.intersection(key[cut : cut + 2])
    )
    misspelt = dict.fromkeys([*changed, *longer, *shorter, *swapped])
    known = [*map(_in_any_case, [key, *keys]), *words]
    return rf"^(?!(?:{'|'.join(known)})$)(?:{'|'.join(misspelt)})$"


def _another(letter: str) -> str:
    return "[^-_]" if letter in _MARKS else f"[^{letter.lower()}{letter.upper()}]"


def _in_any_case(key: str) -> str:
    letters = (f"[{letter.lower()}{letter.upper()}]" if letter.isalpha() else letter for letter in key)
    return f"{''.join(letters)}[-_]?"

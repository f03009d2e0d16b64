"""Slugs as Jekyll makes them, for addresses and for the filter `slugify`.

https://jekyllrb.com/docs/liquid/filters/#options-for-the-slugify-filter
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

_SPACE = re.compile(r"\s+", re.ASCII)
_NOT_ASCII_WORD = re.compile(r"[^A-Za-z0-9]+")
_PRETTY = frozenset("._~!$&'()+,;=@")
"""Marks that addresses hold as they are."""

_OWN_LATIN = {
    "Æ": "AE", "Ð": "D", "\u00d7": "x", "Ø": "O", "Þ": "Th", "ß": "ss", "æ": "ae", "ð": "d", "ø": "o", "þ": "th",
    "Đ": "D", "đ": "d", "Ħ": "H", "ħ": "h", "\u0131": "i", "ĸ": "k", "Ł": "L", "ł": "l", "ŉ": "'n", "Ŋ": "NG",
    "ŋ": "ng", "Œ": "OE", "œ": "oe", "Ŧ": "T", "ŧ": "t",
}  # fmt: skip
"""Letters that are no base letter with a mark, as the gem i18n spells them, which Jekyll calls."""


def slugify(text: str, mode: str | None = None, *, cased: bool = False) -> str:
    """Words joined by `-`. Modes: `raw`, `default`, `pretty`, `ascii`, `latin`; any other only lowers the case."""
    mode = mode or "default"
    if mode == "raw":
        slug = _SPACE.sub("-", text)
    elif mode == "ascii":
        slug = _NOT_ASCII_WORD.sub("-", text)
    elif mode in ("default", "pretty", "latin"):
        slug = _joined(_plain_latin(text) if mode == "latin" else text, _PRETTY if mode == "pretty" else frozenset())
    else:
        return text if cased else lowered(text)
    slug = slug.removeprefix("-").removesuffix("-")
    return slug if cased else lowered(slug)


def lowered(text: str) -> str:
    """Lower case as Ruby has it: letter by letter, where Python knows the Greek sigma that ends a word."""
    return text.lower() if text.isascii() else "".join(letter.lower() for letter in text)


def titleized(slug: str) -> str:
    """`my-first-post` as a title: `My First Post`."""
    return " ".join(word[:1].title() + lowered(word[1:]) for word in slug.rstrip("-").split("-"))


def _joined(text: str, kept: frozenset[str]) -> str:
    runs = groupby(text, lambda letter: letter in kept or _in_word(letter))
    return "".join("".join(run) if inside else "-" for inside, run in runs)


@lru_cache(maxsize=4096)
def _in_word(letter: str) -> bool:
    """Letters, marks and decimal digits of any script."""
    category = unicodedata.category(letter)
    return category[0] in "LM" or category == "Nd"


def _plain_latin(text: str) -> str:
    return text if text.isascii() else "".join(map(_base_letters, text))


@lru_cache(maxsize=4096)
def _base_letters(letter: str) -> str:
    """A Latin letter without its accent; a question mark for any other that is not ASCII, as Jekyll has it."""
    if letter.isascii():
        return letter
    if letter in _OWN_LATIN:
        return _OWN_LATIN[letter]
    decomposed = unicodedata.normalize("NFKD", letter) if "\u00c0" <= letter <= "\u017e" else ""
    return "".join(part for part in decomposed if part.isascii()) or "?"

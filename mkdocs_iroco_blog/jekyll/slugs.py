"""Slugs and lower case as Jekyll makes them: for addresses, ids and Liquid's filters.

https://jekyllrb.com/docs/liquid/filters/#options-for-the-slugify-filter
Blogs without Jekyll use the function that `post_slugify` names instead (`core.permalinks.slug_of`), as Material does.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

_SPACE = re.compile(r"\s+", re.ASCII)
_NOT_ASCII_WORD = re.compile(r"[^A-Za-z0-9]+")
_PRETTY = "._~!$&'()+,;=@"
"""Punctuation that addresses may contain."""

_LATIN = {
    "Æ": "AE", "Ð": "D", "\u00d7": "x", "Ø": "O", "Þ": "Th", "ß": "ss", "æ": "ae", "ð": "d", "ø": "o", "þ": "th",
    "Đ": "D", "đ": "d", "Ħ": "H", "ħ": "h", "\u0131": "i", "ĸ": "k", "Ł": "L", "ł": "l", "ŉ": "'n", "Ŋ": "NG",
    "ŋ": "ng", "Œ": "OE", "œ": "oe", "Ŧ": "T", "ŧ": "t",
}  # fmt: skip
"""Spellings from the gem i18n, which Jekyll calls, for letters that are not a base letter with an accent."""


def slugify(text: str, mode: str | None = None, *, cased: bool = False) -> str:
    """Join words by `-`. Modes: `raw`, `default`, `pretty`, `ascii`, `latin`; any other only lowers the case."""
    mode = mode or "default"
    if mode == "raw":
        slug = _SPACE.sub("-", text)
    elif mode == "ascii":
        slug = _NOT_ASCII_WORD.sub("-", text)
    elif mode == "latin":
        slug = _hyphenate("".join(map(_base_letters, text)))
    elif mode in ("default", "pretty"):
        slug = _hyphenate(text, _PRETTY if mode == "pretty" else "")
    else:
        return text if cased else downcase(text)
    slug = slug.removeprefix("-").removesuffix("-")
    return slug if cased else downcase(slug)


def term_slug(name: str, _separator: str) -> str:
    """Make a term's slug as Jekyll does, for the option `categories_slugify`."""
    return slugify(name)


def downcase(text: str) -> str:
    """Lower the case of each letter by itself, as Ruby does: `ΟΔΟΣ` becomes `οδοσ`, where Python writes `οδος`."""
    return text.lower() if text.isascii() else "".join(letter.lower() for letter in text)


def title_from_slug(slug: str) -> str:
    """Turn `my-first-post` into `My First Post`."""
    return " ".join(word[:1].title() + downcase(word[1:]) for word in slug.rstrip("-").split("-"))


def _hyphenate(text: str, punctuation: str = "") -> str:
    """Replace each run of other characters than word characters and `punctuation` by `-`."""
    runs = groupby(text, lambda letter: letter in punctuation or _is_word(letter))
    return "".join("".join(run) if inside else "-" for inside, run in runs)


@lru_cache(maxsize=4096)
def _is_word(letter: str) -> bool:
    """Letters, marks and decimal digits of any script."""
    category = unicodedata.category(letter)
    return category[0] in "LM" or category == "Nd"


@lru_cache(maxsize=4096)
def _base_letters(letter: str) -> str:
    """Strip a Latin letter's accent; any other letter outside ASCII becomes a question mark, as in Jekyll."""
    if letter.isascii():
        return letter
    if letter in _LATIN:
        return _LATIN[letter]
    decomposed = unicodedata.normalize("NFKD", letter) if "\u00c0" <= letter <= "\u017e" else ""
    return "".join(part for part in decomposed if part.isascii()) or "?"

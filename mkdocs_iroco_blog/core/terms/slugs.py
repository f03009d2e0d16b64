"""Gives the terms of a taxonomy their slugs: where several names make one slug, each still gets its own."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

_WORDS = {"#": "sharp", "+": "plus", ".": "dot", "&": "and", "@": "at", "*": "star", "/": "slash"}
_SEPARATORS = re.compile(r"[\s-]+")


@dataclass(slots=True)
class TermGroup:
    """The spellings of one term, with the number of their uses."""

    slug: str
    spellings: Counter[str]

    @property
    def name(self) -> str:
        """The most frequent spelling; of several, the first in order, so that every build agrees."""
        return min(self.spellings, key=lambda name: (-self.spellings[name], name))


def group_names(
    uses: Counter[str], ages: Mapping[str, Any], slugify: Callable[[str], str], fallback: str
) -> tuple[list[TermGroup], list[list[TermGroup]]]:
    """Group names into terms. Also return the terms that would have one slug; the first of them keeps it.

    Spellings that differ in case, or have a space for a hyphen, are one term. A slug belongs to the term whose
    lower-case name it is, else to the oldest by `ages`, so that a new post moves no address. The others get one that
    says what they are (`c-sharp`), or a number.
    """
    by_slug: dict[str, dict[str, TermGroup]] = {}
    for name, number in uses.items():
        slug = slugify(name) or slugify(_in_words(name)) or fallback
        group = by_slug.setdefault(slug, {}).setdefault(folded(name), TermGroup(slug, Counter()))
        group.spellings[name] = number
    slugs, clashes = set(by_slug), []
    for slug, groups in by_slug.items():
        if len(groups) > 1:
            clashes.append(sorted(groups.values(), key=lambda group: _rank(group, ages)))
            for group in clashes[-1][1:]:
                group.slug = _unused(slugify(_in_words(group.name)) or slug, slugs)
                slugs.add(group.slug)
    return [group for groups in by_slug.values() for group in groups.values()], clashes


def _rank(group: TermGroup, ages: Mapping[str, Any]) -> tuple[bool, Any]:
    return group.slug not in map(str.lower, group.spellings), min(ages[name] for name in group.spellings)


def folded(name: str) -> str:
    """Return a name as names are compared: without case, and with spaces for hyphens."""
    return _SEPARATORS.sub(" ", unicodedata.normalize("NFC", name).casefold())


def _in_words(name: str) -> str:
    """Write signs as words: `C#` as `C sharp`, and an emoji by its name."""
    return " ".join("".join(map(_in_word, name)).split())


def _in_word(letter: str) -> str:
    category = unicodedata.category(letter)
    if category[0] in "LMN" or letter in "-_":
        return letter
    return " " if category[0] in "CZ" else f" {_WORDS.get(letter) or unicodedata.name(letter, '').lower()} "


def _unused(slug: str, others: set[str]) -> str:
    numbered = (f"{slug}-{number}" for number in count(2))
    return slug if slug not in others else next(name for name in numbered if name not in others)

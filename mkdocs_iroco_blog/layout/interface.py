"""The interface's words and dates in the blog's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError

from mkdocs_iroco_blog.core.dates import Moment, format_moment

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FALLBACK = "en"
_WRITTEN = {"no": "nb"}
"""A language whose name says less than its file's: Norwegian is written as Bokmål where nothing says otherwise."""


@dataclass(frozen=True, slots=True)
class Interface:
    """Words and dates of one language."""

    lang: str
    """As in `<html lang>`: `fr`, `pt-BR`."""
    locale: str
    """As Babel names it: `fr`, `pt_BR`."""
    words: Mapping[str, Any]
    plural: Callable[[float], str]
    """The plural form of a number, as Unicode names it: `one`, `other`."""

    def say(self, key: str, **values: object) -> str:
        """A phrase, its placeholders filled in; by the language's own plural where it has one for `n`."""
        phrase = self.words[key]
        if isinstance(phrase, dict):
            phrase = phrase.get(self.plural(int(str(values.get("n", 0)))), phrase["other"])
        return str(phrase).format(**values) if values else str(phrase)

    def date(self, moment: Moment, pattern: str) -> str:
        """A date as this language writes it."""
        return format_moment(moment.at, pattern, self.locale)


def interface(lang: str) -> Interface:
    """The interface for a language such as `fr`, `pt-BR` or `pt_BR`; in English where it is not translated."""
    locale = _locale(lang)
    words = _spoken(locale) or _words(_FALLBACK) or {}
    return Interface(str(locale).replace("_", "-"), str(locale), words, locale.plural_form)


def translated(lang: str) -> bool:
    """Whether the interface speaks this language."""
    return _spoken(_locale(lang)) is not None


def _spoken(locale: Locale) -> Mapping[str, Any] | None:
    """The words in the locale's own script where they are written in it, else in its language.

    Babel knows the script of a region that has one of its own: `zh_TW` is `zh_Hant_TW`.
    """
    language = _WRITTEN.get(locale.language, locale.language)
    return (_words(f"{language}_{locale.script}") if locale.script else None) or _words(language)


def _locale(lang: str) -> Locale:
    for candidate in (lang.replace("-", "_"), lang.replace("-", "_").partition("_")[0]):
        try:
            return Locale.parse(candidate)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(_FALLBACK)


@cache
def _words(language: str) -> Mapping[str, Any] | None:
    file = resources.files(__package__) / "locales" / f"{language}.yml"
    if not file.is_file():
        return None
    words: Mapping[str, Any] = yaml.load(file.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - it is a safe one
    return words

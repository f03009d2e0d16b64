"""Phrases of the interface, and dates, in the blog's language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError

from mkdocs_iroco_blog.core.dates import Moment, format_moment

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class LocaleTranslator:
    """A `Translator` for one locale."""

    lang: str
    locale: str
    phrases: Mapping[str, Any]
    plural: Callable[[float], str]
    """Returns the plural form for a number, as Unicode names it: `one`, `other`."""
    english: Collection[str] = ()

    @property
    def direction(self) -> str:
        """Return the direction of its script."""
        return text_direction(self.locale)

    def t(self, key: str, **values: object) -> str:
        """Return a phrase with its placeholders filled in, in the plural form for `n` if it has several."""
        phrase = self.phrases[key]
        if isinstance(phrase, dict):
            plural = Locale(_FALLBACK).plural_form if key in self.english else self.plural
            phrase = phrase.get(plural(int(str(values.get("n", 0)))), phrase["other"])
        return str(phrase).format(**values) if values else str(phrase)

    def date(self, moment: Moment, pattern: str) -> str:
        """Format a date."""
        return format_moment(moment.instant, pattern, self.locale)


def load_translator(lang: str) -> LocaleTranslator:
    """Load the translator for a language such as `fr`, `pt-BR` or `pt_BR`, with English for what it lacks."""
    locale = _parse_locale(lang)
    english, translated = _read_phrases(_FALLBACK) or {}, _find_phrases(locale) or {}
    lacking = frozenset(english.keys() - translated.keys())
    phrases = {**english, **translated}
    return LocaleTranslator(str(locale).replace("_", "-"), str(locale), phrases, locale.plural_form, lacking)


def is_supported(lang: str) -> bool:
    """Whether the interface is translated into a language."""
    return _find_phrases(_parse_locale(lang)) is not None


@cache
def text_direction(lang: str) -> str:
    """Return the direction in which a language is written, as HTML's `dir` names it: `ltr` or `rtl`."""
    return str(_parse_locale(lang).text_direction)


def _find_phrases(locale: Locale) -> Mapping[str, Any] | None:
    """Prefer the file for the locale's script, and fall back to the one for its language.

    Babel knows the script of regions that have their own: `zh_TW` is `zh_Hant_TW`.
    """
    language = "nb" if locale.language == "no" else locale.language  # Norwegian means Bokmål
    return (_read_phrases(f"{language}_{locale.script}") if locale.script else None) or _read_phrases(language)


def _parse_locale(lang: str) -> Locale:
    for candidate in (lang.replace("-", "_"), lang.replace("-", "_").partition("_")[0]):
        with suppress(UnknownLocaleError, ValueError):
            return Locale.parse(candidate)
    return Locale.parse(_FALLBACK)


@cache
def _read_phrases(name: str) -> Mapping[str, Any] | None:
    file = resources.files(__package__) / "locales" / f"{name}.yml"
    if not file.is_file():
        return None
    phrases: Mapping[str, Any] = yaml.load(file.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader
    return phrases

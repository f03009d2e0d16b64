"""Codes and names of languages, as Unicode lists them."""

from __future__ import annotations

import re

from babel import Locale, UnknownLocaleError

from .findings import nearest

# https://www.rfc-editor.org/rfc/rfc5646, common forms only; locales use `_` instead of `-`
_CODE = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")


def is_language(code: str) -> bool:
    """Whether a text is the code of a language that Unicode knows, with or without a region."""
    match = _CODE.fullmatch(code)
    return match is not None and match["language"].lower() in Locale("en").languages


def code_of_language(name: str) -> str | None:
    """Return the code of a language by its name in English or in the language itself, which may be misspelt."""
    codes = {text.casefold(): code for code, text in Locale("en").languages.items() if len(code) == len("en")}
    codes |= {text.casefold(): code for code in list(codes.values()) if (text := _name_in_itself(code))}
    close = nearest(name, codes)
    return codes[close] if close else None


def _name_in_itself(code: str) -> str | None:
    try:
        return Locale.parse(code).get_language_name(code)
    except (UnknownLocaleError, ValueError):
        return None

"""Quotes, dashes, ellipses and character references, and the characters that they stand for.

https://kramdown.gettalong.org/syntax.html#typographic-symbols
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.entities import name2codepoint

from .document import Element, Options

QUOTES = {name: chr(name2codepoint[name]) for name in ("lsquo", "rsquo", "ldquo", "rdquo")}
"""The character of each quote; the option `smart_quotes` can replace it."""

SYMBOLS = {name: chr(name2codepoint[name]) for name in ("mdash", "ndash", "hellip", "laquo", "raquo")}
SYMBOLS |= {
    "laquo_space": f"{SYMBOLS['laquo']}\N{NO-BREAK SPACE}",
    "raquo_space": f"\N{NO-BREAK SPACE}{SYMBOLS['raquo']}",
}
"""The characters of each symbol; the option `typographic_symbols` can replace them."""

WRITTEN_SYMBOLS = {
    "---": "mdash", "--": "ndash", "...": "hellip",
    "<< ": "laquo_space", " >>": "raquo_space", "<<": "laquo", ">>": "raquo",
}  # fmt: skip

_CODE_POINTS = name2codepoint | {"apos": 39, "vellip": 8942}
# Numbers of control characters: like browsers, kramdown reads them in Windows' western code page.
_WINDOWS = {
    number: char
    for number in range(128, 160)
    if (char := bytes([number]).decode("cp1252", "replace")) != "\N{REPLACEMENT CHARACTER}"
}
_LETTER = "[A-Za-z0-9_]"
_OPENS = re.compile(r"""["'](?=[_*]{1,2}[^ \t\r\n\f\v])""")
_CLOSES_BEFORE_MARK = re.compile(r"""["'](?=[!"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~](?!\.\.)\B)""")
_CLOSES_BEFORE_SPACE = re.compile(r"""["'](?=[ \t\r\n\f\v]|s\b|$)""", re.MULTILINE)
_DOUBLE = re.compile(rf"""([ \t\r\n\f\v]?)(?:"'|'")(?={_LETTER})""")
_DECADE = re.compile(r"([ \t\r\n\f\v]?)'(?=[0-9][0-9]s)")
_OPENS_WORD = re.compile(rf"([ \t\r\n\f\v])['\"](?={_LETTER})")
_CLOSES = re.compile(r"([^ \\\t\r\n\[{(-])['\"]")

_LEFT = {"'": "lsquo", '"': "ldquo"}
_RIGHT = {"'": "rsquo", '"': "rdquo"}
_RULES = ((_DOUBLE, _LEFT), (_DECADE, _RIGHT), (_OPENS_WORD, _LEFT), (_CLOSES, _RIGHT))


def read_quotes(text: str, position: int) -> tuple[str, tuple[str, ...], int]:
    """Read the quotes at `position`, or after one character there.

    Returns that character, the quotes' names and the position after them. The first of kramdown's rules that
    matches decides: a quote opens before emphasis and closes before punctuation; then come pairs, decades and words;
    after anything but a space or a bracket a quote closes; all others open.
    """
    sign = text[position]
    if sign in _LEFT:
        if _OPENS.match(text, position):
            return "", (_LEFT[sign],), position + 1
        if _CLOSES_BEFORE_MARK.match(text, position):
            return "", (_RIGHT[sign],), position + 1
    for rule, names in _RULES:
        if match := rule.match(text, position):
            quotes = match[0][len(match[1]) :]
            return match[1], tuple(names[quote] for quote in quotes), match.end()
    if sign in _LEFT and _CLOSES_BEFORE_SPACE.match(text, position):
        return "", (_RIGHT[sign],), position + 1
    following = text[position + 1 : position + 2]
    if following == "'" or (following == '"' and sign != "'"):  # of two quotes, the first is text
        return sign, (_LEFT[following],), position + 2
    return "", (_LEFT[sign],), position + 1


def character(name: str | None, decimal: str | None, hexadecimal: str | None) -> str | None:
    """Look up a character reference; None if kramdown does not know the name, or the number is no character."""
    number = _CODE_POINTS.get(name) if name else _code_point(decimal, 10) if decimal else _code_point(hexadecimal, 16)
    if number is None or not 0 < number < 0x110000 or 0xD800 <= number < 0xE000:
        return None
    return _WINDOWS.get(number, chr(number))


def _code_point(digits: str | None, base: int) -> int:
    """The number of a character. Anything too long to be one is 0."""
    digits = (digits or "").lstrip("0")
    return int(digits or "0", base) if len(digits) < 8 else 0


def quote_sign(name: str, options: Options) -> str:
    """The character of a quote. The option `smart_quotes` gives an entity's name or number."""
    entity = options.smart_quotes[("lsquo", "rsquo", "ldquo", "rdquo").index(name)]
    return character(None, entity, None) or "" if entity.isdecimal() else character(entity, None, None) or QUOTES[name]


def symbol_signs(name: str, options: Options) -> str:
    """The characters of a symbol; the option `typographic_symbols` can replace them."""
    return options.typographic_symbols.get(name, SYMBOLS[name])


def visible_text(spans: Sequence[Element]) -> str:
    """The text of spans as kramdown counts it for ids."""
    return "".join(visible_text(span.children) if span.children else _leaf_text(span) for span in spans)


def _leaf_text(span: Element) -> str:
    if span.kind in {"text", "codespan", "math", "abbreviation"}:
        return span.text
    if span.kind == "entity":
        return str(span.options["char"])
    if span.kind == "smart_quote":
        return QUOTES[span.text]
    if span.kind == "typographic_sym":
        return SYMBOLS[span.text].replace("\N{NO-BREAK SPACE}", " ")
    return ""

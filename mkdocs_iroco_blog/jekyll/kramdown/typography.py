"""Quotes, dashes, ellipses and character references: which signs they stand for.

https://kramdown.gettalong.org/syntax.html#typographic-symbols
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.entities import name2codepoint

from .document import Element, Options

QUOTES = {"lsquo": "\N{LEFT SINGLE QUOTATION MARK}", "rsquo": "\N{RIGHT SINGLE QUOTATION MARK}"} | {
    "ldquo": "\N{LEFT DOUBLE QUOTATION MARK}",
    "rdquo": "\N{RIGHT DOUBLE QUOTATION MARK}",
}
"""The sign of each quote, unless the option `smart_quotes` says otherwise."""

SYMBOLS = {
    "mdash": "\N{EM DASH}",
    "ndash": "\N{EN DASH}",
    "hellip": "\N{HORIZONTAL ELLIPSIS}",
    "laquo": "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "raquo": "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "laquo_space": "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{NO-BREAK SPACE}",
    "raquo_space": "\N{NO-BREAK SPACE}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
}
"""The signs of each symbol, unless the option `typographic_symbols` says otherwise."""

WRITTEN_SYMBOLS = {"---": "mdash", "--": "ndash", "...": "hellip", "<< ": "laquo_space", " >>": "raquo_space"} | {
    "<<": "laquo",
    ">>": "raquo",
}

_CODE_POINTS = name2codepoint | {"apos": 39, "vellip": 8942}
# Numbers that are no characters of Unicode but of Windows' western code page, which kramdown mends as browsers do.
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


_RULES = (_DOUBLE, _DECADE, _OPENS_WORD, _CLOSES)


def read_quotes(text: str, position: int) -> tuple[str, tuple[str, ...], int]:
    """Quotes at `position`, or after one sign there: the sign as text, the quotes' names, where they end.

    The first of kramdown's rules that fits decides: before emphasis a quote opens, before punctuation it closes;
    then pairs, decades and words; after anything but a space or a bracket it closes; what is left over opens.
    """
    sign = text[position]
    if sign in _LEFT:
        if _OPENS.match(text, position):
            return "", (_LEFT[sign],), position + 1
        if _CLOSES_BEFORE_MARK.match(text, position):
            return "", (_RIGHT[sign],), position + 1
    for rule in _RULES:
        if match := rule.match(text, position):
            names = _RIGHT if rule in (_DECADE, _CLOSES) else _LEFT
            quotes = match[0][len(match[1]) :]
            return match[1], tuple(names[quote] for quote in quotes), match.end()
    if sign in _LEFT and _CLOSES_BEFORE_SPACE.match(text, position):
        return "", (_RIGHT[sign],), position + 1
    return _left_over(text, position)


def _left_over(text: str, position: int) -> tuple[str, tuple[str, ...], int]:
    """What no rule closes, opens; of two quotes side by side, the second, and the first is text."""
    following = text[position + 1 : position + 2]
    if following == "'" or (following == '"' and text[position] != "'"):
        return text[position], (_LEFT[following],), position + 2
    return "", (_LEFT[text[position]],), position + 1


def character(name: str | None, decimal: str | None, hexadecimal: str | None) -> str | None:
    """What a character reference stands for; None for a name that kramdown does not know, or no character."""
    number = _CODE_POINTS.get(name) if name else int(decimal) if decimal else int(hexadecimal or "0", 16)
    if number is None or not 0 < number < 0x110000 or 0xD800 <= number < 0xE000:
        return None
    return _WINDOWS.get(number, chr(number))


def written_quote(name: str, options: Options) -> str:
    """A quote as the option `smart_quotes` has it: the character of an entity's name or number."""
    said = options.smart_quotes[("lsquo", "rsquo", "ldquo", "rdquo").index(name)]
    return character(None, said, None) or "" if said.isdecimal() else character(said, None, None) or QUOTES[name]


def written_symbol(name: str, options: Options) -> str:
    """A symbol as the option `typographic_symbols` has it."""
    return options.typographic_symbols.get(name, SYMBOLS[name])


def character_of(span: Element) -> str:
    """The characters that a span without children shows, as kramdown's ids count them."""
    if span.kind in {"text", "codespan", "math", "abbreviation"}:
        return span.text
    if span.kind == "entity":
        return str(span.options["char"])
    if span.kind == "smart_quote":
        return QUOTES[span.text]
    if span.kind == "typographic_sym":
        return SYMBOLS[span.text].replace("\N{NO-BREAK SPACE}", " ")
    return ""


def plain_text(elements: Sequence[Element]) -> str:
    """What a reader sees of spans, without their marks; a break is a space, a picture what describes it."""
    parts: list[str] = []
    for element in elements:
        if element.children:
            parts.append(plain_text(element.children))
        elif element.kind == "br":
            parts.append(" ")
        else:
            parts.append(element.attributes.get("alt", "") if element.kind == "img" else character_of(element))
    return "".join(parts)

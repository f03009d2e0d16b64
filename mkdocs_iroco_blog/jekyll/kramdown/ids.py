"""Ids of headings, as kramdown makes them from a heading's text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import category

from .document import Document, Element
from .typography import character_of

_NO_ASCII_WORD = re.compile(r"[^A-Za-z0-9 -]")
_BEFORE_LETTER = re.compile(r"^[^a-zA-Z]+", re.MULTILINE)
_WORD_CATEGORIES = frozenset({"Mn", "Mc", "Me", "Nd", "Nl", "Pc"})
# Letters in circles and squares, which Unicode counts as letters although their category is "symbol".
_ENCLOSED = ((0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))


def header_id(raw_text: str, spans: Sequence[Element], document: Document) -> str:
    """The id of a heading without one of its own; `document.ids` counts it.

    `raw_text` is the heading as written, which kramdown's own dialect goes by unless `auto_id_stripping` is set;
    GFM goes by the text of its spans. A counter sets equal ids apart; an id with a counter is not itself counted.
    """
    if document.options.input == "GFM":
        made = gfm_id(_gfm_text(spans))
    else:
        made = basic_id(_bare_text(spans) if document.options.auto_id_stripping else raw_text) or "section"
    count = document.ids.get(made, 0)
    document.ids[made] = count + 1
    return f"{document.options.auto_id_prefix}{made}{f'-{count}' if count else ''}"


def gfm_id(text: str) -> str:
    """As GitHub does: letters, marks, digits and underscores of any language stay; each space becomes a hyphen."""
    return "".join("-" if char in " \t" else char for char in text.lower() if char in "- \t" or _is_word(char))


def basic_id(text: str) -> str:
    """In kramdown's own way: ASCII letters and digits, from the first letter of each line on."""
    return _NO_ASCII_WORD.sub("", _BEFORE_LETTER.sub("", text)).replace(" ", "-").lower()


def _is_word(char: str) -> bool:
    if char.isalpha():
        return True
    return category(char) in _WORD_CATEGORIES or any(first <= ord(char) <= last for first, last in _ENCLOSED)


def _gfm_text(spans: Sequence[Element]) -> str:
    return "".join(character_of(span) if not span.children else _gfm_text(span.children) for span in spans)


def _bare_text(spans: Sequence[Element]) -> str:
    """Text alone: neither code nor quotes nor entities."""
    return "".join(span.text if span.kind in {"text", "abbreviation"} else _bare_text(span.children) for span in spans)

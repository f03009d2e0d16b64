"""Header ids, made from the header's text as kramdown does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import category

from mkdocs_iroco_blog.jekyll.slugs import downcase

from .document import Document, Element
from .typography import visible_text

_NO_ASCII_WORD = re.compile(r"[^A-Za-z0-9 -]")
_BEFORE_LETTER = re.compile(r"^[^a-zA-Z]+", re.MULTILINE)
_WORD_CATEGORIES = frozenset({"Mn", "Mc", "Me", "Nd", "Nl", "Pc"})
# Letters in circles and squares: Unicode counts them as letters although their category is "symbol".
_ENCLOSED = ((0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))


def header_id(raw_text: str, spans: Sequence[Element], document: Document) -> str:
    """Make the id of a header that has none, and count it in `document.ids`.

    GFM uses the text of the spans; kramdown's own dialect uses `raw_text`, unless `auto_id_stripping` is set.
    A counter tells equal ids apart; an id with a counter is not counted itself.
    """
    options = document.options
    if options.input == "GFM":
        name = _gfm_id(visible_text(spans))
    else:
        name = _basic_id(_bare_text(spans) if options.auto_id_stripping else raw_text) or "section"
    count = document.ids.get(name, 0)
    document.ids[name] = count + 1
    return f"{options.auto_id_prefix}{name}{f'-{count}' if count else ''}"


def _gfm_id(text: str) -> str:
    """Keep letters, marks, digits and underscores of any language, as GitHub does; a space becomes a hyphen."""
    return "".join("-" if char in " \t" else char for char in downcase(text) if char in "- \t" or _is_word(char))


def _is_word(char: str) -> bool:
    if char.isalpha():
        return True
    return category(char) in _WORD_CATEGORIES or any(first <= ord(char) <= last for first, last in _ENCLOSED)


def _basic_id(text: str) -> str:
    """Keep ASCII letters and digits from the first letter of each line on, as kramdown's own dialect does."""
    return _NO_ASCII_WORD.sub("", _BEFORE_LETTER.sub("", text)).replace(" ", "-").lower()


def _bare_text(spans: Sequence[Element]) -> str:
    """The text without code, quotes and entities."""
    return "".join(span.text if span.kind in {"text", "abbreviation"} else _bare_text(span.children) for span in spans)

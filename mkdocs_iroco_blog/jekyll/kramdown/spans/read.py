"""Reads the text within a block: emphasis, links, code and so on.

Quotes and typographic symbols become the characters that they stand for, unless one of kramdown's options replaces
them. The option `escaped` of a text element lists the characters before which the author wrote a backslash.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mkdocs_iroco_blog.jekyll.kramdown.document import Document, Element
from mkdocs_iroco_blog.jekyll.kramdown.typography import WRITTEN_SYMBOLS

from .emphasis import read_code, read_emphasis, read_strikethrough
from .extensions import read_braces, read_dollar
from .html import read_ampersand, read_angle
from .links import read_bracket, read_image
from .scanner import ESCAPE, Reader, Scanner

_PLAIN = re.compile(r"""[^*_`<\[&$\\"'{~!.>\n-]*\Z""")
_ESCAPABLE = frozenset("\\.*_+`<>()[]{}#!:|\"'$=-")


def parse_spans(text: str, document: Document) -> list[Element]:
    """Read the spans of a block's text, and list its footnotes in `document.referred`."""
    if _PLAIN.match(text):
        return [Element("text", text)] if text else []
    root = Element("root")
    Scanner(text.replace(ESCAPE, "\N{REPLACEMENT CHARACTER}"), document, _READERS).read(root)
    if "[^" in text:
        _list_footnotes(root.children, document)
    return root.children


def _list_footnotes(spans: Sequence[Element], document: Document) -> None:
    for span in spans:
        if span.kind == "footnote" and span.text not in document.referred:
            document.referred.append(span.text)
        _list_footnotes(span.children, document)


def _read_quote(scanner: Scanner, _start: int) -> None:
    scanner.add_quotes()


def _read_backslash(scanner: Scanner, start: int) -> None:
    """Read an escaped character or a line break; other backslashes are text."""
    text, document = scanner.text, scanner.document
    following = text[start + 1 : start + 2]
    if text.startswith(("<<", ">>"), start + 1) and scanner.has_symbols:
        for _ in range(2):
            scanner.add(Element("entity", "&lt;" if following == "<" else "&gt;", options={"char": following}))
        scanner.position = start + 3
    elif text.startswith("\\\\\n", start) and not _wraps(document):
        scanner.add(Element("br"), start + 2)
    elif following in _ESCAPABLE or (following == "~" and document.options.input == "GFM"):
        scanner.add_text(f"{ESCAPE}{following}")
        scanner.position = start + 2
    else:
        scanner.copy()


def _read_spaces(scanner: Scanner, start: int) -> None:
    """Read two spaces at the end of a line as a line break."""
    if not scanner.text.startswith("  \n", start) or _wraps(scanner.document):
        scanner.copy()
    else:
        scanner.add(Element("br"), start + 2)


def _wraps(document: Document) -> bool:
    """Whether every line end is a line break, so that marks for line breaks mean nothing."""
    return document.options.hard_wrap and document.options.input == "GFM"


def _read_symbol(scanner: Scanner, start: int) -> None:
    """Read a dash, an ellipsis or a closing guillemet."""
    if not scanner.has_symbols:
        scanner.copy()
        return
    signs = next(signs for signs in WRITTEN_SYMBOLS if scanner.text.startswith(signs, start))
    scanner.position = start + len(signs)
    scanner.add_symbol(WRITTEN_SYMBOLS[signs])


def _read_bracket_end(scanner: Scanner, _start: int) -> None:
    if not scanner.read_quotes_ahead():
        scanner.copy()


_READERS: Mapping[str, Reader] = {
    **dict.fromkeys("*_", read_emphasis), **dict.fromkeys("\"'", _read_quote), **dict.fromkeys("-.>", _read_symbol),
    "`": read_code, "<": read_angle, "[": read_bracket, "!": read_image, "]": _read_bracket_end, "$": read_dollar,
    "{": read_braces, "&": read_ampersand, "\n": _read_spaces, "\\": _read_backslash, "~": read_strikethrough,
}  # fmt: skip

"""Reads the text within a block. Emphasis, links and HTML have separate modules; everything else is here.

Quotes and typographic symbols become the characters that they stand for, unless one of kramdown's options replaces
them. The option `escaped` of a text element lists the characters before which the author wrote a backslash.
https://kramdown.gettalong.org/syntax.html#extensions, …#math-blocks
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mkdocs_iroco_blog.jekyll.kramdown.attributes import merge_attributes, read_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Document, Element
from mkdocs_iroco_blog.jekyll.kramdown.typography import WRITTEN_SYMBOLS

from .emphasis import read_code, read_emphasis, read_strikethrough
from .html import read_ampersand, read_angle
from .links import read_bracket, read_image
from .scanner import ESCAPE, Reader, Scanner

_PLAIN = re.compile(r"""[^*_`<\[&$\\"'{~!.>\n-]*\Z""")
_INSIDE = r"(?:\\\}|[^\\}]|\\(?!\}))"
_OPENING = re.compile(rf"\{{::([A-Za-z0-9_]+)(?:[ \t\r\n\f\v]({_INSIDE}*?))?(/)?\}}")
_CLOSING = r"\{{:/(?:{})?\}}"
_ATTRIBUTES = re.compile(rf"\{{:({_INSIDE}+)\}}")
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


def _read_braces(scanner: Scanner, start: int) -> None:
    """Read `{::name …}`, or `{: … }` after a span; other braces are text."""
    if extension := _match_braces(scanner, _OPENING, start):
        if not _try_extension(scanner, extension):
            scanner.copy()
        return
    span = None if scanner.text.startswith("{:/", start) else scanner.previous
    attributes = _match_braces(scanner, _ATTRIBUTES, start) if span else None
    if span is None or attributes is None:
        scanner.copy()
        return
    span.options.pop("tag", None)
    merge_attributes(span.attributes, read_attributes(attributes[1], scanner.document))
    scanner.position = attributes.end()


def _match_braces(scanner: Scanner, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
    """Match a pattern that looks for a closing brace, at the cost of as much patience as it reads."""
    if scanner.patience <= 0 or not scanner.text.startswith("{:", start):
        return None
    match = pattern.match(scanner.text, start)
    scanner.patience -= ((match.end() if match else len(scanner.text)) - start) >> 6
    return match


def _try_extension(scanner: Scanner, opening: re.Match[str]) -> bool:
    name, items, closed = opening[1], opening[2] or "", opening[3]
    body, end = None, opening.end()
    if not closed:
        closing = re.compile(_CLOSING.format(re.escape(name))).search(scanner.text, end)
        scanner.patience -= len(scanner.text) - end >> 6
        if closing is None:
            return False
        body, end = scanner.text[end : closing.start()], closing.end()
    if name not in {"comment", "nomarkdown", "options"}:
        return False
    attributes = read_attributes(items, scanner.document)
    if name == "options":
        attributes.pop("hard_wrap", None)  # cannot change within a block
        scanner.document.options = scanner.document.options.updated(attributes)
    elif body is not None:
        kind = "comment" if name == "comment" else "raw"
        scanner.add(Element(kind, body, options={"type": attributes.get("type", "").split()}))
    scanner.position = end
    return True


def _read_dollar(scanner: Scanner, start: int) -> None:
    """Read `$$maths$$`."""
    if scanner.read_quotes_ahead():
        return
    end = scanner.find("$$", start + 2) if scanner.text.startswith("$$", start) else -1
    if end < 0:
        scanner.copy()
        return
    scanner.add(Element("math", scanner.text[start + 2 : end].strip()), end + 2)


_READERS: Mapping[str, Reader] = {
    **dict.fromkeys("*_", read_emphasis), **dict.fromkeys("-.>", _read_symbol),
    **dict.fromkeys("\"'", lambda scanner, _start: scanner.add_quotes()),
    "`": read_code, "<": read_angle, "[": read_bracket, "!": read_image, "]": _read_bracket_end, "$": _read_dollar,
    "{": _read_braces, "&": read_ampersand, "\n": _read_spaces, "\\": _read_backslash, "~": read_strikethrough,
}  # fmt: skip

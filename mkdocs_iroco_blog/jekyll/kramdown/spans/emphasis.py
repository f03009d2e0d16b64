"""Reads emphasis, code and strikethrough.

https://kramdown.gettalong.org/syntax.html#emphasis, …#code-spans
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.document import Element

from .scanner import SPACE, Scanner

_TICKS = re.compile("`+")
_STRUCK = re.compile(r"~~(?![ \t\r\n\f\v~])(?=.)(.*?[^ \t\r\n\f\v~])~~", re.DOTALL)


def read_emphasis(scanner: Scanner, start: int) -> None:
    """Read `*em*`, `**strong**` and the same with `_`. Marks that cannot open, or never close, are text."""
    text = scanner.text
    sign = text[start]
    mark = sign * 2 if text.startswith(sign, start + 1) else sign
    kind = "strong" if len(mark) == 2 else "em"
    inside = start + len(mark)
    in_word = sign == "_" and (
        text[start - 1 : start].isalpha() or (text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalpha())
    )
    before_space = text[inside : inside + 1] in SPACE and inside < len(text)
    if in_word or before_space or scanner.is_open(kind) or not scanner.may_open():
        scanner.copy(len(mark))
        return
    if _try_element(scanner, mark, kind, inside):
        return
    # If two signs close nowhere, the first may be text and the second open.
    if kind == "strong" and scanner.parent.kind != "em" and _try_element(scanner, sign, "em", start + 1):
        return
    scanner.position = start
    scanner.copy(len(mark))


def _try_element(scanner: Scanner, mark: str, kind: str, inside: int) -> bool:
    """Read the element that opens before `inside`. Returns false if it never closes."""
    text = scanner.text
    element = Element(kind, options={"mark": mark})

    def closes(position: int) -> bool:
        if not text.startswith(mark, position) or text[position - 1] in SPACE or scanner.is_empty:
            return False
        if kind == "em" and text.startswith(mark * 2, position) and not text.startswith(mark, position + 2):
            return False
        return not (mark[0] == "_" and text[position + len(mark) : position + len(mark) + 1].isalnum())

    scanner.position = inside
    if not scanner.read(element, mark[0], closes):
        return False
    scanner.add(element, scanner.position + len(mark))
    return True


def read_code(scanner: Scanner, start: int) -> None:
    """Read code between equal runs of backticks; a single backtick between spaces is text."""
    text = scanner.text
    ticks = _TICKS.match(text, start)
    assert ticks is not None
    mark, inside = ticks[0], ticks.end()
    alone = len(mark) == 1 and text[start - 1 : start] in SPACE and text[inside : inside + 1] in SPACE
    end = -1 if alone and inside < len(text) else scanner.find(mark, inside)
    if end < 0:
        scanner.copy(len(mark))
        return
    code = text[inside:end]
    if len(mark) > 1:
        code = code.removeprefix(" ").removesuffix(" ")
    scanner.add(Element("codespan", code, options={"mark": mark}), end + len(mark))


def read_strikethrough(scanner: Scanner, start: int) -> None:
    """Read `~~struck~~` in GFM; the text inside is read separately."""
    match = None
    if scanner.document.options.input == "GFM" and scanner.may_open():
        match = _STRUCK.match(scanner.text, start)
        scanner.patience -= (match.end() - start if match else len(scanner.text) - start) // 64
    if match is None:
        scanner.copy()
        return
    element = Element("html_element", "del", options={"content_model": "span", "struck": True})
    inner = Scanner(match[1], scanner.document, scanner.readers, depth=scanner.depth + len(scanner.frames))
    inner.read(element)
    scanner.add(element, match.end())

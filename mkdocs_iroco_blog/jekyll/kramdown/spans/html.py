"""Reads HTML and character references.

https://kramdown.gettalong.org/syntax.html#html-spans
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown import html_tags as html
from mkdocs_iroco_blog.jekyll.kramdown.document import Element
from mkdocs_iroco_blog.jekyll.kramdown.typography import character

from .links import try_address
from .scanner import Scanner

_LINES = re.compile(r"\n+")
_MODELS = {"0": "raw", "span": "span"}


def read_angle(scanner: Scanner, start: int) -> None:
    """Read an address, a comment, an element or `<<`; other angles are text."""
    text = scanner.text
    following = text[start + 1 : start + 2]
    if not _in_raw(scanner):
        if try_address(scanner, start) or scanner.read_quotes_ahead():
            return
        if following == "<" and scanner.has_symbols:
            space = text.startswith(" ", start + 2)
            scanner.add_symbol("laquo_space" if space else "laquo")
            scanner.position = start + 2 + space
            return
    if following == "/" and (closing := html.CLOSING_TAG.match(text, start)):
        scanner.copy(len(closing[0]))
    elif text.startswith("<!--", start) and (end := scanner.find("-->", start + 4)) > 0:
        scanner.add(Element("xml_comment", text[start : end + 3]), end + 3)
    elif tag := html.TAG.match(text, start):
        _read_element(scanner, tag)
    else:
        scanner.copy()


def _in_raw(scanner: Scanner) -> bool:
    return scanner.parent.options.get("content_model") == "raw"


def _read_element(scanner: Scanner, tag: re.Match[str]) -> None:
    """Read an element with its content. Tags of block elements are text; an unclosed element ends with the text."""
    name, attributes, closed = html.read_tag(tag)
    if name in html.BLOCK_ELEMENTS or not scanner.may_open():
        scanner.copy(len(tag[0]))
        return
    attributes = {key: _LINES.sub(" ", value) for key, value in attributes.items()}
    raw = html.content_model(name) == "raw"
    markdown = attributes.pop("markdown", None)
    if markdown == "1":
        model = "raw" if raw else "span"
    else:
        raw = raw or _in_raw(scanner) or not scanner.document.options.parse_span_html
        model = _MODELS.get(markdown or "", "raw" if raw else "span")
    element = Element("html_element", name, attributes, options={"content_model": model})
    if markdown is None and name == tag[1] and "\n" not in tag[0] and not tag[3]:
        element.options["tag"] = tag[0]
    scanner.position = tag.end()
    if not closed:
        _read_content(scanner, element)
    scanner.add(element)


def _read_content(scanner: Scanner, element: Element) -> None:
    ignore_case = re.IGNORECASE if element.text in html.KNOWN_ELEMENTS else 0
    closing = re.compile(rf"</{re.escape(element.text)}[ \t\r\n\f\v]*>", ignore_case)
    end: re.Match[str] | None = None

    def closes(position: int) -> bool:
        nonlocal end
        end = closing.match(scanner.text, position)
        return end is not None

    if scanner.read(element, "<", closes) and end:
        scanner.position = end.end()
    else:
        element.add_text(scanner.text[scanner.position :])
        scanner.position = len(scanner.text)


def read_ampersand(scanner: Scanner, start: int) -> None:
    """Read a character reference; a reference with an unknown name is text."""
    if scanner.read_quotes_ahead():
        return
    match = html.ENTITY.match(scanner.text, start)
    if match is None:
        scanner.copy()
        return
    char = character(*match.groups())
    scanner.add(Element("entity", match[0] if char else "&amp;", options={"char": char or "&"}), match.end())
    if not char:
        scanner.add_text(match[0][1:])

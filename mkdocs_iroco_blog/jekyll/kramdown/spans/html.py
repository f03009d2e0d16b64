"""HTML and character references in a text.

https://kramdown.gettalong.org/syntax.html#html-spans
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.document import Element
from mkdocs_iroco_blog.jekyll.kramdown.html_tags import (
    BLOCK_ELEMENTS,
    CLOSING_TAG,
    ENTITY,
    KNOWN_ELEMENTS,
    TAG,
    VOID_ELEMENTS,
    content_model,
    element_name,
    read_html_attributes,
)
from mkdocs_iroco_blog.jekyll.kramdown.typography import character

from .links import reads_address
from .scanner import Scanner

_LINES = re.compile(r"\n+")
_MODELS = {"0": "raw", "span": "span"}


def read_angle(scanner: Scanner, start: int) -> None:
    """An address, a comment, an element, `<<`; else a sign."""
    text = scanner.text
    following = text[start + 1 : start + 2]
    if not _in_raw(scanner):
        if reads_address(scanner, start):
            return
        if scanner.at_quotes():
            scanner.add_quotes()
            return
        if following == "<" and scanner.has_symbols:
            _read_guillemet(scanner, start)
            return
    if following == "/" and (closing := CLOSING_TAG.match(text, start)):
        scanner.copy(len(closing[0]))
    elif text.startswith("<!--", start) and (end := scanner.find("-->", start + 4)) > 0:
        scanner.add(Element("xml_comment", text[start : end + 3]))
        scanner.position = end + 3
    elif tag := TAG.match(text, start):
        _read_element(scanner, tag)
    else:
        scanner.copy()


def _in_raw(scanner: Scanner) -> bool:
    return scanner.parent.options.get("content_model") == "raw"


def _read_guillemet(scanner: Scanner, start: int) -> None:
    space = scanner.text.startswith(" ", start + 2)
    scanner.add_symbol("laquo_space" if space else "laquo")
    scanner.position = start + 2 + space


def _read_element(scanner: Scanner, tag: re.Match[str]) -> None:
    """An element with what it holds. One that blocks are made of is text here; one never closed lasts to the end."""
    name = element_name(tag[1])
    if name in BLOCK_ELEMENTS or not scanner.may_open():
        scanner.copy(len(tag[0]))
        return
    known = name in KNOWN_ELEMENTS
    attributes = {key: _LINES.sub(" ", value) for key, value in read_html_attributes(tag[2], known=known).items()}
    raw = content_model(name) == "raw" or _in_raw(scanner) or not scanner.document.options.parse_span_html
    said = attributes.pop("markdown", None)
    if said == "1":
        model = "raw" if content_model(name) == "raw" else "span"
    else:
        model = _MODELS.get(said or "", "raw" if raw else "span")
    element = Element("html_element", name, attributes, options={"content_model": model})
    if said is None and name == tag[1] and "\n" not in tag[0] and not tag[3]:
        element.options["tag"] = tag[0]
    scanner.position = tag.end()
    if not tag[3] and name not in VOID_ELEMENTS:
        _read_content(scanner, element, known=known)
    scanner.add(element)


def _read_content(scanner: Scanner, element: Element, *, known: bool) -> None:
    closing = re.compile(rf"</{re.escape(element.text)}[ \t\r\n\f\v]*>", re.IGNORECASE if known else 0)
    end: re.Match[str] | None = None

    def stops(position: int) -> bool:
        nonlocal end
        end = closing.match(scanner.text, position)
        return end is not None

    if scanner.read(element, "<", stops) and end:
        scanner.position = end.end()
        return
    rest = scanner.text[scanner.position :]
    if element.children and element.children[-1].kind == "text":
        element.children[-1].text += rest
    elif rest:
        element.children.append(Element("text", rest))
    scanner.position = len(scanner.text)


def read_ampersand(scanner: Scanner, start: int) -> None:
    """A character reference; one of a name that kramdown does not know is text."""
    if scanner.at_quotes():
        scanner.add_quotes()
        return
    match = ENTITY.match(scanner.text, start)
    char = character(*match.groups()) if match else None
    if match is None:
        scanner.copy()
    elif char is None:
        scanner.add(Element("entity", "&amp;", options={"char": "&"}))
        scanner.add_text(match[0][1:])
        scanner.position = match.end()
    else:
        scanner.add(Element("entity", match[0], options={"char": char}))
        scanner.position = match.end()

"""HTML blocks: read up to the matching closing tag, with Markdown inside where `markdown` asks for it.

https://kramdown.gettalong.org/syntax.html#html-blocks
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.document import Attributes, Element
from mkdocs_iroco_blog.jekyll.kramdown.html_tags import (
    CLOSING_TAG,
    COMMENT,
    INSTRUCTION,
    KNOWN_ELEMENTS,
    NAME,
    SPAN_ELEMENTS,
    TAG,
    VOID_ELEMENTS,
    content_model,
    element_name,
    read_html_attributes,
)

from .reader import DEEPEST, Reader

_space = re.compile(r" {0,3}(?=<)")
_something = re.compile(rf"<(?:{NAME}|/|!--|\?)")
_rest_of_line = re.compile(r"[ \t]*\n")
_comment_end = re.compile("-->")
_instruction_end = re.compile(r"\?>")
_DEEPEST = 200
"""Elements in elements beyond this are text."""
_MODELS = {"0": "raw", "span": "span", "block": "block"}
_VERBATIM = ("script", "style")


def read_html(reader: Reader) -> bool:
    """A comment, or an element that is not one of a paragraph's."""
    if comment := _scan_comment(reader):
        reader.into.children.append(Element("xml_comment", comment[0]))
        reader.scan(_rest_of_line)
        return True
    space = _space.match(reader.text, reader.at)
    if not space:
        return False
    tag = TAG.match(reader.text, space.end())
    if tag and tag[1].lower() not in SPAN_ELEMENTS:
        reader.at = tag.end()
        _read_element(reader, tag, raw=False)
        return True
    closing = CLOSING_TAG.match(reader.text, space.end())
    if closing and _is(reader.into, closing[1].lower()) and closing[1].lower() not in SPAN_ELEMENTS:
        reader.at = closing.end()
        reader.closed = True
        return True
    return False


def _scan_comment(reader: Reader) -> re.Match[str] | None:
    opens = reader.text.startswith("<!--", reader.at)
    return reader.scan(COMMENT) if opens and reader.find(_comment_end, reader.at) else None


def _scan_instruction(reader: Reader) -> re.Match[str] | None:
    opens = reader.text.startswith("<?", reader.at)
    return reader.scan(INSTRUCTION) if opens and reader.find(_instruction_end, reader.at) else None


def _is(element: Element, name: str) -> bool:
    return element.kind == "html_element" and element.text == name


def _read_element(reader: Reader, tag: re.Match[str], *, raw: bool) -> Element | None:
    """Read an element after its opening tag; returns it where raw HTML inside of it is still to be read."""
    name = element_name(tag[1])
    closed = bool(tag[3]) or name in VOID_ELEMENTS
    attributes = read_html_attributes(tag[2], known=name in KNOWN_ELEMENTS)
    element = Element("html_element", name, attributes, options={"closed": closed})
    if reader.waiting:
        element.options["lists"], reader.waiting = reader.waiting, []
    reader.into.children.append(element)
    model = element.options["content_model"] = _model(reader, name, attributes, raw=raw)
    if name in _VERBATIM:
        element.children.append(Element("verbatim", _up_to_closing(reader, name)))
        return None
    if model == "block":
        reader.scan(_rest_of_line)
    if closed:
        return None
    if model == "block":
        reader.read_body(element)
    elif model == "span":
        element.children.append(Element("spans", _up_to_closing(reader, name)))
    elif raw:
        return element
    else:
        _read_raw(reader, element)
    if not raw:
        reader.scan(_rest_of_line)
    return None


def _model(reader: Reader, name: str, attributes: Attributes, *, raw: bool) -> str:
    wanted = attributes.pop("markdown", None)
    if reader.depth >= DEEPEST:
        reader.document.too_deep |= wanted in ("1", *_MODELS)
        return "raw"
    if wanted == "1":
        return content_model(name)
    if wanted in _MODELS:
        return _MODELS[wanted]
    return content_model(name) if reader.document.options.parse_block_html and not raw else "raw"


def _up_to_closing(reader: Reader, name: str) -> str:
    closing = reader.find(re.compile(rf"</{re.escape(name)}[ \t\n\r\f\v]*>", re.IGNORECASE), reader.at)
    start, end = reader.at, closing.start() if closing else len(reader.text)
    reader.at = closing.end() if closing else end
    return reader.text[start:end]


def _read_raw(reader: Reader, element: Element) -> None:
    """HTML as it is, tag by tag, until `element` is closed. What is not closed is closed here."""
    outer, depth = reader.into, reader.depth
    stack = [element]
    while stack and reader.at < len(reader.text):
        reader.into, reader.depth = stack[-1], depth + len(stack)
        found = _something.search(reader.text, reader.at)
        start = found.start() if found else len(reader.text)
        _add_text(reader.into, reader.text[reader.at : start])
        reader.at = start
        if found:
            _read_markup(reader, stack)
    reader.into, reader.depth = outer, depth


def _read_markup(reader: Reader, stack: list[Element]) -> None:
    """What a `<` opens: the stack gains the element that it opens, and loses the one that it closes."""
    if match := _scan_comment(reader) or _scan_instruction(reader):
        reader.into.children.append(Element("xml_comment", match[0]))
    elif len(stack) < _DEEPEST and (match := reader.scan(TAG)):
        inner = _read_element(reader, match, raw=True)
        if inner is not None:
            stack.append(inner)
    elif match := reader.scan(CLOSING_TAG):
        if element_name(match[1]) == stack[-1].text:
            stack.pop()
        else:
            _add_text(reader.into, match[0])
    else:
        _add_text(reader.into, reader.text[reader.at])
        reader.at += 1


def _add_text(element: Element, text: str) -> None:
    if not text:
        return
    last = element.children[-1] if element.children else None
    if last is not None and last.kind == "text":
        last.text += text
    else:
        element.children.append(Element("text", text))

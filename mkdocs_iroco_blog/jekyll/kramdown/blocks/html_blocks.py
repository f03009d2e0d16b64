"""HTML blocks: read up to the matching closing tag, with Markdown inside if the attribute `markdown` asks for it.

https://kramdown.gettalong.org/syntax.html#html-blocks
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_iroco_blog.jekyll.kramdown import html_tags as html
from mkdocs_iroco_blog.jekyll.kramdown.document import Attributes, Element

from .reader import DEEPEST, Reader

_space = re.compile(r" {0,3}(?=<)")
_markup = re.compile(rf"<(?:{html.NAME}|/|!--|\?)")
_rest_of_line = re.compile(r"[ \t]*\n")
_COMMENT = {"<!--": re.compile("-->")}
_COMMENT_OR_INSTRUCTION = {**_COMMENT, "<?": re.compile(r"\?>")}
_DEEPEST_ELEMENT = 200
"""Elements nested more deeply become text."""
_MODELS = {"0": "raw", "span": "span", "block": "block"}


def read_html(reader: Reader) -> bool:
    """Read a comment, or an element that cannot be part of a paragraph."""
    if _read_unparsed(reader, _COMMENT):
        reader.scan(_rest_of_line)
        return True
    space = _space.match(reader.text, reader.position)
    if not space:
        return False
    tag = html.TAG.match(reader.text, space.end())
    if tag and tag[1].lower() not in html.SPAN_ELEMENTS:
        reader.position = tag.end()
        _read_element(reader, tag, raw=False)
        return True
    closing = html.CLOSING_TAG.match(reader.text, space.end())
    name, parent = closing[1].lower() if closing else "", reader.parent
    if closing and parent.kind == "html_element" and parent.text == name and name not in html.SPAN_ELEMENTS:
        reader.position = closing.end()
        reader.closed = True
        return True
    return False


def _read_unparsed(reader: Reader, marks: Mapping[str, re.Pattern[str]]) -> bool:
    """Read markup that opens and ends with one of these marks."""
    start = reader.position
    for mark, closing in marks.items():
        if reader.text.startswith(mark, start) and (end := reader.find(closing, start + len(mark))):
            reader.position = end.end()
            reader.parent.children.append(Element("xml_comment", reader.text[start : end.end()]))
            return True
    return False


def _read_element(reader: Reader, tag: re.Match[str], *, raw: bool) -> Element | None:
    """Read an element after its opening tag. Returns it if the raw HTML inside must still be read."""
    name, attributes, closed = html.read_tag(tag)
    model = _content_model(reader, name, attributes, raw=raw)
    element = reader.add(Element("html_element", name, attributes, options={"closed": closed, "content_model": model}))
    if name in ("script", "style"):
        element.children.append(Element("verbatim", _read_to_closing_tag(reader, name)))
        return None
    if model == "block":
        reader.scan(_rest_of_line)
    if closed:
        return None
    if model == "block":
        reader.read_body(element)
    elif model == "span":
        element.children.append(Element("spans", _read_to_closing_tag(reader, name)))
    elif raw:
        return element
    else:
        _read_raw(reader, element)
    if not raw:
        reader.scan(_rest_of_line)
    return None


def _content_model(reader: Reader, name: str, attributes: Attributes, *, raw: bool) -> str:
    model = attributes.pop("markdown", None)
    if reader.depth >= DEEPEST:
        reader.document.too_deep |= model in ("1", *_MODELS)
        return "raw"
    if model == "1" or (model not in _MODELS and reader.document.options.parse_block_html and not raw):
        return html.content_model(name)
    return _MODELS.get(model or "", "raw")


def _read_to_closing_tag(reader: Reader, name: str) -> str:
    start = reader.position
    closing = reader.find(re.compile(rf"</{re.escape(name)}[ \t\n\r\f\v]*>", re.IGNORECASE), start)
    reader.position = closing.end() if closing else len(reader.text)
    return reader.text[start : closing.start() if closing else reader.position]


def _read_raw(reader: Reader, element: Element) -> None:
    """Read HTML tag by tag, until `element` or the text ends."""
    outer, depth = reader.parent, reader.depth
    stack = [element]
    while stack and reader.position < len(reader.text):
        reader.parent, reader.depth = stack[-1], depth + len(stack)
        markup = _markup.search(reader.text, reader.position)
        start = markup.start() if markup else len(reader.text)
        reader.parent.add_text(reader.text[reader.position : start])
        reader.position = start
        if markup:
            _read_markup(reader, stack)
    reader.parent, reader.depth = outer, depth


def _read_markup(reader: Reader, stack: list[Element]) -> None:
    """Read from `<` on; push the element that opens here onto the stack, or pop the one that closes."""
    if _read_unparsed(reader, _COMMENT_OR_INSTRUCTION):
        return
    if len(stack) < _DEEPEST_ELEMENT and (match := reader.scan(html.TAG)):
        inner = _read_element(reader, match, raw=True)
        if inner is not None:
            stack.append(inner)
    elif match := reader.scan(html.CLOSING_TAG):
        if html.element_name(match[1]) == stack[-1].text:
            stack.pop()
        else:
            reader.parent.add_text(match[0])
    else:
        reader.parent.add_text(reader.text[reader.position])
        reader.position += 1

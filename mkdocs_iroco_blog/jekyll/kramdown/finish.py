"""What can be settled only when a whole text is read: attributes, spans, ids of headers, footnotes.

An attribute list may name one that is defined below it, a link its address, a table of contents all headers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .attributes import merge_attributes, read_attributes
from .blocks.extensions import says
from .document import Document, Element
from .ids import header_id
from .spans.read import parse_spans
from .typography import character_of

_LEAVES = frozenset({"p", "header", "dt", "td", "spans"})


@dataclass(slots=True)
class Finished:
    """A text whose blocks have their attributes and spans."""

    document: Document
    root: Element
    headers: list[Element] = field(default_factory=list)
    """In the order of the text, each with its id if it has one."""
    contents: Element | None = None
    """The list that the table of contents takes the place of."""
    footnotes: list[str] = field(default_factory=list)
    """Names, in the order of first reference."""


def finish(root: Element, document: Document) -> Finished:
    """Settle a text, and the footnotes that it refers to."""
    finished = Finished(document, root)
    _settle(root, finished)
    notes = finished.footnotes
    while len(notes) < len(document.referred):
        notes.append(document.referred[len(notes)])
        _settle(document.footnotes[notes[-1]].content, finished)
    _give_ids(finished)
    return finished


def _settle(root: Element, finished: Finished) -> None:
    """Attributes and spans of a tree, and the headers in it."""
    document = finished.document
    stack = [(root, root.kind == "footnote", False)]
    while stack:
        element, in_html, replaced = stack.pop()
        kind = element.kind
        for text in element.options.get("lists", ()):
            merge_attributes(element.attributes, read_attributes(text, document))
        if kind in _LEAVES:
            element.children = parse_spans(element.text, document)
            if kind == "header":
                element.options["own_id"] = in_html
                element.options["replaced"] = replaced
                finished.headers.append(element)
        elif element.children:
            if kind in ("ul", "ol") and finished.contents is None and says(element, "toc"):
                finished.contents, replaced = element, True
            in_html = in_html or kind == "html_element"
            stack.extend((child, in_html, replaced) for child in reversed(element.children))


def _give_ids(finished: Finished) -> None:
    """GFM's ids for headers; inside of HTML and in footnotes kramdown's own, which it counts by themselves."""
    document = finished.document
    if not document.options.auto_ids:
        return
    own = replace(document, options=replace(document.options, input="kramdown", auto_id_stripping=False), ids={})
    for header in finished.headers:
        if not header.attributes.get("id"):
            if header.options["own_id"] and document.options.input == "GFM":
                header.attributes["id"] = header_id(_text(header.children), [], own)
            else:
                header.attributes["id"] = header_id(header.text, header.children, document)


def _text(spans: Sequence[Element]) -> str:
    return "".join(_text(span.children) if span.children else character_of(span) for span in spans)

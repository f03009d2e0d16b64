"""Resolves everything that needs the whole text: attributes, spans, header ids and footnotes.

An attribute list may name one defined below it, a link an address, and a table of contents lists all headers.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .attributes import has_name, merge_attributes, read_attributes
from .document import Document, Element
from .ids import header_id
from .spans.read import parse_spans
from .typography import visible_text

_LEAVES = frozenset({"p", "header", "dt", "td", "spans"})


@dataclass(slots=True)
class Resolved:
    """A text whose blocks have their attributes and spans."""

    document: Document
    root: Element
    headers: list[Element] = field(default_factory=list)
    """All headers in order, each with its id if it has one."""
    toc_list: Element | None = None
    """The list that the table of contents replaces."""
    footnotes: list[str] = field(default_factory=list)
    """Names, in the order of first reference."""


def resolve(root: Element, document: Document) -> Resolved:
    """Resolve a text and the footnotes that it refers to."""
    resolved = Resolved(document, root)
    _resolve_tree(root, resolved)
    names = resolved.footnotes
    while len(names) < len(document.referred):
        names.append(document.referred[len(names)])
        _resolve_tree(document.footnotes[names[-1]], resolved)
    if document.options.auto_ids:
        _give_ids(resolved)
    return resolved


def _resolve_tree(root: Element, resolved: Resolved) -> None:
    """Set the attributes and spans in a tree, and collect its headers."""
    document = resolved.document
    stack = [(root, root.kind == "footnote", False)]
    while stack:
        element, inside, replaced = stack.pop()
        kind = element.kind
        for text in element.options.get("lists", ()):
            merge_attributes(element.attributes, read_attributes(text, document))
        if kind in _LEAVES:
            element.children = parse_spans(element.text, document)
            if kind == "header":
                element.options["inside"] = inside
                element.options["replaced"] = replaced
                resolved.headers.append(element)
        elif element.children:
            if kind in ("ul", "ol") and resolved.toc_list is None and has_name(element, "toc"):
                resolved.toc_list, replaced = element, True
            inside = inside or kind == "html_element"
            stack.extend((child, inside, replaced) for child in reversed(element.children))


def _give_ids(resolved: Resolved) -> None:
    """Give headers their ids. In GFM, headers inside HTML and footnotes get kramdown's ids, counted separately."""
    document = resolved.document
    kramdown = replace(document, options=replace(document.options, input="kramdown", auto_id_stripping=False), ids={})
    for header in resolved.headers:
        if header.attributes.get("id"):
            continue
        if header.options["inside"] and document.options.input == "GFM":
            header.attributes["id"] = header_id(visible_text(header.children), [], kramdown)
        else:
            header.attributes["id"] = header_id(header.text, header.children, document)

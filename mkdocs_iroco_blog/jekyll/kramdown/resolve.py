"""Resolves everything that needs the whole text: attributes, spans, header ids and footnotes.

An attribute list may name one defined below it, a link an address, and a table of contents lists all headers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import category

from mkdocs_iroco_blog.jekyll.slugs import downcase

from .attributes import has_name, merge_attributes, read_attributes
from .document import Document, Element
from .spans.read import parse_spans
from .typography import visible_text

_LEAVES = frozenset({"p", "header", "dt", "td", "spans"})
_NO_ASCII_WORD = re.compile(r"[^A-Za-z0-9 -]")
_BEFORE_LETTER = re.compile(r"^[^a-zA-Z]+", re.MULTILINE)
_WORD_CATEGORIES = frozenset({"Mn", "Mc", "Me", "Nd", "Nl", "Pc"})
# Letters in circles and squares: Unicode counts them as letters although their category is "symbol".
_ENCLOSED = ((0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))


def resolve(root: Element, document: Document) -> None:
    """Resolve a text and the footnotes that it refers to."""
    _resolve_tree(root, document)
    for name in document.referred:  # grows meanwhile: footnotes refer to others
        _resolve_tree(document.footnotes[name], document)
    if document.options.auto_ids:
        _give_ids(document)
    if document.toc_list is not None:
        _fill_toc(document.toc_list, document)


def _resolve_tree(root: Element, document: Document) -> None:
    """Set the attributes and spans in a tree, and collect its headers."""
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
                document.headers.append(element)
        elif element.children:
            if kind in ("ul", "ol") and document.toc_list is None and has_name(element, "toc"):
                document.toc_list, replaced = element, True
            inside = inside or kind == "html_element"
            stack.extend((child, inside, replaced) for child in reversed(element.children))


def _give_ids(document: Document) -> None:
    """Give headers their ids. In GFM, headers inside HTML and footnotes get kramdown's ids, counted separately."""
    kramdown = replace(document, options=replace(document.options, input="kramdown", auto_id_stripping=False), ids={})
    for header in document.headers:
        if header.attributes.get("id"):
            continue
        if header.options["inside"] and document.options.input == "GFM":
            header.attributes["id"] = header_id(visible_text(header.children), [], kramdown)
        else:
            header.attributes["id"] = header_id(header.text, header.children, document)


def _fill_toc(toc: Element, document: Document) -> None:
    """Replace the items of the list that `{:toc}` marks by links to the headers.

    https://kramdown.gettalong.org/converter/html.html#toc
    """
    toc_id = toc.attributes["id"] = toc.attributes.get("id") or "markdown-toc"
    toc.children, toc.options = [], {"mark": toc.options["mark"]}
    stack: list[tuple[int, Element]] = [(0, toc)]
    for header in document.headers:
        level, name = header.options["level"], header.attributes.get("id")
        unlisted = header.options["replaced"] or "no_toc" in header.attributes.get("class", "").split()
        if level not in document.options.toc_levels or not name or unlisted:
            continue
        while stack[-1][0] >= level:
            stack.pop()
        link = Element("a", "", {"href": f"#{name}", "id": f"{toc_id}-{name}"}, _unlinked(header.children))
        item = Element("li", children=[Element("p", children=[link], options={"tight": True})])
        parent = stack[-1][1]
        if parent is not toc:
            if parent.children[-1].kind != toc.kind:
                parent.children.append(Element(toc.kind, options=toc.options))
            parent = parent.children[-1]
        parent.children.append(item)
        stack.append((level, item))


def _unlinked(spans: list[Element]) -> list[Element]:
    """Copy a header's spans without links and footnotes."""
    copies: list[Element] = []
    for span in spans:
        if span.kind == "a":
            copies += _unlinked(span.children)
        elif span.kind != "footnote":
            copies.append(Element(span.kind, span.text, span.attributes, _unlinked(span.children), span.options))
    return copies


def header_id(raw_text: str, spans: Sequence[Element], document: Document) -> str:
    """Make the id of a header that has none, and count it in `document.ids`.

    GFM uses the text of the spans; kramdown's own dialect uses `raw_text`, unless `auto_id_stripping` is set.
    A counter tells equal ids apart; an id with a counter is not counted itself.
    """
    options = document.options
    if options.input == "GFM":
        name = _gfm_id(visible_text(spans))
    else:  # ASCII letters and digits, from the first letter of each line on
        text = _bare_text(spans) if options.auto_id_stripping else raw_text
        name = _NO_ASCII_WORD.sub("", _BEFORE_LETTER.sub("", text)).replace(" ", "-").lower() or "section"
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


def _bare_text(spans: Sequence[Element]) -> str:
    """The text without code, quotes and entities."""
    return "".join(span.text if span.kind in {"text", "abbreviation"} else _bare_text(span.children) for span in spans)

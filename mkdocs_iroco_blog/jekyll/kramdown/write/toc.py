"""Makes a table of contents in place of the list that `{:toc}` marks.

https://kramdown.gettalong.org/converter/html.html#toc
"""

from __future__ import annotations

from mkdocs_iroco_blog.jekyll.kramdown.document import Document, Element


def make_toc(replaced: Element, document: Document) -> Element:
    """Make a list of links to the headers, with the kind and attributes of the list that it replaces."""
    attributes = {**replaced.attributes, "id": replaced.attributes.get("id") or "markdown-toc"}
    toc = Element(replaced.kind, attributes=attributes, options={"mark": replaced.options["mark"]})
    levels = document.options.toc_levels
    stack: list[tuple[int, Element]] = [(0, toc)]
    for header in document.headers:
        level, name = header.options["level"], header.attributes.get("id")
        unlisted = header.options["replaced"] or "no_toc" in header.attributes.get("class", "").split()
        if level not in levels or not name or unlisted:
            continue
        while stack[-1][0] >= level:
            stack.pop()
        item = _item(header, name, attributes["id"])
        _sublist(stack[-1][1], toc).children.append(item)
        stack.append((level, item))
    return toc


def _sublist(parent: Element, toc: Element) -> Element:
    """The list of an item, or the whole table of contents."""
    if parent is toc:
        return toc
    if parent.children[-1].kind != toc.kind:
        parent.children.append(Element(toc.kind, options=toc.options))
    return parent.children[-1]


def _item(header: Element, name: str, toc_id: str) -> Element:
    attributes = {"href": f"#{name}", "id": f"{toc_id}-{name}"}
    link = Element("a", attributes=attributes, children=_unlinked(header.children))
    return Element("li", children=[Element("p", children=[link], options={"tight": True})])


def _unlinked(spans: list[Element]) -> list[Element]:
    """Copy a header's spans without links and footnotes."""
    copies: list[Element] = []
    for span in spans:
        if span.kind == "a":
            copies += _unlinked(span.children)
        elif span.kind != "footnote":
            copies.append(Element(span.kind, span.text, span.attributes, _unlinked(span.children), span.options))
    return copies

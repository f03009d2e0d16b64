"""A table of contents in place of a list that `{:toc}` marks.

https://kramdown.gettalong.org/converter/html.html#toc
"""

from __future__ import annotations

from mkdocs_iroco_blog.jekyll.kramdown.document import Element
from mkdocs_iroco_blog.jekyll.kramdown.finish import Finished


def contents(place: Element, finished: Finished) -> Element:
    """A list of links to the headers, of the kind and with the attributes of the one that it replaces."""
    attributes = {**place.attributes, "id": place.attributes.get("id") or "markdown-toc"}
    whole = Element(place.kind, attributes=attributes, options={"mark": place.options["mark"]})
    levels = finished.document.options.toc_levels
    stack: list[tuple[int, Element]] = [(0, whole)]
    for header in finished.headers:
        level, name = header.options["level"], header.attributes.get("id")
        if level not in levels or not name or header.options["replaced"] or _unlisted(header):
            continue
        while stack[-1][0] >= level:
            stack.pop()
        _sublist(stack[-1][1], whole).children.append(item := _entry(header, name, attributes["id"]))
        stack.append((level, item))
    return whole


def _unlisted(header: Element) -> bool:
    return "no_toc" in header.attributes.get("class", "").split()


def _sublist(into: Element, whole: Element) -> Element:
    if into is whole:
        return whole
    if into.children[-1].kind != whole.kind:
        into.children.append(Element(whole.kind, options=whole.options))
    return into.children[-1]


def _entry(header: Element, name: str, contents_id: str) -> Element:
    link = Element(
        "a", attributes={"href": f"#{name}", "id": f"{contents_id}-{name}"}, children=_plain(header.children)
    )
    return Element("li", children=[Element("p", children=[link], options={"tight": True})])


def _plain(spans: list[Element]) -> list[Element]:
    """A header's text without links and footnotes."""
    kept: list[Element] = []
    for span in spans:
        if span.kind == "a":
            kept += _plain(span.children)
        elif span.kind != "footnote":
            kept.append(Element(span.kind, span.text, span.attributes, _plain(span.children), span.options))
    return kept

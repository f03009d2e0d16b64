"""Attribute lists beside blocks, and kramdown's extensions: comments, text without Markdown, options.

https://kramdown.gettalong.org/syntax.html#block-ials and #extensions
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.attributes import NAME as WORD
from mkdocs_iroco_blog.jekyll.kramdown.attributes import merge_attributes, read_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Element

from . import grammar as lines
from .reader import Reader

_named_list = re.compile(rf" {{0,3}}\{{:({WORD}):((?:\\\}}|[^}}]){{1,2000}})\}}{lines.S}*\n")
_extension = re.compile(
    rf" {{0,3}}\{{::(\w+)(?:[ \t\n\r\f\v]((?:\\\}}|[^}}]){{0,2000}}?)|)(/)?\}}{lines.S}*\n", re.ASCII
)


def read_extension(reader: Reader) -> bool:
    """Read anything that opens with `{:`."""
    if match := reader.scan(_named_list):
        attributes = reader.document.attribute_lists.setdefault(match[1], {})
        merge_attributes(attributes, read_attributes(match[2], reader.document))
        reader.add(Element("end", "attributes"))
        return True
    if match := _extension.match(reader.text, reader.position):
        return _read_tag(reader, match)
    if match := reader.scan(lines.block_attributes):
        _assign_attributes(reader, match[1])
        return True
    return False


def _assign_attributes(reader: Reader, text: str) -> None:
    """Assign an attribute list to the previous block or, after a blank line, to the next."""
    last = reader.last()
    if last is None or last.kind == "blank" or (last.kind == "end" and last.text in ("", "attributes", "extension")):
        reader.pending.append(text)
        return
    last.options.setdefault("lists", []).append(text)
    if not lines.block_attributes.match(reader.text, reader.position):
        reader.add(Element("end", "attributes"))


def _read_tag(reader: Reader, opening: re.Match[str]) -> bool:
    name, items, closed = opening[1], opening[2] or "", opening[3]
    body, end = None, opening.end()
    if not closed:
        closing = reader.find(re.compile(rf"^ {{0,3}}\{{:/(?:{name})?\}}{lines.S}*\n", re.MULTILINE), end)
        if not closing:
            return False
        body, end = reader.text[end : closing.start()].removesuffix("\n"), closing.end()
    if name not in ("comment", "nomarkdown", "options"):
        return False
    reader.position = end
    attributes = read_attributes(items, reader.document)
    if name == "options":
        reader.document.options = reader.document.options.updated(attributes)
        reader.add(Element("end", "extension"))
    elif body is not None and name == "comment":
        reader.parent.children.append(Element("comment", f"<!-- {body} -->"))
    elif body is not None and "html" in (attributes.get("type") or "html").split():
        reader.parent.children.append(Element("raw", body))
    return True

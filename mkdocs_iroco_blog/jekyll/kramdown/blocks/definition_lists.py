"""Definition lists: terms, each in a line of a paragraph, and definitions that open with a colon.

https://kramdown.gettalong.org/syntax.html#definition-lists
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.document import Element

from . import grammar as lines
from .lists import Item, mark_pattern, open_item, with_spaces
from .reader import Reader


def read_definition_list(reader: Reader) -> bool:
    """Definitions right after a paragraph, or after one blank line below it: the paragraph holds the terms."""
    mark = mark_pattern("dl")
    blocks = reader.into.children
    if not mark.match(reader.text, reader.at):
        return False
    if not blocks:
        return False
    apart = blocks[-1].kind == "blank"
    if apart and (len(blocks) < 2 or blocks[-1].text != "\n"):
        return False
    if blocks[-2 if apart else -1].kind != "p":
        return False
    element = reader.add(Element("dl"))
    blocks.pop()
    if apart:
        blocks.pop()
    terms = blocks.pop()
    element.children = [_term(line) for line in terms.text.split("\n") if line]
    if terms.options.get("lists"):
        element.options["lists"] = terms.options["lists"]
    last = None
    for item in _gather(reader, mark, apart=apart):
        reader.read_into(item.element, "".join(item.parts))
        last = _settle(item.element)
        element.children.append(item.element)
    _append(blocks, element)
    if last is not None:
        blocks.append(last)
    return True


def _term(line: str) -> Element:
    element = Element("dt", line)
    if attributes := lines.item_attributes.match(line):
        element.options["lists"] = [attributes[1]]
        element.text = line[attributes.end() :]
    return element


def _gather(reader: Reader, mark: re.Pattern[str], *, apart: bool) -> list[Item]:
    """The definitions with their lines; those with a blank line before or in them are `apart`."""
    items: list[Item] = []
    after_blank = False
    while reader.at < len(reader.text):
        if match := reader.scan(mark):
            item = open_item("dd", match)
            item.element.options["apart"] = apart
            items.append(item)
            mark = mark_pattern("dl", item.margins.column)
            apart = after_blank = False
        elif lines.end_marker.match(reader.text, reader.at):
            break
        elif (match := reader.scan(items[-1].margins.content)) or (
            not after_blank and (match := reader.scan(items[-1].margins.lazy))
        ):
            line = with_spaces(match[0])
            column = items[-1].margins.column
            items[-1].parts.append(line[column:] if line.startswith(" " * column) else line)
            apart = after_blank = False
        elif match := reader.scan(lines.blank_lines):
            items[-1].parts.append(match[0])
            apart = after_blank = True
        else:
            break
    return items


def _settle(item: Element) -> Element | None:
    """Decide whether a definition's first paragraph is tight; returns the blank line that it ends with."""
    blocks = item.children
    last = blocks.pop() if blocks and blocks[-1].kind == "blank" else None
    if blocks and blocks[0].kind == "p" and not item.options["apart"]:
        blocks[0].options["tight"] = True
    return last


def _append(blocks: list[Element], element: Element) -> None:
    """Terms and definitions right after a definition list go on with it."""
    before = len(blocks) - 2 if len(blocks) > 1 and blocks[-1].kind == "blank" else len(blocks) - 1
    if before >= 0 and blocks[before].kind == "dl":
        del blocks[before + 1 :]
        blocks[before].children.extend(element.children)
    else:
        blocks.append(element)

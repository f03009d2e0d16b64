"""Definition lists: terms, one in each line of a paragraph, and definitions that open with a colon.

https://kramdown.gettalong.org/syntax.html#definition-lists
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.document import Element

from . import grammar as lines
from .lists import Item, mark_pattern, open_item, scan_line
from .reader import Reader


def read_definition_list(reader: Reader) -> bool:
    """Read definitions after a paragraph of terms; one blank line may come between."""
    mark = mark_pattern("dl")
    blocks = reader.parent.children
    if not blocks or not mark.match(reader.text, reader.position):
        return False
    apart = blocks[-1].kind == "blank"
    if apart and (len(blocks) < 2 or blocks[-1].text != "\n"):
        return False
    terms = blocks[-2 if apart else -1]
    if terms.kind != "p":
        return False
    element = reader.add(Element("dl", children=[_term(line) for line in terms.text.split("\n") if line]))
    del blocks[-3 if apart else -2 :]
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
    """Collect the lines of each definition. A definition is `apart` if a blank line comes before it."""
    items: list[Item] = []
    after_blank = False
    while reader.position < len(reader.text):
        if match := reader.scan(mark):
            items.append(open_item("dd", match))
            items[-1].element.options["apart"] = apart
            mark = mark_pattern("dl", items[-1].margins.column)
            apart = after_blank = False
        elif lines.end_marker.match(reader.text, reader.position):
            break
        elif line := scan_line(reader, items[-1], after_blank=after_blank):
            items[-1].parts.append(line.removeprefix(" " * items[-1].margins.column))
            apart = after_blank = False
        elif match := reader.scan(lines.blank_lines):
            items[-1].parts.append(match[0])
            apart = after_blank = True
        else:
            break
    return items


def _settle(item: Element) -> Element | None:
    """Decide whether a definition's first paragraph is tight. Returns the blank lines at its end."""
    blocks = item.children
    last = blocks.pop() if blocks and blocks[-1].kind == "blank" else None
    if blocks and blocks[0].kind == "p" and not item.options["apart"]:
        blocks[0].options["tight"] = True
    return last


def _append(blocks: list[Element], element: Element) -> None:
    """Append the list, or continue the definition list right before it."""
    before = len(blocks) - 2 if len(blocks) > 1 and blocks[-1].kind == "blank" else len(blocks) - 1
    if before >= 0 and blocks[before].kind == "dl":
        del blocks[before + 1 :]
        blocks[before].children.extend(element.children)
    else:
        blocks.append(element)

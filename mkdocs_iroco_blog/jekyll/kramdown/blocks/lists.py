"""Ordered, unordered, task and definition lists.

The text of an item begins at the first word after its mark, and lines with the same indentation belong to it.
https://kramdown.gettalong.org/syntax.html#ordered-and-unordered-lists, #definition-lists
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_iroco_blog.jekyll.kramdown.document import Element

from . import grammar as lines
from .reader import Reader

_MARKS = {"ul": "[+*-]", "ol": r"\d+\.", "dl": ":"}
_empty_item = re.compile(rf"(?:{lines.item_attributes.pattern})?[ \t\n\r\f\v]*\n")
_spaces_and_tabs = re.compile(r"( *)(\t+)")
_task = re.compile(r"[ \t\n\r\f\v]*\[([ xX])\][ \t\n\r\f\v]+")


@dataclass(slots=True)
class _Item:
    """A list item whose lines are being collected."""

    element: Element
    parts: list[str]
    """Read separately: a nested list does not continue the paragraph before it."""
    column: int
    """The column in which the text starts, counted from 0."""
    nested: bool = False
    """Whether a nested list or a blank line has come."""


@lru_cache(maxsize=64)
def _margins(column: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The lines that continue an item whose text starts in `column`: indented, and right after another line."""
    tabs, spaces = divmod(column, 4)
    text = r".*[^ \t\n\r\f\v].*\n"
    return (
        re.compile(rf"(?:(?:\t| {{4}}){{{tabs}}} {{{spaces}}}|(?:\t| {{4}}){{{tabs + 1}}}){text}"),
        re.compile(rf"(?! {{0,{min(column, 3)}}}{lines.ATTRIBUTE_LIST}|{lines.html_tag_line.pattern}){text}"),
    )


@lru_cache(maxsize=64)
def _mark_pattern(kind: str, column: int = 4) -> re.Pattern[str]:
    """The first line of an item, in a list of this kind, after an item whose text starts in `column`."""
    return re.compile(rf"( {{0,{min(column, 4) - 1}}}({_MARKS[kind]}))([\t| ].*\n)")


def _open_item(kind: str, match: re.Match[str]) -> _Item:
    """Start an item or a definition with its first line, a match of `_mark_pattern`."""
    text, column = match[3], match.end(1) - match.start(1)
    if _empty_item.fullmatch(text):
        column = 4
    else:
        while tabs := _spaces_and_tabs.match(text):
            width = 4 - (len(tabs[1]) + column) % 4 + (len(tabs[2]) - 1) * 4
            text = f"{tabs[1]}{' ' * width}{text[tabs.end() :]}"
        column += len(text) - len(text.lstrip(" "))
    element = Element(kind)
    text = text.lstrip(lines.WHITE)
    if attributes := lines.item_attributes.match(text):
        element.options["lists"] = [attributes[1]]
        text = text[attributes.end() :]
    return _Item(element, [text], column, nested=bool(lines.list_mark.match(text)))


def _scan_line(reader: Reader, item: _Item, *, after_blank: bool) -> str:
    """Read a line if it continues the item, with its leading tabs written as spaces; else return nothing."""
    content, lazy = _margins(item.column)
    match = reader.scan(content) or (None if after_blank else reader.scan(lazy))
    if not match:
        return ""
    bare = match[0].lstrip("\t")
    return " " * (4 * (len(match[0]) - len(bare))) + bare


def read_list(reader: Reader) -> bool:
    """Read all items of one kind, up to a line that neither is indented nor continues an item."""
    start = reader.position
    kind = "ul" if reader.text[start : start + 4].lstrip(" ")[:1] in "+*-" else "ol"
    mark = _mark_pattern(kind)
    first = mark.match(reader.text, start)
    if not first:
        return False
    items, ended = _gather(reader, kind, mark)
    element = reader.add(Element(kind, children=[item.element for item in items], options={"mark": first[2]}))
    for item in items:
        for part in item.parts:
            reader.read_into(item.element, part)
    last = _settle(element, ended=ended)
    if reader.document.options.input == "GFM":
        _mark_tasks(element)
    if last is not None and not ended:
        reader.parent.children.append(last)
    return True


def _gather(reader: Reader, kind: str, mark: re.Pattern[str]) -> tuple[list[_Item], bool]:
    """Collect the lines of each item. Returns also whether an end marker ended the list."""
    items: list[_Item] = []
    after_blank = False
    while reader.position < len(reader.text):
        if after_blank and lines.rule_line.match(reader.text, reader.position):
            break
        if reader.scan(lines.end_marker):
            return items, True
        if match := reader.scan(mark):
            items.append(_open_item("li", match))
            mark = _mark_pattern(kind, items[-1].column)
            after_blank = False
        elif line := _scan_line(reader, items[-1], after_blank=after_blank):
            _continue(items[-1], line)
            after_blank = False
        elif match := reader.scan(lines.blank_lines):
            items[-1].nested = after_blank = True
            items[-1].parts[-1] += match[0]
        else:
            break
    return items, False


def _continue(item: _Item, line: str) -> None:
    column = item.column
    if line.startswith(" " * column):
        line = line[column:]
        if not item.nested and lines.list_mark.match(line):
            item.parts.append("")
            item.nested = True
    elif item.nested and lines.list_mark.match(line):
        line = " " * (column + 4) + line
    item.parts[-1] += line


def _settle(element: Element, *, ended: bool) -> Element | None:
    """Decide which items are tight. Returns the blank lines at the end of the list."""
    items, last = element.children, None
    before_tight = False
    for item in items:
        blocks = item.children
        if not blocks:
            before_tight = True
            continue
        if blocks[0].kind == "p" and len(blocks) > 1 and blocks[1].kind == "end" and blocks[0].options.get("lists"):
            del blocks[1]
        final = item is items[-1]
        if (
            blocks[0].kind == "p"
            and (len(blocks) < 2 or blocks[1].kind != "blank" or (final and len(blocks) == 2 and not ended))
            and (not final or len(items) == 1 or before_tight)
        ):
            blocks[0].options["tight"] = True
        before_tight = before_tight or blocks[0].kind != "p" or bool(blocks[0].options.get("tight"))
        last = blocks.pop() if blocks[-1].kind == "blank" else None
    return last


def _mark_tasks(element: Element) -> None:
    for item in element.children:
        first = item.children[0] if item.children else None
        match = _task.match(first.text) if first is not None and first.kind == "p" else None
        if first is not None and match:
            first.text = first.text[match.end() :]
            item.options["task"] = "[ ]" if match[1] == " " else "[x]"


def read_definition_list(reader: Reader) -> bool:
    """Read definitions after a paragraph of terms; one blank line may come between."""
    mark = _mark_pattern("dl")
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
    for item in _gather_definitions(reader, mark, apart=apart):
        reader.read_into(item.element, "".join(item.parts))
        inner = item.element.children
        last = inner.pop() if inner and inner[-1].kind == "blank" else None
        if inner and inner[0].kind == "p" and not item.element.options["apart"]:
            inner[0].options["tight"] = True
        element.children.append(item.element)
    _append_definitions(blocks, element)
    if last is not None:
        blocks.append(last)
    return True


def _term(line: str) -> Element:
    element = Element("dt", line)
    if attributes := lines.item_attributes.match(line):
        element.options["lists"] = [attributes[1]]
        element.text = line[attributes.end() :]
    return element


def _gather_definitions(reader: Reader, mark: re.Pattern[str], *, apart: bool) -> list[_Item]:
    """Collect the lines of each definition. A definition is `apart` if a blank line comes before it."""
    items: list[_Item] = []
    after_blank = False
    while reader.position < len(reader.text):
        if match := reader.scan(mark):
            items.append(_open_item("dd", match))
            items[-1].element.options["apart"] = apart
            mark = _mark_pattern("dl", items[-1].column)
            apart = after_blank = False
        elif lines.end_marker.match(reader.text, reader.position):
            break
        elif line := _scan_line(reader, items[-1], after_blank=after_blank):
            items[-1].parts.append(line.removeprefix(" " * items[-1].column))
            apart = after_blank = False
        elif match := reader.scan(lines.blank_lines):
            items[-1].parts.append(match[0])
            apart = after_blank = True
        else:
            break
    return items


def _append_definitions(blocks: list[Element], element: Element) -> None:
    """Append the list, or continue the definition list right before it."""
    before = len(blocks) - 2 if len(blocks) > 1 and blocks[-1].kind == "blank" else len(blocks) - 1
    if before >= 0 and blocks[before].kind == "dl":
        del blocks[before + 1 :]
        blocks[before].children.extend(element.children)
    else:
        blocks.append(element)

"""Tables: any lines with a `|` that stand alone between blank lines.

https://kramdown.gettalong.org/syntax.html#tables
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mkdocs_iroco_blog.jekyll.kramdown.document import Element
from mkdocs_iroco_blog.jekyll.kramdown.html_tags import (
    BLOCK_ELEMENTS,
    CLOSING_TAG,
    COMMENT,
    TAG,
    VOID_ELEMENTS,
    element_name,
)

from . import grammar as lines
from .reader import Reader

_start = re.compile(r" {0,3}[^ \t\n]")
_separator = re.compile(r"([+|: \t-]*-[+|: \t-]*)\n")
_footer_separator = re.compile(r"[+|: \t=]*=[+|: \t=]*\n")
_column = re.compile(r"[ \t]?(:?)-+(:?)[ \t]?")
_html_code = re.compile(r"(<code[^\n]*?>.*?</code>)")
_ticks = re.compile(r"`+")
_unescaped_pipe = re.compile(r"(?<!\\)\|")


@dataclass(slots=True)
class _Table:
    """A table while its lines are read."""

    element: Element = field(default_factory=lambda: Element("table", options={"alignment": []}))
    rows: list[Element] = field(default_factory=list)
    footer: bool = False
    columns: int = 0

    def close(self, kind: str, *, always: bool = False) -> None:
        """Put the rows so far into a part of the table; after the footer's line there is but one more."""
        if not self.footer or kind != "tbody" or always:
            self.element.children.append(Element(kind, children=self.rows))
            self.rows = []

    def add_row(self, cells: list[str]) -> None:
        """Add a row of texts."""
        self.columns = max(self.columns, len(cells))
        self.rows.append(Element("tr", children=[Element("td", cell.strip(lines.WHITE)) for cell in cells]))


def read_table(reader: Reader) -> bool:
    """Lines with a `|`, if there is a body among them and nothing else right below."""
    text, start = reader.text, reader.at
    end = text.find("\n", start)
    if text.find("|", start, end) < 0 or not reader.after_boundary() or not _start.match(text, start):
        return False
    if not _unescaped_pipe.search(text, start, end):
        return False
    table, at = _read_lines(text, start)
    if not lines.boundary.match(text, at) or not _pipe_on_every_line(text[start : at - 1]):
        return False
    if table.rows:
        table.close("tfoot" if table.footer else "tbody")
    if all(part.kind != "tbody" for part in table.element.children):
        return False
    _fill_up(table)
    reader.at = at
    reader.add(table.element)
    return True


def _read_lines(text: str, start: int) -> tuple[_Table, int]:
    """The rows from here on, and where they end."""
    table = _Table()
    leading = text[start : start + 4].lstrip(" ").startswith("|")
    first = _separator.match(text, start)
    at = first.end() if first else start
    while at < len(text):
        end = text.find("\n", at)
        line = text[at:end]
        if not _unescaped_pipe.search(line):
            break
        if match := _separator.match(text, at):
            _separate(table, match[1])
        elif _footer_separator.match(text, at):
            if table.rows:
                table.close("tbody", always=True)
            table.footer = True
        else:
            table.add_row(_cells(line.rstrip(" \t"), leading=leading))
        at = end + 1
    return table, at


def _separate(table: _Table, line: str) -> None:
    if not table.rows:
        return
    if table.element.options["alignment"] or table.footer:
        table.close("tbody")
        return
    table.close("thead")
    sides = {("", ""): "", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}
    table.element.options["alignment"] = [sides[match] for match in _column.findall(line)]


def _fill_up(table: _Table) -> None:
    """Give every row as many cells, and every column an alignment."""
    for part in table.element.children:
        for row in part.children:
            row.children.extend(Element("td") for _ in range(table.columns - len(row.children)))
    alignment = table.element.options["alignment"]
    table.element.options["alignment"] = (alignment + [""] * table.columns)[: table.columns]


def _cells(line: str, *, leading: bool) -> list[str]:
    """The cells of a row; a `|` in code parts none."""
    cells: list[str] = [""]
    for number, part in enumerate(_html_code.split(line)):
        if number % 2:
            cells[-1] += part
            continue
        for code, piece in split_code(part):
            if code:
                cells[-1] += _code_span(piece)
                continue
            first, *more = (cell.replace("\\|", "|") for cell in _unescaped_pipe.split(piece))
            cells[-1] += first
            cells.extend(more)
    if leading and not cells[0].strip(lines.WHITE):
        del cells[0]
    if cells and not cells[-1].strip(lines.WHITE):
        del cells[-1]
    return cells


def _code_span(code: str) -> str:
    longest = max(map(len, _ticks.findall(code)), default=0)
    ticks, space = "`" * (longest + 1), " " if longest else ""
    return f"{ticks}{space}{code}{space}{ticks}"


def split_code(text: str) -> Iterator[tuple[bool, str]]:
    """A text in turns of code spans (true, what is in them) and of what lies between them."""
    plain = at = 0
    while match := _ticks.search(text, at):
        ticks, at = match[0], match.end()
        lone = len(ticks) == 1
        before, after = text[: match.start()][-1:], text[at : at + 1]
        if lone and (not before or before in lines.WHITE) and after and after in lines.WHITE:
            continue
        end = text.find(ticks, at)
        if end < 0:
            continue
        code = text[at:end]
        if not lone:
            code = code.removeprefix(" ").removesuffix(" ")
        if match.start() > plain:
            yield False, text[plain : match.start()]
        yield True, code
        plain = at = end + len(ticks)
    if plain < len(text):
        yield False, text[plain:]


def _pipe_on_every_line(text: str) -> bool:
    """Whether every line has a `|` outside of code and HTML elements."""
    found = False
    for code, piece in _pieces(text):
        rows = piece.split("\n")
        while rows and not rows[-1]:
            rows.pop()
        if not rows:
            rows = [""]
        if code:
            if len(rows) > 2 or (len(rows) == 2 and not found):
                break
            if len(rows) == 2:
                found = False
        else:
            if len(rows) > 1 and not found and not _unescaped_pipe.search(rows[0]):
                break
            found = (len(rows) == 1 and found) or bool(_unescaped_pipe.search(rows[-1]))
    return found


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """A table's text in turns of code spans and text; of an HTML element only its name counts."""
    if "<" not in text:
        yield from split_code(text)
        return
    at = 0
    plain = ""
    for code, piece in _code_and_html(text):
        if code is None:
            if plain:
                yield False, plain
                plain = ""
            yield False, piece
        elif code:
            if plain:
                yield False, plain
                plain = ""
            yield True, piece
        else:
            plain += piece
        at += len(piece)
    if plain:
        yield False, plain


def _code_and_html(text: str) -> Iterator[tuple[bool | None, str]]:
    """Code spans (true), text (false), and names of HTML elements (none)."""
    at = 0
    while at < len(text):
        tick, angle = text.find("`", at), text.find("<", at)
        following = min(position for position in (tick, angle, len(text)) if position >= 0)
        if following > at:
            yield False, text[at:following]
        at = following
        if at == len(text):
            return
        if at == tick:
            ticks = _ticks.match(text, at)
            assert ticks is not None
            pieces = list(split_code(text[at:]))
            if pieces and pieces[0][0] and text.startswith(ticks[0], at):
                end = text.find(ticks[0], ticks.end())
                yield True, pieces[0][1]
                at = end + len(ticks[0])
            else:
                yield False, ticks[0]
                at = ticks.end()
            continue
        at, piece = _html(text, at)
        yield piece


def _html(text: str, at: int) -> tuple[int, tuple[bool | None, str]]:
    if match := COMMENT.match(text, at) or CLOSING_TAG.match(text, at):
        return match.end(), (None if match.re is COMMENT else False, match[0])
    match = TAG.match(text, at)
    if not match or element_name(match[1]) in BLOCK_ELEMENTS:
        end = match.end() if match else at + 1
        return end, (False, text[at:end])
    name = element_name(match[1])
    if match[3] or name in VOID_ELEMENTS:
        return match.end(), (None, name)
    closing = re.compile(rf"</{re.escape(name)}{lines.S}*>", re.IGNORECASE).search(text, match.end())
    return closing.end() if closing else len(text), (None, name)

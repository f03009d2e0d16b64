"""Tables: lines with a `|` between blank lines.

https://kramdown.gettalong.org/syntax.html#tables
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from mkdocs_iroco_blog.jekyll.kramdown import html_tags as html
from mkdocs_iroco_blog.jekyll.kramdown.document import Element

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
    """A table whose lines are being read."""

    parts: list[Element] = field(default_factory=list)
    rows: list[Element] = field(default_factory=list)
    """Rows of the part that is not closed yet."""
    alignment: list[str] = field(default_factory=list)
    footer: bool = False
    """Whether the line before the footer has come."""

    def close(self, kind: str) -> None:
        """Make a part of the table from the rows so far."""
        self.parts.append(Element(kind, children=self.rows))
        self.rows = []

    def separate(self, line: str) -> None:
        """Close the header, or a body, at a line of hyphens; the first such line aligns the columns."""
        if self.rows and not self.footer:
            self.close("tbody" if self.alignment else "thead")
            sides = _column.findall(line)
            self.alignment = self.alignment or [f"{left or '-'}-{right or '-'}" for left, right in sides]

    def element(self) -> Element:
        """The table, with the same number of cells in each row."""
        rows = [row for part in self.parts for row in part.children]
        columns = max(len(row.children) for row in rows)
        for row in rows:
            row.children.extend(Element("td") for _ in range(columns - len(row.children)))
        alignment = (self.alignment + ["---"] * columns)[:columns]
        return Element("table", children=self.parts, options={"alignment": alignment})


def read_table(reader: Reader) -> bool:
    """Read lines with a `|`, if they contain a body and nothing follows right below."""
    text, start = reader.text, reader.position
    end = text.find("\n", start)
    if text.find("|", start, end) < 0 or not reader.after_boundary() or not _start.match(text, start):
        return False
    if not _unescaped_pipe.search(text, start, end):
        return False
    table, end = _read_lines(text, start)
    if not lines.boundary.match(text, end) or not _pipe_on_every_line(text[start : end - 1]):
        return False
    if table.rows:
        table.close("tfoot" if table.footer else "tbody")
    if all(part.kind != "tbody" for part in table.parts):
        return False
    reader.position = end
    reader.add(table.element())
    return True


def _read_lines(text: str, start: int) -> tuple[_Table, int]:
    table = _Table()
    leading = text[start : start + 4].lstrip(" ").startswith("|")
    first = _separator.match(text, start)
    position = first.end() if first else start
    while position < len(text):
        end = text.find("\n", position)
        line = text[position:end]
        if not _unescaped_pipe.search(line):
            break
        if match := _separator.match(text, position):
            table.separate(match[1])
        elif _footer_separator.match(text, position):
            if table.rows:
                table.close("tbody")
            table.footer = True
        else:
            cells = [Element("td", cell.strip(lines.WHITE)) for cell in _cells(line.rstrip(" \t"), leading=leading)]
            table.rows.append(Element("tr", children=cells))
        position = end + 1
    return table, position


def _cells(line: str, *, leading: bool) -> list[str]:
    """Split a row into cells, except at a `|` in code."""
    cells: list[str] = [""]
    for number, part in enumerate(_html_code.split(line)):
        if number % 2:
            cells[-1] += part
            continue
        for code, piece in _split_code(part):
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


def _split_code(text: str) -> Iterator[tuple[bool, str]]:
    """Split a text into the insides of code spans (true) and the text between them (false)."""
    plain = position = 0
    while match := _ticks.search(text, position):
        ticks, position = match[0], match.end()
        single = len(ticks) == 1
        before, after = text[: match.start()][-1:], text[position : position + 1]
        if single and (not before or before in lines.WHITE) and after and after in lines.WHITE:
            continue
        end = text.find(ticks, position)
        if end < 0:
            continue
        if match.start() > plain:
            yield False, text[plain : match.start()]
        code = text[position:end]
        yield True, code if single else code.removeprefix(" ").removesuffix(" ")
        plain = position = end + len(ticks)
    if plain < len(text):
        yield False, text[plain:]


def _pipe_on_every_line(text: str) -> bool:
    """Whether every line has a `|` outside code and HTML elements."""
    has_pipe = False
    for code, piece in _pieces(text) if "<" in text else _split_code(text):
        rows = piece.rstrip("\n").split("\n")
        if code:
            if len(rows) > 2 or (len(rows) == 2 and not has_pipe):
                break
            has_pipe = has_pipe and len(rows) == 1
        else:
            if len(rows) > 1 and not has_pipe and not _unescaped_pipe.search(rows[0]):
                break
            has_pipe = (len(rows) == 1 and has_pipe) or bool(_unescaped_pipe.search(rows[-1]))
    return has_pipe


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """Split a table's text into the insides of code spans (true), and text and names of HTML elements (false)."""
    for kind, pieces in groupby(_code_and_html(text), lambda item: item[0]):
        if kind == "text":
            yield False, "".join(piece for _, piece in pieces)
        else:
            yield from ((kind == "code", piece) for _, piece in pieces)


def _code_and_html(text: str) -> Iterator[tuple[str, str]]:
    """The insides of code spans (`code`), names of HTML elements and comments (`html`), and the `text` between."""
    position = 0
    while position < len(text):
        tick, angle = text.find("`", position), text.find("<", position)
        following = min(place for place in (tick, angle, len(text)) if place >= 0)
        if following > position:
            yield "text", text[position:following]
            position = following
        elif position == tick:
            ticks = _ticks.match(text, position)
            assert ticks is not None
            code, piece = next(_split_code(text[position:]))
            position = ticks.end()
            if code:
                position = text.find(ticks[0], position) + len(ticks[0])
            yield ("code", piece) if code else ("text", ticks[0])
        else:
            kind, piece, position = _html(text, position)
            yield kind, piece


def _html(text: str, position: int) -> tuple[str, str, int]:
    if match := html.COMMENT.match(text, position):
        return "html", match[0], match.end()
    if match := html.CLOSING_TAG.match(text, position):
        return "text", match[0], match.end()
    match = html.TAG.match(text, position)
    if not match or html.element_name(match[1]) in html.BLOCK_ELEMENTS:
        end = match.end() if match else position + 1
        return "text", text[position:end], end
    name = html.element_name(match[1])
    if match[3] or name in html.VOID_ELEMENTS:
        return "html", name, match.end()
    closing = re.compile(rf"</{re.escape(name)}{lines.S}*>", re.IGNORECASE).search(text, match.end())
    return "html", name, closing.end() if closing else len(text)

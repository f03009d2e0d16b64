"""What a rule for blocks works with: the text, how far it has been read, and where blocks go."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_iroco_blog.jekyll.kramdown.document import Document, Element

DEEPEST = 40
"""Blocks in blocks beyond this are read as one paragraph; nobody writes them by hand."""

Rule = Callable[["Reader"], bool]
"""Reads one block at the reader's position; false where there is none of its kind, and nothing was read."""

_opening = re.compile(r"([ \t]*)([^\n])?")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules for blocks, by the first sign of a line; in the order in which they are tried."""

    blank: Rule
    code: Rule
    by_sign: Mapping[str, Sequence[Rule]]
    others: Sequence[Rule]
    text: Rule
    """What every line is that nothing else claims."""


@dataclass(slots=True)
class Reader:
    """A text on its way to blocks, which are added to `into`."""

    grammar: Grammar
    document: Document
    text: str
    """Ends with a newline, or is empty."""
    into: Element
    depth: int = 0
    at: int = 0
    waiting: list[str] = field(default_factory=list)
    """Attribute lists before a block, for the next one."""
    unclosed: set[re.Pattern[str]] = field(default_factory=set)
    """What has been looked for up to the end of the text, and is not there."""
    closed: bool = False
    """The closing tag of the HTML element `into` was found."""

    def read(self) -> None:
        """Read blocks up to the end of the text, or of the HTML element that they are in."""
        grammar, text = self.grammar, self.text
        while self.at < len(text) and not self.closed:
            opening = _opening.match(text, self.at)
            assert opening is not None
            space, sign = opening.groups()
            if sign is None or sign in "\r\f\v":
                grammar.blank(self) or grammar.text(self)
            elif space.startswith(("    ", "\t")):
                grammar.code(self)
            else:
                any(rule(self) for rule in grammar.by_sign.get(sign, grammar.others)) or grammar.text(self)

    def read_into(self, element: Element, text: str) -> None:
        """Read a text of its own, such as that of a quotation, as blocks of `element`."""
        inner = Reader(self.grammar, self.document, text, element, self.depth + 1)
        if self.depth < DEEPEST:
            inner.read()
        elif text.strip():
            self.document.too_deep = True
            element.children.append(Element("p", " ".join(text.split())))

    def read_body(self, element: Element) -> bool:
        """Read blocks of an HTML element from here on; whether its closing tag was found."""
        outer, waiting = self.into, self.waiting
        self.into, self.waiting = element, []
        self.depth += 1
        self.read()
        self.depth -= 1
        found, self.closed = self.closed, False
        self.into, self.waiting = outer, waiting
        return found

    def add(self, element: Element) -> Element:
        """Add a block, with the attributes that wait for it."""
        if self.waiting:
            element.options["lists"] = self.waiting
            self.waiting = []
        self.into.children.append(element)
        return element

    def last(self) -> Element | None:
        """The block before this one; a blank line counts as a block."""
        return self.into.children[-1] if self.into.children else None

    def after_boundary(self) -> bool:
        """Whether a new block can begin here that a paragraph would otherwise swallow."""
        last = self.last()
        return last is None or last.kind == "blank" or (last.kind == "end" and not last.text) or bool(self.waiting)

    def scan(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Read what the pattern matches here."""
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return match

    def find(self, closing: re.Pattern[str], at: int) -> re.Match[str] | None:
        """What closes something, anywhere from `at` on; looked for in vain only once."""
        if closing in self.unclosed:
            return None
        match = closing.search(self.text, at)
        if match is None:
            self.unclosed.add(closing)
        return match

    def line_end(self, at: int) -> int:
        """Where the line after the one at `at` starts."""
        return self.text.find("\n", at) + 1 or len(self.text)

    def scan_lines(self, end: re.Pattern[str]) -> str:
        """Read this line, and those after it up to one that `end` matches."""
        start, at, text = self.at, self.line_end(self.at), self.text
        while not end.match(text, at):
            at = self.line_end(at)
        self.at = at
        return text[start:at]

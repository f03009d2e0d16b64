"""The state of reading blocks: the text, the position in it, and the element that takes the blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_iroco_blog.jekyll.kramdown.document import Document, Element

DEEPEST = 40
"""Blocks nested more deeply are read as one paragraph. Nobody writes them by hand."""

Rule = Callable[["Reader"], bool]
"""Reads one block at the reader's position. Returns false, and reads nothing, if the block is of another kind."""

Grammar = Mapping[str, Sequence[Rule]]
"""The rules to try, in order, by the first character of a line; a tab stands for indentation, "" for other signs."""

_opening = re.compile(r"([ \t]*)([^\n])?")


@dataclass(slots=True)
class Reader:
    """Reads a text into blocks, and adds them to `parent`."""

    grammar: Grammar
    document: Document
    text: str
    """Empty, or ends with a newline."""
    parent: Element
    depth: int = 0
    position: int = 0
    pending: list[str] = field(default_factory=list)
    """Attribute lists for the next block."""
    missing: set[re.Pattern[str]] = field(default_factory=set)
    """Patterns that do not match in the rest of the text."""
    closed: bool = False
    """Whether the closing tag of the HTML element `parent` has been read."""

    def read(self) -> None:
        """Read blocks up to the end of the text or of the HTML element."""
        grammar, text = self.grammar, self.text
        while self.position < len(text) and not self.closed:
            opening = _opening.match(text, self.position)
            assert opening is not None
            space, sign = opening.groups()
            if sign is None or sign in "\r\f\v":
                sign = "\n"
            elif space.startswith(("    ", "\t")):
                sign = "\t"
            for rule in grammar.get(sign, grammar[""]):
                if rule(self):
                    break

    def read_into(self, element: Element, text: str) -> None:
        """Read a separate text, such as the inside of a quotation, into `element`."""
        if self.depth < DEEPEST:
            Reader(self.grammar, self.document, text, element, self.depth + 1).read()
        elif text.strip():
            self.document.too_deep = True
            element.children.append(Element("p", " ".join(text.split())))

    def read_body(self, element: Element) -> None:
        """Read the blocks of an HTML element, after its opening tag."""
        outer, pending = self.parent, self.pending
        self.parent, self.pending = element, []
        self.depth += 1
        self.read()
        self.depth -= 1
        self.closed = False
        self.parent, self.pending = outer, pending

    def add(self, element: Element) -> Element:
        """Add a block, with the pending attribute lists."""
        if self.pending:
            element.options["lists"] = self.pending
            self.pending = []
        self.parent.children.append(element)
        return element

    def last(self) -> Element | None:
        """The previous block; blank lines are a block, too."""
        return self.parent.children[-1] if self.parent.children else None

    def after_boundary(self) -> bool:
        """Whether a block that a paragraph would swallow can begin here."""
        last = self.last()
        return last is None or last.kind == "blank" or (last.kind == "end" and not last.text) or bool(self.pending)

    def scan(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match a pattern here, and move behind the match."""
        match = pattern.match(self.text, self.position)
        if match:
            self.position = match.end()
        return match

    def find(self, closing: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Search for a closing pattern from `start` on; a failed search is not repeated."""
        if closing in self.missing:
            return None
        match = closing.search(self.text, start)
        if match is None:
            self.missing.add(closing)
        return match

    def next_line(self, position: int) -> int:
        """The start of the line after the one at `position`."""
        return self.text.find("\n", position) + 1 or len(self.text)

    def scan_lines(self, end: re.Pattern[str]) -> str:
        """Read this line and the next ones, up to a line that `end` matches."""
        start, text = self.position, self.text
        position = self.next_line(start)
        while not end.match(text, position):
            position = self.next_line(position)
        self.position = position
        return text[start:position]

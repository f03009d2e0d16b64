"""Scans a text for spans, from one special character to the next, and copies the plain text between."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from mkdocs_iroco_blog.jekyll.kramdown.document import Document, Element
from mkdocs_iroco_blog.jekyll.kramdown.typography import QUOTES, SYMBOLS, read_quotes, symbol_signs

SPACE = " \t\r\n\f\v"
"""kramdown's white space, without the no-break space."""
ESCAPE = "\0"
"""Marks a character before which the author wrote a backslash."""

# A class of characters, which is fast to search, then the conditions under which they begin something.
_SPECIAL = (
    r"""[*_`<\[&$\\"'{~!.>\n%s-](?:(?<=[*_`<\[&$\\"'%s])"""
    r"""|(?<=\{):|(?<=~)~|(?<=!)\[|(?<=\.)\.\.|(?<=>)>|(?<=-)-|(?<=[ ]{2}\n))"""
)
_ANYWHERE = re.compile(_SPECIAL % ("", ""))
_IN_LINK = re.compile(_SPECIAL % (r"\]", r"\]"))
_IN_RAW = re.compile("<")

_DEEPEST = 60
_NEVER_BEFORE_CLOSING = frozenset(" \\\t\r\n[{(-\"'")
_CLOSING = {"'": QUOTES["rsquo"], '"': QUOTES["rdquo"]}
_SIGNS = frozenset({*QUOTES.values(), *(SYMBOLS[name] for name in ("mdash", "ndash", "hellip", "laquo", "raquo"))})
_LOOK_BACK = {"'": 1, '"': 1, ">": 1, "\n": 2}
"""Where a span begins, counted back from its special character: quotes are read with the character before them."""

Reader = Callable[["Scanner", int], None]
"""Reads a span at a position, adds it to the scanner's open element, and moves the scanner behind it."""


@dataclass(slots=True, eq=False)
class _Frame:
    """An open element, and the text since its last child."""

    element: Element
    pieces: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Scanner:
    """Reads a text into spans."""

    text: str
    document: Document
    readers: Mapping[str, Reader]
    """By special character."""
    position: int = 0
    seek: int = 0
    """Where to search for the next special character: at `position` or after it."""
    depth: int = 0
    """How many elements are open in the scanners around this one."""
    patience: int = 0
    """Decreases with each attempt to read a span. At zero the rest is plain text, so hostile texts end in time."""
    frames: list[_Frame] = field(default_factory=list)
    missing: dict[str, int] = field(default_factory=dict)
    """Texts that do not occur from a position on."""
    closing: Mapping[str, str] = field(default_factory=lambda: _CLOSING)
    """Closing quotes by sign; empty if the option `smart_quotes` replaces them."""

    def __post_init__(self) -> None:
        self.patience = 2000 + 2 * len(self.text)
        if self.document.options.smart_quotes != ("lsquo", "rsquo", "ldquo", "rdquo"):
            self.closing = {}

    def read(self, element: Element, stop: str = "", closes: Callable[[int], bool] | None = None) -> bool:
        """Read spans into `element`, up to one of the characters `stop` where `closes` returns true, or to the end.

        Returns false if none closes the element. Then discard it, or add the text from `position` on.
        """
        text, frame = self.text, _Frame(element)
        self.frames.append(frame)
        raw = element.options.get("content_model") == "raw"
        search = (_IN_RAW if raw else _IN_LINK if "]" in stop else _ANYWHERE).search
        self.seek = self.position
        while match := search(text, self.seek):
            if not self._approach(match.start(), frame):
                continue
            char = match[0][0]
            if char in stop and closes is not None and closes(self.position):
                self._flush(self.frames[-1])
                self.frames.pop()
                return True
            self.patience -= 1
            if self.patience < 0 and stop:
                break
            self.readers[char](self, self.position)
            self.seek = self.position
        if not stop:
            self.add_text(text[self.position :])
            self.position = len(text)
        self._flush(self.frames[-1])
        self.frames.pop()
        return False

    def _approach(self, place: int, frame: _Frame) -> bool:
        """Copy the plain text before a special character. Returns false if that character needs no reader."""
        text, position = self.text, self.position
        char = text[place]
        if char == "\n" and place - position < 2:  # its spaces belong to the previous span
            self.seek = place + 1
            return False
        if char in self.closing and place > position and text[place - 1] not in _NEVER_BEFORE_CLOSING:
            frame.pieces += text[position:place], self.closing[char]
            self.position = self.seek = place + 1
            return False
        if char in _LOOK_BACK and (char != ">" or text[place - 1] == " "):
            place = max(position, place - _LOOK_BACK[char])
        if place > position:
            frame.pieces.append(text[position:place])
            self.position = place
        return True

    def _flush(self, frame: _Frame) -> None:
        if frame.pieces:
            frame.element.children += self._texts("".join(frame.pieces))
            frame.pieces = []

    def _texts(self, text: str) -> list[Element]:
        """Split a text at GFM's line breaks: a backslash, or each line end if the option `hard_wrap` is set."""
        options = self.document.options
        end = "\n" if options.hard_wrap else "\\\n"
        if options.input != "GFM" or end not in text or self.depth or self.is_open("html_element"):
            return [_text(text)]
        first, *others = text.replace(f"{ESCAPE}{end}", end).split(end)
        elements = [_text(first)] if first else []
        for other in others:
            elements += Element("br"), _text(f"\n{other}")
        return elements

    def add(self, element: Element, end: int | None = None) -> None:
        """Add a span to the open element, and move to its end if given."""
        frame = self.frames[-1]
        self._flush(frame)
        frame.element.children.append(element)
        if end is not None:
            self.position = end

    def add_text(self, text: str) -> None:
        """Add plain text to the open element."""
        if text:
            self.frames[-1].pieces.append(text)

    def copy(self, length: int = 1) -> None:
        """Add the next characters as plain text."""
        self.add_text(self.text[self.position : self.position + length])
        self.position += length

    def add_symbol(self, name: str) -> None:
        """Add a typographic symbol to the open element."""
        options = self.document.options
        if name in options.typographic_symbols or name.endswith("_space"):
            self.add(Element("typographic_sym", name))
        else:
            self.add_text(symbol_signs(name, options))

    @property
    def has_symbols(self) -> bool:
        """Whether dashes and the like become symbols; one of GFM's quirks turns this off."""
        options = self.document.options
        return options.input != "GFM" or "no_auto_typographic" not in options.gfm_quirks

    def add_quotes(self) -> None:
        """Read the quotes at the position, or after the character there."""
        before, names, self.position = read_quotes(self.text, self.position)
        self.add_text(before)
        for name in names:
            if self.closing:
                self.add_text(QUOTES[name])
            else:
                self.add(Element("smart_quote", name))

    def read_quotes_ahead(self) -> bool:
        """Read the quotes after the next character, if there are any."""
        if self.text[self.position + 1 : self.position + 2] not in {'"', "'"}:
            return False
        self.add_quotes()
        return True

    def find(self, sign: str, start: int) -> int:
        """Find `sign` from `start` on, or return -1; a failed search is not repeated."""
        none_from = self.missing.get(sign)
        if none_from is not None and start >= none_from:
            return -1
        place = self.text.find(sign, start)
        if place < 0:
            self.missing[sign] = start
        return place

    def is_open(self, *kinds: str) -> bool:
        """Whether an element of one of the kinds is open."""
        return any(frame.element.kind in kinds for frame in self.frames)

    def may_open(self) -> bool:
        """Whether nesting and `patience` allow one more element."""
        return self.patience > 0 and len(self.frames) + self.depth < _DEEPEST

    @property
    def parent(self) -> Element:
        """The open element; its last text may be missing."""
        return self.frames[-1].element

    @property
    def previous(self) -> Element | None:
        """The span that ends here, or None after plain text; for a quote or symbol, an empty span."""
        frame = self.frames[-1]
        if frame.pieces:
            return Element("typographic_sym") if frame.pieces[-1] in _SIGNS else None
        last = frame.element.children[-1] if frame.element.children else None
        return last if last is not None and last.kind != "text" else None

    @property
    def is_empty(self) -> bool:
        """Whether the open element has no content so far."""
        return not self.frames[-1].pieces and not self.frames[-1].element.children


def _text(text: str) -> Element:
    """Make a text element; the option `escaped` lists the positions of escaped characters."""
    if ESCAPE not in text:
        return Element("text", text)
    first, *parts = text.split(ESCAPE)
    positions = list(accumulate(map(len, parts[:-1]), initial=len(first)))
    return Element("text", "".join((first, *parts)), options={"escaped": positions})

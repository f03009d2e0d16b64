"""The walk over a text of spans: from one special character to the next, with plain runs copied whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mkdocs_iroco_blog.jekyll.kramdown.document import Document, Element, Options
from mkdocs_iroco_blog.jekyll.kramdown.typography import QUOTES, read_quotes, written_symbol

SPACE = " \t\r\n\f\v"
"""What kramdown takes for white space: no-break spaces are none."""
ESCAPE = "\0"
"""Marks, in front of a character, that the author wrote a backslash there."""

# One class of characters, to be found fast; then what of them begins something.
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
_SIGNS = frozenset(
    {*QUOTES.values(), *map(written_symbol, ("mdash", "ndash", "hellip", "laquo", "raquo"), [Options()] * 5)}
)

Reader = Callable[["Scanner", int], None]
"""Reads what begins at a position, puts it into the scanner's open element, and moves the scanner behind it."""


@dataclass(slots=True, eq=False)
class _Frame:
    """An element that is still open, and the text read for it since its last child."""

    element: Element
    pieces: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Scanner:
    """One text of spans while it is read."""

    text: str
    document: Document
    readers: Mapping[str, Reader]
    """By the special character."""
    position: int = 0
    seek: int = 0
    """Where to look for the next special character: `position`, or further on."""
    depth: int = 0
    """Of the scanner in others."""
    patience: int = 0
    """Attempts to find the end of a span cost: a text in which none of very many ends is read as plain, in time."""
    frames: list[_Frame] = field(default_factory=list)
    missing: dict[str, int] = field(default_factory=dict)
    """What the text does not have any more from a position on."""
    closing: Mapping[str, str] = field(default_factory=lambda: _CLOSING)
    """Quotes that close, where they are the usual ones."""

    def __post_init__(self) -> None:
        self.patience = 2000 + 2 * len(self.text)
        if self.document.options.smart_quotes != ("lsquo", "rsquo", "ldquo", "rdquo"):
            self.closing = {}

    def read(self, element: Element, stop: str = "", stops: Callable[[int], bool] | None = None) -> bool:
        """Read spans into `element` until `stops` says so at one of the characters `stop`, or to the end.

        False if it never does: then the scanner stands anywhere before the end, and the element is of no use,
        unless the caller takes the rest.
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
            if char in stop and stops is not None and stops(self.position):
                self._close()
                return True
            self.patience -= 1
            if self.patience < 0 and stop:
                break
            self.readers[char](self, self.position)
            self.seek = self.position
        if not stop:
            self.add_text(text[self.position :])
            self.position = len(text)
        self._close()
        return False

    def _approach(self, found: int, frame: _Frame) -> bool:
        """Copy the plain run before a special character; False if nothing is left to be read there."""
        text, position = self.text, self.position
        char = text[found]
        if char == "\n" and found - position < 2:  # its spaces belong to what came before
            self.seek = found + 1
            return False
        if char in self.closing and found > position and text[found - 1] not in _NEVER_BEFORE_CLOSING:
            frame.pieces += text[position:found], self.closing[char]
            self.position = self.seek = found + 1
            return False
        if char in _LOOK_BACK and (char != ">" or text[found - 1] == " "):
            found = max(position, found - _LOOK_BACK[char])
        if found > position:
            frame.pieces.append(text[position:found])
            self.position = found
        return True

    def _close(self) -> None:
        self._flush(self.frames[-1])
        self.frames.pop()

    def _flush(self, frame: _Frame) -> None:
        if frame.pieces:
            frame.element.children += self._texts("".join(frame.pieces))
            frame.pieces = []

    def _texts(self, written: str) -> list[Element]:
        """A text, or several with breaks between: GFM's backslash, or every line's end where these count."""
        options = self.document.options
        end = "\n" if options.hard_wrap else "\\\n"
        if options.input != "GFM" or end not in written or self._in_html():
            return [_text(written)]
        first, *others = written.split(end)
        elements = [_text(first)] if first else []
        for other in others:
            elements += Element("br"), _text(f"\n{other}")
        return elements

    def _in_html(self) -> bool:
        return any(frame.element.kind == "html_element" for frame in self.frames) or self.depth > 0

    def add(self, element: Element) -> None:
        """Put a span into the open element."""
        frame = self.frames[-1]
        self._flush(frame)
        frame.element.children.append(element)

    def add_text(self, text: str) -> None:
        """Put plain text into the open element."""
        if text:
            self.frames[-1].pieces.append(text)

    def copy(self, length: int = 1) -> None:
        """Take the next characters as plain text."""
        self.add_text(self.text[self.position : self.position + length])
        self.position += length

    def add_symbol(self, name: str) -> None:
        """Put a typographic symbol into the open element."""
        custom = name in self.document.options.typographic_symbols or name.endswith("_space")
        if custom:
            self.add(Element("typographic_sym", name))
        else:
            self.add_text(written_symbol(name, self.document.options))

    @property
    def has_symbols(self) -> bool:
        """Whether dashes and the like are read: a quirk of GFM's leaves them."""
        options = self.document.options
        return options.input != "GFM" or "no_auto_typographic" not in options.gfm_quirks

    def add_quotes(self) -> None:
        """Read the quotes at the position, or after the sign there."""
        before, names, self.position = read_quotes(self.text, self.position)
        self.add_text(before)
        for name in names:
            if self.closing:
                self.add_text(QUOTES[name])
            else:
                self.add(Element("smart_quote", name))

    def at_quotes(self) -> bool:
        """Whether the position is at a quote, or one sign before."""
        return self.text[self.position + 1 : self.position + 2] in {'"', "'"}

    def find(self, sign: str, start: int) -> int:
        """Where `sign` is next, or -1; where there is none it is not looked for again."""
        none_from = self.missing.get(sign)
        if none_from is not None and start >= none_from:
            return -1
        found = self.text.find(sign, start)
        if found < 0:
            self.missing[sign] = start
        return found

    def is_open(self, *kinds: str) -> bool:
        """Whether an element of one of the kinds is being read."""
        return any(frame.element.kind in kinds for frame in self.frames)

    def may_open(self) -> bool:
        """Whether there is room for one more element within the open ones, and time to look for its end."""
        return self.patience > 0 and len(self.frames) + self.depth < _DEEPEST

    @property
    def parent(self) -> Element:
        """The open element; its last text may not be in it yet."""
        return self.frames[-1].element

    @property
    def previous(self) -> Element | None:
        """The span that ends where the position is, if it is none of plain text; quotes and symbols are empty ones."""
        frame = self.frames[-1]
        if frame.pieces:
            return Element("typographic_sym") if frame.pieces[-1] in _SIGNS else None
        last = frame.element.children[-1] if frame.element.children else None
        return last if last is not None and last.kind != "text" else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been read into the open element."""
        return not self.frames[-1].pieces and not self.frames[-1].element.children


_LOOK_BACK = {"'": 1, '"': 1, ">": 1, "\n": 2}
"""How far before the character that was found the span begins: quotes are read with the sign before."""


def _text(written: str) -> Element:
    """A text element; where the author escaped characters, with their positions."""
    if ESCAPE not in written:
        return Element("text", written)
    parts = written.split(ESCAPE)
    positions, length = [], len(parts[0])
    for part in parts[1:]:
        positions.append(length)
        length += len(part)
    return Element("text", "".join(parts), options={"escaped": positions})

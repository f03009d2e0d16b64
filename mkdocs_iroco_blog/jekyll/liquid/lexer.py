"""A template cut into text, outputs and tags, by Liquid's own rule of where each ends.

Liquid ends a tag at the first `%}`, and an output at the first `}`, whatever stands between; an output with one brace
at its end, or a tag without a name, is broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from .values import SPACE

_OPENING = re.compile(r"\{[{%]")
_TAG = re.compile(r"\{%-?\s*(#|\w+)", re.ASCII)
_RAW_END = re.compile(r"\{%-?\s*endraw\b", re.ASCII)
_LINE = re.compile(r"[^\n]+")
_LINE_TAG = re.compile(r"\s*(#|\w+)\s*", re.ASCII)


class Kind(Enum):
    """What a piece of a template is."""

    TEXT = auto()
    OUTPUT = auto()
    TAG = auto()
    BROKEN = auto()
    """An opening `{{` or `{%` that nothing, or not the right thing, closes."""
    RAW = auto()
    """The whole of a `{% raw %}` block; its `markup` is the text within."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a template."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    """A tag's name."""
    markup: str = ""
    """What stands in an output or after a tag's name; a text as it is printed, that is without the space that a
    neighbour's `-` takes."""
    trims: tuple[bool, bool] = (False, False)
    """Whether the space before and after it goes."""


def pieces(source: str) -> list[Piece]:
    """The template in pieces, in order and without gaps but for the lines of a `{% liquid %}` tag."""
    found = list(_pieces(source))
    for index, piece in enumerate(found):
        if piece.kind is Kind.TEXT:
            continue
        before, after = piece.trims
        if before and index and found[index - 1].kind is Kind.TEXT:
            found[index - 1] = replace(found[index - 1], markup=found[index - 1].markup.rstrip(SPACE))
        if after:
            _trim_after(found, index)
    return found


def _trim_after(found: list[Piece], index: int) -> None:
    if index + 1 < len(found) and found[index + 1].kind is Kind.TEXT:
        found[index + 1] = replace(found[index + 1], markup=found[index + 1].markup.lstrip(SPACE))


def _pieces(source: str) -> Iterator[Piece]:
    done, hopeless = 0, set[str]()
    while opening := _OPENING.search(source, done):
        start = opening.start()
        if start > done:
            yield Piece(Kind.TEXT, done, start, markup=source[done:start])
        piece = _output(source, start, hopeless) if opening[0] == "{{" else _tag(source, start, hopeless)
        done = piece.end
        yield from _lines(source, piece) if piece.name == "liquid" else (piece,)
    if done < len(source):
        yield Piece(Kind.TEXT, done, len(source), markup=source[done:])


def _output(source: str, start: int, hopeless: set[str]) -> Piece:
    brace = _find("}", source, start + 2, hopeless)
    if brace < 0 or source[brace + 1 : brace + 2] != "}":
        return Piece(Kind.BROKEN, start, start + 2, name="{{")
    trims = source[start + 2] == "-", source[brace - 1] == "-"
    inner = source[start + 2 + trims[0] : max(brace - trims[1], start + 2 + trims[0])]
    return Piece(Kind.OUTPUT, start, brace + 2, markup=inner, trims=trims)


def _tag(source: str, start: int, hopeless: set[str]) -> Piece:
    close = _find("%}", source, start + 2, hopeless)
    named = _TAG.match(source, start)
    if close < 0 or not named or named.end() > close:
        return Piece(Kind.BROKEN, start, start + 2, name="{%")
    trims = source[start + 2] == "-", source[close - 1] == "-"
    piece = Piece(Kind.TAG, start, close + 2, named[1], source[named.end() : close - trims[1]], trims)
    if piece.name == "raw" and not piece.markup.strip():
        return _raw(source, piece, hopeless)
    return piece


def _raw(source: str, opening: Piece, hopeless: set[str]) -> Piece:
    ending = None if "raw" in hopeless else _RAW_END.search(source, opening.end)
    close = _find("%}", source, ending.end(), hopeless) if ending else -1
    if not ending or close < 0:
        hopeless.add("raw")
        return opening
    body = source[opening.end : ending.start()]
    # The `-` of `endraw` trims nothing in Liquid 5, and that of `raw` what follows the block.
    return Piece(Kind.RAW, opening.start, close + 2, "raw", body, opening.trims)


def _find(what: str, source: str, start: int, hopeless: set[str]) -> int:
    """Where `what` stands next; what is not found once is not looked for again, or hostile text would take hours."""
    found = -1 if what in hopeless else source.find(what, start)
    if found < 0:
        hopeless.add(what)
    return found


def _lines(source: str, piece: Piece) -> Iterator[Piece]:
    """The lines of a `{% liquid %}` tag, each a tag of its own."""
    end = piece.end - 2 - piece.trims[1]
    yield Piece(Kind.TEXT, piece.start, piece.start, trims=(False, False))
    for line in _LINE.finditer(source, end - len(piece.markup), end):
        named = _LINE_TAG.match(line[0])
        if named:
            markup = line[0][named.end() :]
            yield Piece(Kind.TAG, line.start() + named.start(1), line.end(), named[1], markup)
        elif line[0].strip():
            yield Piece(Kind.BROKEN, line.start(), line.end(), name="liquid")

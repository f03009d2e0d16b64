"""Splits a template into text, outputs and tags, by Liquid's own rules for where each of them ends.

A tag ends at the first `%}` and an output at the first `}`, whatever stands between. An output that ends with a single
brace and a tag without a name are broken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from .values import SPACE

BLOCKS: Mapping[str, frozenset[str]] = {
    "if": frozenset({"elsif", "else"}),
    "unless": frozenset({"elsif", "else"}),
    "case": frozenset({"when", "else"}),
    "for": frozenset({"else"}),
    **dict.fromkeys(("tablerow", "capture", "ifchanged", "highlight", "raw", "comment", "static_href"), frozenset()),
}
"""Tags that an `end…` tag closes, each with the tags that may divide it."""
BLOCK_PARTS = frozenset[str]().union(*BLOCKS.values())
"""Tags that divide a block."""

_OPENING = re.compile(r"\{[{%]")
_TAG = re.compile(r"\{%-?\s*(#|\w+)", re.ASCII)
_RAW_END = re.compile(r"\{%-?\s*endraw\b", re.ASCII)
_LINE = re.compile(r"[^\n]+")
_LINE_TAG = re.compile(r"\s*(#|\w+)\s*", re.ASCII)


class Kind(Enum):
    """The kinds of token."""

    TEXT = auto()
    OUTPUT = auto()
    TAG = auto()
    BROKEN = auto()
    """An opening `{{` or `{%` that nothing closes, or the wrong thing."""
    RAW = auto()
    """A whole `{% raw %}` block; its `markup` is the text inside."""


class Token(NamedTuple):
    """A stretch of a template."""

    kind: Kind
    start: int
    end: int
    line: int
    """How many lines of the template stand above it."""
    name: str = ""
    """A tag's name."""
    markup: str = ""
    """The content of an output, or of a tag after its name. For text, without the white space that a neighbour's `-`
    removes."""
    trims: tuple[bool, bool] = (False, False)
    """Whether it removes the white space before and after it."""


def tokenize(source: str, line: int = 0) -> list[Token]:
    """Split a template into tokens, in order and without gaps except between the lines of a `{% liquid %}` tag."""
    tokens = list(_scan(source, line))
    for index, token in enumerate(tokens):
        if token.trims[0] and index:
            _trim(tokens, index - 1, str.rstrip)
        if token.trims[1] and index + 1 < len(tokens):
            _trim(tokens, index + 1, str.lstrip)
    return tokens


def _trim(tokens: list[Token], index: int, strip: Callable[[str, str], str]) -> None:
    if tokens[index].kind is Kind.TEXT:
        tokens[index] = tokens[index]._replace(markup=strip(tokens[index].markup, SPACE))


def match_comments(tokens: Sequence[Token]) -> dict[int, int]:
    """The index of each comment's closing tag, by that of its opening tag. Liquid ignores the tags inside."""
    opened, closed = [], {}
    for index, token in enumerate(tokens):
        if token.kind is Kind.TAG and token.name == "comment":
            opened.append(index)
        elif token.kind is Kind.TAG and token.name == "endcomment" and opened:
            closed[opened.pop()] = index
    return closed


def _scan(source: str, line: int) -> Iterator[Token]:
    position, missing = 0, set[str]()
    while opening := _OPENING.search(source, position):
        start = opening.start()
        if start > position:
            yield Token(Kind.TEXT, position, start, line, markup=source[position:start])
            line += source.count("\n", position, start)
        read = _read_output if opening[0] == "{{" else _read_tag
        token = read(source, start, line, missing)
        yield from _read_lines(source, token) if token.name == "liquid" else (token,)
        position = token.end
        line += source.count("\n", start, position)
    if position < len(source):
        yield Token(Kind.TEXT, position, len(source), line, markup=source[position:])


def _read_output(source: str, start: int, line: int, missing: set[str]) -> Token:
    brace = _find("}", source, start + 2, missing)
    if brace < 0 or source[brace + 1 : brace + 2] != "}":
        return Token(Kind.BROKEN, start, start + 2, line, name="{{")
    trims = source[start + 2] == "-", source[brace - 1] == "-"
    inner = source[start + 2 + trims[0] : max(brace - trims[1], start + 2 + trims[0])]
    return Token(Kind.OUTPUT, start, brace + 2, line, markup=inner, trims=trims)


def _read_tag(source: str, start: int, line: int, missing: set[str]) -> Token:
    close = _find("%}", source, start + 2, missing)
    opening = _TAG.match(source, start)
    if close < 0 or not opening or opening.end() > close:
        return Token(Kind.BROKEN, start, start + 2, line, name="{%")
    trims = source[start + 2] == "-", source[close - 1] == "-"
    markup = source[opening.end() : close - trims[1]]
    token = Token(Kind.TAG, start, close + 2, line, opening[1], markup, trims)
    return _read_raw(source, token, missing) if token.name == "raw" and not markup.strip() else token


def _read_raw(source: str, opening: Token, missing: set[str]) -> Token:
    ending = None if "raw" in missing else _RAW_END.search(source, opening.end)
    close = _find("%}", source, ending.end(), missing) if ending else -1
    if not ending or close < 0:
        missing.add("raw")
        return opening
    # In Liquid 5 the `-` of `endraw` trims nothing, and that of `raw` trims what follows the block.
    return opening._replace(kind=Kind.RAW, end=close + 2, markup=source[opening.end : ending.start()])


def _find(sign: str, source: str, start: int, missing: set[str]) -> int:
    """Where `sign` stands next. A sign that is missing once is not searched again, or hostile text would take hours."""
    position = -1 if sign in missing else source.find(sign, start)
    if position < 0:
        missing.add(sign)
    return position


def _read_lines(source: str, tag: Token) -> Iterator[Token]:
    """Read each line of a `{% liquid %}` tag as a tag."""
    end = tag.end - 2 - tag.trims[1]
    position, line = tag.start, tag.line
    for match in _LINE.finditer(source, end - len(tag.markup), end):
        line += source.count("\n", position, match.start())
        position = match.start()
        if opening := _LINE_TAG.match(match[0]):
            start = position + opening.start(1)
            yield Token(Kind.TAG, start, match.end(), line, opening[1], match[0][opening.end() :])
        elif match[0].strip():
            yield Token(Kind.BROKEN, position, match.end(), line, name="liquid")

"""Which tags of a template make sense: those that do are parsed, the others stay in the page as they are written.

Liquid gives up a whole file at the first tag that it does not know or that is not closed. Here the file keeps its
other tags, and the author gets a sentence for each that fails.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from liquid import Token, TokenStream
from liquid.token import TOKEN_CONTENT, TOKEN_EXPRESSION, TOKEN_OUTPUT, TOKEN_TAG

from mkdocs_iroco_blog.core.findings import nearest

from .lexer import Kind, Piece, pieces

BLOCKS: Mapping[str, frozenset[str]] = {
    "if": frozenset({"elsif", "else"}),
    "unless": frozenset({"elsif", "else"}),
    "case": frozenset({"when", "else"}),
    "for": frozenset({"else"}),
    **dict.fromkeys(("tablerow", "capture", "ifchanged", "highlight", "raw", "comment"), frozenset()),
}
"""Tags that an `end…` closes, and the tags that may stand in them on the same level."""
PARTS = frozenset().union(*BLOCKS.values())
AS_TEXT = "To show it as it is, put it between `{% raw %}` and `{% endraw %}`."


@dataclass(frozen=True, slots=True)
class Failing:
    """A place in a template that stays as it is written, and why."""

    start: int
    lines: int
    """Lines above it in the template."""
    what: str
    remedy: str


class Pieces(TokenStream):
    """A template's tokens for python-liquid's parser, each tag's start being its `{%`."""

    def __init__(self, source: str, tags: Iterable[str]) -> None:
        plan = _Plan(source, pieces(source), frozenset(tags))
        plan.match()
        self.ends = plan.ends
        """Where each tag ends, a block's with its `end…`, by where it starts."""
        self.failing = plan.failing
        super().__init__(plan.tokens())

    def written(self, token: Token) -> str:
        """The tag, output or block that begins at the token, as it is written."""
        return token.source[token.start_index : self.ends[token.start_index]]

    def leave(self, token: Token) -> None:
        """Go to the last token of the tag or block that begins at `token`."""
        end = self.ends[token.start_index]
        while 0 <= self.current.start_index < end:
            next(self)
        self.pos -= 1

    def fails(self, token: Token, what: str, remedy: str) -> None:
        """Keep a sentence for the author about the tag at the token."""
        self.failing.append(Failing(token.start_index, token.source.count("\n", 0, token.start_index), what, remedy))


@dataclass(slots=True)
class _Plan:
    source: str
    pieces: list[Piece]
    tags: frozenset[str]
    ends: dict[int, int] = field(default_factory=dict)
    failing: list[Failing] = field(default_factory=list)
    as_text: set[int] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    """Sentences for the author, each of which is said once."""
    opened: Counter[str] = field(default_factory=Counter)
    """How many blocks are open, by name."""
    unknown: Counter[str] = field(default_factory=Counter)
    """How many tags that nobody knows came by, and may be blocks."""

    def match(self) -> None:
        """Find each block's end, and what has none."""
        comments = self._comments()
        waiting: list[int] = []
        skipped = -1
        for index, piece in enumerate(self.pieces):
            if index < skipped:
                continue
            self.ends[piece.start] = piece.end
            if index in comments:
                skipped = comments[index] + 1
                self.ends[piece.start] = self.pieces[comments[index]].end
            elif piece.kind is Kind.BROKEN:
                self._broken(index, piece)
            elif piece.kind is Kind.TAG:
                self._tag(index, piece.name, waiting)
        for index in waiting:
            self._unclosed(index)
        self.failing.sort(key=lambda failing: failing.start)

    def _comments(self) -> dict[int, int]:
        """From each comment to its end; what stands in one is not looked at."""
        opened, closed = [], {}
        for index, piece in enumerate(self.pieces):
            if piece.kind is Kind.TAG and piece.name == "comment":
                opened.append(index)
            elif piece.kind is Kind.TAG and piece.name == "endcomment" and opened:
                closed[opened.pop()] = index
        return closed

    def _tag(self, index: int, name: str, waiting: list[int]) -> None:
        if name in {"comment", "raw"}:
            self._unclosed(index)
        elif name in BLOCKS:
            waiting.append(index)
            self.opened[name] += 1
        elif name in PARTS:
            if not any(self.opened[block] for block, parts in BLOCKS.items() if name in parts):
                self._stray(index)
        elif name.removeprefix("end") in BLOCKS:
            self._close(index, name.removeprefix("end"), waiting)
        elif name not in self.tags:
            self._unknown(index, name)

    def _broken(self, index: int, piece: Piece) -> None:
        line = self.source[piece.start : piece.start + 80].partition("\n")[0]
        fault = "is a line of `liquid` that names no tag"
        if piece.name == "{{":
            before, brace, _ = line.partition("}")
            line, fault = before + brace, "begins an output that no `}}` ends"
        elif piece.name == "{%":
            fault = "begins a tag that has no name, or that no `%}` ends"
        self._fails(index, f"`{brief(line)}` {fault}.", f"Mend it. {AS_TEXT}")

    def _close(self, index: int, name: str, waiting: list[int]) -> None:
        if not self.opened[name]:
            if self.unknown[name]:
                self.unknown[name] -= 1
                self.as_text.add(index)
            else:
                self._stray(index)
            return
        while self.pieces[opened := waiting.pop()].name != name:
            self._unclosed(opened)
            self.opened[self.pieces[opened].name] -= 1
        self.opened[name] -= 1
        self.ends[self.pieces[opened].start] = self.pieces[index].end

    def _unclosed(self, index: int) -> None:
        name, markup = self.pieces[index].name, self.pieces[index].markup.strip()
        if name == "raw" and markup:
            self.unknown[name] += 1
            self._fails(index, f"`{self._written(index)}` has `{markup}` in it.", "Write it as `{% raw %}`.")
            return
        what = f"`{self._written(index)}` is not closed."
        self._fails(index, what, f"Write `{{% end{name} %}}` where it ends. {AS_TEXT}")

    def _stray(self, index: int) -> None:
        name = self.pieces[index].name
        if name in PARTS:
            homes = " or ".join(f"`{{% {block} %}}`" for block, parts in BLOCKS.items() if name in parts)
            self._fails(index, f"`{self._written(index)}` stands outside of {homes}.", f"Take it away. {AS_TEXT}")
        else:
            opening = f"{{% {name.removeprefix('end')} … %}}"
            self._fails(index, f"`{self._written(index)}` closes nothing.", f"Write `{opening}` before it. {AS_TEXT}")

    def _unknown(self, index: int, name: str) -> None:
        block = name.removeprefix("end")
        if name != block and self.unknown[block]:
            self.unknown[block] -= 1
            self.as_text.add(index)
            return
        self.unknown[name] += 1
        meant = nearest(name, self.tags | BLOCKS.keys() | PARTS)
        remedy = f"Did you mean `{meant}`? " if meant else "If a plugin of Jekyll's gives it, write what it gives. "
        self._fails(index, f"`{self._written(index)}` is not a tag that is known here.", remedy + AS_TEXT)

    def _fails(self, index: int, what: str, remedy: str) -> None:
        self.as_text.add(index)
        if what in self.said:
            return
        self.said.add(what)
        start = self.pieces[index].start
        self.failing.append(Failing(start, self.source.count("\n", 0, start), what, remedy))

    def _written(self, index: int) -> str:
        return brief(self.source[self.pieces[index].start : self.pieces[index].end])

    def tokens(self) -> Iterator[Token]:
        """The tokens that python-liquid's parser understands."""
        shown = 0
        for index, piece in enumerate(self.pieces):
            if piece.start < shown:
                continue
            if index in self.as_text:
                yield Token(TOKEN_CONTENT, self.source[piece.start : piece.end], piece.start, self.source)
            elif piece.kind in {Kind.TEXT, Kind.RAW}:
                yield from [Token(TOKEN_CONTENT, piece.markup, piece.start, self.source)] if piece.markup else []
            elif piece.name == "comment":
                shown = self.ends[piece.start]
            else:
                kind = TOKEN_OUTPUT if piece.kind is Kind.OUTPUT else TOKEN_TAG
                yield Token(kind, piece.name, piece.start, self.source)
                yield Token(TOKEN_EXPRESSION, piece.markup, piece.start, self.source)


def brief(written: str) -> str:
    """A tag for a sentence: on one line, and no longer than one."""
    line = " ".join(written.split())
    return line if len(line) <= 60 else f"{line[:57]}…"

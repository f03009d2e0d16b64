"""Decides which tags of a template make sense. Those are parsed; the others stay in the page as they are.

Liquid rejects a whole file at the first tag that is unknown or not closed. Here the file keeps its other tags, and
the author gets a message for each that fails.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from mkdocs_iroco_blog.core.findings import nearest

from .lexer import BLOCK_PARTS, BLOCKS, Kind, Token, match_comments

AS_TEXT = "To show it as it is, put it between `{% raw %}` and `{% endraw %}`."


@dataclass(frozen=True, slots=True)
class Failure:
    """A place in a template that fails, and why."""

    start: int
    line: int
    """How many lines of the template stand above it."""
    what: str
    hint: str
    rendered: bool = False
    """The tag is rendered all the same."""
    cause: tuple[str, ...] | None = None
    """Failures with the same cause are one message."""


@dataclass(slots=True)
class BlockMatcher:
    """Matches the opening and closing tags of a template, and finds the tags that make no sense."""

    source: str
    tokens: list[Token]
    tags: AbstractSet[str]
    """The names of tags that can be parsed."""
    ends: dict[int, int] = field(default_factory=dict)
    """Where each token ends, a block with its `end…` tag, by where it starts."""
    failures: list[Failure] = field(default_factory=list)
    _as_text: set[int] = field(default_factory=set)
    _messages: set[str] = field(default_factory=set)
    """Each message is given once."""
    _open: Counter[str] = field(default_factory=Counter)
    """How many blocks are open, by name."""
    _unknown: Counter[str] = field(default_factory=Counter)
    """How many unknown tags came by that may be blocks, by name."""

    def match(self) -> list[Token]:
        """Match all tags; returns the tokens to parse, with what makes no sense turned into text."""
        comments = match_comments(self.tokens)
        waiting: list[int] = []
        resume = 0
        for index, token in enumerate(self.tokens):
            if index < resume:
                continue
            self.ends[token.start] = token.end
            if index in comments:
                resume = comments[index] + 1
                self.ends[token.start] = self.tokens[comments[index]].end
            elif token.kind is Kind.BROKEN:
                self._fail_broken(index)
            elif token.kind is Kind.TAG:
                self._match_tag(index, token.name, waiting)
        for index in waiting:
            self._fail_unclosed(index)
        self.failures.sort(key=lambda failure: failure.start)
        return list(self._parsable())

    def _match_tag(self, index: int, name: str, waiting: list[int]) -> None:
        if name in {"comment", "raw"}:
            self._fail_unclosed(index)
        elif name in BLOCKS:
            waiting.append(index)
            self._open[name] += 1
        elif name in BLOCK_PARTS:
            if not any(self._open[block] for block, parts in BLOCKS.items() if name in parts):
                self._fail_stray(index)
        elif name.removeprefix("end") in BLOCKS:
            self._close(index, name.removeprefix("end"), waiting)
        elif name not in self.tags:
            self._fail_unknown(index, name)

    def _close(self, index: int, name: str, waiting: list[int]) -> None:
        if not self._open[name]:
            if self._unknown[name]:
                self._unknown[name] -= 1
                self._as_text.add(index)
            else:
                self._fail_stray(index)
            return
        while self.tokens[opened := waiting.pop()].name != name:
            self._fail_unclosed(opened)
            self._open[self.tokens[opened].name] -= 1
        self._open[name] -= 1
        self.ends[self.tokens[opened].start] = self.tokens[index].end

    def _fail_broken(self, index: int) -> None:
        token = self.tokens[index]
        line = self.source[token.start : token.start + 80].partition("\n")[0]
        fault = "is a line of `liquid` without a tag"
        if token.name == "{{":
            before, brace, _ = line.partition("}")
            line, fault = before + brace, "begins an output that no `}}` ends"
        elif token.name == "{%":
            fault = "begins a tag without a name, or one that no `%}` ends"
        self._fail(index, f"`{shorten(line)}` {fault}.", f"Correct it. {AS_TEXT}")

    def _fail_unclosed(self, index: int) -> None:
        name, markup = self.tokens[index].name, self.tokens[index].markup.strip()
        if name == "raw" and markup:
            self._unknown[name] += 1
            self._fail(index, f"`{self._quote(index)}` has `{markup}` in it.", "Write it as `{% raw %}`.")
            return
        what = f"`{self._quote(index)}` is not closed."
        self._fail(index, what, f"Write `{{% end{name} %}}` where it ends. {AS_TEXT}")

    def _fail_stray(self, index: int) -> None:
        name = self.tokens[index].name
        if name in BLOCK_PARTS:
            homes = " or ".join(f"`{{% {block} %}}`" for block, parts in BLOCKS.items() if name in parts)
            self._fail(index, f"`{self._quote(index)}` is not inside {homes}.", f"Remove it. {AS_TEXT}")
        else:
            opening = f"{{% {name.removeprefix('end')} … %}}"
            self._fail(index, f"`{self._quote(index)}` closes nothing.", f"Write `{opening}` before it. {AS_TEXT}")

    def _fail_unknown(self, index: int, name: str) -> None:
        block = name.removeprefix("end")
        if name != block and self._unknown[block]:
            self._unknown[block] -= 1
            self._as_text.add(index)
            return
        self._unknown[name] += 1
        meant = nearest(name, self.tags | BLOCKS.keys() | BLOCK_PARTS)
        hint = f"Did you mean `{meant}`? " if meant else "If a Jekyll plugin provides it, write its output instead. "
        self._fail(index, f"`{self._quote(index)}` is not a known tag.", hint + AS_TEXT, cause=("tag", name))

    def _fail(self, index: int, what: str, hint: str, *, cause: tuple[str, ...] | None = None) -> None:
        self._as_text.add(index)
        if what not in self._messages:
            self._messages.add(what)
            self.failures.append(Failure(self.tokens[index].start, self.tokens[index].line, what, hint, cause=cause))

    def _quote(self, index: int) -> str:
        return shorten(self.source[self.tokens[index].start : self.tokens[index].end])

    def _parsable(self) -> Iterator[Token]:
        resume = 0
        for index, token in enumerate(self.tokens):
            if token.start < resume:
                continue
            if index in self._as_text:
                yield Token(Kind.TEXT, token.start, token.end, token.line, markup=self.source[token.start : token.end])
            elif token.kind in {Kind.TEXT, Kind.RAW}:
                if token.markup:
                    yield Token(Kind.TEXT, token.start, token.end, token.line, markup=token.markup)
            elif token.name == "comment":
                resume = self.ends[token.start]
            else:
                yield token


def shorten(source: str) -> str:
    """A tag for a message: on one line of at most 60 characters."""
    line = " ".join(source.split())
    return line if len(line) <= 60 else f"{line[:57]}…"

"""Reads the markup of a tag strictly, word by word and sign by sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .errors import AuthorError

_MOST_NESTED = 20
"""The most brackets inside each other."""
_TOKENS = re.compile(
    r"""\s*(?:(?P<comparison>==|!=|<>|<=?|>=?|contains(?=\s))|(?P<string>'[^']*'|"[^"]*")|(?P<number>-?\d+(?:\.\d+)?)"""
    r"""|(?P<id>[a-zA-Z_][\w-]*\??)|(?P<dots>\.\.)|(?P<sign>[|.:,\[\]()?-])|(?P<end>\Z)|(?P<other>.))""",
    re.ASCII | re.DOTALL,
)


class MarkupReader:
    """The words and signs of some markup. Reading raises an `AuthorError` at the first that is not allowed."""

    def __init__(self, markup: str) -> None:
        self._tokens = list(_scan(markup))
        self._position = 0

    def take(self, kind: str, *texts: str) -> str | None:
        """Take the next token, if it is of that kind and one of the texts."""
        next_kind, text = self._tokens[self._position]
        if next_kind != kind or (texts and text not in texts):
            return None
        self._position += 1
        return text

    def require(self, kind: str, *texts: str) -> str:
        """Take the next token; raises if it is of another kind or text."""
        text = self.take(kind, *texts)
        if text is None:
            wrong = self._tokens[self._position][1]
            what = f"`{wrong}` is not expected in the expression." if wrong else "The expression is not complete."
            raise AuthorError(what, 'Write one such as `item.title == "About"`.')
        return text

    def take_value(self, depth: int = 0) -> str:
        """Take the markup of a value."""
        if depth > _MOST_NESTED:
            raise AuthorError("It has too many nested brackets.")
        if (literal := self.take("string") or self.take("number")) is not None:
            return literal
        if self.take("sign", "("):
            start, _ = self.take_value(depth + 1), self.require("dots")
            stop, _ = self.take_value(depth + 1), self.require("sign", ")")
            return f"({start}..{stop})"
        if self.take("sign", "["):
            return self._take_key(depth) + self._take_steps(depth)
        return self.require("id") + self._take_steps(depth)

    def take_argument(self) -> str:
        """Take the markup of a filter's argument: a value, perhaps with a name and a colon before it."""
        ahead = self._tokens[self._position : self._position + 2]
        if len(ahead) == 2 and ahead[0][0] == "id" and ahead[1] == ("sign", ":"):
            return f"{self.require('id')}{self.require('sign')} {self.take_value()}"
        return self.take_value()

    def _take_steps(self, depth: int) -> str:
        steps = []
        while sign := self.take("sign", "[", "."):
            steps.append(self._take_key(depth) if sign == "[" else f".{self.require('id')}")
        return "".join(steps)

    def _take_key(self, depth: int) -> str:
        return f"[{self.take_value(depth + 1)}{self.require('sign', ']')}"


def _scan(markup: str) -> Iterator[tuple[str, str]]:
    for match in _TOKENS.finditer(markup):
        kind = match.lastgroup or "other"
        yield kind, match[kind]
        if kind == "end":
            return

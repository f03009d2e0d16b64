"""The text that nodes write to."""

from __future__ import annotations

from .errors import LimitError

MOST_OUTPUT = 20_000_000
"""The most bytes of a rendered page."""


class Output:
    """A text that grows, up to a limit."""

    __slots__ = ("_limit", "_parts", "_size")

    def __init__(self, limit: int) -> None:
        self._limit, self._size = limit, 0
        self._parts: list[str] = []

    def write(self, text: str) -> None:
        """Append text; raises if the whole gets too long."""
        self._size += len(text) if text.isascii() else len(text.encode())
        if self._size > self._limit:
            raise LimitError("the page gets too large", "Write less.")
        self._parts.append(text)

    def mark(self) -> int:
        """The current end of the text, for `rewind`."""
        return len(self._parts)

    def rewind(self, mark: int) -> None:
        """Drop the text after a mark."""
        del self._parts[mark:]

    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def branch(self) -> Output:
        """An empty output for a part of the text, with what is left of the limit."""
        return Output(MOST_OUTPUT - self._size)


class NullOutput(Output):
    """Drops what is written."""

    __slots__ = ()

    def write(self, text: str) -> None:
        """Drop the text."""


NULL_OUTPUT = NullOutput(MOST_OUTPUT)

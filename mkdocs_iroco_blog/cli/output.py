"""The output of all commands: tables, JSON, colours, and a progress bar."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from time import monotonic
from typing import Any, TypeVar
from unicodedata import combining, east_asian_width

import click

from mkdocs_iroco_blog.core.findings import printable

T = TypeVar("T")
# JSON escapes the other ones itself.
_ACTING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
PATIENCE = 2.0
"""Seconds of work after which a progress bar appears."""


def print_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table in columns, below a line of headings. Print nothing if there are no rows.

    Values may come from strangers' files, so characters that would act on the terminal are escaped.
    """
    cells = [[printable(str(value)) for value in row] for row in rows]
    lines = [list(headings), *cells] if cells else []
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    for number, line in enumerate(lines):
        padded = (text + " " * (width - _width(text)) for text, width in zip(line, widths, strict=True))
        text = "  ".join(padded).rstrip()
        click.echo(text if number else click.style(text, bold=True))


def print_json(value: object) -> None:
    """Print a value as JSON, with sorted keys. Characters that would act on the terminal are escaped."""
    click.echo(json_text(value))


def json_text(value: object) -> str:
    """Return a value as JSON, in the same way."""
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)
    return _ACTING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def print_text(text: str, *, colour: str | None = None, bold: bool = False) -> None:
    """Print a line, coloured if the output is a terminal and `NO_COLOR` is not set."""
    click.echo(click.style(printable(text), fg=colour, bold=bold or None))


class ProgressBar:
    """A progress bar on stderr. It appears on a terminal only, and if the work takes longer than `patience` seconds."""

    def __init__(self, length: int, label: str, patience: float = PATIENCE) -> None:
        self._length, self._label, self._patience = length, label, patience
        self._start, self._done = monotonic(), 0
        self._stack = ExitStack()
        self._bar: Any = None

    def advance(self) -> None:
        """Count one step of the work."""
        self._done += 1
        if self._bar is not None:
            self._bar.update(1)
        elif sys.stderr.isatty() and monotonic() - self._start > self._patience:
            bar = click.progressbar(length=self._length, label=self._label, file=sys.stderr)
            self._bar = self._stack.enter_context(bar)
            self._bar.update(self._done)

    def close(self) -> None:
        """End the line of the bar, if it has appeared."""
        self._stack.close()


def show_progress(items: Collection[T], label: str, patience: float = PATIENCE) -> Iterator[T]:
    """Yield the items, and show a progress bar as they are worked on."""
    with closing(ProgressBar(len(items), label, patience)) as bar:
        for item in items:
            yield item
            bar.advance()


def _width(text: str) -> int:
    """Return the columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)

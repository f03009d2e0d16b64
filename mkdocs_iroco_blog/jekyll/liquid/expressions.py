"""Parses values, paths and filters as Liquid does: strictly or, if that fails, leniently.

Lenient parsing is Liquid 2's, for which most of the web's templates were written: it ignores what makes no sense.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .context import Context
from .errors import AuthorError
from .markup_reader import MarkupReader
from .values import is_list, require_integer, to_integer

QUOTED = r""""[^"]*"|'[^']*'"""
FRAGMENTS = rf"""(?:[^\s,|'"]|{QUOTED})++"""
"""A run of values in lenient markup: no space, comma, pipe or quote, except in quotes."""
FRAGMENT = rf"""(?:{QUOTED}|{FRAGMENTS})"""
"""A value in lenient markup."""
ATTRIBUTES = re.compile(rf"(\w[\w-]*+)\s*+:\s*+({FRAGMENT})", re.ASCII)
"""Options such as `limit:3`."""
_WORDS: Mapping[str, object] = {"": None, "nil": None, "null": None, "true": True, "false": False}

_LOOKUP = re.compile(r"\[[^\]]+\]|[\w-]++\??", re.ASCII)
_INTEGER = re.compile(r"-?\d+", re.ASCII)
_FLOAT = re.compile(r"(-?\d+(?:\.\d+)?)[\d.]*", re.ASCII)
_RANGE = re.compile(r"\(\s*(\S+?)\s*\.\.\s*(\S+)\s*\)")
_FIRST = re.compile(FRAGMENT)
_FILTER = re.compile(rf"(?:\s|{FRAGMENT}|,)++")
_ARGUMENT = re.compile(rf"[:,]\s*+((?:\w+\s*+:\s*+)?+{FRAGMENT})", re.ASCII)
_NAMED = re.compile(rf"(\w[\w-]*+)\s*+:\s*+({FRAGMENT})\Z", re.ASCII)
_WORD = re.compile(r"\w+", re.ASCII)


class Expression(ABC):
    """A part of a tag that has a value."""

    @abstractmethod
    def evaluate(self, context: Context) -> object:
        """Compute the value."""


class Literal(Expression):
    """A value that is written in the template."""

    def __init__(self, value: object) -> None:
        self.value = value

    def evaluate(self, context: Context) -> object:  # noqa: ARG002  # an expression's signature
        """Return the value."""
        return self.value


class Path(Expression):
    """A path of names, keys and numbers: `site.posts[0].title`; a key may be a path itself."""

    def __init__(self, steps: Sequence[object]) -> None:
        self.steps = steps
        self._computed = any(isinstance(step, Path) for step in steps)

    def evaluate(self, context: Context) -> object:
        """Look up the value; none if there is nothing at the path."""
        if not self._computed:
            return context.get(self.steps)
        return context.get([step.evaluate(context) if isinstance(step, Path) else step for step in self.steps])


class Emptiness(Expression):
    """The words `empty` and `blank`, for comparisons."""

    def __init__(self, word: str) -> None:
        self.word = word

    def evaluate(self, context: Context) -> object:  # noqa: ARG002  # an expression's signature
        """Return the word itself, which is true."""
        return self

    def matches(self, value: object) -> bool:
        """Whether a value is empty. Ruby has no `blank?` by itself, so nothing is blank."""
        return self.word == "empty" and (isinstance(value, str | Mapping) or is_list(value)) and not value


class Range(Expression):
    """A range: `(1..5)`, of numbers or of paths to numbers."""

    def __init__(self, start: Expression, stop: Expression) -> None:
        self.start, self.stop = start, stop

    def evaluate(self, context: Context) -> range:
        """Compute the range, which includes its last number."""
        lenient = isinstance(self.start, Literal) and isinstance(self.stop, Literal)
        start, stop = (_to_end(side.evaluate(context), lenient=lenient) for side in (self.start, self.stop))
        return range(start, stop + 1)


def _to_end(value: object, *, lenient: bool) -> int:
    return to_integer(value) if lenient or value is None or isinstance(value, str) else require_integer(value)


class FilterCall(NamedTuple):
    """A filter with its arguments."""

    name: str
    args: tuple[Expression, ...]
    options: Mapping[str, Expression]


class FilteredValue(Expression):
    """A value and the filters that it goes through."""

    def __init__(self, value: Expression, filters: tuple[FilterCall, ...] = ()) -> None:
        self.value, self.filters = value, filters

    def evaluate(self, context: Context) -> object:
        """Pass the value through the filters."""
        value = self.value.evaluate(context)
        for call in self.filters:
            args = [arg.evaluate(context) for arg in call.args]
            if call.options:
                args.append({name: arg.evaluate(context) for name, arg in call.options.items()})
            # Like Liquid, leave the value as it is if there is no such filter.
            if call.name in context.filters:
                value = context.filters[call.name](context, value, *args)
        return value


def parse_value(markup: str) -> Expression:
    """Parse a single value: text in quotes, a number, a range, a word such as `nil`, or a path."""
    markup = markup.strip()
    if markup in {"blank", "empty"}:
        return Emptiness(markup)
    if len(markup) > 1 and markup[0] == markup[-1] and markup[0] in "'\"":
        return Literal(markup[1:-1])
    if _INTEGER.fullmatch(markup):
        return Literal(to_integer(markup))
    if match := _RANGE.fullmatch(markup):
        return Range(parse_value(match[1]), parse_value(match[2]))
    if match := _FLOAT.fullmatch(markup):
        return Literal(float(match[1]))
    return Literal(_WORDS[markup]) if markup in _WORDS else _parse_path(markup)


def _parse_path(markup: str) -> Expression:
    steps = [_parse_step(step) for step in _LOOKUP.findall(markup)]
    return Path(steps) if steps else Literal(None)


def _parse_step(step: str) -> object:
    if not step.startswith("["):
        return step
    inner = parse_value(step[1:-1])
    return inner.value if isinstance(inner, Literal) else inner


def parse_filtered_value(markup: str) -> FilteredValue:
    """Parse a value with filters: `page.title | default: site.title | escape`."""
    try:
        return _parse_strictly(MarkupReader(markup))
    except AuthorError:
        return _parse_leniently(markup)


def _parse_strictly(reader: MarkupReader) -> FilteredValue:
    if reader.take("end") is not None:
        return FilteredValue(Literal(None))
    value, filters = parse_value(reader.take_value()), []
    while reader.take("sign", "|"):
        name, args = reader.require("id"), []
        if reader.take("sign", ":"):
            args.append(reader.take_argument())
            while reader.take("sign", ","):
                args.append(reader.take_argument())
        filters.append(_filter_call(name, args))
    reader.require("end")
    return FilteredValue(value, tuple(filters))


def _parse_leniently(markup: str) -> FilteredValue:
    value = _FIRST.search(markup)
    if not value:
        return FilteredValue(Literal(None))
    _, _, rest = markup[value.end() :].partition("|")
    named = ((_WORD.search(part), part) for part in _FILTER.findall(rest))
    filters = tuple(_filter_call(name[0], _ARGUMENT.findall(part)) for name, part in named if name)
    return FilteredValue(parse_value(value[0]), filters)


def _filter_call(name: str, arguments: list[str]) -> FilterCall:
    options = {match[1]: parse_value(match[2]) for arg in arguments if (match := _NAMED.match(arg))}
    args = tuple(parse_value(arg) for arg in arguments if not _NAMED.match(arg))
    return FilterCall(name, args, options)

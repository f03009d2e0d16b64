"""Values, paths and filters of a template, parsed as Liquid does: strictly, and what fails so, leniently.

The lenient way is Liquid 2's, in which most of the web's templates are written: what makes no sense is left out, and
the rest counts.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .context import Context
from .errors import AuthorError
from .values import counted, integer, is_list

QUOTED = r""""[^"]*"|'[^']*'"""
FRAGMENTS = rf"""(?:[^\s,|'"]|{QUOTED})++"""
"""Values side by side in a lenient template: no space, comma, pipe or quote, unless in quotes."""
FRAGMENT = rf"""(?:{QUOTED}|{FRAGMENTS})"""
"""One of them."""
ATTRIBUTES = re.compile(rf"(\w[\w-]*+)\s*+:\s*+({FRAGMENT})", re.ASCII)
"""Options such as `limit:3`."""
WORDS: Mapping[str, object] = {"": None, "nil": None, "null": None, "true": True, "false": False}

_LOOKUP = re.compile(r"\[[^\]]+\]|[\w-]++\??", re.ASCII)
_INTEGER = re.compile(r"-?\d+", re.ASCII)
_FLOAT = re.compile(r"(-?\d+(?:\.\d+)?)[\d.]*", re.ASCII)
_RANGE = re.compile(r"\(\s*(\S+?)\s*\.\.\s*(\S+)\s*\)")
_TOKENS = re.compile(
    r"""\s*(?:(?P<comparison>==|!=|<>|<=?|>=?|contains(?=\s))|(?P<string>'[^']*'|"[^"]*")|(?P<number>-?\d+(?:\.\d+)?)"""
    r"""|(?P<id>[a-zA-Z_][\w-]*\??)|(?P<dots>\.\.)|(?P<sign>[|.:,\[\]()?-])|(?P<end>\Z)|(?P<other>.))""",
    re.ASCII | re.DOTALL,
)
_FIRST = re.compile(FRAGMENT)
_FILTER = re.compile(rf"(?:\s|{FRAGMENT}|,)++")
_ARGUMENT = re.compile(rf"[:,]\s*+((?:\w+\s*+:\s*+)?+{FRAGMENT})", re.ASCII)
_NAMED = re.compile(rf"(\w[\w-]*+)\s*+:\s*+({FRAGMENT})\Z", re.ASCII)
_WORD = re.compile(r"\w+", re.ASCII)


class Expression(ABC):
    """Something in a tag that has a value."""

    @abstractmethod
    def evaluate(self, context: Context) -> object:
        """The value."""


class Literal(Expression):
    """A value that stands in the template itself."""

    def __init__(self, value: object) -> None:
        self.value = value

    def evaluate(self, context: Context) -> object:  # noqa: ARG002  # an expression's signature
        """The value."""
        return self.value


class Path(Expression):
    """A path of names, keys and numbers: `site.posts[0].title`; a key may be a path itself."""

    def __init__(self, steps: Sequence[object]) -> None:
        self.steps = steps
        self._computed = any(isinstance(step, Path) for step in steps)

    def evaluate(self, context: Context) -> object:
        """The value at the path; none where there is nothing."""
        if not self._computed:
            return context.get(self.steps)
        return context.get([step.evaluate(context) if isinstance(step, Path) else step for step in self.steps])


class Emptiness(Expression):
    """The words `empty` and `blank`, for comparisons."""

    def __init__(self, word: str) -> None:
        self.word = word

    def evaluate(self, context: Context) -> object:  # noqa: ARG002  # an expression's signature
        """Itself, which is true."""
        return self

    def matches(self, value: object) -> bool:
        """Whether a value is empty. Ruby has no `blank?` by itself, so nothing is blank."""
        return self.word == "empty" and (isinstance(value, str | Mapping) or is_list(value)) and not value


class Range(Expression):
    """A range: `(1..5)`, of numbers or of paths to numbers."""

    def __init__(self, start: Expression, stop: Expression) -> None:
        self.start, self.stop = start, stop

    def evaluate(self, context: Context) -> range:
        """The range, its last number in it."""
        ends = (self.start.evaluate(context), self.stop.evaluate(context))
        fixed = isinstance(self.start, Literal) and isinstance(self.stop, Literal)
        start, stop = (integer(end) if fixed or end is None or isinstance(end, str) else counted(end) for end in ends)
        return range(start, stop + 1)


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
        """What comes out of the last filter."""
        value = self.value.evaluate(context)
        for call in self.filters:
            args = [arg.evaluate(context) for arg in call.args]
            if call.options:
                args.append({name: arg.evaluate(context) for name, arg in call.options.items()})
            # Like Liquid, leave the value as it is where there is no such filter.
            if call.name in context.filters:
                value = context.filters[call.name](context, value, *args)
        return value


def parse_value(markup: str) -> Expression:
    """A single value: text in quotes, a number, a range, a word such as `nil`, or a path."""
    markup = markup.strip()
    if markup in {"blank", "empty"}:
        return Emptiness(markup)
    if len(markup) > 1 and markup[0] == markup[-1] and markup[0] in "'\"":
        return Literal(markup[1:-1])
    if _INTEGER.fullmatch(markup):
        return Literal(integer(markup))
    if span := _RANGE.fullmatch(markup):
        return Range(parse_value(span[1]), parse_value(span[2]))
    if found := _FLOAT.fullmatch(markup):
        return Literal(float(found[1]))
    return Literal(WORDS[markup]) if markup in WORDS else _path(markup)


def _path(markup: str) -> Expression:
    steps: list[object] = [_step(step) for step in _LOOKUP.findall(markup)]
    if not steps:
        return Literal(None)
    return Path(steps)


def _step(step: str) -> object:
    if not step.startswith("["):
        return step
    inner = parse_value(step[1:-1])
    return inner.value if isinstance(inner, Literal) else inner


def parse_filtered_value(markup: str) -> FilteredValue:
    """A value with filters: `page.title | default: site.title | escape`."""
    try:
        return _strict(Reader(markup))
    except AuthorError:
        return _lenient(markup)


class Reader:
    """The words and signs of an expression, read strictly: a `AuthorError` at the first that does not fit."""

    def __init__(self, markup: str) -> None:
        self.tokens = list(_scanned(markup))
        self.at = 0

    def take(self, kind: str, *texts: str) -> str | None:
        """The next token, if it is of that kind and one of the texts."""
        found, text = self.tokens[self.at]
        if found != kind or (texts and text not in texts):
            return None
        self.at += 1
        return text

    def need(self, kind: str, *texts: str) -> str:
        """The next token; a `AuthorError` if it is another than needed."""
        taken = self.take(kind, *texts)
        if taken is None:
            found = self.tokens[self.at][1]
            what = f"`{found}` is not expected in the expression." if found else "The expression is not complete."
            raise AuthorError(what, 'Write one such as `item.title == "About"`.')
        return taken

    def value(self, depth: int = 0) -> str:
        """The markup of the next value."""
        if depth > 20:
            raise AuthorError("The brackets go too deep.")
        if (simple := self.take("string") or self.take("number")) is not None:
            return simple
        if self.take("sign", "("):
            start, _, stop, _ = self.value(depth + 1), self.need("dots"), self.value(depth + 1), self.need("sign", ")")
            return f"({start}..{stop})"
        if self.take("sign", "["):
            return f"[{self.value(depth + 1)}{self.need('sign', ']')}{self._steps(depth)}"
        return self.need("id") + self._steps(depth)

    def _steps(self, depth: int) -> str:
        steps = []
        while sign := self.take("sign", "[", "."):
            if sign == "[":
                steps.append(f"[{self.value(depth + 1)}{self.need('sign', ']')}")
            else:
                steps.append(f".{self.need('id')}")
        return "".join(steps)


def _scanned(markup: str) -> Iterator[tuple[str, str]]:
    for found in _TOKENS.finditer(markup):
        kind = found.lastgroup or "other"
        yield kind, found[kind]
        if kind == "end":
            return


def _strict(reader: Reader) -> FilteredValue:
    if reader.take("end") is not None:
        return FilteredValue(Literal(None))
    value, filters = parse_value(reader.value()), []
    while reader.take("sign", "|"):
        name, args = reader.need("id"), []
        if reader.take("sign", ":"):
            args.append(_argument(reader))
            while reader.take("sign", ","):
                args.append(_argument(reader))
        filters.append(_filter(name, args))
    reader.need("end")
    return FilteredValue(value, tuple(filters))


def _argument(reader: Reader) -> str:
    ahead = reader.tokens[reader.at : reader.at + 2]
    if len(ahead) == 2 and ahead[0][0] == "id" and ahead[1] == ("sign", ":"):
        return f"{reader.need('id')}{reader.need('sign')} {reader.value()}"
    return reader.value()


def _lenient(markup: str) -> FilteredValue:
    value = _FIRST.search(markup)
    if not value:
        return FilteredValue(Literal(None))
    _, _, rest = markup[value.end() :].partition("|")
    named = ((_WORD.search(part), part) for part in _FILTER.findall(rest))
    filters = tuple(_filter(name[0], _ARGUMENT.findall(part)) for name, part in named if name)
    return FilteredValue(parse_value(value[0]), filters)


def _filter(name: str, arguments: list[str]) -> FilterCall:
    named = {found[1]: parse_value(found[2]) for arg in arguments if (found := _NAMED.match(arg))}
    plain = tuple(parse_value(arg) for arg in arguments if not _NAMED.match(arg))
    return FilterCall(name, plain, named)

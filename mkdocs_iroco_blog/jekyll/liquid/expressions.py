"""Values, paths and filters of a template, parsed as Liquid does: strictly, and what fails so, leniently.

The lenient way is Liquid 2's, in which most of the web's templates are written: what makes no sense is left out, and
the rest counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from liquid import RenderContext, Token
from liquid.builtin.expressions import Literal, Path
from liquid.expression import Expression

from .values import AuthorError, counted, integer, is_list

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


class Emptiness(Expression):
    """The words `empty` and `blank`, which a value is compared with."""

    def __init__(self, token: Token, word: str) -> None:
        super().__init__(token)
        self.word = word

    def evaluate(self, context: RenderContext) -> object:  # noqa: ARG002  # an expression's signature
        """Itself: a word that is true."""
        return self

    def children(self) -> list[Expression]:
        """None."""
        return []

    def is_of(self, value: object) -> bool:
        """Whether the value is empty. Ruby knows no `blank?` by itself, so nothing is blank."""
        return self.word == "empty" and (isinstance(value, str | Mapping) or is_list(value)) and not value


class Span(Expression):
    """A range: `(1..5)`, of numbers or of what holds them."""

    def __init__(self, token: Token, start: Expression, stop: Expression) -> None:
        super().__init__(token)
        self.start, self.stop = start, stop

    def evaluate(self, context: RenderContext) -> range:
        """The range, its last number in it."""
        ends = (self.start.evaluate(context), self.stop.evaluate(context))
        fixed = isinstance(self.start, Literal) and isinstance(self.stop, Literal)
        start, stop = (integer(end) if fixed or end is None or isinstance(end, str) else counted(end) for end in ends)
        return range(start, stop + 1)

    def children(self) -> list[Expression]:
        """Its ends."""
        return [self.start, self.stop]


class Filter(NamedTuple):
    """A filter with its arguments."""

    name: str
    args: tuple[Expression, ...]
    named: Mapping[str, Expression]


class Piped(Expression):
    """A value and the filters that it goes through."""

    def __init__(self, token: Token, value: Expression, filters: tuple[Filter, ...]) -> None:
        super().__init__(token)
        self.value, self.filters = value, filters

    def evaluate(self, context: RenderContext) -> object:
        """What comes out of the last filter."""
        value = self.value.evaluate(context)
        for each in self.filters:
            args = [arg.evaluate(context) for arg in each.args]
            if each.named:
                args.append({name: arg.evaluate(context) for name, arg in each.named.items()})
            # Liquid, too, hands a value on as it is where it knows no such filter.
            if each.name in context.env.filters:
                value = context.env.filters[each.name](context, value, *args)
        return value

    def children(self) -> list[Expression]:
        """The value, and every argument."""
        return [self.value, *(arg for each in self.filters for arg in (*each.args, *each.named.values()))]


def value_of(markup: str, token: Token) -> Expression:
    """A single value: text in quotes, a number, a range, a word such as `nil`, or a path."""
    markup = markup.strip()
    if markup in {"blank", "empty"}:
        return Emptiness(token, markup)
    if len(markup) > 1 and markup[0] == markup[-1] and markup[0] in "'\"":
        return Literal(token, markup[1:-1])
    if _INTEGER.fullmatch(markup):
        return Literal(token, integer(markup))
    if span := _RANGE.fullmatch(markup):
        return Span(token, value_of(span[1], token), value_of(span[2], token))
    if found := _FLOAT.fullmatch(markup):
        return Literal(token, float(found[1]))
    return Literal(token, WORDS[markup]) if markup in WORDS else _path(markup, token)


def _path(markup: str, token: Token) -> Expression:
    steps: list[object] = [_step(step, token) for step in _LOOKUP.findall(markup)]
    if not steps:
        return Literal(token, None)
    return Path(token, cast("list[str | int | Path]", steps))


def _step(step: str, token: Token) -> object:
    if not step.startswith("["):
        return step
    inner = value_of(step[1:-1], token)
    return inner.value if isinstance(inner, Literal) else inner


def piped(markup: str, token: Token) -> Piped:
    """A value with filters: `page.title | default: site.title | escape`."""
    try:
        return _strict(Reader(markup), token)
    except AuthorError:
        return _lenient(markup, token)


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


def _strict(reader: Reader, token: Token) -> Piped:
    if reader.take("end") is not None:
        return Piped(token, Literal(token, None), ())
    value, filters = value_of(reader.value(), token), []
    while reader.take("sign", "|"):
        name, args = reader.need("id"), []
        if reader.take("sign", ":"):
            args.append(_argument(reader))
            while reader.take("sign", ","):
                args.append(_argument(reader))
        filters.append(_filter(name, args, token))
    reader.need("end")
    return Piped(token, value, tuple(filters))


def _argument(reader: Reader) -> str:
    ahead = reader.tokens[reader.at : reader.at + 2]
    if len(ahead) == 2 and ahead[0][0] == "id" and ahead[1] == ("sign", ":"):
        return f"{reader.need('id')}{reader.need('sign')} {reader.value()}"
    return reader.value()


def _lenient(markup: str, token: Token) -> Piped:
    value = _FIRST.search(markup)
    if not value:
        return Piped(token, Literal(token, None), ())
    _, _, rest = markup[value.end() :].partition("|")
    named = ((_WORD.search(part), part) for part in _FILTER.findall(rest))
    filters = tuple(_filter(name[0], _ARGUMENT.findall(part), token) for name, part in named if name)
    return Piped(token, value_of(value[0], token), filters)


def _filter(name: str, arguments: list[str], token: Token) -> Filter:
    named = {found[1]: value_of(found[2], token) for arg in arguments if (found := _NAMED.match(arg))}
    plain = tuple(value_of(arg, token) for arg in arguments if not _NAMED.match(arg))
    return Filter(name, plain, named)

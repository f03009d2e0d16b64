"""Turns values into text as Ruby does: for a page (`to_s`), in a list (`join`), for a developer (`inspect`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from .errors import LimitError
from .values import DEEPEST, MOST_ITEMS, MOST_TEXT, flatten, is_list


def to_text(value: object) -> str:
    """Turn a value into text (`to_s`): `nil` is empty, and a list has brackets."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    return inspect(value) if is_list(value) or isinstance(value, Mapping) else _scalar_text(value)


def to_output(value: object) -> str:
    """Turn a value into what `{{ value }}` prints: like `to_text`, but a list is its items."""
    return join_items(value, "") if is_list(value) else to_text(value)


def join_items(value: Sequence[Any], glue: str) -> str:
    """Join items, including those of nested lists, with `glue` between them (`join`)."""
    size, parts = 0, []
    for item in flatten(value):
        parts.append(to_text(item))
        size += len(parts[-1]) + len(glue)
        if size > MOST_TEXT:
            raise LimitError(f"a list of more than {MOST_TEXT:,} characters")
    return glue.join(parts)


def inspect(value: object) -> str:
    """Write a value as Ruby's `inspect` does: `{"a"=>1, "b"=>[nil, "c"]}`."""
    size, parts = 0, []
    for part in _inspect(value, 0):
        parts.append(part)
        size += len(part)
        if size > MOST_TEXT or len(parts) > 2 * MOST_ITEMS:
            raise LimitError(f"a value of more than {MOST_TEXT:,} characters")
    return "".join(parts)


def _inspect(value: object, depth: int) -> Iterator[str]:
    if value is None:
        yield "nil"
    elif isinstance(value, str):
        yield _quote(value)
    elif isinstance(value, Mapping):
        yield "{"
        for index, key in enumerate(() if depth > DEEPEST else value):
            yield ", " if index else ""
            yield from _inspect(key, depth + 1)
            yield "=>"
            yield from _inspect(value[key], depth + 1)
        yield "...}" if depth > DEEPEST else "}"
    elif is_list(value):
        yield "["
        for index, item in enumerate(() if depth > DEEPEST else value):
            yield ", " if index else ""
            yield from _inspect(item, depth + 1)
        yield "...]" if depth > DEEPEST else "]"
    elif isinstance(value, date) and not isinstance(value, datetime):
        yield f"#<Date: {value} (({value.toordinal() + 1_721_425}j,0s,0n),+0s,2299161j)>"
    else:
        yield _scalar_text(value)


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f", "\v": "\\v"}
_ESCAPES |= {"\b": "\\b", "\a": "\\a", "\x1b": "\\e", "#{": "\\#{", "#$": "\\#$", "#@": "\\#@"}
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]|#[{$@]')


def _quote(value: str) -> str:
    return '"' + _ESCAPED.sub(lambda match: _ESCAPES.get(match[0], f"\\x{ord(match[0][0]):02X}"), value) + '"'


def _scalar_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S} " + ("UTC" if value.tzinfo is None else f"{value:%z}")
    if isinstance(value, range):
        return f"{value.start}..{value.stop - 1}"
    return str(value) if isinstance(value, int | date | Decimal) else ""


def _float_text(value: float) -> str:
    if value != value or value in {float("inf"), float("-inf")}:  # noqa: PLR0124  # NaN is the one value unlike itself
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(value)]
    mantissa, mark, exponent = repr(value).partition("e")
    return repr(value) if not mark else mantissa + ("" if "." in mantissa else ".0") + "e" + exponent

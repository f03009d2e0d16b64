"""Finds the newest version that a range such as `>=2.0` names."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Collection, Iterator, Mapping

Number = tuple[int, ...]

_NUMBER = r"v?([0-9]{1,9}(?:\.[0-9]{1,9}){0,9})(?:\.[xX*])?"
_VERSION = re.compile(_NUMBER)
_PART = re.compile(rf"(>=|<=|==|>|<|=)?\s*{_NUMBER}(\+)?(?:\s*,\s*|\s+|$)")
_BETWEEN = re.compile(rf"{_NUMBER}(?:\s+-\s+|\s*[–—]\s*){_NUMBER}")
_COMPARISONS: Mapping[str, Callable[[Number, Number], bool]] = {
    ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt, "=": operator.eq, "==": operator.eq,
}  # fmt: skip
_Bound = tuple[Callable[[Number, Number], bool], Number]


def newest_version(text: str, versions: Collection[str]) -> str | None:
    """Return the newest of `versions` in a range, or the one of that very name. None if none is.

    A version counts to the place that the range names: `2.4.1` is in `<=2.4`, and `2` means all that begin with it.
    """
    if text in versions:
        return text
    bounds = list(_bounds(text))
    numbers = {name: _number(match[1]) for name in versions if (match := _VERSION.fullmatch(name))}
    fitting = [name for name, number in numbers.items() if bounds and all(_meets(number, bound) for bound in bounds)]
    return max(fitting, key=lambda name: (numbers[name], name), default=None)


def _bounds(text: str) -> Iterator[_Bound]:
    """Yield the bounds of a range that are to be met together; none if it is in words."""
    if match := _BETWEEN.fullmatch(text):
        yield operator.ge, _number(match[1])
        yield operator.le, _number(match[2])
        return
    parts = list(_PART.finditer(text))
    if "".join(part[0] for part in parts) == text:
        for part in parts:
            yield _COMPARISONS[part[1] or (">=" if part[3] else "=")], _number(part[2])


def _meets(number: Number, bound: _Bound) -> bool:
    compare, limit = bound
    return compare((*number, *(0,) * len(limit))[: len(limit)], limit)


def _number(text: str) -> Number:
    return tuple(map(int, text.split(".")))

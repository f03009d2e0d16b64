"""Liquid's and Jekyll's filters of numbers: whole numbers stay whole, others are counted in decimals."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError
from mkdocs_iroco_blog.jekyll.liquid.values import integer, number, plain, size

_Number = int | Decimal
_PLACES = 30
"""Decimal places that a rounded number may have."""


def divided_by(value: object, divisor: object) -> int | float:
    """A quotient: of whole numbers the whole one below."""
    left, right = number(value), _divisor(divisor)
    if isinstance(left, int) and isinstance(right, int):
        return left // right
    return plain(Decimal(left) / Decimal(right))


def modulo(value: object, divisor: object) -> int | float:
    """What a division leaves, with the divisor's sign."""
    left, right = number(value), _divisor(divisor)
    if isinstance(left, int) and isinstance(right, int):
        return left % right
    left, right = Decimal(left), Decimal(right)
    return plain(left - right * math.floor(left / right))


def _divisor(value: object) -> _Number:
    divisor = number(value)
    if not divisor:
        raise AuthorError("A number cannot be divided by 0.", "Ask with `if` whether the divisor is 0.")
    return divisor


def rounded(value: object, places: object = 0) -> int | float:
    """A number to so many decimal places, halves away from 0."""
    whole, many = number(value), int(number(places))
    if isinstance(whole, int) and many >= 0:
        return whole
    if abs(many) > _PLACES:
        return plain(whole) if many > 0 else 0
    try:
        found = Decimal(whole).quantize(Decimal(1).scaleb(-many), ROUND_HALF_UP)
    except InvalidOperation as error:
        raise AuthorError(f"{whole} cannot be rounded to {many} places.") from error
    return int(found) if many == 0 or isinstance(whole, int) else plain(found)


def to_integer(value: object) -> int:
    """The whole number at the start of a text; true is 1."""
    return integer(value)


def _sum(value: object, other: object) -> int | float:
    left, right = number(value), number(other)
    return plain(left + right)


def _product(value: object, other: object) -> int | float:
    left, right = number(value), number(other)
    return plain(left * right)


NUMBER_FILTERS: Mapping[str, Callable[..., object]] = {
    "abs": lambda value: plain(max(number(value), -number(value))),
    "at_least": lambda value, least: plain(max(number(value), number(least))),
    "at_most": lambda value, most: plain(min(number(value), number(most))),
    "ceil": lambda value: math.ceil(number(value)),
    "divided_by": divided_by,
    "floor": lambda value: math.floor(number(value)),
    "minus": lambda value, other: plain(number(value) - number(other)),
    "modulo": modulo,
    "plus": _sum,
    "round": rounded,
    "size": lambda value: size(value) or 0,
    "times": _product,
    "to_integer": to_integer,
}

"""Liquid's and Jekyll's filters of numbers. Integers stay integers; other numbers are decimals."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError
from mkdocs_iroco_blog.jekyll.liquid.values import size_of, to_integer, to_number, to_plain_number

_MOST_PLACES = 30
"""The most decimal places of a rounded number."""


def divided_by(value: object, divisor: object) -> int | float:
    """Divide two numbers; the quotient of two integers is rounded down."""
    left, right = to_number(value), _to_divisor(divisor)
    if isinstance(left, int) and isinstance(right, int):
        return left // right
    return to_plain_number(Decimal(left) / Decimal(right))


def modulo(value: object, divisor: object) -> int | float:
    """Compute the remainder of a division; it has the divisor's sign."""
    left, right = to_number(value), _to_divisor(divisor)
    if isinstance(left, int) and isinstance(right, int):
        return left % right
    left, right = Decimal(left), Decimal(right)
    return to_plain_number(left - right * math.floor(left / right))


def _to_divisor(value: object) -> int | Decimal:
    divisor = to_number(value)
    if not divisor:
        raise AuthorError("A number cannot be divided by 0.", "Check with `if` that the divisor is not 0.")
    return divisor


def round_(value: object, places: object = 0) -> int | float:
    """Round a number to so many decimal places, halves away from 0."""
    number, count = to_number(value), int(to_number(places))
    if isinstance(number, int) and count >= 0:
        return number
    if abs(count) > _MOST_PLACES:
        return to_plain_number(number) if count > 0 else 0
    try:
        rounded = Decimal(number).quantize(Decimal(1).scaleb(-count), ROUND_HALF_UP)
    except InvalidOperation as error:
        raise AuthorError(f"{number} cannot be rounded to {count} places.") from error
    return int(rounded) if count == 0 or isinstance(number, int) else to_plain_number(rounded)


NUMBER_FILTERS: Mapping[str, Callable[..., object]] = {
    "abs": lambda value: to_plain_number(max(to_number(value), -to_number(value))),
    "at_least": lambda value, least: to_plain_number(max(to_number(value), to_number(least))),
    "at_most": lambda value, most: to_plain_number(min(to_number(value), to_number(most))),
    "ceil": lambda value: math.ceil(to_number(value)),
    "divided_by": divided_by,
    "floor": lambda value: math.floor(to_number(value)),
    "minus": lambda value, other: to_plain_number(to_number(value) - to_number(other)),
    "modulo": modulo,
    "plus": lambda value, other: to_plain_number(to_number(value) + to_number(other)),
    "round": round_,
    "size": lambda value: size_of(value) or 0,
    "times": lambda value, other: to_plain_number(to_number(value) * to_number(other)),
    "to_integer": to_integer,
}

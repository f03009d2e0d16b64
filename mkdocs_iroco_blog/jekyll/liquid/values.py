"""Counts, compares and looks up values as Ruby does, because templates were written for Ruby's Liquid.

Templates see None, booleans, numbers, text, dates, ranges, sequences and mappings, and nothing else. Nothing here reads
an attribute of an object, so no template reaches one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeGuard

from .errors import AuthorError, LimitError

MOST_ITEMS = 200_000
"""The most items that a filter takes."""
MOST_TEXT = 4_000_000
"""The most characters of a printed value."""
MOST_BITS = 4_096
"""The largest size of an integer."""
DEEPEST = 40
"""The most levels of nested values that are printed. Ruby, too, shortens a value that contains itself."""

SPACE = " \t\n\v\f\r\0"
"""The characters that Ruby's `strip` removes."""

_WHOLE = re.compile(r"[ \t\n\v\f\r]*([-+]?\d+(?:_\d+)*)", re.ASCII)
_DECIMAL = re.compile(r"-?\d+\.\d+", re.ASCII)
_MISSING = object()


def is_list(value: object) -> TypeGuard[Sequence[Any]]:
    """Whether a value is what Ruby calls an array."""
    return isinstance(value, Sequence) and not isinstance(value, str | bytes | range)


def is_truthy(value: object) -> bool:
    """Whether a value is true in Ruby: anything but `nil` and `false`."""
    return value is not None and value is not False


def flatten(value: Sequence[Any], depth: int = 0) -> Iterator[Any]:
    """Yield the items of a list and of the lists in it, `MOST_ITEMS` at most."""
    for count, item in enumerate(_leaves(value, depth)):
        if count >= MOST_ITEMS:
            raise LimitError(f"a list of more than {MOST_ITEMS:,} items")
        yield item


def _leaves(value: Sequence[Any], depth: int) -> Iterator[Any]:
    for item in value:
        if is_list(item) and depth < DEEPEST:
            yield from _leaves(item, depth + 1)
        else:
            yield item


def to_flat_list(value: object) -> list[Any]:
    """Turn a value into the flat list that Liquid's list filters work on. A mapping or scalar is one item."""
    if value is None:
        return []
    if is_list(value):
        return list(flatten(value))
    if isinstance(value, range):
        return to_list(value)
    return [value]


def to_list(value: Sequence[Any] | range) -> list[Any]:
    """Turn a list or range into a list of `MOST_ITEMS` items at most."""
    if (isinstance(value, range) and value.stop - value.start > MOST_ITEMS) or not len(value) <= MOST_ITEMS:
        raise LimitError(f"a list of more than {MOST_ITEMS:,} items")
    return list(value)


def size_of(value: object) -> int | None:
    """The number of characters or items. An integer has eight, its bytes; other values have no size."""
    if isinstance(value, int) and not isinstance(value, bool):
        return 8
    return len(value) if isinstance(value, str | range | Mapping) or is_list(value) else None


def to_integer(value: object) -> int:
    """Read the integer at the start of a text, or the integer part of a number (`to_i`); 0 if there is none."""
    if isinstance(value, str):
        match = _WHOLE.match(value)
        return _checked_integer(match[1]) if match else 0
    return int(value) if isinstance(value, int | float | Decimal) else 0


def require_integer(value: object) -> int:
    """Read an argument that has to be an integer; raises an `AuthorError` if it is not."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    match = _WHOLE.fullmatch(value.rstrip(SPACE)) if isinstance(value, str) else None
    if not match:
        what = f"`{str(value)[:40]}`" if isinstance(value, str | float) else "The argument"
        raise AuthorError(f"{what} is not a whole number.", "Give a number such as 3.")
    return _checked_integer(match[1])


def to_number(value: object) -> int | Decimal:
    """Turn a value into a number for arithmetic. Text counts as far as it is a number, anything else counts 0."""
    if isinstance(value, bool):
        return 0
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, int | Decimal):
        return value
    if isinstance(value, str):
        return Decimal(value.strip(SPACE)) if _DECIMAL.fullmatch(value.strip(SPACE)) else to_integer(value)
    return 0


def to_plain_number(value: int | Decimal) -> int | float:
    """Turn the result of arithmetic into the number that templates see."""
    if isinstance(value, Decimal):
        return float(value)
    if value.bit_length() > MOST_BITS:
        raise LimitError(f"a number of more than {MOST_BITS} bits")
    return value


def _checked_integer(digits: str) -> int:
    if len(digits) > MOST_BITS // 4:
        raise LimitError(f"a number of more than {MOST_BITS} bits")
    return int(digits)


def compare(left: object, right: object) -> int | None:
    """-1, 0 or 1 if `left` comes before, with or after `right` (`<=>`); none if they have no order in Ruby."""
    pair: tuple[Any, Any] = (left, right)
    if isinstance(left, datetime) and isinstance(right, datetime):
        pair = (with_zone(left), with_zone(right))
    elif is_list(left) and is_list(right):
        steps = (compare(*items) for items in zip(left, right, strict=False))
        return next((step for step in steps if step != 0), (len(left) > len(right)) - (len(left) < len(right)))
    elif not _have_order(left, right):
        return 0 if are_equal(left, right) else None
    return int(pair[0] > pair[1]) - int(pair[0] < pair[1])


def _have_order(left: object, right: object) -> bool:
    for kind in (str, int | float | Decimal, date):
        if isinstance(left, kind) and isinstance(right, kind):
            return not any(isinstance(value, bool | datetime) for value in (left, right))
    return False


def with_zone(value: datetime) -> datetime:
    """Give a time its zone. In Ruby, YAML's times without a zone are in UTC."""
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def are_equal(left: object, right: object) -> bool:
    """Compare two values like Ruby's `==`: true is not 1, and a range is not a list."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, datetime) and isinstance(right, datetime):
        return with_zone(left) == with_zone(right)
    if is_list(left) and is_list(right):
        return len(left) == len(right) and all(map(are_equal, left, right))
    return left == right


def get_entry(value: object, key: object) -> object:
    """Look up `value.key` or `value[key]`: an entry, an item, or `size`, `first` and `last`; none if there is nothing.

    Attributes of objects are out of reach: only mappings, sequences and text have entries.
    """
    if isinstance(value, Mapping):
        item = value.get(key, _MISSING) if isinstance(key, str | int | float | date | bool | None) else None
        if item is not _MISSING:
            return item
    elif is_list(value) and isinstance(key, int) and not isinstance(key, bool):
        return value[key] if -len(value) <= key < len(value) else None
    if key == "size":
        return size_of(value)
    return get_end(value, str(key)) if key in ("first", "last") else None


def get_end(value: object, which: str) -> object:
    """Look up the `first` or `last` item of a list or range. The first item of a mapping is a key and its value."""
    if isinstance(value, Mapping) and which == "first":
        return next(([key, item] for key, item in value.items()), None)
    if (isinstance(value, range) or is_list(value)) and len(value):
        return value[0 if which == "first" else -1]
    return None

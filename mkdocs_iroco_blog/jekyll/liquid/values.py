"""Values as Ruby has them, for Liquid's templates were written for it: counted and compared Ruby's way.

What templates see is None, booleans, numbers, text, dates, ranges, sequences and mappings, and nothing else: nothing
here asks an object for an attribute, so no template reaches one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeGuard

from .errors import AuthorError, LimitError

MOST_ITEMS = 200_000
"""Items that a filter takes at once."""
MOST_TEXT = 4_000_000
"""Characters of one value, printed."""
MOST_BITS = 4_096
"""Size of a whole number."""
DEEPEST = 40
"""Values inside values that are printed; Ruby, too, shortens what contains itself."""

SPACE = " \t\n\v\f\r\0"
"""What Ruby's `strip` takes off."""

_WHOLE = re.compile(r"[ \t\n\v\f\r]*([-+]?\d+(?:_\d+)*)", re.ASCII)
_DECIMAL = re.compile(r"-?\d+\.\d+", re.ASCII)
_MISSING = object()


def is_list(value: object) -> TypeGuard[Sequence[Any]]:
    """Whether it is what Ruby calls an array."""
    return isinstance(value, Sequence) and not isinstance(value, str | bytes | range)


def truthy(value: object) -> bool:
    """Ruby's truth: everything but `nil` and `false`."""
    return value is not None and value is not False


def flat(value: Sequence[Any], depth: int = 0) -> Iterator[Any]:
    """The items of a list and of lists within it, no more than `MOST_ITEMS`."""
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


def items(value: object) -> list[Any]:
    """What Liquid's own list filters work on: a list without lists in it; a mapping or scalar is one item."""
    if value is None:
        return []
    if is_list(value):
        return list(flat(value))
    if isinstance(value, range):
        return members(value)
    return [value]


def members(value: Sequence[Any] | range) -> list[Any]:
    """The items of a list or range, no more than `MOST_ITEMS`."""
    if (isinstance(value, range) and value.stop - value.start > MOST_ITEMS) or not len(value) <= MOST_ITEMS:
        raise LimitError(f"a list of more than {MOST_ITEMS:,} items")
    return list(value)


def size(value: object) -> int | None:
    """How many characters or items there are; a whole number has eight, its bytes, and nothing else has a size."""
    if isinstance(value, int) and not isinstance(value, bool):
        return 8
    return len(value) if isinstance(value, str | range | Mapping) or is_list(value) else None


def integer(value: object) -> int:
    """The whole number at the start of a text, or of a number (`to_i`); 0 where there is none."""
    if isinstance(value, str):
        found = _WHOLE.match(value)
        return _whole(found[1]) if found else 0
    return int(value) if isinstance(value, int | float | Decimal) else 0


def counted(value: object) -> int:
    """A whole number that an argument must be: `AuthorError` where it is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    found = _WHOLE.fullmatch(value.rstrip(SPACE)) if isinstance(value, str) else None
    if not found:
        what = f"`{str(value)[:40]}`" if isinstance(value, str | float) else "What is given"
        raise AuthorError(f"{what} is not a whole number.", "Give a number such as 3.")
    return _whole(found[1])


def number(value: object) -> int | Decimal:
    """What sums are done with: text is read as a number as far as it is one, anything else counts 0."""
    if isinstance(value, bool):
        return 0
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, int | Decimal):
        return value
    if isinstance(value, str):
        return Decimal(value.strip(SPACE)) if _DECIMAL.fullmatch(value.strip(SPACE)) else integer(value)
    return 0


def plain(value: int | Decimal) -> int | float:
    """A sum's result, as templates see it."""
    if isinstance(value, Decimal):
        return float(value)
    if value.bit_length() > MOST_BITS:
        raise LimitError(f"a number of more than {MOST_BITS} bits")
    return value


def _whole(digits: str) -> int:
    if len(digits) > MOST_BITS // 4:
        raise LimitError(f"a number of more than {MOST_BITS} bits")
    return int(digits)


def compared(left: object, right: object) -> int | None:
    """-1, 0 or 1 as `left` comes before, with or after `right` (`<=>`); none where Ruby knows no order."""
    pair: tuple[Any, Any] = (left, right)
    if isinstance(left, datetime) and isinstance(right, datetime):
        pair = (moment(left), moment(right))
    elif is_list(left) and is_list(right):
        steps = (compared(one, other) for one, other in zip(left, right, strict=False))
        return next((step for step in steps if step != 0), (len(left) > len(right)) - (len(left) < len(right)))
    elif not _ordered_alike(left, right):
        return 0 if equal(left, right) else None
    return int(pair[0] > pair[1]) - int(pair[0] < pair[1])


def _ordered_alike(left: object, right: object) -> bool:
    for kind in (str, int | float | Decimal, date):
        if isinstance(left, kind) and isinstance(right, kind):
            return not any(isinstance(value, bool | datetime) for value in (left, right))
    return False


def moment(value: datetime) -> datetime:
    """A point in time; YAML's times without a zone are UTC's in Ruby."""
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def equal(left: object, right: object) -> bool:
    """Ruby's `==`: true is not 1, and a range not a list."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, datetime) and isinstance(right, datetime):
        return moment(left) == moment(right)
    if is_list(left) and is_list(right):
        return len(left) == len(right) and all(map(equal, left, right))
    return left == right


def entry(value: object, key: object) -> object:
    """What `value.key` or `value[key]` is: an entry, an item, or `size`, `first` and `last`; none where nothing is.

    Attributes of objects are out of reach: no mapping, sequence or text, no entry.
    """
    if isinstance(value, Mapping):
        found = value.get(key, _MISSING) if isinstance(key, str | int | float | date | bool | None) else None
        if found is not _MISSING:
            return found
    elif is_list(value) and isinstance(key, int) and not isinstance(key, bool):
        return value[key] if -len(value) <= key < len(value) else None
    if key == "size":
        return size(value)
    return end_of(value, str(key)) if key in ("first", "last") else None


def end_of(value: object, which: str) -> object:
    """The `first` or `last` item of a list or range; the first of a mapping is its key and value."""
    if isinstance(value, Mapping) and which == "first":
        return next(([key, found] for key, found in value.items()), None)
    if (isinstance(value, range) or is_list(value)) and len(value):
        return value[0 if which == "first" else -1]
    return None

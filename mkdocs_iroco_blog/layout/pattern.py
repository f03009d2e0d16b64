"""Draws a pattern from a post's title, for cards of posts without a picture."""

from __future__ import annotations

from hashlib import blake2b
from itertools import product

_QUARTERS = (
    "M{x} {y}h1a1 1 0 0 1-1 1z",
    "M{e} {y}v1a1 1 0 0 1-1-1z",
    "M{e} {s}h-1a1 1 0 0 1 1-1z",
    "M{x} {s}v-1a1 1 0 0 1 1 1z",
)
"""A quarter of a disc around each corner of a square, from the top left one on."""
_ROWS, _COLUMNS = 2, 4


def pattern(title: str) -> str:
    """Return the `d` of a path in a box of 4 by 2: a quarter of a disc in each square, turned by two bits of a hash."""
    bits = int.from_bytes(blake2b(title.encode(), digest_size=2).digest())
    squares = product(range(_ROWS), range(_COLUMNS))
    return "".join(
        _QUARTERS[bits >> 2 * number & 3].format(x=x, y=y, e=x + 1, s=y + 1) for number, (y, x) in enumerate(squares)
    )

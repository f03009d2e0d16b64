"""Liquid's and Jekyll's filters of lists."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cmp_to_key
from typing import Any

from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError, LimitError
from mkdocs_iroco_blog.jekyll.liquid.printing import inspect, join_items, to_text
from mkdocs_iroco_blog.jekyll.liquid.values import (
    are_equal,
    compare,
    get_end,
    get_entry,
    is_list,
    is_truthy,
    require_integer,
    to_flat_list,
    to_list,
)

MOST_COMPARED = 3_000
"""The most lists and mappings that are compared with each other."""


def get_item(item: object, key: object) -> object:
    """Look up a key like Ruby's `item[key]`, which knows no `size` and such."""
    if isinstance(item, Mapping):
        return None if is_list(key) or isinstance(key, Mapping) else item.get(key)
    if isinstance(item, str) and isinstance(key, int) and not isinstance(key, bool):
        return item[key] if -len(item) <= key < len(item) else None
    if isinstance(item, str):
        return key if isinstance(key, str) and key in item else None
    if is_list(item):
        if not isinstance(key, int):
            raise AuthorError(f"`{to_text(key)}` cannot be looked up in a list.", "Look it up in mappings.")
        return get_entry(item, key)
    if isinstance(item, int) and not isinstance(item, bool):
        raise AuthorError(f"`{to_text(key)}` cannot be looked up in a number.", "Look it up in mappings.")
    return None


def map_(value: object, key: object) -> list[object]:
    """Look up a key in every item."""
    return [get_item(item, key) for item in to_flat_list(value)]


def compact(value: object, key: object = None) -> list[object]:
    """Drop the items that are `nil`, or whose entry for a key is `nil`."""
    return [item for item in to_flat_list(value) if (item if key is None else get_item(item, key)) is not None]


def uniq(value: object, key: object = None) -> list[object]:
    """Drop the items that came before, or whose entry for a key came before."""
    seen = SeenValues()
    return [item for item in to_flat_list(value) if seen.add(item if key is None else get_item(item, key))]


class SeenValues:
    """The values that came before. In Ruby 1, 1.0 and true are different values."""

    def __init__(self) -> None:
        self._hashable: set[tuple[type, Hashable]] = set()
        self._others: list[object] = []

    def add(self, value: object) -> bool:
        """Add a value; returns whether it is new."""
        if isinstance(value, Hashable) and not isinstance(value, Mapping | tuple):
            new = (type(value), value) not in self._hashable
            self._hashable.add((type(value), value))
            return new
        new = not any(other is value or are_equal(other, value) for other in self._others)
        if new:
            self._others.append(value)
        if len(self._others) > MOST_COMPARED:
            raise LimitError(f"a list of more than {MOST_COMPARED:,} mappings to be compared")
        return new


def concat(value: object, more: object) -> list[object]:
    """Join two lists."""
    if not is_list(more):
        raise AuthorError("`concat` takes a list.", "Make one with `split`, or use `push` for a single item.")
    return [*to_flat_list(value), *to_list(more)]


def sort_natural(value: object, key: object = None) -> list[object] | None:
    """Sort items without regard to case; `nil` comes last."""

    def fold(item: object) -> tuple[bool, str]:
        name = item if key is None else get_item(item, key)
        return name is None, "".join(sign.lower() if sign.isascii() else sign for sign in to_text(name))

    return sorted(to_flat_list(value), key=fold)


def sort_items(values: list[Any], key: Callable[[Any], Any] = lambda value: value) -> list[Any]:
    """Sort values in Ruby's order; raises an `AuthorError` if two of them have none."""
    return sorted(values, key=cmp_to_key(lambda left, right: _compare(key(left), key(right))))


def _compare(left: object, right: object) -> int:
    order = compare(left, right)
    if order is None:
        kinds = f"{inspect(left)[:40]} and {inspect(right)[:40]}"
        raise AuthorError(f"{kinds} cannot be ordered.", "Sort by a property of the same kind in all items.")
    return order


def push(value: object, item: object) -> object:
    """Add an item at the end of a list."""
    return [*to_list(value), item] if is_list(value) else value


def unshift(value: object, item: object) -> object:
    """Add an item at the start of a list."""
    return [item, *to_list(value)] if is_list(value) else value


def pop(value: object, count: object = 1) -> object:
    """Drop items at the end of a list."""
    return to_list(value)[: max(0, len(value) - _read_count(count))] if is_list(value) else value


def shift(value: object, count: object = 1) -> object:
    """Drop items at the start of a list."""
    return to_list(value)[_read_count(count) :] if is_list(value) else value


def _read_count(value: object) -> int:
    if (count := require_integer(value)) < 0:
        raise AuthorError(f"{count} items cannot be removed.", "Give 0 or more.")
    return count


def sentence(value: object, connector: object = "and") -> str:
    """Join items with commas, and with a word before the last."""
    if isinstance(value, str) and len(value) <= 2:
        value = list(value)
    if isinstance(value, Mapping) and not value:
        return ""
    if not is_list(value):
        raise AuthorError("`array_to_sentence_string` takes a list.", "Make one with `split`.")
    parts = to_list(value)
    if len(parts) <= 2:
        return f" {to_text(connector)} ".join(map(to_text, parts))
    return f"{join_items(parts[:-1], ', ')}, {to_text(connector)} {to_text(parts[-1])}"


def default(value: object, other: object = "", options: object = None) -> object:
    """Replace a value that is empty, `nil` or, unless `allow_false`, false."""
    strict = isinstance(options, Mapping) and is_truthy(options.get("allow_false"))
    missing = value is None if strict else not is_truthy(value)
    empty = (isinstance(value, str | Mapping) or is_list(value)) and not value
    return other if missing or empty else value


LIST_FILTERS: Mapping[str, Callable[..., object]] = {
    "array_to_sentence_string": sentence,
    "compact": compact,
    "concat": concat,
    "default": default,
    "first": lambda value: get_end(value, "first"),
    "join": lambda value, glue=" ": join_items(to_flat_list(value), to_text(glue)),
    "last": lambda value: get_end(value, "last"),
    "map": map_,
    "pop": pop,
    "push": push,
    "reverse": lambda value: to_flat_list(value)[::-1],
    "shift": shift,
    "sort_natural": sort_natural,
    "uniq": uniq,
    "unshift": unshift,
}

"""Liquid's and Jekyll's filters of lists."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cmp_to_key
from typing import Any

from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError, LimitError
from mkdocs_iroco_blog.jekyll.liquid.printing import inspect, joined, text
from mkdocs_iroco_blog.jekyll.liquid.values import (
    compared,
    counted,
    end_of,
    entry,
    equal,
    is_list,
    items,
    members,
    truthy,
)

MOST_ALIKE = 3_000
"""Lists and mappings that are compared with one another."""


def own(item: object, key: object) -> object:
    """An item's entry of that name, as Ruby's `item[key]` finds it: no `size` and such."""
    if isinstance(item, Mapping):
        return None if is_list(key) or isinstance(key, Mapping) else item.get(key)
    if isinstance(item, str) and isinstance(key, int) and not isinstance(key, bool):
        return item[key] if -len(item) <= key < len(item) else None
    if isinstance(item, str):
        return key if isinstance(key, str) and key in item else None
    if is_list(item):
        if not isinstance(key, int):
            raise AuthorError(f"`{text(key)}` cannot be looked up in a list.", "Look it up in mappings.")
        return entry(item, key)
    if isinstance(item, int) and not isinstance(item, bool):
        raise AuthorError(f"`{text(key)}` cannot be looked up in a number.", "Look it up in mappings.")
    return None


def map_(value: object, key: object) -> list[object]:
    """Every item's entry of that name."""
    return [own(item, key) for item in items(value)]


def compact(value: object, key: object = None) -> list[object]:
    """The items without `nil`, or without those whose entry is `nil`."""
    return [item for item in items(value) if (item if key is None else own(item, key)) is not None]


def uniq(value: object, key: object = None) -> list[object]:
    """The items, each but once, or once for each entry of that name."""
    met = Met()
    return [item for item in items(value) if met.first(item if key is None else own(item, key))]


class Met:
    """Which values have been met before; Ruby tells 1 from 1.0 and from true."""

    def __init__(self) -> None:
        self.plain: set[tuple[type, Hashable]] = set()
        self.others: list[object] = []

    def first(self, value: object) -> bool:
        """Whether the value has not been met; now it has."""
        if isinstance(value, Hashable) and not isinstance(value, Mapping | tuple):
            new = (type(value), value) not in self.plain
            self.plain.add((type(value), value))
            return new
        new = not any(other is value or equal(other, value) for other in self.others)
        if new:
            self.others.append(value)
        if len(self.others) > MOST_ALIKE:
            raise LimitError(f"a list of more than {MOST_ALIKE:,} mappings to be compared")
        return new


def concat(value: object, more: object) -> list[object]:
    """Two lists as one."""
    if not is_list(more):
        raise AuthorError("`concat` takes a list.", "Make one with `split`, or use `push` for a single item.")
    return [*items(value), *members(more)]


def sort_natural(value: object, key: object = None) -> list[object] | None:
    """The items in order, whatever their case; `nil` comes last."""
    found = items(value)
    keys = [item if key is None else own(item, key) for item in found]
    folded = [(one is None, "".join(_fold(sign) for sign in text(one))) for one in keys]
    return [found[index] for index in sorted(range(len(found)), key=folded.__getitem__)]


def _fold(sign: str) -> str:
    return sign.lower() if sign.isascii() else sign


def ordered(values: list[Any], key: Callable[[Any], Any] = lambda value: value) -> list[Any]:
    """Values in Ruby's order; a `AuthorError` where two of them have none."""
    return sorted(values, key=cmp_to_key(lambda left, right: _order(key(left), key(right))))


def _order(left: object, right: object) -> int:
    order = compared(left, right)
    if order is None:
        kinds = f"{inspect(left)[:40]} and {inspect(right)[:40]}"
        raise AuthorError(f"{kinds} have no order.", "Sort by a property that all items have, of one kind.")
    return order


def _changed(change: Callable[[list[object], object], list[object]]) -> Callable[..., object]:
    def filter_(value: object, argument: object = 1) -> object:
        return change(members(value), argument) if is_list(value) else value

    return filter_


def _needed(change: Callable[[list[object], object], list[object]]) -> Callable[..., object]:
    def filter_(value: object, argument: object) -> object:
        return change(members(value), argument) if is_list(value) else value

    return filter_


def _count(value: object) -> int:
    if (count := counted(value)) < 0:
        raise AuthorError(f"{count} items cannot be taken away.", "Give a number from 0 on.")
    return count


def sentence(value: object, connector: object = "and") -> str:
    """Items with commas between them, and a word before the last."""
    if isinstance(value, str) and len(value) <= 2:
        value = list(value)
    if isinstance(value, Mapping) and not value:
        return ""
    if not is_list(value):
        raise AuthorError("`array_to_sentence_string` takes a list.", "Make one with `split`.")
    parts = members(value)
    if len(parts) <= 2:
        return f" {text(connector)} ".join(map(text, parts))
    return f"{joined(parts[:-1], ', ')}, {text(connector)} {text(parts[-1])}"


def default(value: object, other: object = "", options: object = None) -> object:
    """The value, or another where it is empty, `nil`, or (unless `allow_false`) false."""
    strict = isinstance(options, Mapping) and truthy(options.get("allow_false"))
    missing = value is None if strict else not truthy(value)
    empty = (isinstance(value, str | Mapping) or is_list(value)) and not value
    return other if missing or empty else value


LIST_FILTERS: Mapping[str, Callable[..., object]] = {
    "array_to_sentence_string": sentence,
    "compact": compact,
    "concat": concat,
    "default": default,
    "first": lambda value: end_of(value, "first"),
    "join": lambda value, glue=" ": joined(items(value), text(glue)),
    "last": lambda value: end_of(value, "last"),
    "map": map_,
    "pop": _changed(lambda found, many: found[: max(0, len(found) - _count(many))]),
    "push": _needed(lambda found, item: [*found, item]),
    "reverse": lambda value: items(value)[::-1],
    "shift": _changed(lambda found, many: found[_count(many) :]),
    "sort_natural": sort_natural,
    "uniq": uniq,
    "unshift": _needed(lambda found, item: [item, *found]),
}

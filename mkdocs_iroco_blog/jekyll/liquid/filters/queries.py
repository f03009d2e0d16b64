"""Jekyll's filters that search, sort and group items, by a property or by an expression.

https://jekyllrb.com/docs/liquid/filters/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from zlib import crc32

from mkdocs_iroco_blog.jekyll.liquid.conditions import parse_condition_strictly
from mkdocs_iroco_blog.jekyll.liquid.context import Context
from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError
from mkdocs_iroco_blog.jekyll.liquid.expressions import Emptiness, Expression, parse_filtered_value
from mkdocs_iroco_blog.jekyll.liquid.printing import to_output, to_text
from mkdocs_iroco_blog.jekyll.liquid.values import (
    compare,
    get_entry,
    is_list,
    is_truthy,
    require_integer,
    to_integer,
    to_list,
)

from .lists import get_item, sort_items

_WHOLE = re.compile(r"\s*-?\d+\s*", re.ASCII)
_DECIMAL = re.compile(r"\s*(-?(?:\d+(?:\.\d*)?|\.\d+))\s*", re.ASCII)


def _values(value: object) -> list[Any] | None:
    """The items of a list or range, or the values of a mapping; none for anything else."""
    return list(value.values()) if isinstance(value, Mapping) else _to_items(value)


def get_property(context: Context, item: object, name: object) -> object:
    """Look up an item's property; dots reach deeper. Text that looks like a number becomes one, to sort as such."""
    value: object = item
    keys = [name] if is_list(item) else to_text(name).split(".")
    for key in keys:
        value = get_item(value, key) if value is not None else None
    value = context.localize(value, keys[-1])
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return to_integer(value)
    if isinstance(value, str) and (match := _DECIMAL.fullmatch(value)):
        return float(match[1])
    return value


def _matches(context: Context, item: object, name: object, target: object) -> bool:
    value = get_property(context, item, name)
    if target is None:
        return value is None
    if isinstance(target, Emptiness):
        return value is None or to_output(value) == ""
    candidates = value if is_list(value) else [value]
    return any(candidate is not None and to_text(candidate) == to_text(target) for candidate in candidates)


def where(context: Context, value: object, name: object, target: object) -> object:
    """Select the items whose property is the target, or a list that contains the target."""
    items = _items_to_match(value, name, target)
    return value if items is None else [item for item in items if _matches(context, item, name, target)]


def find(context: Context, value: object, name: object, target: object) -> object:
    """Find the first item that `where` selects."""
    items = _items_to_match(value, name, target)
    return value if items is None else next((item for item in items if _matches(context, item, name, target)), None)


def _items_to_match(value: object, name: object, target: object) -> list[Any] | None:
    return _values(value) if is_truthy(name) and not isinstance(target, Mapping) and not is_list(target) else None


def where_exp(context: Context, value: object, variable: object, expression: object) -> object:
    """Select the items for which a condition holds; a variable of the condition is the item."""
    items = _values(value)
    if items is None:
        return value
    condition = parse_condition_strictly(to_text(expression))
    return [item for item, holds in _evaluate(context, items, variable, condition) if is_truthy(holds)]


def find_exp(context: Context, value: object, variable: object, expression: object) -> object:
    """Find the first item that `where_exp` selects."""
    items = where_exp(context, value, variable, expression)
    return (items[0] if items else None) if is_list(items) and _values(value) is not None else items


def group_by(context: Context, value: object, name: object) -> object:
    """Group items by a property: a mapping of `name`, `items` and `size` for each of its values."""
    items = _pairs_or_items(value)
    if items is None:
        return value
    return _groups((to_text(get_property(context, item, name)), item) for item in items)


def group_by_exp(context: Context, value: object, variable: object, expression: object) -> object:
    """Group items like `group_by`, by the value of an expression in which a variable is the item."""
    items = _pairs_or_items(value)
    if items is None:
        return value
    parsed = parse_filtered_value(to_text(expression))
    return _groups((name, item) for item, name in _evaluate(context, items, variable, parsed))


def _pairs_or_items(value: object) -> list[Any] | None:
    """The items of a list or range, or the pairs of a mapping; none for anything else."""
    return [list(pair) for pair in value.items()] if isinstance(value, Mapping) else _to_items(value)


def _to_items(value: object) -> list[Any] | None:
    return to_list(value) if isinstance(value, range) or is_list(value) else None


def _groups(pairs: Iterable[tuple[object, object]]) -> list[dict[str, object]]:
    groups: dict[str, tuple[object, list[object]]] = {}
    for name, item in pairs:
        kind = "" if isinstance(name, str) else type(name).__name__
        groups.setdefault(f"{kind}:{to_text(name)}", (name, []))[1].append(item)
    return [{"name": name, "items": items, "size": len(items)} for name, items in groups.values()]


def _evaluate(
    context: Context, items: list[Any], variable: object, expression: Expression
) -> Iterable[tuple[Any, object]]:
    """Yield each item with the value of an expression in which a variable is the item."""
    names: dict[str, object] = {}
    with context.scope(names):
        for item in items:
            context.count_turns()
            names[to_text(variable)] = item
            yield item, expression.evaluate(context)


def sort(context: Context, value: object, name: object = None, nils: object = "first") -> object:
    """Sort items, or sort them by a property; items without it come first or last."""
    items = _pairs_or_items(value)
    if items is None:
        raise AuthorError("`sort` needs a list.", "Check with `if` that there is one.")
    if name is None:
        return sort_items(items)
    if nils not in {"first", "last"}:
        raise AuthorError(
            f"`{to_text(nils)}` is not a place for items without the property.", "Write `first` or `last`."
        )
    keyed = [(get_property(context, item, name), item) for item in items]
    without = [item for key, item in keyed if key is None]
    pairs = _comparable([pair for pair in keyed if pair[0] is not None])
    ordered = [item for _, item in sort_items(pairs, lambda pair: pair[0])]
    return [*without, *ordered] if nils == "first" else [*ordered, *without]


def _comparable(pairs: list[tuple[object, object]]) -> list[tuple[object, object]]:
    """Turn the keys of pairs into text if they are of several kinds, so that they have an order."""
    keys = [key for key, _ in pairs]
    mixed = any(compare(keys[0], key) is None for key in keys[1:])
    return [(to_text(key), item) for key, item in pairs] if mixed else pairs


def sample(context: Context, value: object, number: object = 1) -> object:
    """Pick an item or several. They differ between pages, but are the same in every build."""
    if not is_list(value):
        return value
    items = to_list(value)
    start = crc32(to_text(get_entry(context.get(["page"]), "url")).encode()) % (len(items) or 1)
    rotated = items[start:] + items[:start]
    count = require_integer(number)
    return (rotated[0] if rotated else None) if count == 1 else rotated[: max(0, count)]


QUERY_FILTERS: Mapping[str, Callable[..., object]] = {
    "find": find,
    "find_exp": find_exp,
    "group_by": group_by,
    "group_by_exp": group_by_exp,
    "markdownify": lambda context, value: context.site.markdownify(to_text(value)),
    "sample": sample,
    "sort": sort,
    "where": where,
    "where_exp": where_exp,
}

"""Jekyll's filters that search, sort and group items, by a property or by an expression.

https://jekyllrb.com/docs/liquid/filters/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from zlib import crc32

from mkdocs_iroco_blog.jekyll.liquid.conditions import strict_condition
from mkdocs_iroco_blog.jekyll.liquid.context import Context
from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError
from mkdocs_iroco_blog.jekyll.liquid.expressions import Emptiness, Expression, parse_filtered_value
from mkdocs_iroco_blog.jekyll.liquid.printing import shown, text
from mkdocs_iroco_blog.jekyll.liquid.values import compared, counted, entry, integer, is_list, members, truthy

from .lists import ordered, own

_WHOLE = re.compile(r"\s*-?\d+\s*", re.ASCII)
_DECIMAL = re.compile(r"\s*(-?(?:\d+(?:\.\d*)?|\.\d+))\s*", re.ASCII)


def _searched(value: object) -> list[Any] | None:
    """The items to search; a mapping's values; none where it is nothing to search in."""
    if isinstance(value, Mapping):
        return list(value.values())
    return members(value) if isinstance(value, range) or is_list(value) else None


def property_of(context: Context, item: object, name: object) -> object:
    """An item's property, dots reaching deeper; what looks like a number is one, to be sorted as such."""
    value: object = item
    keys = [name] if is_list(item) else text(name).split(".")
    for key in keys:
        value = own(value, key) if value is not None else None
    value = context.localize(value, keys[-1])
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return integer(value)
    if isinstance(value, str) and (found := _DECIMAL.fullmatch(value)):
        return float(found[1])
    return value


def _wanted(context: Context, item: object, name: object, target: object) -> bool:
    found = property_of(context, item, name)
    if target is None:
        return found is None
    if isinstance(target, Emptiness):
        return found is None or shown(found) == ""
    wanted = text(target)
    candidates = [found] if isinstance(found, str) or not is_list(found) else found
    return any(one is not None and text(one) == wanted for one in candidates)


def where(context: Context, value: object, name: object, target: object) -> object:
    """The items whose property is the target, or a list with the target in it."""
    found = _asked(value, name, target)
    return value if found is None else [item for item in found if _wanted(context, item, name, target)]


def find(context: Context, value: object, name: object, target: object) -> object:
    """The first item that `where` finds."""
    found = _asked(value, name, target)
    return value if found is None else next((item for item in found if _wanted(context, item, name, target)), None)


def _asked(value: object, name: object, target: object) -> list[Any] | None:
    return _searched(value) if truthy(name) and not isinstance(target, Mapping) and not is_list(target) else None


def where_exp(context: Context, value: object, variable: object, expression: object) -> object:
    """The items for which a condition holds, in which they have a name."""
    found = _searched(value)
    if found is None:
        return value
    condition = strict_condition(text(expression))
    return [item for item, holds in _each(context, found, variable, condition) if truthy(holds)]


def find_exp(context: Context, value: object, variable: object, expression: object) -> object:
    """The first item that `where_exp` finds."""
    found = where_exp(context, value, variable, expression)
    return (found[0] if found else None) if is_list(found) and _searched(value) is not None else found


def group_by(context: Context, value: object, name: object) -> object:
    """The items by a property: for each value of it a mapping of `name`, `items` and `size`."""
    found = _grouped(value)
    if found is None:
        return value
    return _groups((text(property_of(context, item, name)), item) for item in found)


def group_by_exp(context: Context, value: object, variable: object, expression: object) -> object:
    """The items by what an expression makes of each, as `group_by`."""
    found = _grouped(value)
    if found is None:
        return value
    expression_ = parse_filtered_value(text(expression))
    return _groups((key, item) for item, key in _each(context, found, variable, expression_))


def _grouped(value: object) -> list[Any] | None:
    if isinstance(value, Mapping):
        return [[key, found] for key, found in value.items()]
    return members(value) if isinstance(value, range) or is_list(value) else None


def _groups(pairs: Iterable[tuple[object, object]]) -> list[dict[str, object]]:
    groups: dict[str, tuple[object, list[object]]] = {}
    for name, item in pairs:
        kind = "" if isinstance(name, str) else type(name).__name__
        groups.setdefault(f"{kind}:{text(name)}", (name, []))[1].append(item)
    return [{"name": name, "items": found, "size": len(found)} for name, found in groups.values()]


def _each(context: Context, found: list[Any], variable: object, expression: Expression) -> Iterable[tuple[Any, object]]:
    names: dict[str, object] = {}
    with context.scope(names):
        for item in found:
            context.count_turns()
            names[text(variable)] = item
            yield item, expression.evaluate(context)


def sort(context: Context, value: object, name: object = None, nils: object = "first") -> object:
    """The items in order, or in that of a property, which is `nil` first or last."""
    found = _grouped(value)
    if found is None:
        raise AuthorError("`sort` takes a list, and there is none.", "Ask with `if` whether there is one.")
    if name is None:
        return ordered(found)
    if nils not in {"first", "last"}:
        raise AuthorError(f"`{text(nils)}` is no place for what has no property.", "Write `first` or `last`.")
    keyed = [(property_of(context, item, name), item) for item in found]
    without = [item for key, item in keyed if key is None]
    alike = _comparable([pair for pair in keyed if pair[0] is not None])
    with_ = [item for _, item in ordered(alike, lambda pair: pair[0])]
    return [*without, *with_] if nils == "first" else [*with_, *without]


def _comparable(pairs: list[tuple[object, object]]) -> list[tuple[object, object]]:
    """Pairs of keys that have an order: their text where they are of several kinds."""
    keys = [key for key, _ in pairs]
    mixed = any(compared(keys[0], key) is None for key in keys[1:])
    return [(text(key), item) for key, item in pairs] if mixed else pairs


def sample(context: Context, value: object, many: object = 1) -> object:
    """An item or several: others on each page, but the same in every build."""
    if not is_list(value):
        return value
    found = members(value)
    start = crc32(text(entry(context.get(["page"]), "url")).encode()) % (len(found) or 1)
    turned = found[start:] + found[:start]
    count = counted(many)
    return (turned[0] if turned else None) if count == 1 else turned[: max(0, count)]


QUERY_FILTERS: Mapping[str, Callable[..., object]] = {
    "find": find,
    "find_exp": find_exp,
    "group_by": group_by,
    "group_by_exp": group_by_exp,
    "markdownify": lambda context, value: context.site.markdownify(text(value)),
    "sample": sample,
    "sort": sort,
    "where": where,
    "where_exp": where_exp,
}

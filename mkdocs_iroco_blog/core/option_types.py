"""Check the types of options, and name types in messages and the manual."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Literal, Union, get_args, get_origin

from .findings import Finding
from .messages import options as messages
from .options import Kind, SlugFunction, SortKey

_NAMES: Mapping[Any, str] = {
    str: "text", int: "a whole number", Any: "anything", list: "a list",
    tuple: "a list of texts", Mapping: "a mapping", SlugFunction: "a function", SortKey: "a function",
}  # fmt: skip
_CLASSES: Mapping[Any, Any] = {Mapping: dict, get_origin(SlugFunction): Callable}


def describe(hint: Any) -> str:
    """Name a type for readers who do not know Python."""
    return either(word for member in members_of(hint) for word in _words(member))


def _words(hint: Any) -> list[str]:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal or hint is bool:
        return [in_code(value) for value in inner or (True, False)]
    if origin is Mapping and inner[1] is not Any:
        keys = get_args(inner[0])
        named = "codes" if not keys else "kinds" if _are_kinds(keys) else either(map(in_code, keys))
        return [f"a mapping of {named} to {describe(inner[1])}"]
    return [_NAMES.get(hint) or _NAMES[origin]]


def _are_kinds(keys: Iterable[object]) -> bool:
    return {*keys} <= {*get_args(Kind)}


def members_of(hint: Any) -> list[Any]:
    """Return the types in a union, except None. Any other type is its own only member."""
    members = get_args(hint) if get_origin(hint) in (types.UnionType, Union) else [hint]
    return [member for member in members if member is not types.NoneType]


def type_error(option: str, hint: Any, value: object, item: str = "") -> Finding | None:
    """Report that an option's value does not have a type. `item` names the value if it is inside a mapping."""
    for member in members_of(hint):
        if get_origin(member) is Mapping and isinstance(value, dict):
            errors = (_item_error(option, member, key, inner) for key, inner in value.items())
            return next(filter(None, errors), None)
        if _is_instance(value, member):
            return None
    quoted = " in quotes" if str in members_of(hint) and not isinstance(value, list | dict) else ""
    return messages.WRONG_TYPE(option, item=item, value=in_code(value), types=f"{describe(hint)}{quoted}")


def _item_error(option: str, hint: Any, key: object, item: object) -> Finding | None:
    keys, items = get_args(hint)
    kinds = get_args(keys)
    if kinds and key not in kinds and not _are_kinds(kinds):
        return messages.WRONG_TYPE(option, item="", value=in_code(key), types=either(map(in_code, kinds)))
    if kinds and key not in kinds:
        names = f"{suggest(key, kinds)} Kinds are {either(map(in_code, kinds), 'and')}.".lstrip()
        return messages.UNKNOWN_KIND(option, kind=in_code(key), hint=names)
    return None if items is Any else type_error(option, items, item, f"{in_code(key)}: ")


def _is_instance(value: object, hint: Any) -> bool:
    origin = get_origin(hint)
    if origin is Literal:
        return any(value == name and type(value) is type(name) for name in get_args(hint))
    if origin is tuple:
        return isinstance(value, list | tuple) and all(isinstance(item, str | int | float) for item in value)
    if isinstance(value, bool):
        return hint is bool
    return isinstance(value, _CLASSES.get(origin, origin or hint))


def suggest(name: object, known: Iterable[str]) -> str:
    """Ask whether the known name nearest to a misspelt one is meant; empty if none is near."""
    near = get_close_matches(str(name), list(known), 1, 0.71)
    return f" Did you mean `{near[0]}`?" if near else ""


def in_code(value: object) -> str:
    """Return a value in backticks, as YAML writes it."""
    return f"`{json.dumps(value) if value is None or isinstance(value, bool) else value}`"


def either(words: Iterable[str], conjunction: str = "or") -> str:
    """Join words with commas and a conjunction."""
    *first, last = words
    return f" {conjunction} ".join(filter(None, [", ".join(first), last]))

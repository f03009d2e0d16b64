"""Categories and tags as Jekyll splits and gathers them.

https://jekyllrb.com/docs/posts/#tags-and-categories
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

_WORD = re.compile(r"[^\s\0]+", re.ASCII)


def categories_of(folders: Iterable[str], *layers: Mapping[str, Any]) -> tuple[str, ...]:
    """The folders above `_posts`, then what `categories` says in the defaults and in the front matter, then `category`.

    Each once, also empty ones: they leave no trace in an address. A string of `categories` is split at white space;
    one of `category` is a name.
    """
    found: list[Any] = list(folders)
    merged: dict[str, Any] = {}
    for layer in layers:
        value = layer.get("categories")
        found += _WORD.findall(value) if isinstance(value, str) else _flat(value)
        merged |= {key: layer[key] for key in ("category",) if layer.get(key) is not None}
    found += _flat(merged.get("category") or None)
    return tuple(dict.fromkeys(text_of(name) for name in found))


def tags_of(data: Mapping[str, Any]) -> tuple[Any, ...]:
    """`tag`, else `tags`, as YAML reads them: a string of `tags` is split at white space, one of `tag` is a name."""
    single = data.get("tag")
    if single is not None and single is not False:
        return tuple(_flat(single))
    several = data.get("tags")
    if isinstance(several, str):
        return tuple(_WORD.findall(several))
    return tuple(_flat(several)) if isinstance(several, list) else ()


def text_of(value: Any) -> str:
    """A value as Ruby writes it into a text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S ") + (value.strftime("%z") if value.tzinfo else "UTC")
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def _flat(value: Any, depth: int = 20) -> Iterator[Any]:
    """The items of lists in lists, without null."""
    if isinstance(value, list) and depth:
        for item in value:
            yield from _flat(item, depth - 1)
    elif value is not None:
        yield value

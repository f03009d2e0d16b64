"""Read categories and tags by Jekyll's rules.

https://jekyllrb.com/docs/posts/#tags-and-categories
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

_WORD = re.compile(r"[^\s\0]+", re.ASCII)


def categories_of(folders: Iterable[str], *layers: Mapping[str, Any]) -> tuple[str, ...]:
    """Collect the folders above `_posts`, then `categories` of each layer, then the last `category`.

    Each appears once, empty ones too: they leave no trace in an address. The layers are defaults and front matter.
    Text in `categories` is split at white space; text in `category` is one name.
    """
    names: list[Any] = list(folders)
    category = None
    for layer in layers:
        value = layer.get("categories")
        names += _WORD.findall(value) if isinstance(value, str) else _flat(value)
        category = category if layer.get("category") is None else layer["category"]
    names += _flat(category or None)
    return tuple(dict.fromkeys(map(text_of, names)))


def tags_of(data: Mapping[str, Any]) -> tuple[Any, ...]:
    """The values of `tag`, or else `tags`. Text in `tags` is split at white space; text in `tag` is one name."""
    single, several = data.get("tag"), data.get("tags")
    if single is not None and single is not False:
        return tuple(_flat(single))
    if isinstance(several, str):
        return tuple(_WORD.findall(several))
    return tuple(_flat(several)) if isinstance(several, list) else ()


def text_of(value: Any) -> str:
    """A value as Ruby converts it to text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S ") + (value.strftime("%z") if value.tzinfo else "UTC")
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def _flat(value: Any, depth: int = 20) -> Iterator[Any]:
    """Flatten nested lists, without null."""
    if isinstance(value, list) and depth:
        for item in value:
            yield from _flat(item, depth - 1)
    elif value is not None:
        yield value

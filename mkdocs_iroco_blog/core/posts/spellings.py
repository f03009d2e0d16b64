"""Finds the keys of front matter that mean a field, as this plugin and other tools spell them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter

from .fields import BY_KEY, field_of

_YEAR = re.compile(r"\s*\d{4}\D")
_TABLES = ("params", "taxonomies", "extra")
"""Hugo's and Zola's names for tables whose keys count as if they were outside."""


def lift_tables(front: FrontMatter) -> FrontMatter:
    """Add the fields in Hugo's and Zola's tables to the keys beside them, which win."""
    raw, lines = dict(front.raw), dict(front.lines)
    for table in _TABLES:
        inner: Any = front.raw.get(table)
        for key, value in inner.items() if isinstance(inner, dict) else ():
            if key not in raw and field_of(key):
                raw[key] = value
                lines[key] = lines.get(f"{table}.{key}", lines.get(table, 1))
    return front if len(raw) == len(front.raw) else replace(front, raw=raw, lines=lines)


def keys_by_field(front: FrontMatter, *, exact: bool, known: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the keys of each field that the post has, in the order in which they count.

    The post's come before its folder's, and our names before other tools'. With `exact`, only ours count. `known` are
    the author's own keys.
    """
    keys: dict[str, list[str]] = {}
    for key in front.raw:
        field = BY_KEY.get(key) if exact or key in known else field_of(key)
        if field and field.name == "published" and not exact and _YEAR.match(str(front.raw[key])):
            field = BY_KEY["publishDate"]
        if field:
            keys.setdefault(field.name, []).append(key)
    for name, several in keys.items():
        if len(several) > 1:
            order = (name, *BY_KEY[name].aliases)
            rank = {key: number for number, key in enumerate(order)}
            several.sort(key=lambda key: (key not in front.lines, rank.get(key, len(order))))
    return keys

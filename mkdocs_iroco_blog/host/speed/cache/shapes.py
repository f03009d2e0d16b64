"""Checks what a cache holds before anyone uses it: a value of another shape than expected counts as missing.

A cache may come from CI, where others can write it. It must not end a build, or make it lose a post.
Tests: tests/hosts/speed/test_shapes.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite
from types import NoneType
from typing import Any, TypeAlias

Check: TypeAlias = Callable[[Any], bool]
"""Whether a value, as JSON gives it, has a shape."""
_HEADING = {"level": int, "id": str, "name": str, "children": list}
_DEEPEST = 10
"""Levels of headings in a table of contents. HTML has six."""


def of_type(*types: type) -> Check:
    """Expect one of these types: `True` is no `int`."""
    return lambda value: type(value) in types


def list_of(*types: type) -> Check:
    """Expect a list of values of these types."""
    allowed = set(types)
    return lambda value: type(value) is list and set(map(type, value)) <= allowed


def rows_of(*types: type) -> Check:
    """Expect a list of lists, each with a value of every type: `rows_of(str, int)` for `[["a", 1], ["b", 2]]`."""
    expected = [*types]
    return lambda value: (
        type(value) is list and all(type(row) is list and [*map(type, row)] == expected for row in value)
    )


def mapping_of(checks: Mapping[str, Check | type]) -> Check:
    """Expect a mapping with exactly these keys, each with a value of its type, or that passes its check."""
    types = {name: expected for name, expected in checks.items() if isinstance(expected, type)}
    others = [(name, check) for name, check in checks.items() if not isinstance(check, type)]

    def is_mapping(value: Any) -> bool:
        if type(value) is not dict or value.keys() != checks.keys():
            return False
        for name, expected in types.items():
            if type(value[name]) is not expected:
                return False
        return all(check(value[name]) for name, check in others)

    return is_mapping


def is_toc(value: Any, depth: int = _DEEPEST) -> bool:
    """Expect the headings of a table of contents."""
    if type(value) is not list or (value and not depth):
        return False
    for item in value:
        if not _is_heading(item) or (item["children"] and not is_toc(item["children"], depth - 1)):
            return False
    return True


_text_or_none = of_type(str, NoneType)
_are_sources = list_of(str)


def _is_heading(value: Any) -> bool:
    return type(value) is dict and [*map(type, map(value.get, _HEADING))] == [*_HEADING.values()] and len(value) == 4


is_conversion = mapping_of(
    {
        "content": str, "toc": is_toc, "title": _text_or_none, "ids": list_of(str), "links": rows_of(str, str),
        "messages": rows_of(str, int, str), "level": int,
    }
)  # fmt: skip


def _is_excerpt(value: Any) -> bool:
    if type(value) is not list or [*map(type, value)] != [list, list, bool]:
        return False
    pieces, addresses, _ = value
    return list_of(str)(pieces) and list_of(str)(addresses) and len(pieces) == len(addresses) + 1


is_cached_body = mapping_of(
    {
        "body": mapping_of(
            {
                "html": str, "heading": _text_or_none, "heading_id": _text_or_none, "title": str, "dropped": bool,
                "shifted": bool, "words": int, "minutes": of_type(int, NoneType), "excerpt": _is_excerpt,
                "separated": bool, "keywords": list_of(str), "links": list_of(str),
            }
        ),
        "links": lambda links: type(links) is list and all(map(_is_link, links)),
        "pictures": rows_of(str, int, int),
    }
)  # fmt: skip


def _is_link(value: Any) -> bool:
    return type(value) is list and (*map(type, value),) in {(str, str), (str, NoneType)}


are_pictures = rows_of(str, int, int, int, int, str)


def are_related(value: Any) -> bool:
    """Expect a list of sources for each post."""
    return type(value) is list and all(map(_are_sources, value))


_ENTRY = ("title", "text", "location")


def is_search_entry(value: Any) -> bool:
    """Expect an entry of MkDocs' search index, or of Material's, which may have tags and a boost."""
    if type(value) is not dict or [*map(type, map(value.get, _ENTRY))] != [str, str, str]:
        return False
    if len(value) == 3:
        return True
    tags, boost = value.get("tags", []), value.get("boost", 1)
    return len(value) <= 3 + ("tags" in value) + ("boost" in value) and list_of(str)(tags) and _is_number(boost)


def _is_number(value: Any) -> bool:
    return type(value) in {int, float} and isfinite(value)

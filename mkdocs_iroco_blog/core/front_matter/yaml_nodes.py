"""Composes YAML: nodes, which have lines, beside the values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

_SAFE_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in (
    "binary", "bool", "float", "int", "map", "merge", "null", "omap", "pairs", "seq", "set", "str", "timestamp", "value"
))  # fmt: skip
_MERGE = "tag:yaml.org,2002:merge"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's safe loader, but an invalid scalar, such as a date that does not exist, stays text."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: FBT001, FBT002 - PyYAML's own
        try:
            return super().construct_object(node, deep=deep)
        except ValueError:
            return node.value


def load_yaml(text: str) -> tuple[yaml.Node | None, list[tuple[str, int]], Any]:
    """Return the root node, its keys with their lines, and the values. Raises `yaml.YAMLError`.

    Constructing the values merges `<<` into the node, so the keys are listed first.
    """
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if "!" in text:
            _refuse_tags(node)
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        keys = [(str(key.value), key.start_mark.line) for key, _ in pairs if key.tag != _MERGE]
        return node, keys, None if node is None else loader.construct_document(node)
    finally:
        loader.dispose()


def nested_lines(node: yaml.Node | None, depth: int, above: str = "") -> Iterator[tuple[str, int]]:
    """Yield the line of every key in nested mappings, counted from 0, with the keys above it: `authors.ines.url`."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) and depth else ():
        yield f"{above}{key.value}", key.start_mark.line
        yield from nested_lines(value, depth - 1, f"{above}{key.value}.")


def _refuse_tags(node: yaml.Node | None) -> None:
    """Raise if a tag would create a Python object: a post may come from anybody."""
    seen: set[int] = set()
    stack = [node] if node else []
    while stack:
        item = stack.pop()
        if id(item) in seen:
            continue
        seen.add(id(item))
        if item.tag not in _SAFE_TAGS:
            tag = item.tag.replace("tag:yaml.org,2002:", "!!")
            raise yaml.MarkedYAMLError(None, None, f"the tag `{tag}` is not allowed", item.start_mark)
        if isinstance(item, yaml.CollectionNode):
            stack.extend(part for entry in item.value for part in (entry if isinstance(entry, tuple) else (entry,)))

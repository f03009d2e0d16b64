"""Writes front matter, with keys in a fixed order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

_WIDTH = 100
_UNLIMITED = 2**20
_LAST_UNESCAPED = "\ufffd"
"""PyYAML escapes characters after this one in double quotes."""


def write_front_matter(values: Mapping[str, Any], comments: Sequence[str] = ()) -> str:
    """Write keys and values between lines of dashes, with comments below them; nothing if there are neither."""
    lines = [_entry(key, value) for key, value in values.items()]
    lines += [f"# {line}".rstrip() for comment in comments for line in comment.splitlines()]
    return "---\n" + "\n".join(lines) + "\n---\n\n" if lines else ""


def as_yaml(key: str, value: Any) -> str:
    """Write one key with its value, on one line if it is a short list of names."""
    return _entry(key, value)


def _entry(key: str, value: Any) -> str:
    short = isinstance(value, list) and all(isinstance(item, str) for item in value)
    if short and len(line := _dump({key: _flow(value)})) <= _WIDTH:
        return line
    return _dump({key: value})


class _FlowList(list[str]):
    """A list to write on one line."""


def _flow(value: list[str]) -> _FlowList:
    return _FlowList(value)


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key, and never abbreviates by anchors."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Indent lists as mappings."""
        super().increase_indent(flow, False)  # noqa: FBT003 - the library's own

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Write equal values twice."""
        return True


class Plain(str):
    """A text that is written without quotation marks where YAML reads it as the same text: `2024-10-04 10:00`."""

    __slots__ = ()


class Name(str):
    """The name of a Python function."""

    __slots__ = ()


class LowerCaseSlugs(str):
    """The name of a Python function that makes a function for slugs; it is asked for lower case."""

    __slots__ = ()


def _lower_case_slugs(dumper: yaml.SafeDumper, value: LowerCaseSlugs) -> yaml.MappingNode:
    return dumper.represent_mapping(f"tag:yaml.org,2002:python/object/apply:{value}", {"kwds": {"case": "lower"}})


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value.strip() else '"' if _needs_double_quotes(value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _needs_double_quotes(value: str) -> bool:
    """Whether a text has to be quoted, and has an apostrophe, which single quotes would double."""
    if "'" not in value or any(sign in '"\\' or sign > _LAST_UNESCAPED for sign in value) or not value.isprintable():
        return False
    try:
        node = yaml.compose(f"key: {value}", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return True
    return not (isinstance(node, yaml.MappingNode) and node.value[0][1].value == value)


def _on_one_line(dumper: yaml.SafeDumper, value: _FlowList) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


def _plain(dumper: yaml.SafeDumper, value: Plain) -> yaml.ScalarNode:
    try:
        node = yaml.compose(f"[{value}]", Loader=yaml.SafeLoader)
        items = node.value if isinstance(node, yaml.SequenceNode) else []
        resolved = items[0].tag if len(items) == 1 and items[0].value == str(value) else ""
    except yaml.YAMLError:
        resolved = ""
    if not resolved or "\n" in value:
        return _text(dumper, str(value))
    return dumper.represent_scalar(resolved, str(value))


_Dumper.add_representer(_FlowList, _on_one_line)
_Dumper.add_representer(str, _text)
_Dumper.add_representer(Plain, _plain)
_Dumper.add_representer(LowerCaseSlugs, _lower_case_slugs)
_Dumper.add_representer(
    Name, lambda dumper, value: dumper.represent_scalar(f"tag:yaml.org,2002:python/name:{value}", "")
)


def dump(value: Any) -> str:
    """Write a value as YAML."""
    return _dump(value)


def _dump(value: Any) -> str:
    text = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_UNLIMITED)
    return str(text).rstrip("\n")

"""Attribute lists, `{: #id .class key="value"}`: read as in kramdown, written for Python-Markdown.

https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
https://python-markdown.github.io/extensions/attr_list/
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .document import Attributes, Document, Element

NAME = r"[A-Za-z0-9_][A-Za-z0-9_-]*"
"""A key, or the name of an attribute list or a footnote."""

_ID_OR_CLASS = re.compile(r"#([A-Za-z][A-Za-z0-9_:-]*)|\.([^ \t\r\n\f\v.#]+)")
_ITEM = re.compile(
    rf"""(?:\A|[ \t\r\n\f\v])(?:
        (?P<key>{NAME})=(?P<quote>["'])(?P<value>(?:\\.|[^\\}}])*?)(?P=quote)
      | (?P<name>{NAME})
      | (?P<marks>(?:\#[A-Za-z][A-Za-z0-9_:-]*|\.[^ \t\r\n\f\v.\#]+)+)
    )(?=[ \t\r\n\f\v]|\Z)""",
    re.VERBOSE | re.DOTALL,
)

# Other extensions read an attribute list as text first, so no character in it may mean anything to them.
_UNPLAIN_MARK = re.compile(r"""[\s=`*<>\[\]{}\\$~^&@|"'+]|:[\w-]+:""")
_PLAIN_KEY = re.compile(r"[A-Za-z](?:[A-Za-z0-9_:.-]*[A-Za-z0-9])?")
_UNPLAIN_VALUE = re.compile(r"""[\n`*<>\[\]{}\\$~^&=@|"]|://|www\.|\+\+|:[\w+-]+:""")
_OUTER_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")


def read_attributes(text: str, document: Document) -> Attributes:
    """Read the inside of `{: … }`. It wins over the attribute lists that it names; unknown names are ignored."""
    direct: Attributes = {}
    attributes: Attributes = {}
    for item in _ITEM.finditer(text):
        if item["name"]:
            merge_attributes(attributes, document.attribute_lists.get(item["name"], {}))
        elif item["marks"]:
            for mark in _ID_OR_CLASS.finditer(item["marks"]):
                merge_attributes(direct, {"id": mark[1]} if mark[1] else {"class": mark[2]})
        else:
            merge_attributes(direct, {item["key"]: re.sub(rf"\\([}}{item['quote']}])", r"\1", item["value"])})
    merge_attributes(attributes, direct)
    return attributes


def read_names(text: str) -> list[str]:
    """List the bare words inside `{: … }`: names of attribute lists, and words such as `toc` and `footnotes`."""
    return [item["name"] for item in _ITEM.finditer(text) if item["name"]]


def has_name(block: Element, name: str) -> bool:
    """Whether an attribute list beside the block contains this bare word, like `{:toc}`."""
    return any(name in read_names(text) for text in block.options.get("lists", ()))


def merge_attributes(target: Attributes, other: Mapping[str, str]) -> None:
    """Add `other` to `target`: classes add up, other attributes replace."""
    for name, value in other.items():
        target[name] = f"{target[name]} {value}" if name == "class" and target.get("class") else value


def write_attributes(attributes: Mapping[str, str]) -> str | None:
    """Write `{: #id .class key="value" }`, or nothing if there are no attributes.

    Returns None if an extension would misread a value; then write the element as HTML.
    """
    parts = [_item(name, value) for name, value in attributes.items()]
    if None in parts:
        return None
    text = " ".join(filter(None, parts))
    return f"{{: {text} }}" if text else ""


def _item(name: str, value: str) -> str | None:
    if name == "id" and not _UNPLAIN_MARK.search(value):
        return f"#{_escaped(value)}" if value else ""
    if name == "class":
        classes = value.split()
        return None if any(map(_UNPLAIN_MARK.search, classes)) else " ".join(f".{_escaped(item)}" for item in classes)
    if not _PLAIN_KEY.fullmatch(name) or _UNPLAIN_VALUE.search(value) or value.strip("'") != value:
        return None
    return f'{name}="{_escaped(value)}"'


def _escaped(value: str) -> str:
    """Escape underscores that could open or close emphasis; attr_list removes the backslash."""
    return _OUTER_UNDERSCORE.sub(r"\\_", value) if "_" in value else value

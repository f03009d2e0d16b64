"""Attribute lists, `{: #id .class key="value"}`: kramdown's reading, Python-Markdown's writing.

https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
https://python-markdown.github.io/extensions/attr_list/
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .document import Attributes, Document

NAME = r"[A-Za-z0-9_][A-Za-z0-9_-]*"
"""A key, or the name of an attribute list or of a footnote."""

_ID_OR_CLASS = re.compile(r"#([A-Za-z][A-Za-z0-9_:-]*)|\.([^ \t\r\n\f\v.#]+)")
_ITEM = re.compile(
    rf"""(?:\A|[ \t\r\n\f\v])(?:
        (?P<key>{NAME})=(?P<quote>["'])(?P<value>(?:\\.|[^\\}}])*?)(?P=quote)
      | (?P<name>{NAME})
      | (?P<marks>(?:\#[A-Za-z][A-Za-z0-9_:-]*|\.[^ \t\r\n\f\v.\#]+)+)
    )(?=[ \t\r\n\f\v]|\Z)""",
    re.VERBOSE | re.DOTALL,
)

# What stands in an attribute list is first read as text: no sign in it may mean anything to an extension.
_UNPLAIN_MARK = re.compile(r"""[\s=`*<>\[\]{}\\$~^&@|"'+]|:[\w-]+:""")
_PLAIN_KEY = re.compile(r"[A-Za-z](?:[A-Za-z0-9_:.-]*[A-Za-z0-9])?")
_UNPLAIN_VALUE = re.compile(r"""[\n`*<>\[\]{}\\$~^&=@|"]|://|www\.|\+\+|:[\w+-]+:""")
_OUTER_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")


def read_attributes(text: str, document: Document) -> Attributes:
    """The inside of `{: … }`. Lists that it names come first, as the own attributes win over them.

    A name that no list has says nothing here; see `read_names`.
    """
    own: Attributes = {}
    attributes: Attributes = {}
    for item in _ITEM.finditer(text):
        if item["name"]:
            merge_attributes(attributes, document.attribute_lists.get(item["name"], {}))
        elif item["marks"]:
            for mark in _ID_OR_CLASS.finditer(item["marks"]):
                merge_attributes(own, {"id": mark[1]} if mark[1] else {"class": mark[2]})
        else:
            value = re.sub(rf"\\([}}{item['quote']}])", r"\1", item["value"])
            merge_attributes(own, {item["key"]: value})
    merge_attributes(attributes, own)
    return attributes


def read_names(text: str) -> list[str]:
    """The bare names in the inside of `{: … }`: attribute lists, and words such as `toc` and `footnotes`."""
    return [item["name"] for item in _ITEM.finditer(text) if item["name"]]


def merge_attributes(target: Attributes, other: Mapping[str, str]) -> None:
    """Add `other` to `target`: classes add up, everything else is replaced."""
    for name, value in other.items():
        target[name] = f"{target[name]} {value}" if name == "class" and target.get("class") else value


def write_attributes(attributes: Mapping[str, str]) -> str | None:
    """`{: #id .class key="value" }` for attr_list; nothing where there are none.

    None where attr_list, or an extension that reads the text before it, would make something else of a value:
    such an element has to be written as HTML.
    """
    parts: list[str] = []
    for name, value in attributes.items():
        part = _written(name, value)
        if part is None:
            return None
        parts.append(part)
    written = " ".join(filter(None, parts))
    return f"{{: {written} }}" if written else ""


def _written(name: str, value: str) -> str | None:
    if name == "id" and not _UNPLAIN_MARK.search(value):
        return f"#{_escaped(value)}" if value else ""
    if name == "class":
        classes = value.split()
        if any(_UNPLAIN_MARK.search(one) for one in classes):
            return None
        return " ".join(f".{_escaped(one)}" for one in classes)
    if not _PLAIN_KEY.fullmatch(name) or _UNPLAIN_VALUE.search(value) or value.strip("'") != value:
        return None
    return f'{name}="{_escaped(value)}"'


def _escaped(value: str) -> str:
    """Without an underscore that could open or close emphasis; attr_list takes the backslash away."""
    return _OUTER_UNDERSCORE.sub(r"\\_", value) if "_" in value else value

"""The parts of a kramdown text: options, elements, and definitions that all elements share."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

Attributes = dict[str, str]
"""HTML attributes in the author's order; classes are one text, joined by spaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """kramdown's options that change the meaning of a text, with Jekyll's defaults.

    https://kramdown.gettalong.org/options.html and https://jekyllrb.com/docs/configuration/markdown/
    """

    input: str = "GFM"
    """`GFM`, or `kramdown` for kramdown's original dialect."""
    hard_wrap: bool = False
    auto_ids: bool = True
    auto_id_prefix: str = ""
    auto_id_stripping: bool = False
    toc_levels: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    header_offset: int = 0
    parse_block_html: bool = False
    parse_span_html: bool = True
    smart_quotes: tuple[str, ...] = ("lsquo", "rsquo", "ldquo", "rdquo")
    typographic_symbols: Mapping[str, str] = field(default_factory=dict)
    gfm_quirks: frozenset[str] = frozenset({"paragraph_end"})

    def updated(self, values: Mapping[str, str]) -> Options:
        """Apply `{::options key="value" /}`; an unknown key, or a value that does not fit, changes nothing."""
        changes: dict[str, Any] = {}
        for name, value in values.items():
            current = getattr(self, name, None)
            if isinstance(current, bool):
                changes[name] = value.strip().lower() not in ("false", "")  # as kramdown reads text
            elif isinstance(current, int) and re.fullmatch(r"[+-]?\d{1,4}", value):
                changes[name] = int(value)
            elif name == "toc_levels":
                changes[name] = _levels(value)
            elif name == "auto_id_prefix":
                changes[name] = value
            elif name == "smart_quotes" and value.count(",") == 3:
                changes[name] = tuple(part.strip() for part in value.split(","))
        return replace(self, **changes)


def _levels(text: str) -> tuple[int, ...]:
    """Parse the option `toc_levels`: `1..3` or `1,2,3`."""
    match = re.fullmatch(r"\s*(\d)\s*\.\.\s*(\d)\s*", text)
    return tuple(range(int(match[1]), int(match[2]) + 1)) if match else tuple(map(int, re.findall(r"\d", text)))


@dataclass(frozen=True, slots=True)
class Link:
    """A link definition, `[name]: url "title"`."""

    url: str
    title: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Element:
    """A block or a span, named as in kramdown (`p`, `header`, `ul`, `codeblock`, `em`, `html_element`, …)."""

    kind: str
    text: str = ""
    """The text of a leaf: unparsed spans of a `p` or `header`, the lines of a `codeblock`."""
    attributes: Attributes = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    options: dict[str, Any] = field(default_factory=dict)
    """Values of some kinds only: a header's `level`, a list item's `task`, a table's `alignment`.
    A block's `lists` are the unparsed attribute lists beside it."""

    def add_text(self, text: str) -> None:
        """Append text to the children."""
        if self.children and self.children[-1].kind == "text":
            self.children[-1].text += text
        elif text:
            self.children.append(Element("text", text))


@dataclass(slots=True, eq=False)
class Document:
    """The state that all parts of a text share while it is read."""

    options: Options
    links: dict[str, Link] = field(default_factory=dict)
    """By kramdown's normalised name: lower case, each run of white space one space."""
    attribute_lists: dict[str, Attributes] = field(default_factory=dict)
    """`{:name: …}`, by name."""
    footnotes: dict[str, Element] = field(default_factory=dict)
    """By name; the children are the footnote's blocks."""
    abbreviations: dict[str, str] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    """Header ids so far, with the number of times each was needed."""
    too_deep: bool = False
    """Whether blocks were nested too deeply to be read, and became text."""
    referred: list[str] = field(default_factory=list)
    """Names of footnotes, in the order of their first reference."""
    headers: list[Element] = field(default_factory=list)
    """All headers in order, each with its id if it has one."""
    toc_list: Element | None = None
    """The list that the table of contents replaces."""
    link: Callable[[str], str] = str
    """Turns the address of a link or image into the one to write."""

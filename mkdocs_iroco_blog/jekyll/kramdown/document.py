"""What a kramdown text is made of, as blocks and spans hand it on to each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Attributes = dict[str, str]
"""HTML attributes in the order written; classes are one text, joined by spaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """kramdown's options that change what a text means, with the defaults that Jekyll sets.

    https://kramdown.gettalong.org/options.html and https://jekyllrb.com/docs/configuration/markdown/
    """

    input: str = "GFM"
    """`GFM`, or `kramdown` for its own dialect."""
    hard_wrap: bool = False
    auto_ids: bool = True
    auto_id_prefix: str = ""
    auto_id_stripping: bool = False
    footnote_nr: int = 1
    toc_levels: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    header_offset: int = 0
    parse_block_html: bool = False
    parse_span_html: bool = True
    smart_quotes: tuple[str, ...] = ("lsquo", "rsquo", "ldquo", "rdquo")
    typographic_symbols: Mapping[str, str] = field(default_factory=dict)
    gfm_quirks: frozenset[str] = frozenset({"paragraph_end"})


@dataclass(frozen=True, slots=True)
class Link:
    """What a link definition says."""

    url: str
    title: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Footnote:
    """A footnote: its text as blocks, once parsed, and whether anything refers to it."""

    name: str
    content: Element
    number: int | None = None
    """In the order of first reference; none while nothing refers to it."""


@dataclass(slots=True, eq=False)
class Element:
    """A block or a span, named as kramdown names it (`p`, `header`, `ul`, `codeblock`, `em`, `html_element`, …)."""

    kind: str
    text: str = ""
    """A leaf's own text: of `p` and `header`, unparsed spans; of `codeblock`, its lines."""
    attributes: Attributes = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    options: dict[str, Any] = field(default_factory=dict)
    """What one kind alone has: a header's `level`, a list item's `task`, a table's `alignment`; of a block, `lists`,
    the insides of the attribute lists beside it."""


@dataclass(slots=True, eq=False)
class Document:
    """One text while it is read: what all of its parts may refer to."""

    options: Options
    links: dict[str, Link] = field(default_factory=dict)
    """By name as kramdown normalises it: white space joined, lower case."""
    attribute_lists: dict[str, Attributes] = field(default_factory=dict)
    """`{:name: …}`."""
    footnotes: dict[str, Footnote] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    """Header ids given so far, with how often."""
    too_deep: bool = False
    """Blocks lay deeper in each other than can be read, and came out as text."""
    referred: list[str] = field(default_factory=list)
    """Names of footnotes, in the order of their first reference."""
    link: Callable[[str], str] = str
    """Of a link's or picture's address, what stands for it in the Markdown that is written."""

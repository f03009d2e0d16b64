"""Python-Markdown, set up for text that was kramdown: what extensions it needs, and one of our own.

The extension reads what `kramdown` writes where no other extension has words for it:

- `{: #id .class }` alone in a paragraph gives a list, table, quotation, rule, definition list or maths above it
  its attributes; at the start of a list item, or of a definition, the item.
- HTML inside of a list item or a quotation, and elements that Python-Markdown does not know as blocks, stand as
  they are.
- A table whose header is empty has none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, ListIndentProcessor
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.treeprocessors import Treeprocessor

from .kramdown.html_tags import NAME, SPAN_ELEMENTS

NAME_OF_OWN = "mkdocs_iroco_blog.jekyll.markdown"
"""The extension in this module, as Python-Markdown finds it."""

_alone = re.compile(r"\{:[ ]*([^}\n]+)\}[ ]*(?:\n|\Z)")
_opening = re.compile(r"\{:[ ]*([^}\n]+)\}(?:[ ]+|(?=\n|\Z))")
_html = re.compile(rf"</?({NAME})(?=[\s/>])|<!--(?:(?!-->).)*-->\s*\Z", re.DOTALL)


class Attributes(BlockProcessor):
    """`{: … }` as a paragraph, or at the start of an item."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block opens with attributes that something can take."""
        return block.startswith("{:") and _target(parent, block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Give them to it; what follows them is read on."""
        block = blocks.pop(0)
        target, end, written = _target(parent, block) or (parent, 0, "")
        AttrListTreeprocessor(self.parser.md).assign_attrs(target, written)
        if rest := block[end:]:
            blocks.insert(0, rest)


def _target(parent: Element, block: str) -> tuple[Element, int, str] | None:
    """Whose attributes these are, where they end in the block, and what they say."""
    if len(parent) and (match := _alone.match(block)):
        return parent[-1], match.end(), match[1]
    if parent.tag in ("li", "dd") and not len(parent) and not parent.text and (match := _opening.match(block)):
        return parent, match.end(), match[1]
    return None


class NestedHtml(BlockProcessor):
    """A block that opens with HTML which is not a part of a paragraph."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        """Whether the block opens with such a tag, or a comment."""
        match = _html.match(block)
        return match is not None and (match[1] is None or match[1].lower() not in SPAN_ELEMENTS)

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Keep the block from everything else that reads Markdown."""
        block = blocks.pop(0)
        match = _html.match(block)
        md = self.parser.md
        if match and match[1] and match[1].lower() not in md.block_level_elements:
            md.block_level_elements.append(match[1].lower())  # else a paragraph would be put around it
        paragraph = Element("p")
        paragraph.text = md.htmlStash.store(block)
        parent.append(paragraph)


class HeaderlessTables(Treeprocessor):
    """Drops table headers that are empty."""

    def run(self, root: Element) -> None:
        """Look at all tables of a page."""
        for table in root.iter("table"):
            head = table.find("thead")
            if head is not None and all(not len(cell) and not (cell.text or "").strip() for cell in head.iter("th")):
                table.remove(head)


class KramdownExtension(Extension):
    """See the module."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Python-Markdown's hook."""
        md.registerExtension(self)
        md.parser.blockprocessors.register(Attributes(md.parser), "kramdown_attributes", 96)
        md.parser.blockprocessors.register(NestedHtml(md.parser), "kramdown_html", 84)
        md.treeprocessors.register(HeaderlessTables(md), "kramdown_tables", 25)
        # In a list, what is indented further may belong to a definition; def_list knows that of the outermost only.
        indent = md.parser.blockprocessors["indent"]
        assert isinstance(indent, ListIndentProcessor)
        indent.ITEM_TYPES, indent.LIST_TYPES = ["li", "dd"], ["ul", "ol", "dl"]


def makeExtension(**kwargs: Any) -> KramdownExtension:  # noqa: N802
    """Python-Markdown's way in."""
    return KramdownExtension(**kwargs)


@dataclass(frozen=True, slots=True)
class Need:
    """An extension that the written text needs."""

    name: str
    given_by: frozenset[str] = frozenset()
    """Extensions that bring it along, or do the same."""
    options: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Where the site sets them itself, its own count."""


_EXTRA = frozenset({"extra", "pymdownx.extra"})


def _need(name: str, *given_by: str, extra: bool = True, **options: Any) -> Need:
    more = _EXTRA if extra else frozenset()
    return Need(name, more | set(given_by), MappingProxyType(options))


NEEDED = (
    _need("toc", extra=False),
    _need("tables"),
    _need("attr_list"),
    _need("md_in_html"),
    _need("def_list"),
    _need("sane_lists", extra=False),
    _need("footnotes"),
    _need("abbr"),
    Need("pymdownx.superfences", frozenset({"pymdownx.extra"}), MappingProxyType({"preserve_tabs": True})),
    _need("pymdownx.tilde", extra=False, subscript=False, smart_delete=False),
    _need("pymdownx.tasklist", extra=False),
    _need("pymdownx.arithmatex", extra=False, generic=True),
    _need(NAME_OF_OWN, extra=False),
)
"""What text from `kramdown` needs, and in which setting."""


def with_needed(
    extensions: Sequence[str], configs: Mapping[str, Mapping[str, Any]], *, coloured_in_browser: bool = False
) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """A site's Markdown extensions and their options, with what is missing; nothing that the site sets is changed.

    `fenced_code`, which every MkDocs site has, may stay: superfences takes its place where it comes later in the list,
    as it does here. Where the theme colours code by a script (`coloured_in_browser`), and the site says nothing about
    highlighting, code is left to that script, which needs it without Pygments' marks.
    """
    names = list(extensions)
    options = {name: dict(said) for name, said in configs.items()}
    have = {_short(name): name for name in names}
    if coloured_in_browser and not have.keys() & {"pymdownx.highlight", "codehilite", "pymdownx.extra"}:
        names.append("pymdownx.highlight")
        options["pymdownx.highlight"] = {"use_pygments": False, **options.get("pymdownx.highlight", {})}
    for need in NEEDED:
        bundle = have.get("pymdownx.extra") if "pymdownx.extra" in need.given_by else None
        if need.name not in have and not have.keys() & need.given_by:
            names.append(need.name)
            have[need.name] = need.name
        if need.options and need.name in have:
            name = have[need.name]
            options[name] = {**need.options, **options.get(name, {})}
        elif need.options and bundle:
            said = options.setdefault(bundle, {})
            said[need.name] = {**need.options, **said.get(need.name, {})}
    return names, options


def _short(name: str) -> str:
    """An extension's name as MkDocs users write it: `markdown.extensions.` may be left out, or a class be named."""
    return name.partition(":")[0].removeprefix("markdown.extensions.")

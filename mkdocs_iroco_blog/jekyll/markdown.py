"""Sets up Python-Markdown for text that was kramdown: the extensions that it needs, and one of our own.

Our extension reads parts of the output of `kramdown` that no other extension can express:

- `{: #id .class }` or `{ #id .class }` alone in a paragraph sets the attributes of the list, table, quotation, rule,
  definition list or maths above it; at the start of a list item or a definition, those of the item.
- HTML inside a list item or a quotation stays as it is, and so do elements that Python-Markdown does not know as
  blocks.
- A table with an empty header has no header.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, ListIndentProcessor
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.treeprocessors import Treeprocessor

from .kramdown.html_tags import NAME, SPAN_ELEMENTS

KRAMDOWN_EXTENSION = "mkdocs_iroco_blog.jekyll.markdown"
"""The name by which Python-Markdown finds the extension in this module."""

_list = r"\{(?::[ ]*|[ ]+(?=[#.][\w-]|[\w-]+=))([^}\n]+)\}"
_alone = re.compile(rf"{_list}[ ]*(?:\n|\Z)")
_opening = re.compile(rf"{_list}(?:[ ]+|(?=\n|\Z))")
_html = re.compile(rf"</?({NAME})(?=[\s/>])|<!--(?:(?!-->).)*-->\s*\Z", re.DOTALL)


class AttributeLists(BlockProcessor):
    """Reads `{: … }` as a paragraph, or at the start of an item."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block opens with attributes for an element."""
        return block.startswith(("{:", "{ ")) and _target(parent, block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Set the attributes, and leave the rest of the block to other processors."""
        block = blocks.pop(0)
        target, match = _target(parent, block) or (parent, None)
        assert match is not None
        AttrListTreeprocessor(self.parser.md).assign_attrs(target, match[1])
        if rest := block[match.end() :]:
            blocks.insert(0, rest)


def _target(parent: Element, block: str) -> tuple[Element, re.Match[str]] | None:
    """The element that the attributes belong to, and the match of the attribute list."""
    if len(parent) and (match := _alone.match(block)):
        return parent[-1], match
    if parent.tag in ("li", "dd") and not len(parent) and not parent.text and (match := _opening.match(block)):
        return parent, match
    return None


class NestedHtml(BlockProcessor):
    """Reads a block that opens with HTML, unless the HTML can be part of a paragraph."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        """Whether the block opens with such a tag or a comment."""
        match = _html.match(block)
        return match is not None and (match[1] is None or match[1].lower() not in SPAN_ELEMENTS)

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Stash the block, so that nothing else reads Markdown in it."""
        block = blocks.pop(0)
        match = _html.match(block)
        md = self.parser.md
        if match and match[1] and match[1].lower() not in md.block_level_elements:
            md.block_level_elements.append(match[1].lower())  # else it would become a paragraph
        paragraph = Element("p")
        paragraph.text = md.htmlStash.store(block)
        parent.append(paragraph)


class HeaderlessTables(Treeprocessor):
    """Removes empty table headers."""

    def run(self, root: Element) -> None:
        """Check all tables of a page."""
        for table in root.iter("table"):
            head = table.find("thead")
            if head is not None and all(not len(cell) and not (cell.text or "").strip() for cell in head.iter("th")):
                table.remove(head)


class KramdownExtension(Extension):
    """The extension that the module's docstring describes."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processors; Python-Markdown calls this."""
        md.registerExtension(self)
        md.parser.blockprocessors.register(AttributeLists(md.parser), "kramdown_attributes", 96)
        md.parser.blockprocessors.register(NestedHtml(md.parser), "kramdown_html", 84)
        md.treeprocessors.register(HeaderlessTables(md), "kramdown_tables", 25)
        # Indented blocks in a list may belong to a definition; def_list handles that only outside lists.
        indent = md.parser.blockprocessors["indent"]
        assert isinstance(indent, ListIndentProcessor)
        indent.ITEM_TYPES, indent.LIST_TYPES = ["li", "dd"], ["ul", "ol", "dl"]


def makeExtension(**kwargs: Any) -> KramdownExtension:  # noqa: N802
    """Make the extension; Python-Markdown calls this."""
    return KramdownExtension(**kwargs)


_REQUIRED: Mapping[str, Mapping[str, Any]] = {
    **{key: {} for key in ("toc", "tables", "attr_list", "md_in_html", "def_list", "sane_lists", "footnotes", "abbr")},
    "pymdownx.superfences": {"preserve_tabs": True},
    "pymdownx.tilde": {"subscript": False, "smart_delete": False},
    "pymdownx.tasklist": {},
    "pymdownx.arithmatex": {"generic": True},
    KRAMDOWN_EXTENSION: {},
}
"""The extensions that text from `kramdown` needs, with the options to set where the site does not."""
_EXTRA = frozenset({"tables", "attr_list", "md_in_html", "def_list", "footnotes", "abbr"})
_BUNDLES = {"extra": _EXTRA, "pymdownx.extra": _EXTRA | {"pymdownx.superfences"}}
"""Required extensions that others include or replace."""


def add_required_extensions(
    extensions: Sequence[str], configs: Mapping[str, Mapping[str, Any]], *, coloured_in_browser: bool = False
) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """Add the missing extensions and options to a site's; those that the site sets stay unchanged.

    `fenced_code`, which every MkDocs site has, may stay: superfences replaces it if it comes later in the list, as
    here. If a script of the theme colours code (`coloured_in_browser`) and the site does not set up highlighting,
    Pygments is turned off, as the script needs code without its markup.
    """
    names = list(extensions)
    options = {name: dict(config) for name, config in configs.items()}
    # MkDocs users may add `markdown.extensions.` or name a class.
    present = {name.partition(":")[0].removeprefix("markdown.extensions."): name for name in names}
    if coloured_in_browser and not present.keys() & {"pymdownx.highlight", "codehilite", "pymdownx.extra"}:
        names.append("pymdownx.highlight")
        options["pymdownx.highlight"] = {"use_pygments": False, **options.get("pymdownx.highlight", {})}
    for required, defaults in _REQUIRED.items():
        bundle = next((name for name, bundled in _BUNDLES.items() if name in present and required in bundled), None)
        if required not in present and bundle is None:
            names.append(required)
            present[required] = required
        if defaults and required in present:
            name = present[required]
            options[name] = {**defaults, **options.get(name, {})}
        elif defaults and bundle:
            config = options.setdefault(present[bundle], {})
            config[required] = {**defaults, **config.get(required, {})}
    return names, options

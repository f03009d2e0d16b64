"""Finds the Markdown extensions that the imported text needs, and converts it as the new site will."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown import Markdown
from markdown.extensions.toc import slugify as toc_slugify
from pymdownx.slugs import slugify
from pymdownx.superfences import fence_code_format
from selectolax.lexbor import LexborHTMLParser

from mkdocs_iroco_blog.cli.importing.front_matter import LowerCaseSlugs, Name
from mkdocs_iroco_blog.jekyll.markdown import KRAMDOWN_EXTENSION, add_required_extensions

_ALWAYS = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs switches on by itself."""
_SIGNS: Mapping[str, re.Pattern[str]] = {
    "attr_list": re.compile(r"\{:?[ ]*[#.\w]"),
    "md_in_html": re.compile("<"),
    "def_list": re.compile(r"^[ >]*:[ ]", re.MULTILINE),
    "sane_lists": re.compile(r"^[ >]*(?:[*+-]|\d+\.)[ ]", re.MULTILINE),
    "footnotes": re.compile(r"\[\^"),
    "abbr": re.compile(r"^\*\[", re.MULTILINE),
    "pymdownx.superfences": re.compile(r"^[ >]*(?:```|~~~)", re.MULTILINE),
    "pymdownx.tilde": re.compile(r"~|\\ "),
    "pymdownx.tasklist": re.compile(r"\[[ xX]\]"),
    "pymdownx.arithmatex": re.compile(r"\$|\\\\?[(\[]|\\begin\b"),
    "pymdownx.highlight": re.compile(r"^[ >]*(?:```|~~~|    )", re.MULTILINE),
    KRAMDOWN_EXTENSION: re.compile(r"\{:?[ ]|<|^[ >]*\|[ |]+$|^[ >]*:[ ]", re.MULTILINE),
}
"""Signs in a text without which an extension changes nothing in it."""
_AROUND_BLOCKS = re.compile(
    r"\s*(</?(?:blockquote|body|br|dd|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|section|table|tbody|td|th|thead|tr|ul)\b[^<>]*>)\s*"
)
"""The tag of a block or a line break with the space around it, which nobody sees."""
_WITH_ID = ", ".join(f"h{level}[id]" for level in range(1, 7))
_UNICODE = "pymdownx.slugs.slugify"
_MERMAID = {"name": "mermaid", "class": "mermaid", "format": Name("pymdownx.superfences.fence_code_format")}


def _value(option: Any) -> Any:
    """Return the value that an option has once `mkdocs.yml` is read."""
    if option == [_MERMAID]:
        return [{**_MERMAID, "format": fence_code_format}]
    return slugify(case="lower") if isinstance(option, LowerCaseSlugs) else option


class Converter:
    """Converts text as the new site will."""

    def __init__(self, extensions: Sequence[str], configs: Mapping[str, Mapping[str, Any]]) -> None:
        self._markdown = Markdown(
            extensions=list(extensions), extension_configs={key: dict(value) for key, value in configs.items()}
        )

    def html(self, text: str) -> str:
        """Convert a text."""
        self._markdown.reset()
        return str(self._markdown.convert(text))

    def tree(self, text: str, links: Mapping[str, str] | None = None, ids: Collection[str] | None = None) -> str:
        """Convert a text to HTML in which equal trees are equal. `links` has addresses to replace by others.

        If there are `ids`, headings have no others.
        """
        return normal_html(self.html(text), links, ids)


def normal_html(html: str, links: Mapping[str, str] | None = None, ids: Collection[str] | None = None) -> str:
    """Return HTML as a browser reads it: `&quot;` and `"` are one. The other arguments are those of `tree`."""
    body = LexborHTMLParser(html).body
    if body is None:
        return ""
    for node in body.css(_WITH_ID):
        if ids is not None and node.attributes["id"] not in ids:
            del node.attrs["id"]
    for node in body.css("a, img"):
        attributes = {name: (links or {}).get(value or "", value) for name, value in node.attributes.items()}
        for name in attributes:
            del node.attrs[name]
        if node.tag == "img":
            attributes.setdefault("alt", "")  # as Markdown does
        for name in sorted(attributes):
            node.attrs[name] = attributes[name]
    return _AROUND_BLOCKS.sub(r"\1", body.html or "")


@dataclass(frozen=True, slots=True)
class Extensions:
    """Extensions of Markdown with their options, as in `mkdocs.yml`."""

    names: tuple[str, ...]
    configs: Mapping[str, Mapping[str, Any]]

    def converter(self) -> Converter:
        """Return a converter with these extensions."""
        configs = {
            name: {key: _value(option) for key, option in options.items()} for name, options in self.configs.items()
        }
        return Converter(self.names, {name: configs[name] for name in self.names if name in configs})

    def without(self, name: str) -> Extensions:
        """Return all but one extension."""
        return Extensions(tuple(other for other in self.names if other != name), self.configs)

    def without_option(self, name: str, option: str) -> Extensions:
        """Return the same extensions, one without an option."""
        fewer = {key: value for key, value in self.configs.get(name, {}).items() if key != option}
        return Extensions(self.names, {**self.configs, name: fewer})

    def listed(self) -> list[Any]:
        """Return the entries of `markdown_extensions`: those that MkDocs would not switch on by itself."""
        entries = [(name, self.configs.get(name, {})) for name in self.names]
        return [{name: dict(config)} if config else name for name, config in entries if config or name not in _ALWAYS]


def all_extensions(slugs: str, *, coloured_in_browser: bool, diagrams: bool) -> Extensions:
    """Return every extension that text from a Jekyll site may need. `slugs` is a function for ids of headings.

    `diagrams` tells whether the theme draws the diagrams of Mermaid.
    """
    configs: dict[str, dict[str, Any]] = {"toc": {"slugify": LowerCaseSlugs(slugs)}} if slugs else {}
    if diagrams:
        configs["pymdownx.superfences"] = {"custom_fences": [_MERMAID]}
    names, required = add_required_extensions(_ALWAYS, configs, coloured_in_browser=coloured_in_browser)
    return Extensions(tuple(names), required)


def needed_extensions(texts: Sequence[str], everything: Extensions) -> Extensions:
    """Leave out each extension without which no text changes, and each option of the others."""
    tree = cache(everything.converter().tree)
    current = everything
    for name in [name for name in everything.names if name not in _ALWAYS]:
        concerned = [text for text in texts if _SIGNS[name].search(text)]
        if _suffices(fewer := current.without(name), concerned, tree):
            current = fewer
            continue
        for option in current.configs.get(name, {}):
            if _suffices(fewer := current.without_option(name, option), concerned, tree):
                current = fewer
    return current


def _suffices(extensions: Extensions, texts: Sequence[str], tree: Callable[[str], str]) -> bool:
    """Whether these extensions make the same pages."""
    converter = extensions.converter()
    try:
        return all(tree(text) == converter.tree(text) for text in texts)
    except Exception:  # noqa: BLE001 - an extension may fail on the syntax of one that is left out
        return False


def choose_slugs(headings: Iterable[tuple[str, str]]) -> str:
    """Choose the function that makes most ids of headings: the host's, named empty, or one that keeps accents.

    `headings` are the texts of headings with their ids.
    """
    pairs = list(headings)
    default, unicode = (
        sum(make(text, "-") == name for text, name in pairs) for make in (toc_slugify, slugify(case="lower"))
    )
    return _UNICODE if unicode > default else ""

"""The values that fragments work with."""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Mapping, Sequence
from typing import Any, Union, get_args, get_origin

from markupsafe import Markup

from mkdocs_iroco_blog.core import links
from mkdocs_iroco_blog.core.option_types import describe, either
from mkdocs_iroco_blog.layout.context import blog, lists, parts, post

from .attributes import attributes
from .markdown import table

_WORDS: Mapping[Any, str] = {types.NoneType: "none", Markup: "HTML"}
_CONTEXT = {module.__name__: module for module in (links, parts, post, lists, blog)}

TOPICS: Mapping[type, Mapping[str, str]] = {
    post.PostContext: {
        "title": "Title, address and dates",
        "authors": "Authors and terms",
        "description": "Facts",
        "lang": "Language, picture, licence, front matter",
        "heading": "Text",
        "toc": "Links to other pages and headings",
    },
    lists.ViewContext: {
        "kind": "Heading and introduction",
        "entries": "A view",
        "terms": "An overview",
        "translations": "Links",
    },
}
"""Parts of long tables, by the attribute that opens each."""


def entries(_: str) -> str:
    """Return a section with a table of attributes for each class."""
    return "\n\n".join(map(_entry, context_classes()))


def context_classes() -> list[type]:
    """Return the classes of the values that fragments get, then the classes that these are made of."""
    passed = [post.PostContext, lists.ViewContext, lists.PagerContext, blog.BlogContext]
    values = [value for module in _CONTEXT.values() for value in vars(module).values()]
    defined = dict.fromkeys(value for value in values if inspect.isclass(value) and value.__module__ in _CONTEXT)
    return [*passed, *(cls for cls in defined if cls not in passed)]


def heading_of(cls: type) -> str:
    """Return the heading of a class's section in the manual."""
    return f"The {_name(cls)}"


def anchor_of(cls: type) -> str:
    """Return the id of that heading."""
    return heading_of(cls).lower().replace(" ", "-")


def in_words(hint: Any) -> str:
    """Name a type of the context, with a link to the classes that the manual describes."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, Union):
        return either(map(in_words, inner))
    if origin is Sequence:
        return f"a list of {_plural(inner[0])}"
    if origin is Mapping and inner[1] is not Any:
        return f"a mapping of names to {_plural(inner[1])}"
    if origin is None and hint.__module__ in _CONTEXT:
        name = _name(hint)
        return f"{'an' if name[0] in 'aeiou' else 'a'} [{name}](#{anchor_of(hint)})"
    return _WORDS[hint] if hint in _WORDS else describe(hint)


def _plural(hint: Any) -> str:
    if getattr(hint, "__module__", "") in _CONTEXT:
        return f"[{_name(hint)}s](#{anchor_of(hint)})"
    return "texts" if hint is str else in_words(hint)


def _entry(cls: type) -> str:
    rows: list[tuple[str, str, str]] = []
    for attribute in attributes(cls):
        if topic := TOPICS.get(cls, {}).get(attribute.name):
            rows.append((f"**{topic}**", "", ""))
        rows.append((f"`{attribute.name}`", in_words(attribute.hint), attribute.doc))
    values = table(["Attribute", "Type", "Meaning"], rows)
    return f"### {heading_of(cls)}\n\n{inspect.getdoc(cls)}\n\n{values}"


def _name(cls: type) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__.removesuffix("Context")).lower()

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
        return "a list of texts" if inner == (str,) else f"a list: {in_words(inner[0])} each"
    if origin is Mapping and inner[1] is not Any:
        return f"a mapping: a name, and {in_words(inner[1])} each"
    if origin is None and hint.__module__ in _CONTEXT:
        name = _name(hint)
        return f"{'an' if name[0] in 'aeiou' else 'a'} [{name}](#{anchor_of(hint)})"
    return _WORDS[hint] if hint in _WORDS else describe(hint)


def _entry(cls: type) -> str:
    rows = [(f"`{attribute.name}`", in_words(attribute.hint), attribute.doc) for attribute in attributes(cls)]
    values = table(["Attribute", "What it is", "More"], rows)
    return f"### {heading_of(cls)}\n\n{inspect.getdoc(cls)}\n\n{values}"


def _name(cls: type) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__.removesuffix("Context")).lower()

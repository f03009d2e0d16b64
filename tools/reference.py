"""An MkDocs hook that generates the manual's reference from the code.

A comment on its own line marks the place, such as `<!-- reference: options post_dir -->`.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import sys
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import zip_longest
from typing import Any, Union, get_args, get_origin, get_type_hints

import yaml
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core import links, options
from mkdocs_iroco_blog.core.inserts.keys import INSERTS, Key
from mkdocs_iroco_blog.core.option_types import describe, either
from mkdocs_iroco_blog.core.posts.fields import FIELDS, Field, json_schema
from mkdocs_iroco_blog.layout.context import blog, lists, parts, post

SCHEMA = "front-matter.schema.json"
_PLACE = re.compile(r"^<!-- reference: (?P<part>\w+)(?: (?P<first>\w+))? -->$", re.MULTILINE)
_WORDS: Mapping[Any, str] = {types.NoneType: "none", Markup: "HTML"}
_CONTEXT = {module.__name__: module for module in (links, parts, post, lists, blog)}


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a class, with the docstring beneath it."""

    name: str
    hint: Any
    default: ast.expr | None
    doc: str
    lines: tuple[int, int]
    """The first line, and the last of its docstring."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the JSON Schema of front matter."""
    files.append(File.generated(config, SCHEMA, content=json.dumps(json_schema(), indent=2) + "\n"))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Insert the reference at the marked places."""
    places = [match.groups() for match in _PLACE.finditer(markdown)]
    groups = {group[0].name for group in option_groups()}
    marked = {first for part, first in places if part == "options"}
    if marked and marked != groups:
        names = ", ".join(sorted(marked ^ groups))
        raise PluginError(f"{page.file.src_uri}: these do not open groups both here and in the code: {names}.")
    return _PLACE.sub(lambda match: _PARTS[match["part"]](match["first"] or ""), markdown)


def attributes(cls: type) -> list[Attribute]:
    """Return a class's annotated attributes in the order of its source."""
    tree = ast.parse(inspect.getsource(sys.modules[cls.__module__]))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__)
    hints = get_type_hints(cls)
    result = []
    for node, below in zip_longest(body, body[1:]):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            doc = _docstring(below)
            end = below.end_lineno if doc and below else node.end_lineno
            result.append(Attribute(node.target.id, hints[node.target.id], node.value, doc, (node.lineno, end or 0)))
    return result


def option_groups() -> list[list[Attribute]]:
    """Return the options in groups, which blank lines separate in the class."""
    groups: list[list[Attribute]] = []
    end = 0
    for option in attributes(options.Options):
        if option.lines[0] > end + 1:
            groups.append([])
        groups[-1].append(option)
        end = option.lines[1]
    return groups


def context_classes() -> list[type]:
    """Return the classes of the values that fragments get, then the classes that these are made of."""
    passed = [post.PostContext, lists.ViewContext, lists.PagerContext, blog.BlogContext]
    values = [value for module in _CONTEXT.values() for value in vars(module).values()]
    defined = dict.fromkeys(value for value in values if inspect.isclass(value) and value.__module__ in _CONTEXT)
    return [*passed, *(cls for cls in defined if cls not in passed)]


def anchor_of(cls: type) -> str:
    """Return the id of a context class's section in the manual."""
    return "the-" + _name(cls).replace(" ", "-")


def default_of(option: Attribute) -> str:
    """Return an option's default as `mkdocs.yml` would set it."""
    call = option.default
    if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "field":
        [value] = [keyword.value for keyword in call.keywords if keyword.arg == "default"]
        return _function(value)
    return as_yaml(ast.literal_eval(call) if call else None)


def as_yaml(value: object) -> str:
    """Return a value as YAML on one line."""
    if isinstance(value, str):
        try:
            plain = yaml.safe_load(value) == value
        except yaml.YAMLError:
            plain = False
        return value if plain else json.dumps(value)
    return json.dumps(value)


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


def fragment_headers() -> Iterator[tuple[str, list[str]]]:
    """Yield each fragment's name, with the lines of its opening comment."""
    folder = resources.files("mkdocs_iroco_blog.layout") / "templates" / "iroco_blog"
    yield from _headers(folder, "")


def _headers(folder: Traversable, above: str) -> Iterator[tuple[str, list[str]]]:
    for file in sorted(folder.iterdir(), key=lambda file: (file.is_dir(), file.name)):
        name = above + file.name
        if file.is_dir():
            yield from _headers(file, f"{name}/")
        elif name.endswith(".html"):
            comment = re.match(r"\{#-(.*?)-#\}", file.read_text(encoding="utf-8"), re.DOTALL)
            if comment is None:
                raise PluginError(f"{name} has no opening comment. Add one that describes it.")
            yield name, [line.strip() for line in comment[1].strip().splitlines()]


def _options(first: str) -> str:
    group = next(group for group in option_groups() if group[0].name == first)
    return "\n\n".join(_option(option) for option in group)


def _option(option: Attribute) -> str:
    default = default_of(option)
    text = "not set" if default == "null" else f"`{default}`"
    takes = f"Takes {describe(option.hint)}. Default: {text}."
    return f"### `{option.name}` {{ #{option.name} }}\n\n{option.doc}\n\n{takes}\n{{ .takes }}"


def _front_matter(_: str) -> str:
    return "\n\n".join(map(_field, FIELDS))


def _field(field: Field) -> str:
    aliases = "".join(f" Also written `{alias}`." for alias in field.aliases)
    words = ", ".join(f"`{word}`" for word in field.elsewhere)
    aliases += f" Other tools' words for it: {words}." if words else ""
    return (
        f"### `{field.name}` {{ #{field.name} }}\n\n{field.does}\n\n"
        f"Takes {field.forms}. Default: {field.default}.{aliases}\n{{ .takes }}\n\n```yaml\n{field.example}\n```"
    )


def _inserts(_: str) -> str:
    return "\n\n".join(_insert(name, list(kind.keys.values())) for name, kind in INSERTS.items())


def _insert(name: str, keys: Sequence[Key]) -> str:
    rows = [f"| `{key.name}` | {key.forms[0].upper()}{key.forms[1:]} | {key.does} | `{key.example}` |" for key in keys]
    table = "\n".join(["| Key | Value | What it does | Example |", "| --- | --- | --- | --- |", *rows])
    return f"### `iroco-blog/{name}` {{ #{name}-keys }}\n\n{INSERTS[name].does}\n\n{table}"


def _fragments(_: str) -> str:
    return "\n\n".join(_fragment(name, lines) for name, lines in fragment_headers())


def _fragment(name: str, lines: list[str]) -> str:
    facts = [line for line in lines if line.startswith(("Gets:", "Includes:", "Blocks:"))]
    text = " ".join(line for line in lines if line not in facts).replace("<", "&lt;")
    return f"### `{name}` {{ #{name.removesuffix('.html').replace('/', '-')} }}\n\n{text}\n\n" + "\n".join(
        f"- {fact}" for fact in facts
    )


def _context(_: str) -> str:
    return "\n\n".join(map(_class, context_classes()))


def _class(cls: type) -> str:
    rows = [f"| `{attribute.name}` | {in_words(attribute.hint)} | {attribute.doc} |" for attribute in attributes(cls)]
    table = "\n".join(["| Attribute | What it is | More |", "| --- | --- | --- |", *rows])
    return f"### {_name(cls).capitalize()} {{ #{anchor_of(cls)} }}\n\n{inspect.getdoc(cls)}\n\n{table}"


def _name(cls: type) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__.removesuffix("Context")).lower()


def _docstring(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return inspect.cleandoc(node.value.value)
    return ""


def _function(value: ast.expr) -> str:
    """Write a function with the YAML tags that MkDocs' configuration takes."""
    if isinstance(value, ast.Call):
        words = {word.arg: ast.literal_eval(word.value) for word in value.keywords}
        arguments = ", ".join(f"{name}: {as_yaml(word)}" for name, word in words.items())
        return f"!!python/object/apply:{_path(value.func)} {{kwds: {{{arguments}}}}}"
    return f"!!python/name:{_path(value)}"


def _path(name: ast.expr) -> str:
    function = vars(options)[ast.unparse(name)]
    return f"{function.__module__}.{function.__qualname__}"


_PARTS: Mapping[str, Callable[[str], str]] = {
    "options": _options, "front_matter": _front_matter, "fragments": _fragments, "context": _context,
    "inserts": _inserts,
}  # fmt: skip

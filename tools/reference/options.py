"""The options, from their class and from the examples in `options.yml`."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import yaml

from mkdocs_iroco_blog.core import options
from mkdocs_iroco_blog.core.option_types import describe

from . import markdown
from .attributes import Attribute, attributes

FIRST = ("blog_dir", "lang", "timezone", "post_url_format", "view_style")
"""The options that most blogs should look at."""
TOPICS = {
    "enabled": "The blog",
    "post_dir": "Posts",
    "view_style": "Views",
    "archive": "Archive pages",
    "categories": "Category pages",
    "tags": "Tag pages",
    "series": "Series pages",
    "authors": "Author pages",
    "pagination": "Numbered pages",
    "feeds": "Feeds and metadata",
    "draft": "Drafts",
    "ignore": "Messages",
    "cache": "The cache",
}
"""The page's headings, by the first option below each."""
EXAMPLES = Path(__file__).with_name("options.yml")
_EXAMPLE = re.compile(r"^(?P<name>\w+):.*\n(?:[ -].*\n)*", re.MULTILINE)


def all_options() -> list[Attribute]:
    """Return the options in the order of the class."""
    return attributes(options.Options)


def option_groups() -> list[list[Attribute]]:
    """Return the options in groups, which blank lines separate in the class."""
    groups: list[list[Attribute]] = []
    end = 0
    for option in all_options():
        if option.lines[0] > end + 1:
            groups.append([])
        groups[-1].append(option)
        end = option.lines[1]
    return groups


def table(_: str) -> str:
    """Return a table of all options, a line each: the first ones, then the others by topic."""
    rows = [_row(option) for name in FIRST for option in all_options() if option.name == name]
    for group in option_groups():
        rows.append((markdown.topic(TOPICS[group[0].name]), "", ""))
        rows += [_row(option) for option in group if option.name not in FIRST]
    return markdown.table(["Option", "Default", "What it does"], rows)


def _row(option: Attribute) -> tuple[str, str, str]:
    return f"[`{option.name}`](#{option.name})", short_default(option), summary(option)


def summary(option: Attribute) -> str:
    """Return the first sentence of an option's description."""
    return markdown.first_sentence(option.doc)


def short_default(option: Attribute) -> str:
    """Return an option's default in a few words."""
    default = default_of(option)
    return "not set" if default == "null" else "a function" if default.startswith("!!") else f"`{default}`"


def entries(first: str) -> str:
    """Return a section for each option of the group that an option opens."""
    group = next(group for group in option_groups() if group[0].name == first)
    shown = examples()
    return "\n\n".join(_entry(option, shown[option.name]) for option in group)


def _entry(option: Attribute, example: str) -> str:
    default = default_of(option)
    text = "not set" if default == "null" else f"`{default}`"
    takes = f"Takes {describe(option.hint)}. Default: {text}."
    return f"### `{option.name}`\n\n{option.doc}\n\n{takes}\n\n```yaml\n{example}```"


def examples() -> dict[str, str]:
    """Return an example for each option, as `mkdocs.yml` has it below the plugin's name."""
    return {match["name"]: match[0] for match in _EXAMPLE.finditer(EXAMPLES.read_text(encoding="utf-8"))}


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

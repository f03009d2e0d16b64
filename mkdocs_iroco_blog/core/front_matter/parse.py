"""Parses front matter by Jekyll's rules, with the line of every key and the text of every scalar."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import yaml
from frontmatter.default_handlers import BaseHandler

from mkdocs_iroco_blog.core.findings import Finding, Note, Problem

from .yaml_errors import shape_problem, syntax_problem

_T = TypeVar("_T")
Raw = str | list["Raw"] | dict[str, "Raw"] | None
"""A YAML value with every scalar as text: `3.10` stays `3.10`."""

_SAFE_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in (
    "binary", "bool", "float", "int", "map", "merge", "null", "omap", "pairs", "seq", "set", "str", "timestamp", "value"
))  # fmt: skip
_MERGE = "tag:yaml.org,2002:merge"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's safe loader, but an invalid scalar, such as a date that does not exist, stays text."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: FBT001, FBT002 - PyYAML's own
        try:
            return super().construct_object(node, deep=deep)
        except ValueError:
            return node.value


class JekyllHandler(BaseHandler):
    """Splits a text where Jekyll does, and composes YAML nodes instead of values.

    Jekyll's `YAML_FRONT_MATTER_REGEXP` expects a first line of `---`, and a last line of `---` or `...`.
    https://jekyllrb.com/docs/front-matter/
    """

    FM_BOUNDARY = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)

    def split(self, text: str) -> tuple[str, str]:
        """Return the YAML and the text below it. Raises `ValueError` if there is no front matter."""
        match = self.FM_BOUNDARY.match(text)
        if match is None:
            raise ValueError("no front matter")
        return match[1], text[match.end() :]

    def load(self, fm: str) -> Any:
        """Return the root node, its keys with their lines, and the values. Raises `yaml.YAMLError`.

        Constructing the values merges `<<` into the node, so the keys are listed first.
        """
        loader = _Loader(fm)
        try:
            node = loader.get_single_node()
            _refuse_tags(node)
            pairs = node.value if isinstance(node, yaml.MappingNode) else ()
            keys = [(str(key.value), key.start_mark.line) for key, _ in pairs if key.tag != _MERGE]
            return node, keys, None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()


_HANDLER = JekyllHandler()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a Markdown file, and the text below it."""

    meta: Mapping[str, Any]
    """YAML values, for templates and for the host."""
    raw: Mapping[str, Raw]
    """The same values with scalars as text, for fields to read."""
    lines: Mapping[str, int]
    """The line of each key, counted from 1 at the top of the file."""
    body: str
    """The Markdown below the front matter, with `\\n` line ends."""
    findings: tuple[Finding, ...] = ()


def read_front_matter(source: str, data: bytes) -> FrontMatter | Problem:
    """Split and parse a file; return a `Problem` if nothing of it is usable."""
    text = _decoded(source, data)
    if isinstance(text, Problem):
        return text
    if not text.strip():
        return Problem(source, 1, "The file is empty.", "Write a post in it, or delete it.", no_page=True)
    try:
        head, body = _HANDLER.split(text)
    except ValueError:
        return FrontMatter({}, {}, {}, text, _unclosed(source, text))
    return _parsed(source, head, body, first=2)


def read_yaml_file(source: str, data: bytes) -> FrontMatter | Problem:
    """Parse a YAML file in the same way; its `body` is empty."""
    text = _decoded(source, data)
    return text if isinstance(text, Problem) else _parsed(source, text, "", first=1)


def merged(outer: FrontMatter, inner: FrontMatter) -> FrontMatter:
    """Apply the defaults in `outer` to `inner`: join lists, merge mappings, replace anything else.

    This is the rule of Material's meta plugin: https://squidfunk.github.io/mkdocs-material/plugins/meta/
    """
    return replace(inner, meta=_joined(outer.meta, inner.meta), raw=_joined(outer.raw, inner.raw))


def _joined(outer: Any, inner: Any) -> Any:
    if isinstance(outer, Mapping) and isinstance(inner, Mapping):
        return {**outer, **{key: _joined(outer.get(key), value) for key, value in inner.items()}}
    return [*outer, *inner] if isinstance(outer, list) and isinstance(inner, list) else inner


def _decoded(source: str, data: bytes) -> str | Problem:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = f"The file is not UTF-8: it has the byte {data[error.start]:#04x} here."
        return Problem(source, line, what, "Save it as UTF-8.", no_page=True)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_yaml_value(source: str, data: bytes) -> Any:
    """Parse a YAML file of any value; return a `Problem` if it is not YAML."""
    text = _decoded(source, data)
    return text if isinstance(text, Problem) else _guarded(source, text, 1, lambda: _HANDLER.load(text)[2])


def _parsed(source: str, head: str, body: str, *, first: int) -> FrontMatter | Problem:
    def parse() -> FrontMatter | Problem:
        node, keys, values = _HANDLER.load(head)
        if node is not None and not isinstance(values, dict):
            return shape_problem(source, head, node, values, first)
        known: dict[int, Raw] = {}
        raw = {str(key.value): _as_text(value, known) for key, value in (node.value if node else ())}
        lines = {key: line + first for key, line in keys}
        meta = {str(key): value for key, value in (values or {}).items()}
        return FrontMatter(meta, raw, lines, body, tuple(_duplicate_notes(source, keys, first)))

    return _guarded(source, head, first, parse)


def _guarded(source: str, text: str, first: int, parse: Callable[[], _T]) -> _T | Problem:
    """Call `parse`, and turn the errors of the YAML parser into a Problem."""
    try:
        return parse()
    except yaml.MarkedYAMLError as error:
        return syntax_problem(source, text, error, first)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first
        what = f"YAML does not allow the character {error.character:#06x}."
        return Problem(source, line, what, "Delete it. Your editor may not show it.", no_page=True)
    except RecursionError:
        return Problem(source, first, "The values are nested too deeply.", "Remove some levels.", no_page=True)


def _duplicate_notes(source: str, keys: list[tuple[str, int]], first: int) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for key, line in keys:
        if key in seen:
            what = f"`{key}` is already on line {seen[key]}; the last one is used."
            yield Note(source, line + first, what, "Delete one of them.")
        seen[key] = line + first


def _as_text(node: yaml.Node, known: dict[int, Raw]) -> Raw:
    """Convert a node to text values. Aliases share one value, so that a few lines cannot expand without limit."""
    if id(node) not in known:
        known[id(node)] = None  # for an alias inside its own anchor
        if isinstance(node, yaml.ScalarNode):
            known[id(node)] = None if node.tag == "tag:yaml.org,2002:null" else str(node.value)
        elif isinstance(node, yaml.SequenceNode):
            known[id(node)] = [_as_text(item, known) for item in node.value]
        else:
            known[id(node)] = {str(key.value): _as_text(value, known) for key, value in node.value}
    return known[id(node)]


def _refuse_tags(node: yaml.Node | None) -> None:
    """Raise if a tag would create a Python object: a post may come from anybody."""
    seen: set[int] = set()
    stack = [node] if node else []
    while stack:
        item = stack.pop()
        if id(item) in seen:
            continue
        seen.add(id(item))
        if item.tag not in _SAFE_TAGS:
            tag = item.tag.replace("tag:yaml.org,2002:", "!!")
            raise yaml.MarkedYAMLError(None, None, f"the tag `{tag}` is not allowed", item.start_mark)
        if isinstance(item, yaml.CollectionNode):
            stack.extend(part for entry in item.value for part in (entry if isinstance(entry, tuple) else (entry,)))


def _unclosed(source: str, text: str) -> tuple[Finding, ...]:
    first, _, rest = text.partition("\n")
    if first.rstrip() != "---" or not re.match(r"[A-Za-z_]\w*:", rest):
        return ()
    what = "The front matter that starts here has no closing line."
    return (Problem(source, 1, what, "Write a line of three dashes, `---`, below its last key."),)

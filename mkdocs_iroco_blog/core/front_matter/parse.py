"""Reads front matter in YAML, TOML or MultiMarkdown, with the line of every key and the text of every scalar."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import yaml

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import front_matter as messages

from .multimarkdown import as_lists, split_metadata
from .syntax import Syntax
from .toml import load_toml, toml_lines, toml_problem
from .yaml_errors import shape_problem, syntax_problem
from .yaml_nodes import load_yaml, nested_lines

_DEPTH = 3
"""The levels of keys whose lines are listed for a YAML file."""
_T = TypeVar("_T")
Raw = str | list["Raw"] | dict[str, "Raw"] | None
"""A YAML value with every scalar as text: `3.10` stays `3.10`."""

_YAML = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)
"""Jekyll's `YAML_FRONT_MATTER_REGEXP`. https://jekyllrb.com/docs/front-matter/"""
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)


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
    syntax: Syntax = "yaml"
    places: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """The file and line of each key in a file of defaults. Front matter has those of its defaults."""

    def place(self, source: str, key: str) -> tuple[str, int]:
        """Return the file and line of a key: in the file itself, `source`, or else in its defaults."""
        return (source, self.lines[key]) if key in self.lines else self.places.get(key, (source, 1))


def read_front_matter(source: str, data: bytes) -> FrontMatter | Finding:
    """Split and parse a file with front matter in YAML, TOML or MultiMarkdown; a Problem if nothing is usable."""
    text = _text_of(source, data)
    if isinstance(text, Finding) or text.startswith("---"):
        return text if isinstance(text, Finding) else _split_yaml(source, text)
    if text.startswith("+++"):
        return _split_toml(source, text)
    metadata = split_metadata(text)
    if metadata is None:
        return FrontMatter({}, {}, {}, text)
    values, lines, body = metadata
    return FrontMatter(values, as_lists(values), lines, body, syntax="multimarkdown")


def read_jekyll_front_matter(source: str, data: bytes) -> FrontMatter | Finding:
    """Split and parse a file as Jekyll does, which reads YAML only."""
    text = _text_of(source, data)
    if isinstance(text, Finding):
        return text
    front = _split_yaml(source, text)
    if isinstance(front, FrontMatter) and _TOML.match(text):
        return replace(front, findings=(messages.TOML_IN_JEKYLL(source, 1),))
    return front


def _text_of(source: str, data: bytes) -> str | Finding:
    text = _decoded(source, data)
    if isinstance(text, str) and not text.strip():
        return messages.EMPTY_FILE(source, 1)
    return text


def _split_yaml(source: str, text: str) -> FrontMatter | Finding:
    match = _YAML.match(text)
    if match is None:
        return FrontMatter({}, {}, {}, text, _unclosed(source, text))
    return _parsed(source, match[1], text[match.end() :], first=2)


def _split_toml(source: str, text: str) -> FrontMatter | Finding:
    match = _TOML.match(text)
    if match:
        return _parsed_toml(source, match[1], text[match.end() :], first=2)
    if re.match(r"\+\+\+[ \t]*\n\s*(?:[\w-]+[ \t]*=|\[)", text):
        return messages.UNCLOSED_TOML(source, 1)
    return FrontMatter({}, {}, {}, text)


def read_yaml_file(source: str, data: bytes) -> FrontMatter | Finding:
    """Parse a YAML file in the same way; its `body` is empty, and its `lines` have those of `authors.ines.url`, too."""
    text = _decoded(source, data)
    return text if isinstance(text, Finding) else _parsed(source, text, "", first=1, depth=_DEPTH)


def read_toml_file(source: str, data: bytes) -> FrontMatter | Finding:
    """Parse a TOML file in the same way."""
    text = _decoded(source, data)
    return text if isinstance(text, Finding) else _parsed_toml(source, text, "", first=1)


def merged(outer: FrontMatter, inner: FrontMatter) -> FrontMatter:
    """Apply the defaults in `outer` to `inner`: join lists, merge mappings, replace anything else.

    This is the rule of Material's meta plugin: https://squidfunk.github.io/mkdocs-material/plugins/meta/
    """
    meta, raw = _joined(outer.meta, inner.meta), _joined(outer.raw, inner.raw)
    return replace(inner, meta=meta, raw=raw, places={**outer.places, **inner.places})


def _joined(outer: Any, inner: Any) -> Any:
    if isinstance(outer, Mapping) and isinstance(inner, Mapping):
        return {**outer, **{key: _joined(outer.get(key), value) for key, value in inner.items()}}
    return [*outer, *inner] if isinstance(outer, list) and isinstance(inner, list) else inner


def _decoded(source: str, data: bytes) -> str | Finding:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return messages.NOT_UTF8(source, line, byte=f"{data[error.start]:#04x}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_yaml_value(source: str, data: bytes) -> Any:
    """Parse a YAML file of any value; return a Problem if it is not YAML."""
    text = _decoded(source, data)
    return text if isinstance(text, Finding) else _guarded(source, text, 1, lambda: load_yaml(text)[2])


def _parsed(source: str, head: str, body: str, *, first: int, depth: int = 1) -> FrontMatter | Finding:
    def parse() -> FrontMatter | Finding:
        node, keys, values = load_yaml(head)
        if node is not None and not isinstance(values, dict):
            return shape_problem(source, head, node, values, first)
        known: dict[int, Raw] = {}
        raw = {str(key.value): _as_text(value, known) for key, value in (node.value if node else ())}
        nested = nested_lines(node, depth) if depth > 1 else ()
        lines = {key: line + first for key, line in (*nested, *keys)}
        meta = {str(key): value for key, value in (values or {}).items()}
        places = {key: (source, line) for key, line in lines.items()} if depth > 1 else {}
        return FrontMatter(meta, raw, lines, body, tuple(_duplicate_notes(source, keys, first)), places=places)

    return _guarded(source, head, first, parse)


def _parsed_toml(source: str, head: str, body: str, *, first: int) -> FrontMatter | Finding:
    try:
        meta, raw = load_toml(head)
    except tomllib.TOMLDecodeError as error:
        return toml_problem(source, head, error, first)
    except RecursionError:
        return messages.TOO_DEEP(source, first)
    return FrontMatter(meta, raw, toml_lines(head, first), body, syntax="toml")


def _guarded(source: str, text: str, first: int, parse: Callable[[], _T]) -> _T | Finding:
    """Call `parse`, and turn the errors of the YAML parser into a finding."""
    try:
        return parse()
    except yaml.MarkedYAMLError as error:
        return syntax_problem(source, text, error, first)
    except yaml.reader.ReaderError as error:
        line = text.encode("utf-8", "surrogatepass")[: error.position].count(b"\n") + first  # counted in bytes
        return messages.INVALID_CHARACTER(source, line, character=f"{error.character:#06x}")
    except RecursionError:
        return messages.TOO_DEEP(source, first)


def _duplicate_notes(source: str, keys: list[tuple[str, int]], first: int) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for key, line in keys:
        if key in seen:
            yield messages.DUPLICATE_KEY(source, line + first, key=key, line=seen[key])
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


def _unclosed(source: str, text: str) -> tuple[Finding, ...]:
    first, _, rest = text.partition("\n")
    if first.rstrip() != "---" or not re.match(r"[A-Za-z_]\w*:", rest):
        return ()
    return (messages.UNCLOSED_FRONT_MATTER(source, 1),)

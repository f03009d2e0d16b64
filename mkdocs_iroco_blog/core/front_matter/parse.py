"""Front matter as Jekyll delimits it: every key with its line, and every scalar as it was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import yaml
from frontmatter.default_handlers import BaseHandler

from mkdocs_iroco_blog.core.findings import Finding, Note, Problem

from .yaml_errors import shape_problem, syntax_problem

_T = TypeVar("_T")
Raw = str | list["Raw"] | dict[str, "Raw"] | None
"""A YAML value whose scalars are the text that the author wrote: `3.10` stays `3.10`."""

_SAFE_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in (
        "null",
        "bool",
        "int",
        "float",
        "binary",
        "timestamp",
        "omap",
        "pairs",
        "set",
        "str",
        "seq",
        "map",
        "merge",
        "value",
    )
)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's safe loader, which keeps as text what is no value of its kind, such as a date that does not exist."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: FBT001, FBT002 - PyYAML's own
        try:
            return super().construct_object(node, deep=deep)
        except ValueError:
            return node.value


class JekyllHandler(BaseHandler):
    """Splits a text where Jekyll does, and composes YAML nodes rather than values.

    The rule is Jekyll's `YAML_FRONT_MATTER_REGEXP`: a first line of `---`, a last of `---` or `...`.
    https://jekyllrb.com/docs/front-matter/
    """

    FM_BOUNDARY = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)

    def split(self, text: str) -> tuple[str, str]:
        """The YAML, and the text that follows it; `ValueError` where there is no front matter."""
        match = self.FM_BOUNDARY.match(text)
        if match is None:
            raise ValueError("no front matter")
        return match[1], text[match.end() :]

    def load(self, fm: str) -> Any:
        """The document's root node, the lines of its own keys, and what it constructs; raises `yaml.YAMLError`.

        Constructing merges what `<<` names into the node, so that its own keys have to be taken before.
        """
        loader = _Loader(fm)
        try:
            node = loader.get_single_node()
            _refuse_tags(node)
            own = [(str(key.value), key.start_mark.line) for key, _ in _pairs(node)]
            return node, own, None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()


_HANDLER = JekyllHandler()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The head of a Markdown file, and the rest of it."""

    meta: Mapping[str, Any]
    """Values as YAML reads them, for templates and for the host."""
    raw: Mapping[str, Raw]
    """The same values as written, for fields to read."""
    lines: Mapping[str, int]
    """The line of each key, counted from 1 at the top of the file."""
    body: str
    """The Markdown below the front matter, with `\\n` line ends."""
    findings: tuple[Finding, ...] = field(default=())


def read_front_matter(source: str, data: bytes) -> FrontMatter | Problem:
    """Split and parse a file; a `Problem` where nothing of it can be used."""
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
    """Read a file that is YAML from its first line, with the same care; its `body` is empty."""
    text = _decoded(source, data)
    return text if isinstance(text, Problem) else _parsed(source, text, "", first=1)


def merged(outer: FrontMatter, inner: FrontMatter) -> FrontMatter:
    """`inner` over the defaults in `outer`: lists are joined, mappings merged, anything else replaced.

    The rule of Material's meta plugin: https://squidfunk.github.io/mkdocs-material/plugins/meta/
    """
    return FrontMatter(
        _joined(outer.meta, inner.meta), _joined(outer.raw, inner.raw), inner.lines, inner.body, inner.findings
    )


def _joined(outer: Any, inner: Any) -> Any:
    if isinstance(outer, Mapping) and isinstance(inner, Mapping):
        return {**outer, **{key: _joined(outer.get(key), value) for key, value in inner.items()}}
    return [*outer, *inner] if isinstance(outer, list) and isinstance(inner, list) else inner


def _decoded(source: str, data: bytes) -> str | Problem:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = f"Byte {data[error.start]:#04x} is not UTF-8."
        return Problem(source, line, what, "Save the file with the encoding UTF-8.", no_page=True)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_yaml_value(source: str, data: bytes) -> Any:
    """What a file of YAML holds, a mapping or anything else; a `Problem` where it is none."""
    text = _decoded(source, data)
    return text if isinstance(text, Problem) else _guarded(source, text, 1, lambda: _HANDLER.load(text)[2])


def _parsed(source: str, head: str, body: str, *, first: int) -> FrontMatter | Problem:
    def parse() -> FrontMatter | Problem:
        node, own, values = _HANDLER.load(head)
        if node is not None and not isinstance(values, dict):
            return shape_problem(source, head, node, values, first)
        known: dict[int, Raw] = {}
        raw = {str(key.value): _written(value, known) for key, value in (node.value if node else ())}
        lines = {key: line + first for key, line in own}
        meta = {str(key): value for key, value in (values or {}).items()}
        return FrontMatter(meta, raw, lines, body, tuple(_twice(source, own, first)))

    return _guarded(source, head, first, parse)


def _guarded(source: str, text: str, first: int, parse: Callable[[], _T]) -> _T | Problem:
    """What `parse` makes of a text, or the Problem that it meets there."""
    try:
        return parse()
    except yaml.MarkedYAMLError as error:
        return syntax_problem(source, text, error, first)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first
        what = f"The character {error.character:#06x} is not allowed in YAML."
        return Problem(source, line, what, "Delete it: an editor may not show it.", no_page=True)
    except RecursionError:
        return Problem(source, first, "The values are nested too deep.", "Write them flat.", no_page=True)


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        return []
    return [pair for pair in node.value if pair[0].tag != "tag:yaml.org,2002:merge"]


def _twice(source: str, own: list[tuple[str, int]], first: int) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for key, line in own:
        if key in seen:
            what = f"`{key}` stands here again, after line {seen[key]}; the last one counts."
            yield Note(source, line + first, what, "Delete one of them.")
        seen[key] = line + first


def _written(node: yaml.Node, known: dict[int, Raw]) -> Raw:
    """A node's value as written; what aliases name is shared, not copied, so that few lines cannot grow without end."""
    if id(node) not in known:
        known[id(node)] = None  # for an alias inside its own anchor
        if isinstance(node, yaml.ScalarNode):
            known[id(node)] = None if node.tag == "tag:yaml.org,2002:null" else str(node.value)
        elif isinstance(node, yaml.SequenceNode):
            known[id(node)] = [_written(item, known) for item in node.value]
        else:
            known[id(node)] = {str(key.value): _written(value, known) for key, value in node.value}
    return known[id(node)]


def _refuse_tags(node: yaml.Node | None) -> None:
    """Raise where a tag would make an object: a post is text, whoever wrote it."""
    seen: set[int] = set()
    stack = [node] if node else []
    while stack:
        item = stack.pop()
        if id(item) in seen:
            continue
        seen.add(id(item))
        if item.tag not in _SAFE_TAGS:
            tag = item.tag.replace("tag:yaml.org,2002:", "!!")
            raise yaml.MarkedYAMLError(None, None, f"the tag `{tag}` makes an object, not a value", item.start_mark)
        if isinstance(item, yaml.CollectionNode):
            stack.extend(part for entry in item.value for part in (entry if isinstance(entry, tuple) else (entry,)))


def _unclosed(source: str, text: str) -> tuple[Finding, ...]:
    first, _, rest = text.partition("\n")
    if first.rstrip() != "---" or not re.match(r"[A-Za-z_]\w*:", rest):
        return ()
    what = "The front matter that opens here has no closing line."
    return (Problem(source, 1, what, "Write a line of three dashes, `---`, below its last key."),)

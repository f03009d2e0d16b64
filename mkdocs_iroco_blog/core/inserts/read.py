"""Reads inserts: from the YAML in a comment, or from the arguments of a call in a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding, nearest
from mkdocs_iroco_blog.core.front_matter.parse import Raw, read_yaml_file
from mkdocs_iroco_blog.core.messages import inserts as messages
from mkdocs_iroco_blog.core.option_types import either
from mkdocs_iroco_blog.core.posts.values import MendableError

from .keys import FILTERS, INSERTS, Key, filter_of
from .values import Insert

_LONGEST = 10_000
"""No list needs more characters of keys."""
_DEPTH = 5


def read_insert(
    name: str, values: str | Mapping[str, Any], source: str = "", line: int | None = None
) -> tuple[Insert | None, list[Finding]]:
    """Read an insert from YAML, or from the arguments of a call, where `not` is `not_`.

    Findings are about a line of `source`. A key that can't be read is ignored; without a value, nothing can be listed.
    """
    if name not in INSERTS:
        meant = nearest(name, INSERTS) or "posts"
        return None, [messages.UNKNOWN_INSERT(source, line, name=name, meant=meant)]
    raw = _mapping(values) if isinstance(values, str) else {key.rstrip("_"): _as_raw(values[key]) for key in values}
    if raw is None:
        return None, [messages.UNREADABLE_INSERT(source, line, name=name)]
    reader, kind = _Reader(name, source, line), INSERTS[name]
    fields = reader.read(raw, kind.keys)
    if name == "posts":
        unless = reader.read(fields.pop("not", {}), FILTERS, "not: ")
        fields = {key: fields[key] for key in fields if key not in FILTERS} | {
            "where": filter_of(fields), "unless": filter_of(unless),
        }  # fmt: skip
    return kind.make(**fields), reader.findings


def only_blog(values: str) -> str | None:
    """Return the blog that the keys of an insert name, empty if there are none; None if there are other keys."""
    raw = _mapping(values)
    if raw is None or raw.keys() - {"blog"}:
        return None
    blog = raw.get("blog", "")
    return short_name(blog) if isinstance(blog, str) else None


def short_name(blog: str) -> str:
    """Return a blog's name in its shortest form: `news` for `./news/`. Empty text stays empty."""
    return "/".join(part for part in blog.split("/") if part not in ("", ".")) or ("." if blog else "")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the keys of one insert."""

    name: str
    source: str
    line: int | None
    findings: list[Finding] = field(default_factory=list)

    def read(self, raw: Mapping[str, Raw], keys: Mapping[str, Key], above: str = "") -> dict[str, Any]:
        """Return the values by their keys. Add a finding for each that can't be read."""
        values: dict[str, Any] = {}
        for name, value in raw.items():
            key, place, named = keys.get(name), (self.source, self.line), f"{above}{name}"
            if key is None:
                near = nearest(name, keys)
                hint = f"Write `{near}`." if near else f"Its keys are {either((f'`{key}`' for key in keys), 'and')}."
                self.findings.append(
                    messages.UNKNOWN_INSERT_KEY(*place, name=self.name, key=f"{above}{name}", hint=hint)
                )
                continue
            try:
                values[name] = key.read(value)
            except ValueError as error:
                hint = f"`{error.mended}`" if isinstance(error, MendableError) else key.forms
                fault = {"key": named, "fault": error, "forms": hint}
                self.findings.append(messages.INVALID_INSERT_VALUE(*place, name=self.name, **fault))
        return values


def _mapping(text: str) -> dict[str, Raw] | None:
    """Read the YAML of a comment: a mapping in braces, or keys on lines of their own."""
    if not text.strip():
        return {}
    front = read_yaml_file("", text.encode()) if len(text) <= _LONGEST else None
    return None if front is None or isinstance(front, Finding) or front.findings else dict(front.raw)


def _as_raw(value: Any, depth: int = _DEPTH) -> Raw:
    """Return a value of a template as one of YAML, with every scalar as text."""
    if depth and isinstance(value, Mapping):
        return {str(key): _as_raw(item, depth - 1) for key, item in value.items()}
    if depth and isinstance(value, list | tuple | set | frozenset):
        return [_as_raw(item, depth - 1) for item in value]
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)

"""The fields of front matter, and the keys of inserts."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_iroco_blog.core.inserts.keys import INSERTS, Key
from mkdocs_iroco_blog.core.option_types import either
from mkdocs_iroco_blog.core.posts.fields import FIELDS, Field

from .markdown import slug, table

TOPICS = {
    "title": "Title and text",
    "date": "Dates",
    "authors": "Authors and topics",
    "draft": "Drafts and visibility",
    "pin": "On the page",
    "slug": "Addresses and search engines",
}
"""Headings, each above the field that it is named with and those that follow."""


def front_matter(_: str) -> str:
    """Return a table of all fields by topic, and a section for each field."""
    rows: list[list[str]] = []
    parts: list[str] = []
    for field in FIELDS:
        if topic := TOPICS.get(field.name):
            rows.append([f"[{topic}](#{slug(topic)})", ""])
            parts.append(f"## {topic}")
        rows[-1][1] += f"{', ' if rows[-1][1] else ''}[`{field.name}`](#{slug(field.name)})"
        parts.append(_field(field))
    return "\n\n".join([table(["Topic", "Keys"], rows), *parts])


def _field(field: Field) -> str:
    aliases = "".join(f" Also written `{alias}`." for alias in field.aliases)
    if field.elsewhere:
        aliases += f" Other tools call it {either(f'`{word}`' for word in field.elsewhere)}."
    takes = f"Takes {field.forms}. Default: {field.default}.{aliases}"
    return f"### `{field.name}`\n\n{field.does}\n\n{takes}\n\n```yaml\n{field.example}\n```"


def inserts(_: str) -> str:
    """Return a section with a table of keys for each insert."""
    return "\n\n".join(_insert(name, list(kind.keys.values())) for name, kind in INSERTS.items())


def _insert(name: str, keys: Sequence[Key]) -> str:
    rows = [(f"`{key.name}`", f"{key.forms[0].upper()}{key.forms[1:]}", key.does, f"`{key.example}`") for key in keys]
    keys_table = table(["Key", "Value", "What it does", "Example"], rows)
    return f"### `iroco-blog/{name}`\n\n{INSERTS[name].does}\n\n{keys_table}"

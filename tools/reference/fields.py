"""The fields of front matter, and the keys of inserts."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_iroco_blog.core.inserts.keys import INSERTS, Key
from mkdocs_iroco_blog.core.posts.fields import FIELDS, Field

from .markdown import table


def front_matter(_: str) -> str:
    """Return a section for each field."""
    return "\n\n".join(map(_field, FIELDS))


def _field(field: Field) -> str:
    aliases = "".join(f" Also written `{alias}`." for alias in field.aliases)
    words = ", ".join(f"`{word}`" for word in field.elsewhere)
    aliases += f" Other tools' words for it: {words}." if words else ""
    takes = f"Takes {field.forms}. Default: {field.default}.{aliases}"
    return f"### `{field.name}`\n\n{field.does}\n\n{takes}\n\n```yaml\n{field.example}\n```"


def inserts(_: str) -> str:
    """Return a section with a table of keys for each insert."""
    return "\n\n".join(_insert(name, list(kind.keys.values())) for name, kind in INSERTS.items())


def _insert(name: str, keys: Sequence[Key]) -> str:
    rows = [(f"`{key.name}`", f"{key.forms[0].upper()}{key.forms[1:]}", key.does, f"`{key.example}`") for key in keys]
    keys_table = table(["Key", "Value", "What it does", "Example"], rows)
    return f"### `iroco-blog/{name}`\n\n{INSERTS[name].does}\n\n{keys_table}"

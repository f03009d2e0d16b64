"""The JSON Schema of front matter, for editors that complete and check it. `make reference` writes its file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs_iroco_blog.core.findings import one_edit_apart

from .fields import BY_KEY, FIELDS, NOT_MISSPELT
from .json_patterns import misspellings

_ID = "urn:mkdocs-iroco-blog:front-matter"


def json_schema() -> dict[str, Any]:
    """Return a schema with a property for each key. It rejects impossible dates, and keys that resemble a known one."""
    properties = {
        key: {"description": field.does, **field.schema}
        for field in FIELDS
        for key in (field.name, *field.aliases, *field.elsewhere)
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": _ID,
        "title": "Front matter of mkdocs-iroco-blog",
        "type": "object",
        "properties": properties,
        "patternProperties": _misspelt(properties),
    }


def _misspelt(keys: Iterable[str]) -> dict[str, Any]:
    return {
        misspellings(key, _near(key, keys), _near(key, sorted(NOT_MISSPELT))): {
            "description": f"Did you mean `{key}`?",
            "not": {},
        }
        for key in BY_KEY
    }


def _near(key: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if one_edit_apart(key, word)]

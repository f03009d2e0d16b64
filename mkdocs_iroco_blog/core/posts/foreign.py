"""Keys of front matter that are for other plugins: they expect mappings, and fail on anything else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_iroco_blog.core.messages.posts import NO_MAPPING

from .field_reader import FieldReader

_MAPPINGS = {"search": "exclude: true", "social": "cards: false"}
"""Keys with an example of what they hold: of Material's plugins for search and social cards."""


def foreign_values(reader: FieldReader) -> Mapping[str, Any]:
    """Return the values for other plugins and themes, without those that would end the build, and report these."""
    meta = reader.front.meta
    wrong = [key for key in _MAPPINGS if not isinstance(meta.get(key), dict | None)]
    for key in wrong:
        reader.findings.append(NO_MAPPING(reader.source, reader.front.lines.get(key), key=key, inner=_MAPPINGS[key]))
    return {key: value for key, value in meta.items() if key not in wrong} if wrong else meta

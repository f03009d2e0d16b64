"""Reads MultiMarkdown's metadata, which MkDocs takes on pages, and Pelican in posts.

https://python-markdown.github.io/extensions/meta_data/
"""

from __future__ import annotations

import re
from typing import Any

_KEY = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")
_MORE = re.compile(r"(?: {4}|\t)\s*(.*)")
_LISTS = frozenset({"authors", "tags"})
"""Pelican splits these at semicolons, or else at commas."""
_PARAGRAPHS = frozenset({"summary"})


def split_metadata(text: str) -> tuple[dict[str, str], dict[str, int], str] | None:
    """Return the values by lower-case key, the keys' lines, and the body; None if the text opens with no metadata.

    A block of metadata holds nothing but `Key: value` lines and their continuations, one of them `Date` or `Title`.
    So a post that opens with `Note: …` keeps its text.
    """
    if not _KEY.match(text):
        return None
    values: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    key, end = "", 0
    for number, row in enumerate(text.split("\n"), 1):
        if not row.strip():
            break
        end += len(row) + 1
        if match := _KEY.match(row):
            key = match[1].lower()
            lines.setdefault(key, number)
            values.setdefault(key, []).append(match[2].strip())
        elif match := _MORE.match(row):
            values[key].append(match[1].strip())
        else:
            return None
    if not {"date", "title"} & values.keys():
        return None
    joined = {key: ("\n" if key in _PARAGRAPHS else " ").join(parts).strip() for key, parts in values.items()}
    return joined, lines, text[end:].lstrip("\n")


def as_lists(values: dict[str, str]) -> dict[str, Any]:
    """Split the values that Pelican splits."""
    return {key: _split(value) if key in _LISTS else value for key, value in values.items()}


def _split(value: str) -> list[str]:
    return [part.strip() for part in value.split(";" if ";" in value else ",") if part.strip()]

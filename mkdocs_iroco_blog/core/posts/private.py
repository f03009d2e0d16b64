"""The words of front matter that keep a post, or its text, from readers."""

from __future__ import annotations

from mkdocs_iroco_blog.core.front_matter.parse import Raw

_NO = frozenset({"", "false", "no", "off", "0"})
# Not only ours: templates see them all.
TELLING = ("description", "excerpt", "summary", "subtitle", "abstract", "lead", "image", "links", "password")
"""Keys that tell something of a post's text, or unlock it."""


def is_refused(raw: Raw) -> bool:
    """Whether a value is `false`, in any of YAML's spellings."""
    return isinstance(raw, str) and bool(raw.strip()) and raw.strip().casefold() in _NO


def as_refusal(raw: Raw) -> bool:
    """Read `true` or `false`; any other value is true, because the post must not be published by mistake."""
    return bool(raw) and not (isinstance(raw, str) and raw.strip().casefold() in _NO)

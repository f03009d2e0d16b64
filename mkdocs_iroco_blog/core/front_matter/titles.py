"""Titles as they stand in a Markdown body, before anything is converted."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"(?:[ \t]*\n|[ \t]*<!--(?:(?!-->).)*-->[ \t]*(?:\n|\Z))*", re.DOTALL)
_ATX = re.compile(r"#(?!#)[ \t]*(.*?)[ \t]*#*[ \t]*(?:\n|\Z)")
_SETEXT = re.compile(r"(?![`~>])(\S.*?)[ \t]*\n=+[ \t]*(?:\n|\Z)")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*[#.][^}]*\}[ \t]*$")


def opening_title(body: str) -> str | None:
    """The text of a top heading, if one opens the body: only white space and comments may stand before it.

    A heading further down is a section's, not the post's.
    """
    rest = body[_BEFORE.match(body).end() :]  # type: ignore[union-attr]
    match = _ATX.match(rest) or _SETEXT.match(rest)
    return (_ATTRIBUTES.sub("", match[1]) or None) if match else None


def opening_line(body: str) -> str | None:
    """What follows the `#` of a top heading that opens the body, with attributes and all; none where none does."""
    match = _ATX.match(body, _BEFORE.match(body).end())  # type: ignore[union-attr]
    return (match[1] or None) if match else None


def title_from_stem(stem: str) -> str:
    """A file's name as a title, as MkDocs makes it: capitalised only where it has no capital of its own."""
    words = stem.replace("-", " ").replace("_", " ").strip()
    return words.capitalize() if words == words.lower() else words

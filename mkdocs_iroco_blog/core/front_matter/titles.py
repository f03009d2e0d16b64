"""Finds a post's title in Markdown, before anything is converted."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"(?:[ \t]*\n|[ \t]*<!--(?:(?!-->).)*-->[ \t]*(?:\n|\Z))*", re.DOTALL)
_ATX = re.compile(r"#(?!#)[ \t]*(.*?)[ \t]*#*[ \t]*(?:\n|\Z)")
_SETEXT = re.compile(r"(?![`~>])(\S.*?)[ \t]*\n=+[ \t]*(?:\n|\Z)")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*[#.][^}]*\}[ \t]*$")


def opening_title(body: str) -> str | None:
    """Return the text of a top heading that opens the body: only white space and comments may precede it.

    A heading further down belongs to a section, not to the post.
    """
    rest = body[_BEFORE.match(body).end() :]  # type: ignore[union-attr]
    match = _ATX.match(rest) or _SETEXT.match(rest)
    return (_ATTRIBUTES.sub("", match[1]) or None) if match else None


def opening_line(body: str) -> str | None:
    """Return everything after the `#` of a top heading that opens the body, with attributes; None without one."""
    match = _ATX.match(body, _BEFORE.match(body).end())  # type: ignore[union-attr]
    return (match[1] or None) if match else None


def title_from_stem(stem: str) -> str:
    """Turn a file's name into a title as MkDocs does: capitalised unless it has a capital already."""
    words = stem.replace("-", " ").replace("_", " ").strip()
    return words.capitalize() if words == words.lower() else words

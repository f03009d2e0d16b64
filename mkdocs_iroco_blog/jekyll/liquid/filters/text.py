"""Liquid's filters of text."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping

from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError, LimitError
from mkdocs_iroco_blog.jekyll.liquid.printing import text
from mkdocs_iroco_blog.jekyll.liquid.values import MOST_TEXT, SPACE, counted, is_list, members, truthy
from mkdocs_iroco_blog.jekyll.slugs import downcase

_NEWLINE = re.compile(r"\r?\n")
_UNESCAPED = re.compile(r"[\"<>']|&(?!(?:[a-zA-Z]+|#\d+);)", re.ASCII)
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_TRANSLATED = str.maketrans({**_ESCAPES})
_REFERENCE = re.compile(r"\\(?:([0&])|(\d|k<\w*>)|(\\))")


def escape(value: object) -> str | None:
    """`&`, `<`, `>` and both quotes as character references."""
    return None if value is None else text(value).translate(_TRANSLATED)


def escape_once(value: object) -> str:
    """As `escape`, but what is a character reference already stays one."""
    return _UNESCAPED.sub(lambda found: _ESCAPES[found[0]], text(value))


def strip_html(value: object) -> str:
    """Text without tags, comments, scripts and styles."""
    left = text(value)
    for opening, closing in (("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>"), ("<", ">")):
        left = _without(left, opening, closing)
    return left


def _without(value: str, opening: str, closing: str) -> str:
    kept, done = [], 0
    while (start := value.find(opening, done)) >= 0:
        end = value.find(closing, start + len(opening))
        if end < 0:
            break
        kept.append(value[done:start])
        done = end + len(closing)
    return "".join(kept) + value[done:]


def slice_(value: object, start: object, length: object = None) -> object:
    """`length` characters or items from `start` on, which counts from the end where it is below 0."""
    first, many = counted(start), counted(length) if truthy(length) else 1
    whole = members(value) if is_list(value) else text(value)
    first += len(whole) if first < 0 else 0
    if not 0 <= first <= len(whole) or many < 0:
        return whole[:0]
    return whole[first : first + many]


def truncate(value: object, length: object = 50, ending: object = "...") -> str | None:
    """Text of at most `length` characters, the ending among them."""
    if value is None:
        return None
    whole, most = text(value), counted(length)
    return whole if len(whole) <= most else whole[: max(0, most - len(text(ending)))] + text(ending)


def truncatewords(value: object, words: object = 15, ending: object = "...") -> str | None:
    """Text of at most so many words, and at least one."""
    if value is None:
        return None
    most = max(1, counted(words))
    parts = text(value).split(None, most)
    return text(value) if len(parts) <= most else " ".join(parts[:most]) + text(ending)


def split(value: object, separator: object) -> list[str]:
    """The parts of a text; a space as separator stands for any white space; empty parts at the end go."""
    whole, between = text(value), text(separator)
    parts = whole.split() if between == " " else whole.split(between) if between else list(whole)
    while parts and not parts[-1]:
        parts.pop()
    return parts


def replace(value: object, old: object, new: object = "") -> str:
    """Every `old` as `new`."""
    return _replaced(text(value), text(old), text(new), -1)


def replace_first(value: object, old: object, new: object = "") -> str:
    """The first `old` as `new`."""
    return _replaced(text(value), text(old), text(new), 1)


def _replaced(value: str, old: str, new: str, count: int) -> str:
    # Ruby reads `\0` in the new text as the old one, and `\\` as a backslash.
    new = _REFERENCE.sub(lambda found: old if found[1] else "\\" if found[3] else "", new)
    times = value.count(old) if count < 0 else 1
    if len(value) + times * len(new) > MOST_TEXT:
        raise LimitError(f"a text of more than {MOST_TEXT:,} characters")
    return value.replace(old, new, count)


def replace_last(value: object, old: object, new: object) -> str:
    """The last `old` as `new`."""
    before, found, after = text(value).rpartition(text(old)) if text(old) else (text(value), " ", "")
    return before + text(new) + after if found else text(value)


def append(value: object, more: object) -> str:
    """Two texts as one."""
    whole = text(value) + text(more)
    if len(whole) > MOST_TEXT:
        raise LimitError(f"a text of more than {MOST_TEXT:,} characters")
    return whole


def _decoded(decode: Callable[[bytes], bytes], value: object) -> str:
    try:
        return decode(text(value).encode()).decode()
    except (binascii.Error, UnicodeDecodeError) as error:
        raise AuthorError(f"`{text(value)[:40]}` is not base64.", "Encode it with `base64_encode`.") from error


TEXT_FILTERS: Mapping[str, Callable[..., object]] = {
    "append": append,
    "base64_decode": lambda value: _decoded(lambda data: base64.b64decode(data, validate=True), value),
    "base64_encode": lambda value: base64.b64encode(text(value).encode()).decode(),
    "base64_url_safe_decode": lambda value: _decoded(base64.urlsafe_b64decode, value),
    "base64_url_safe_encode": lambda value: base64.urlsafe_b64encode(text(value).encode()).decode(),
    "capitalize": lambda value: text(value)[:1].capitalize() + downcase(text(value)[1:]),
    "downcase": lambda value: downcase(text(value)),
    "escape": escape,
    "escape_once": escape_once,
    "h": escape,
    "lstrip": lambda value: text(value).lstrip(SPACE),
    "newline_to_br": lambda value: _NEWLINE.sub("<br />\n", text(value)),
    "prepend": lambda value, more: append(more, value),
    "remove": lambda value, old: _replaced(text(value), text(old), "", -1),
    "remove_first": lambda value, old: _replaced(text(value), text(old), "", 1),
    "remove_last": lambda value, old: replace_last(value, old, ""),
    "replace": replace,
    "replace_first": replace_first,
    "replace_last": replace_last,
    "rstrip": lambda value: text(value).rstrip(SPACE),
    "slice": slice_,
    "split": split,
    "strip": lambda value: text(value).strip(SPACE),
    "strip_html": strip_html,
    "strip_newlines": lambda value: _NEWLINE.sub("", text(value)),
    "truncate": truncate,
    "truncatewords": truncatewords,
    "upcase": lambda value: text(value).upper(),
}

"""Liquid's filters of text."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping

from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError, LimitError
from mkdocs_iroco_blog.jekyll.liquid.printing import to_text
from mkdocs_iroco_blog.jekyll.liquid.values import MOST_TEXT, SPACE, is_list, is_truthy, require_integer, to_list
from mkdocs_iroco_blog.jekyll.slugs import downcase

_NEWLINE = re.compile(r"\r?\n")
_UNESCAPED = re.compile(r"[\"<>']|&(?!(?:[a-zA-Z]+|#\d+);)", re.ASCII)
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_TRANSLATED = str.maketrans({**_ESCAPES})
_REFERENCE = re.compile(r"\\(?:([0&])|(\d|k<\w*>)|(\\))")


def escape(value: object) -> str | None:
    """Write `&`, `<`, `>` and both quotes as character references."""
    return None if value is None else to_text(value).translate(_TRANSLATED)


def escape_once(value: object) -> str:
    """Escape like `escape`, but leave character references as they are."""
    return _UNESCAPED.sub(lambda match: _ESCAPES[match[0]], to_text(value))


def strip_html(value: object) -> str:
    """Remove tags, comments, scripts and styles."""
    rest = to_text(value)
    for opening, closing in (("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>"), ("<", ">")):
        rest = _remove_between(rest, opening, closing)
    return rest


def _remove_between(value: str, opening: str, closing: str) -> str:
    parts, position = [], 0
    while (start := value.find(opening, position)) >= 0:
        end = value.find(closing, start + len(opening))
        if end < 0:
            break
        parts.append(value[position:start])
        position = end + len(closing)
    return "".join(parts) + value[position:]


def slice_(value: object, start: object, length: object = None) -> object:
    """Cut out `length` characters or items from `start` on; a negative `start` counts from the end."""
    first, count = require_integer(start), require_integer(length) if is_truthy(length) else 1
    whole = to_list(value) if is_list(value) else to_text(value)
    first += len(whole) if first < 0 else 0
    if not 0 <= first <= len(whole) or count < 0:
        return whole[:0]
    return whole[first : first + count]


def truncate(value: object, length: object = 50, ending: object = "...") -> str | None:
    """Cut text to at most `length` characters, including the ending."""
    if value is None:
        return None
    whole, most = to_text(value), require_integer(length)
    return whole if len(whole) <= most else whole[: max(0, most - len(to_text(ending)))] + to_text(ending)


def truncatewords(value: object, words: object = 15, ending: object = "...") -> str | None:
    """Cut text to so many words, but at least one."""
    if value is None:
        return None
    most = max(1, require_integer(words))
    parts = to_text(value).split(None, most)
    return to_text(value) if len(parts) <= most else " ".join(parts[:most]) + to_text(ending)


def split(value: object, separator: object) -> list[str]:
    """Split text, and drop empty parts at the end. A space as separator stands for any white space."""
    whole, between = to_text(value), to_text(separator)
    parts = whole.split() if between == " " else whole.split(between) if between else list(whole)
    while parts and not parts[-1]:
        parts.pop()
    return parts


def replace(value: object, old: object, new: object = "") -> str:
    """Replace every `old` by `new`."""
    return _replace(to_text(value), to_text(old), to_text(new), -1)


def replace_first(value: object, old: object, new: object = "") -> str:
    """Replace the first `old` by `new`."""
    return _replace(to_text(value), to_text(old), to_text(new), 1)


def _replace(value: str, old: str, new: str, count: int) -> str:
    # Ruby reads `\0` in the new text as the old one, and `\\` as a backslash.
    new = _REFERENCE.sub(lambda match: old if match[1] else "\\" if match[3] else "", new)
    times = value.count(old) if count < 0 else 1
    if len(value) + times * len(new) > MOST_TEXT:
        raise LimitError(f"a text of more than {MOST_TEXT:,} characters")
    return value.replace(old, new, count)


def replace_last(value: object, old: object, new: object) -> str:
    """Replace the last `old` by `new`."""
    before, match, after = to_text(value).rpartition(to_text(old)) if to_text(old) else (to_text(value), " ", "")
    return before + to_text(new) + after if match else to_text(value)


def append(value: object, more: object) -> str:
    """Join two texts."""
    whole = to_text(value) + to_text(more)
    if len(whole) > MOST_TEXT:
        raise LimitError(f"a text of more than {MOST_TEXT:,} characters")
    return whole


def _decode(decode: Callable[[bytes], bytes], value: object) -> str:
    try:
        return decode(to_text(value).encode()).decode()
    except (binascii.Error, UnicodeDecodeError) as error:
        raise AuthorError(f"`{to_text(value)[:40]}` is not base64.", "Encode it with `base64_encode`.") from error


TEXT_FILTERS: Mapping[str, Callable[..., object]] = {
    "append": append,
    "base64_decode": lambda value: _decode(lambda data: base64.b64decode(data, validate=True), value),
    "base64_encode": lambda value: base64.b64encode(to_text(value).encode()).decode(),
    "base64_url_safe_decode": lambda value: _decode(base64.urlsafe_b64decode, value),
    "base64_url_safe_encode": lambda value: base64.urlsafe_b64encode(to_text(value).encode()).decode(),
    "capitalize": lambda value: to_text(value)[:1].capitalize() + downcase(to_text(value)[1:]),
    "downcase": lambda value: downcase(to_text(value)),
    "escape": escape,
    "escape_once": escape_once,
    "h": escape,
    "lstrip": lambda value: to_text(value).lstrip(SPACE),
    "newline_to_br": lambda value: _NEWLINE.sub("<br />\n", to_text(value)),
    "prepend": lambda value, more: append(more, value),
    "remove": lambda value, old: _replace(to_text(value), to_text(old), "", -1),
    "remove_first": lambda value, old: _replace(to_text(value), to_text(old), "", 1),
    "remove_last": lambda value, old: replace_last(value, old, ""),
    "replace": replace,
    "replace_first": replace_first,
    "replace_last": replace_last,
    "rstrip": lambda value: to_text(value).rstrip(SPACE),
    "slice": slice_,
    "split": split,
    "strip": lambda value: to_text(value).strip(SPACE),
    "strip_html": strip_html,
    "strip_newlines": lambda value: _NEWLINE.sub("", to_text(value)),
    "truncate": truncate,
    "truncatewords": truncatewords,
    "upcase": lambda value: to_text(value).upper(),
}

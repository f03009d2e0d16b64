"""Jekyll's filters that write text for other formats: slugs, addresses, XML, JSON."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import quote, quote_plus, unquote_plus, unquote_to_bytes

from mkdocs_iroco_blog.jekyll import slugs
from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError, LimitError
from mkdocs_iroco_blog.jekyll.liquid.printing import inspect, to_text
from mkdocs_iroco_blog.jekyll.liquid.values import DEEPEST, MOST_ITEMS, MOST_TEXT, is_list

from .smart import smartify

_SPACES = re.compile(r"[ \t\n\v\f\r]+")
_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"})
_CJK = ("CJK UNIFIED", "CJK COMPAT", "HIRAGANA", "KATAKANA", "HANGUL")
_URI = ":/?#[]@!$&'()*+,;=-._~"


def slugify(value: object, mode: object = None) -> str | None:
    """Turn text into a slug; `mode` says what becomes a hyphen."""
    return None if value is None else slugs.slugify(to_text(value), "default" if mode is None else to_text(mode))


def number_of_words(value: object, mode: object = None) -> int:
    """Count words. With `cjk` or `auto`, each Chinese, Japanese and Korean character is a word."""
    whole = to_text(value)
    signs = sum(map(_is_cjk, whole)) if mode in {"cjk", "auto"} else 0
    if mode != "cjk" and not signs:
        return len(whole.split())
    return signs + len("".join(" " if _is_cjk(sign) else sign for sign in whole).split())


def _is_cjk(sign: str) -> bool:
    return sign > "\u2e7f" and unicodedata.name(sign, "").startswith(_CJK)


def uri_escape(value: object) -> str:
    """Escape what no address may contain, except what is escaped already."""
    plain = unquote_to_bytes(to_text(value)).decode("utf-8", "replace")
    return quote(unicodedata.normalize("NFC", plain), safe=_URI)


def url_decode(value: object) -> str | None:
    """Decode percent-encoded text."""
    if value is None:
        return None
    try:
        return unquote_plus(to_text(value), errors="strict")
    except UnicodeDecodeError as error:
        raise AuthorError(
            f"`{to_text(value)[:40]}` does not decode to UTF-8.", "Encode it with `url_encode`."
        ) from error


def xml_escape(value: object) -> str:
    """Write `&`, `<`, `>` and both quotes as character references."""
    return to_text(value).translate(_XML)


def jsonify(value: object) -> str:
    """Write a value as JSON."""
    size, parts = 0, []
    for part in _write_json(value, 0):
        parts.append(part)
        size += len(part)
        if size > MOST_TEXT or len(parts) > 4 * MOST_ITEMS:
            raise LimitError(f"JSON of more than {MOST_TEXT:,} characters")
    return "".join(parts)


def _write_json(value: object, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        raise AuthorError("There are too many nested values for JSON.", "Pick the properties that you need.")
    if isinstance(value, Mapping):
        yield "{"
        for index, key in enumerate(value):
            yield ("," if index else "") + json.dumps(to_text(key), ensure_ascii=False) + ":"
            yield from _write_json(_without_neighbours(value[key]) if key in _NEIGHBOURS else value[key], depth + 1)
        yield "}"
    elif is_list(value):
        yield "["
        for index, item in enumerate(value):
            yield "," if index else ""
            yield from _write_json(item, depth + 1)
        yield "]"
    elif value is None or isinstance(value, bool | int | float):
        yield json.dumps(value, allow_nan=False)
    else:
        yield json.dumps(to_text(value), ensure_ascii=False)


_NEIGHBOURS = frozenset({"next", "previous"})
_HEAVY = frozenset({"content", "output", "excerpt", *_NEIGHBOURS})


def _without_neighbours(value: Any) -> Any:
    """Drop the text and the neighbours of a post's neighbour, which would bring in the whole blog."""
    if isinstance(value, Mapping) and "relative_path" in value:
        return {key: value[key] for key in value if key not in _HEAVY}
    return value


def _reject(name: str) -> Callable[[object], str]:
    def filter_(value: object) -> str:  # noqa: ARG001  # a filter's signature
        raise AuthorError(f"`{name}` is not supported.", "Write CSS, or compile it beforehand.")

    return filter_


WEB_FILTERS: Mapping[str, Callable[..., object]] = {
    "cgi_escape": lambda value: quote_plus(to_text(value), safe="~"),
    "inspect": lambda value: xml_escape(inspect(value)),
    "jsonify": jsonify,
    "normalize_whitespace": lambda value: _SPACES.sub(" ", to_text(value)).strip(),
    "number_of_words": number_of_words,
    "sassify": _reject("sassify"),
    "scssify": _reject("scssify"),
    "slugify": slugify,
    "smartify": lambda value: smartify(to_text(value)),
    "uri_escape": uri_escape,
    "url_decode": url_decode,
    "url_encode": lambda value: None if value is None else quote_plus(to_text(value), safe="~"),
    "xml_escape": xml_escape,
}

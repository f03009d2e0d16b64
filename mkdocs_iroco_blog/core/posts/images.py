"""Reads a post's picture, which front matter gives as a path or as a mapping. A faulty part is left out alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding, one_edit_apart
from mkdocs_iroco_blog.core.front_matter.parse import Raw
from mkdocs_iroco_blog.core.links import Image
from mkdocs_iroco_blog.core.messages import posts as messages
from mkdocs_iroco_blog.core.urls import is_safe, split_url

from .values import NO, YES, as_text

_PATHS = ("path", "src", "url", "image")
_KEYS = ("path", "alt", "caption", "credit", "position", "dark")
_OF_OTHERS = frozenset({"src", "url", "image", "width", "height", "title", "type"})
_ACROSS, _DOWN, _SHARE = "left|center|right", "top|center|bottom", r"(?:100|\d{1,2})(?:\.\d{1,3})?%"
# https://drafts.csswg.org/css-values/#position, without lengths and offsets
_POSITION = re.compile(
    rf"(?:{_ACROSS}|{_SHARE})(?: (?:{_DOWN}|{_SHARE}))?|(?:{_DOWN})(?: (?:{_ACROSS}))?", re.IGNORECASE
)
_LINK = re.compile(r"\[([^\[\]]+)\]\((\S+)\)")
_ADDRESS = re.compile(r"(?i)https?://(?:www\.)?(?=\S+$)")


def as_image(raw: Raw) -> Image | None:
    """Read a path or an address, a mapping with `path`, or the first of a list of these.

    Raises `ValueError` with the fault of the path as the end of a sentence. Other faults are those of `faults`.
    """
    keys = _keys_of(raw)
    path = as_text(next(filter(None, map(keys.get, _PATHS)), None))
    if not path and isinstance(raw, dict):
        raise ValueError("has no `path`")
    _check(path)
    values: dict[str, Any] = {}
    for part, (read, _) in _PARTS.items() if len(keys) > 1 else ():
        try:
            values |= read(keys.get(part))
        except ValueError:
            continue
    return Image(path, **values) if path and path.casefold() not in YES | NO else None


def image_findings(place: tuple[str, int], raw: Raw, known_keys: Collection[str]) -> Iterator[Finding]:
    """Report faulty parts of the picture at a place, and keys that resemble ours."""
    keys = _keys_of(raw)
    for part, (read, forms) in _PARTS.items() if len(keys) > 1 else ():
        try:
            read(keys.get(part))
        except ValueError as error:
            yield messages.IMAGE_PART(*place, part=part, fault=error, forms=forms)
    for key in keys:
        if key not in _KEYS and key not in _OF_OTHERS and key not in known_keys:
            meant = next((name for name in _KEYS if name not in keys and one_edit_apart(key, name)), None)
            if meant:
                yield messages.IMAGE_KEY(*place, key=key, meant=meant)


def _keys_of(raw: Raw) -> dict[str, Raw]:
    raw = next(iter(raw), None) if isinstance(raw, list) else raw
    return raw if isinstance(raw, dict) else {"path": raw}


def _check(path: str) -> None:
    if not is_safe(path) or split_url(path) is None:
        raise ValueError(f"is `{path}`, which is not the address of a picture")


def _words(raw: Raw) -> str:
    """Read text, which `true` is not; `false` is none."""
    text = as_text(raw)
    if text.casefold() in YES:
        raise ValueError(f"is `{text}`")
    return "" if text.casefold() in NO else text


def _credit(raw: Raw) -> dict[str, str]:
    """Read a name, an address, a link in Markdown, or a mapping with `name` and `url`."""
    if isinstance(raw, dict):
        name, url = (_words(raw.get(key)) for key in ("name", "url"))
    else:
        text = _words(raw)
        match = _LINK.fullmatch(text)
        name, url = (match[1].strip(), match[2]) if match else (text, text if _ADDRESS.match(text) else "")
    if not is_safe(url) or split_url(url) is None:
        raise ValueError(f"has the address `{url}`, which is not a link")
    if url and not name:
        raise ValueError("has no `name`")
    return {"credit": _ADDRESS.sub("", name).rstrip("/") if name == url else name, "credit_url": url}


def _position(raw: Raw) -> dict[str, str]:
    text = as_text(raw).lower()
    if text and not _POSITION.fullmatch(text):
        raise ValueError(f"is `{text}`")
    return {"position": text}


def _dark(raw: Raw) -> dict[str, Image | None]:
    path = _words(raw)
    _check(path)
    return {"dark": Image(path) if path else None}


_PARTS: Mapping[str, tuple[Callable[[Raw], dict[str, Any]], str]] = {
    "alt": (lambda raw: {"alt": _words(raw)}, "text"),
    "caption": (lambda raw: {"caption": _words(raw)}, "text"),
    "credit": (_credit, "a name, or a mapping with `name` and `url`"),
    "position": (_position, "`top`, `bottom`, `left`, `right`, `center`, `30%`, or two such values, as in `left 30%`"),
    "dark": (_dark, "a path or an address"),
}  # fmt: skip
"""The reader of each part, and the values that it takes, for messages."""

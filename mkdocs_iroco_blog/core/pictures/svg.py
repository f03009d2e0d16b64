"""The size of an SVG, from the first tag of its text. Nothing of it is parsed further, so no entity can expand."""

from __future__ import annotations

import re
from math import ceil, isfinite

_BEFORE_ROOT = re.compile(
    r"\s++|<!--.*?-->|<\?.*?\?>|<!DOCTYPE(?:[^\[\]<>\"']|\"[^\"]*\"|'[^']*')*+(?:\[(?:[^\]\"']|\"[^\"]*\"|'[^']*')*+\]\s*+)?>",
    re.DOTALL,
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?svg(?=[\s/>])((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"(?<!\S)(width|height|viewBox)\s*=\s*[\"']([^\"']*)")
_LENGTH = re.compile(r"\s*\+?(\d{1,9}(?:\.\d*)?|\.\d+)(px|pt|pc|in|cm|mm|Q)?\s*", re.ASCII)
_PIXELS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "Q": 96 / 101.6}
_COLUMN = 1000
"""Pixels that are at least as wide as a post's text."""

Size = tuple[float, float]


def read_svg(text: str) -> Size | None:
    """Return width and height in pixels from the beginning of an SVG's text. None if they depend on the page.

    Raises `ValueError` if the text does not begin as an SVG. One that has a shape but no size fills the width of the
    text, as browsers show it: it is made large enough for that.
    """
    position = 0
    while match := _BEFORE_ROOT.match(text, position):
        position = match.end()
    root = _ROOT.match(text, position)
    if root is None:
        raise ValueError("not an SVG")
    attributes = dict(_ATTRIBUTE.findall(root[1]))
    box = _box(attributes.get("viewBox", ""))
    lengths = [_pixels(attributes[name]) if name in attributes else 0 for name in ("width", "height")]
    if None in lengths:
        return None
    width, height = (length or 0 for length in lengths)
    if width and height:
        return width, height
    if box is None or (not (width or height) and len(attributes) > 1):
        return None
    if not width and not height:
        scale = ceil(_COLUMN / box[0])
        return box[0] * scale, box[1] * scale
    return (width, width * box[1] / box[0]) if width else (height * box[0] / box[1], height)


def _box(value: str) -> Size | None:
    try:
        _, _, width, height = map(float, value.replace(",", " ").split())
    except ValueError:
        return None
    return (width, height) if width > 0 and height > 0 and isfinite(width) and isfinite(height) else None


def _pixels(value: str) -> float | None:
    """Return a length in pixels. None for one that is relative to the page, or no length."""
    match = _LENGTH.fullmatch(value)
    return float(match[1]) * _PIXELS[match[2] or ""] if match else None

"""Lighter variants of a picture: the option for them, the widths that a picture gets, and how a page offers them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.links import ImageSource
from mkdocs_iroco_blog.core.messages.options import WRONG_TYPE

FORMATS = ("avif", "webp")
_WIDTHS = range(16, 4097)
_MOST_WIDTHS = 6
_QUALITIES = range(1, 101)


@dataclass(frozen=True, slots=True)
class VariantOptions:
    """The option `images`."""

    widths: tuple[int, ...] = (480, 960, 1440)
    formats: tuple[str, ...] = FORMATS
    quality: int = 60


class VariantData(NamedTuple):
    """A variant as its file holds it."""

    format: str
    width: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Variant:
    """A variant that pages can show."""

    format: str
    width: int
    url: str
    """Under the site's root."""


def read_images(value: object) -> tuple[VariantOptions | None, list[Finding]]:
    """Read the option `images`. None if it is off; the findings are of what it cannot mean."""
    if not isinstance(value, Mapping):
        return VariantOptions() if value else None, []
    faults = list(_faults(value))
    if faults:
        return None, faults
    usual = VariantOptions()
    widths, formats = sorted({*value.get("widths", usual.widths)}), dict.fromkeys(value.get("formats", usual.formats))
    return VariantOptions(tuple(widths), tuple(formats), value.get("quality", usual.quality)), []


def _faults(value: Mapping[str, Any]) -> Iterator[Finding]:
    for key, item in value.items():
        if key not in _MEANT:
            yield WRONG_TYPE("images", item="", value=f"`{key}`", types="`widths`, `formats` or `quality`")
        elif not _IS_VALID[key](item):
            yield WRONG_TYPE("images", item=f"`{key}`: ", value=f"`{item}`", types=_MEANT[key])


def _is_list(value: object, allowed: Sequence[object], most: int) -> bool:
    return isinstance(value, list) and 0 < len(value) <= most and all(_is_number(item, allowed) for item in value)


def _is_number(value: object, allowed: Sequence[object]) -> bool:
    return not isinstance(value, bool) and value in allowed


_IS_VALID: Mapping[str, Callable[[object], bool]] = {
    "widths": lambda value: _is_list(value, _WIDTHS, _MOST_WIDTHS),
    "formats": lambda value: _is_list(value, FORMATS, len(FORMATS)),
    "quality": lambda value: _is_number(value, _QUALITIES),
}
_MEANT = {
    "widths": f"a list of up to six whole numbers, each from {_WIDTHS[0]} to {_WIDTHS[-1]}",
    "formats": "a list of `avif` and `webp`, or of one of them",
    "quality": "a whole number from 1 to 100",
}


def variant_widths(width: int, widths: Iterable[int]) -> list[int]:
    """Return the widths for a picture of a width. No variant is wider than the picture.

    A picture that is narrower than the widest variant has one in its own width. Else a browser that wants all of it
    would get less.
    """
    listed = sorted(widths)
    return [*(each for each in listed if each < width), width] if width <= listed[-1] else listed


def worth_offering(variants: Sequence[VariantData], size: int) -> list[VariantData]:
    """Leave out what is no lighter than the original, which has `size` bytes.

    A format whose widest variant is too heavy goes as a whole: a browser shows the widest it is offered, and would
    enlarge a narrower one.
    """
    widest = max((variant.width for variant in variants), default=0)
    formats = {variant.format for variant in variants if variant.width == widest and len(variant.data) < size}
    return [variant for variant in variants if variant.format in formats and len(variant.data) < size]


def sources(variants: Iterable[Variant], link: Callable[[str], str]) -> tuple[ImageSource, ...]:
    """Return what a page offers, one `<source>` for each format. `link` makes an address relative to the page."""
    return tuple(
        ImageSource(f"image/{name}", ", ".join(f"{link(variant.url)} {variant.width}w" for variant in same))
        for name, same in groupby(variants, key=lambda variant: variant.format)
    )

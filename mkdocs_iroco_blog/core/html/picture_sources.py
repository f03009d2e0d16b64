"""Offers lighter variants of the pictures in a text: puts each `<img>` into a `<picture>` and adds sources.

The `<img>` stays as it is, with its address, classes and links around it: other programs look for the picture there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from mkdocs_iroco_blog.core.links import ImageSource
from mkdocs_iroco_blog.core.permalinks import address_from
from mkdocs_iroco_blog.core.pictures.variants import Variant, sources

from .entities import unescape

# An attribute with `<` in it ends the search, so that a text of nothing but tags is read once.
_IMAGE = r"""<img\b((?:[^<>"']|"[^"<]*"|'[^'<]*')*+)>"""
_PART = re.compile(
    rf"<(/?)picture\b[^<>]*>|<!--.*?-->|<(script|style|textarea|template)\b.*?</\2\s*>|{_IMAGE}",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'=/]+)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?""")
TEXT_WIDTH = 576
"""Pixels that a picture in a text takes at most, in most fonts, by the stylesheet's `--iroco-measure`."""


def picture_addresses(html: str, address: str) -> Iterator[str]:
    """Yield the addresses under the site's root of the pictures on the page at `address` that may have variants."""
    for _, _, attributes in _pictures(html):
        if target := address_from(address, attributes["src"]):
            yield without_query(target)


def offer_sources(
    html: str, variants: Mapping[str, Sequence[Variant]], find: Callable[[str], str | None], link: Callable[[str], str]
) -> Markup:
    """Offer the variants of each picture, by its address under the site's root.

    `find` returns that address for one in the text, or None. `link` makes an address relative to the page.
    """
    parts: list[str] = []
    position = 0
    for start, end, attributes in _pictures(html) if variants else ():
        target = find(attributes["src"])
        if target and (offered := variants.get(without_query(target))):
            tags = source_tags(sources(offered, link), _sizes(attributes.get("width", "")))
            parts += html[position:start], "<picture>", tags, html[start:end], "</picture>"
            position = end
    return Markup("".join((*parts, html[position:])))  # noqa: S704 - HTML from Markdown and the plugins


def source_tags(offered: Sequence[ImageSource], sizes: str) -> str:
    """Return the elements that come before the `<img>` in a `<picture>`."""
    return "".join(
        f'<source type="{source.type}" srcset="{escape(source.srcset)}" sizes="{sizes}">' for source in offered
    )


def text_sizes(width: int = TEXT_WIDTH) -> str:
    """Return `sizes` for a picture in a text that is this wide at most."""
    return f"min({min(width, TEXT_WIDTH)}px, 100vw)"


def _sizes(width: str) -> str:
    return text_sizes(int(width)) if width.isdecimal() and len(width) < 6 else text_sizes()


def _pictures(html: str) -> Iterator[tuple[int, int, Mapping[str, str]]]:
    """Yield the start, end and attributes of each picture that a `<picture>` can stand around.

    The author has decided what browsers load for one with `srcset`, or in a `<picture>`. One with `style`, or without
    a size, would change its size: a variant's is what `sizes` makes it.
    """
    depth = 0
    for match in _PART.finditer(html) if "<img" in html else ():
        if match[1] is not None:
            depth = max(0, depth - 1) if match[1] else depth + 1
        elif match[3] is not None and not depth:
            attributes = {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(match[3])}
            is_laid_out = {"srcset", "style"} & attributes.keys() or not {"width", "height"} & attributes.keys()
            if "src" in attributes and not is_laid_out:
                yield match.start(), match.end(), attributes


def without_query(address: str) -> str:
    """Return an address without what comes after a file's path."""
    return address.partition("#")[0].partition("?")[0]

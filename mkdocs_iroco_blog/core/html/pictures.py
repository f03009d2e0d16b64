"""Gives the pictures of a text their sizes, so that nothing moves when they arrive."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup
from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.permalinks import address_from
from mkdocs_iroco_blog.core.pictures.read import PictureFile

from .readtime import words_in

_LAYOUT = frozenset({"width", "height", "style", "sizes", "srcset"})
"""Attributes by which the author lays a picture out."""
_WAITS = {"loading": "lazy", "decoding": "async"}
_WAITING = "".join(f' {name}="{value}"' for name, value in _WAITS.items())
_PICTURE = re.compile(r"<img\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_SCREEN = 300
"""Words that fill the first screen of a large display."""


def size_pictures(body: LexborNode, address: str, find: Callable[[str], PictureFile | None]) -> None:
    """Write width and height on each picture of the page at `address`, and let browsers load it when it comes near.

    `find` takes an address under the site's root. A picture that the author has laid out stays as it is.
    """
    for node in body.css("img[src]"):
        attributes = node.attributes
        parent = node.parent
        if _LAYOUT & attributes.keys() or (parent is not None and parent.tag == "picture"):
            continue
        target = address_from(address, attributes["src"] or "")
        picture = find(target) if target else None
        if picture:
            node.attrs["width"], node.attrs["height"] = str(picture.width), str(picture.height)
            if not _WAITS.keys() & attributes.keys():
                for name, value in _WAITS.items():
                    node.attrs[name] = value


def load_first_picture(html: str) -> Markup:
    """Have browsers load the first picture at once, if it may be on the first screen."""
    html = str(html)  # what is joined to a `Markup` is escaped
    match = _PICTURE.search(html)
    if match and _may_wait_no_longer(match[0]) and words_in(_TAG.sub(" ", html[: match.start()])) < _SCREEN:
        html = html[: match.start()] + match[0].replace(_WAITING, "") + html[match.end() :]
    return Markup(html)  # noqa: S704 - of Markdown and fragments


def _may_wait_no_longer(tag: str) -> bool:
    """Whether a picture waits, and not so that browsers load only the one of two variants that they show."""
    return _WAITING in tag and "iroco-light" not in tag

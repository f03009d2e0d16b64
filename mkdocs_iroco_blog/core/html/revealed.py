"""Checks that a page does not show a text that was locked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_iroco_blog.core.html.entities import unescape

from .excerpt import parse

_LONG = 40
"""Characters of a piece that no page has by chance."""
_WORDS = 3
"""A page may have shorter pieces by chance: a theme's own words."""
_MEDIA = "img[src], video[src], audio[src], source[src], iframe[src], embed[src]"
_SPACES = re.compile(r"\s+")


def pieces_of(html: str) -> Sequence[str]:
    """Return the pieces of text that would reveal a locked text: all but a few words, or the addresses of its media."""
    body = parse(html)
    texts = [text for node in body.traverse(include_text=True) if node.tag == "-text" and (text := _plain(node.text()))]
    media = [str(node.attributes["src"]) for node in body.css(_MEDIA) if node.attributes["src"]]
    return [text for text in texts if len(text.split()) >= _WORDS or len(text) >= _LONG] or media or texts


def reveals(output: str, pieces: Sequence[str]) -> bool:
    """Whether a page shows one long piece of a locked text, or half of all pieces."""
    if not pieces:
        return False
    page = f"{_plain(parse(output).text())}\n{_plain(output)}"
    revealed = [piece for piece in pieces if piece in page]
    return any(len(piece) >= _LONG for piece in revealed) or 2 * len(revealed) > len(pieces)


def _plain(text: str) -> str:
    return _SPACES.sub(" ", unescape(text)).strip()

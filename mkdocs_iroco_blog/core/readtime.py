"""How long a post takes to read."""

from __future__ import annotations

import re
from math import ceil

from selectolax.lexbor import LexborNode

_UNREAD = "pre, script, style, svg, object, template, math, .footnote-backref, .headerlink"
# Chinese, Japanese and Korean are read by the character: about two of them in the time of one word.
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0002ffff]")
_WORD = re.compile(r"\w+(?:['’.,@/-]\w+)*")


def count_words(body: LexborNode) -> int:
    """Words of prose in an element: code blocks, drawings and scripts are not read."""
    unread = sum(words_in(node.text()) for node in body.css(_UNREAD))
    return max(0, words_in(body.text()) - unread)


def words_in(text: str) -> int:
    """Words in a text; a CJK character is half a word."""
    text, characters = _CJK.subn(" ", text)
    return len(_WORD.findall(text)) + ceil(characters / 2)


def minutes(words: int, per_minute: int) -> int:
    """Whole minutes, one at least."""
    return max(1, ceil(words / max(1, per_minute)))

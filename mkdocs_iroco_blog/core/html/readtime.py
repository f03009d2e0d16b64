"""Estimates how long a post takes to read."""

from __future__ import annotations

import re
from math import ceil

from selectolax.lexbor import LexborNode

_UNREAD = frozenset({"pre", "script", "style", "svg", "object", "template", "math"})
_MARKS = frozenset({"headerlink", "footnote-backref"})
# Every other element ends a word.
_INLINE = frozenset(
    {"-text", "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark"}
    | {"q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
# A reader takes about two Chinese, Japanese or Korean characters in the time of one word.
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0002ffff]")


def prose(body: LexborNode) -> str:
    """Return the prose in an element: its text without code blocks, drawings and scripts."""
    text: list[str] = []
    open_elements = [(body.iter(include_text=True), "")]  # no recursion: a post may open any number of elements
    while open_elements:
        children, end = open_elements[-1]
        for child in children:
            tag = child.tag
            space = "" if tag in _INLINE else " "
            if tag == "-text":
                text.append(child.text_content or "")
            elif _is_read(child, tag):
                open_elements.append((child.iter(include_text=True), space))
                break
            else:
                text.append(space)
        else:
            text.append(end)
            open_elements.pop()
    return "".join(text)


def _is_read(node: LexborNode, tag: str | None) -> bool:
    return tag not in _UNREAD and not (tag == "a" and _MARKS & set((node.attributes.get("class") or "").split()))


def words_in(text: str) -> int:
    """Count the words in a text, without lone punctuation marks. A CJK character counts as half a word."""
    characters = 0
    if not text.isascii():
        text, characters = _CJK.subn(" ", text)
    words = text.split()
    marks = sum(1 for word in words if not word.isalnum() and not any(map(str.isalnum, word)))
    return len(words) - marks + ceil(characters / 2)


def minutes(words: int, per_minute: int) -> int:
    """Return the reading time in whole minutes, at least one."""
    return max(1, ceil(words / max(1, per_minute)))

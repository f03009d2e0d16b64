"""HTML in words: what a page is about, as search results and cards show it."""

from __future__ import annotations

import re
from html import unescape

LONGEST = 160
"""Characters of a description that search engines show."""

_TAG = re.compile(r"""<!--.*?-->|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""", re.DOTALL)
_UNREAD = frozenset(
    {"script", "style", "svg", "math", "pre", "table", "template", "object", "iframe", "video", "audio"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s"}
    | {"samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
_LOOSE = " ,;:.…–—-(«“\u2018"


def summary(html: str, limit: int = LONGEST) -> str:
    """The beginning of a text in no more than `limit` characters: cut after a word, and marked as cut."""
    return shortened(plain_text(html, enough=limit), limit)


def shortened(text: str, limit: int = LONGEST) -> str:
    """A text in no more than `limit` characters; where no white space parts its words, cut inside one."""
    if len(text) <= limit:
        return text
    end = text.rfind(" ", limit // 2, limit)
    return text[: end if end > 0 else limit - 1].rstrip(_LOOSE) + "…"


def plain_text(html: str, *, enough: int) -> str:
    """The words of well-formed HTML, up to the block in which there are more than `enough` characters of them.

    Code, tables, drawings and marks of footnotes are left out.
    """
    words: list[str] = []
    length = at = 0
    while length <= enough and (tag := _TAG.search(html, at)):
        words.append(unescape(html[at : tag.start()]))
        length += sum(map(len, words[-1].split()))
        at, name = tag.end(), (tag["name"] or "").lower()
        if not tag["end"] and (name in _UNREAD or "footnote-ref" in tag[0]):
            close = html.find(f"</{name}", at)
            at = len(html) if close < 0 else close
        elif name and name not in _INLINE:
            words.append(" ")
    if length <= enough:
        words.append(unescape(html[at:]))
    return " ".join("".join(words).split())

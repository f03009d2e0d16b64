"""Descriptions of pages as plain text, for search results, link previews and cards."""

from __future__ import annotations

import re

from mkdocs_iroco_blog.core.html.entities import unescape

LONGEST = 160
"""The number of characters that search engines show."""

_TAG = re.compile(r"""<!--.*?-->|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""", re.DOTALL)
_SKIPPED = {
    "script", "style", "svg", "math", "pre", "table", "template", "object", "iframe", "video", "audio",
    "xmp", "noembed", "noframes", "plaintext", "noscript", "textarea",
}  # fmt: skip
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
}  # fmt: skip
_NOTE = re.compile(r'footnote-ref|doc-noteref|doc-endnotes|(?:class|rel)="footnotes?"')
_LOOSE = " ,;:.…–—-(«“\u2018"


def summary(html: str, limit: int = LONGEST) -> str:
    """Summarize HTML by its beginning, in at most `limit` characters."""
    return shorten(plain_text(html, enough=limit), limit)


def shorten(text: str, limit: int = LONGEST) -> str:
    """Cut a text to `limit` characters with an ellipsis: after a word, or inside it if the text has no spaces."""
    if len(text) <= limit:
        return text
    end = text.rfind(" ", limit // 2, limit)
    return text[: end if end > 0 else limit - 1].rstrip(_LOOSE) + "…"


def plain_text(html: str, *, enough: int) -> str:
    """Return the text of well-formed HTML, up to the end of the block that brings it to more than `enough` characters.

    Leaves out code, tables, drawings, footnotes and their marks.
    """
    words: list[str] = []
    length = position = 0
    while length <= enough and (tag := _TAG.search(html, position)):
        words.append(unescape(html[position : tag.start()]))
        length += sum(map(len, words[-1].split()))
        position, name = tag.end(), (tag["name"] or "").lower()
        if not tag["end"] and (name in _SKIPPED or _NOTE.search(tag[0])):
            close = html.find(f"</{name}", position)
            position = len(html) if close < 0 else close
        elif name and name not in _INLINE:
            words.append(" ")
    if length <= enough:
        words.append(unescape(html[position:]))
    return " ".join("".join(words).split())

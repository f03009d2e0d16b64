"""Typographic quotes, dashes and ellipses in a text with HTML, as kramdown sets them: Jekyll's `smartify`."""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.typography import QUOTES, SYMBOLS, WRITTEN_SYMBOLS, read_quotes

_SIGN = re.compile(
    r"(?P<tag></?[A-Za-z][^<>]*>|<!--(?:(?!<!--).)*?-->)|(?P<reference>&(?:\w+|#\d+|#x[0-9a-fA-F]+);)"
    r"|(?P<symbol>---|--|\.\.\.|<<[ ]|[ ]>>|<<|>>)|(?P<quote>[^\\<&]?[\"'])|(?P<plain>[&<>])",
    re.DOTALL,
)
_PLAIN = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def smartify(text: str) -> str:
    """The text with typographic signs; its tags stay as they are."""
    parts, done = [], 0
    while found := _SIGN.search(text, done):
        start = found.start()
        parts.append(text[done:start])
        done = found.end()
        if found["quote"]:
            before, names, done = read_quotes(text, start)
            parts += [_PLAIN.get(before, before), *(QUOTES[name] for name in names)]
        elif found["symbol"]:
            parts.append(SYMBOLS[WRITTEN_SYMBOLS[found[0]]])
        else:
            parts.append(_PLAIN.get(found[0], found[0]))
    return "".join([*parts, text[done:]])

"""Jekyll's `smartify`: sets typographic quotes, dashes and ellipses in a text with HTML, like kramdown."""

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
    """Set typographic signs in a text; leave its tags as they are."""
    parts, position = [], 0
    while match := _SIGN.search(text, position):
        start = match.start()
        parts.append(text[position:start])
        position = match.end()
        if match["quote"]:
            before, names, position = read_quotes(text, start)
            parts += [_PLAIN.get(before, before), *(QUOTES[name] for name in names)]
        elif match["symbol"]:
            parts.append(SYMBOLS[WRITTEN_SYMBOLS[match[0]]])
        else:
            parts.append(_PLAIN.get(match[0], match[0]))
    return "".join([*parts, text[position:]])

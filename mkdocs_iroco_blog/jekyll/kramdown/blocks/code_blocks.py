"""Code blocks: indented, or between fences.

https://kramdown.gettalong.org/syntax.html#code-blocks
"""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_iroco_blog.jekyll.kramdown.document import Element

from . import grammar as lines
from .reader import Reader

_SHORTER = 8
"""How many signs fewer than its line has a fence is tried with, where no line closes the whole."""
_fence_line = re.compile(r"((?:~|`){3,})(.*)\n")
_white = re.compile(r"[ \t\n\r\f\v]")
_unindented = re.compile(r"\n( {0,3}[^ \t\n\r\f\v])")


def read_indented(reader: Reader) -> bool:
    """Indented lines; an unindented one right after them goes on with the last of them."""
    match = reader.scan(lines.code_lines)
    assert match is not None
    code = _unindented.sub(r" \1", match[0])
    reader.add(Element("codeblock", lines.indent.sub("", code)))
    return True


def read_fence(reader: Reader) -> bool:
    """Lines between fences. After the first fence a single word may stand, the language; else it is none."""
    gfm = reader.document.options.input == "GFM"
    start = reader.at
    if gfm:
        while reader.text[start] == " ":
            start += 1
    match = _fence_line.match(reader.text, start)
    if not match or (not gfm and match[1][0] == "`"):
        return False
    signs = match[1]
    for size in range(len(signs), max(2, len(signs) - _SHORTER), -1):
        language = (signs[size:] + match[2]).strip(lines.WHITE)
        end = None if _white.search(language) else reader.find(_closing(signs[:size], gfm), match.end())
        if end:
            code = reader.text[match.end() : end.start()]
            reader.at = end.end()
            reader.add(Element("codeblock", code, options={"fenced": True, "language": language.split("?")[0]}))
            return True
    return False


@lru_cache(maxsize=64)
def _closing(fence: str, gfm: bool) -> re.Pattern[str]:  # noqa: FBT001
    return re.compile(rf"^{' {0,3}' if gfm else ''}{fence}{fence[-1]}*{lines.S}*\n", re.MULTILINE)

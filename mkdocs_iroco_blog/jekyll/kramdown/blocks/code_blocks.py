"""Code blocks: indented or fenced.

https://kramdown.gettalong.org/syntax.html#code-blocks
"""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_iroco_blog.jekyll.kramdown.document import Element

from . import grammar as lines
from .reader import Reader

_MOST_SHORTER = 8
"""If no line closes a fence, the fence is tried with up to this many characters fewer."""
_fence_line = re.compile(r"((?:~|`){3,})(.*)\n")
_white = re.compile(r"[ \t\n\r\f\v]")
_unindented = re.compile(r"\n( {0,3}[^ \t\n\r\f\v])")


def read_indented(reader: Reader) -> bool:
    """Read indented lines; an unindented line right after one continues it."""
    match = reader.scan(lines.code_lines)
    assert match is not None
    code = _unindented.sub(r" \1", match[0])
    reader.add(Element("codeblock", lines.indent.sub("", code)))
    return True


def read_fence(reader: Reader) -> bool:
    """Read fenced lines. Only a single word, the language, may follow the opening fence."""
    text, start = reader.text, reader.position
    gfm = reader.document.options.input == "GFM"
    if gfm:
        while text[start] == " ":
            start += 1
    match = _fence_line.match(text, start)
    if not match or (not gfm and match[1][0] == "`"):
        return False
    fence = match[1]
    for size in range(len(fence), max(2, len(fence) - _MOST_SHORTER), -1):
        language = (fence[size:] + match[2]).strip(lines.WHITE)
        end = None if _white.search(language) else reader.find(_closing(fence[:size], gfm), match.end())
        if end:
            reader.position = end.end()
            code = text[match.end() : end.start()]
            reader.add(Element("codeblock", code, options={"language": language.split("?")[0]}))
            return True
    return False


@lru_cache(maxsize=64)
def _closing(fence: str, gfm: bool) -> re.Pattern[str]:  # noqa: FBT001
    return re.compile(rf"^{' {0,3}' if gfm else ''}{fence}{fence[-1]}*{lines.S}*\n", re.MULTILINE)

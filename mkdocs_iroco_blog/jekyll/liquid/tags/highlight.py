"""`{% highlight LANG %}`: code, marked so that the site's own highlighter colours it."""

from __future__ import annotations

import html
import re
from typing import TextIO

from liquid import Node, Token
from liquid.ast import BlockNode

from mkdocs_iroco_blog.jekyll.liquid.context import JekyllContext
from mkdocs_iroco_blog.jekyll.liquid.error_recovery import Pieces
from mkdocs_iroco_blog.jekyll.liquid.nodes import WrittenNode, WrittenTag
from mkdocs_iroco_blog.jekyll.liquid.values import AuthorError

_LANGUAGE = re.compile(r"[a-zA-Z0-9.+#_-]+")
_OPTION = re.compile(r'\s+(\w+)(?:=(?:(\w+)|"([\d\s-]*)"))?(?=\s|$)', re.ASCII)
_LINES = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?", re.ASCII)
_EXAMPLE = 'Write it as `{% highlight python linenos hl_lines="1 3-5" %}`.'
MOST_LINES = 10_000
"""Lines that may be marked."""


class HighlightNode(WrittenNode):
    """A block of code."""

    __slots__ = ("attributes", "block")

    def __init__(self, token: Token, attributes: str, block: BlockNode) -> None:
        super().__init__(token)
        self.attributes, self.block = attributes, block
        self.blank = block.blank = False

    def output(self, context: JekyllContext, buffer: TextIO) -> int:
        """The code in HTML, escaped, without the line ends around it."""
        inner = context.get_buffer(buffer)
        self.block.render(context, inner)
        code = html.escape(inner.getvalue().strip("\r\n"), quote=False)
        return buffer.write(f'<figure class="highlight"><pre><code {self.attributes}>{code}</code></pre></figure>')


class HighlightTag(WrittenTag):
    """`highlight`: https://jekyllrb.com/docs/liquid/tags/#code-snippet-highlighting."""

    name = "highlight"

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:
        """The block; its options become attributes of `code`."""
        language = _LANGUAGE.match(markup)
        if not language:
            raise AuthorError("`highlight` names no language.", _EXAMPLE)
        name = language[0].lower()
        options = _options(markup[language.end() :])
        said = {"class": f"language-{name.replace('+', '-')}", "data-lang": name}
        if "linenos" in options:
            said["data-linenos"] = "1"
        if lines := _lines(options.get("hl_lines", "")) or _lines(options.get("mark_lines", "")):
            said["data-hl-lines"] = " ".join(map(str, lines))
        attributes = " ".join(f'{key}="{value}"' for key, value in said.items())
        return HighlightNode(token, attributes, self.body(stream, "endhighlight"))


def _options(markup: str) -> dict[str, str]:
    options, done = {}, 0
    while done < len(markup):
        found = _OPTION.match(markup, done)
        if not found:
            raise AuthorError(f"`{markup[done:].strip()}` is not an option of `highlight`.", _EXAMPLE)
        options[found[1]] = found[2] or found[3] or ""
        done = found.end()
    return options


def _lines(said: str) -> list[int]:
    """The numbers of lines in `1 3-5`."""
    lines = [
        line
        for found in _LINES.finditer(said)
        for line in range(int(found[1]), min(int(found[2] or found[1]), int(found[1]) + MOST_LINES) + 1)
    ]
    return lines[:MOST_LINES]

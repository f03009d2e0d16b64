"""`{% highlight LANG %}`: code, marked so that the site's own highlighter colours it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from mkdocs_iroco_blog.jekyll.liquid.context import Context, Node
from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError
from mkdocs_iroco_blog.jekyll.liquid.lexer import Token
from mkdocs_iroco_blog.jekyll.liquid.nodes import Block, TagNode
from mkdocs_iroco_blog.jekyll.liquid.output import Output
from mkdocs_iroco_blog.jekyll.liquid.parser import TokenStream

_LANGUAGE = re.compile(r"[a-zA-Z0-9.+#_-]+")
_OPTION = re.compile(r'\s+(\w+)(?:=(?:(\w+)|"([\d\s-]*)"))?(?=\s|$)', re.ASCII)
_LINES = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?", re.ASCII)
_EXAMPLE = 'Write it as `{% highlight python linenos hl_lines="1 3-5" %}`.'
MOST_LINES = 10_000
"""Lines that may be marked."""


@dataclass(eq=False)
class HighlightNode(TagNode):
    """`highlight`."""

    attributes: str
    block: Block
    blank = False

    def __post_init__(self) -> None:
        self.block.blank = False

    def write(self, context: Context, output: Output) -> None:
        """Write the code as HTML, escaped, without the line ends around it."""
        code = html.escape(self.block.text(context, output).strip("\r\n"), quote=False)
        output.write(f'<figure class="highlight"><pre><code {self.attributes}>{code}</code></pre></figure>')


def parse_highlight(stream: TokenStream, tag: Token) -> Node:
    """Parse the block; its options become attributes of `code`.

    https://jekyllrb.com/docs/liquid/tags/#code-snippet-highlighting
    """
    language = _LANGUAGE.match(tag.markup)
    if not language:
        raise AuthorError("`highlight` needs a language.", _EXAMPLE)
    name = language[0].lower()
    options = _parse_options(tag.markup[language.end() :])
    attributes = {"class": f"language-{name.replace('+', '-')}", "data-lang": name}
    if "linenos" in options:
        attributes["data-linenos"] = "1"
    if lines := _parse_lines(options.get("hl_lines", "")) or _parse_lines(options.get("mark_lines", "")):
        attributes["data-hl-lines"] = " ".join(map(str, lines))
    html_attributes = " ".join(f'{key}="{value}"' for key, value in attributes.items())
    return HighlightNode(html_attributes, stream.parse_block("endhighlight"))


def _parse_options(markup: str) -> dict[str, str]:
    options, position = {}, 0
    while position < len(markup):
        match = _OPTION.match(markup, position)
        if not match:
            raise AuthorError(f"`{markup[position:].strip()}` is not an option of `highlight`.", _EXAMPLE)
        options[match[1]] = match[2] or match[3] or ""
        position = match.end()
    return options


def _parse_lines(markup: str) -> list[int]:
    """Parse the numbers of lines in `1 3-5`."""
    lines = [
        line
        for match in _LINES.finditer(markup)
        for line in range(int(match[1]), min(int(match[2] or match[1]), int(match[1]) + MOST_LINES) + 1)
    ]
    return lines[:MOST_LINES]

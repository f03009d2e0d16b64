"""Liquid's tags that write and name values: outputs, `assign`, `capture`, `ifchanged`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_iroco_blog.core.findings import nearest
from mkdocs_iroco_blog.jekyll.liquid.context import Context, Node
from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError
from mkdocs_iroco_blog.jekyll.liquid.expressions import FilteredValue, parse_filtered_value
from mkdocs_iroco_blog.jekyll.liquid.filters.table import FILTERS
from mkdocs_iroco_blog.jekyll.liquid.lexer import Token
from mkdocs_iroco_blog.jekyll.liquid.nodes import Block, TagNode
from mkdocs_iroco_blog.jekyll.liquid.output import Output
from mkdocs_iroco_blog.jekyll.liquid.parser import TokenStream
from mkdocs_iroco_blog.jekyll.liquid.printing import to_output

_NAME = re.compile(r"[\w\-.\[\]()]+", re.ASCII)


def _parse_value(stream: TokenStream, tag: Token, markup: str) -> FilteredValue:
    """Parse a value with filters, and report the filters that do not exist."""
    value = parse_filtered_value(markup)
    for call in value.filters:
        if call.name not in FILTERS:
            what = f"There is no filter `{call.name}`, so the value stays as it is."
            meant = nearest(call.name, FILTERS)
            hint = f"Did you mean `{meant}`?" if meant else "Remove it, or use a filter of Liquid or Jekyll."
            stream.fail(tag, what, hint, rendered=True, cause=("filter", call.name))
    return value


@dataclass(eq=False)
class OutputNode(TagNode):
    """`{{ value | filters }}`."""

    value: FilteredValue
    blank = False

    def write(self, context: Context, output: Output) -> None:
        """Write the value."""
        output.write(to_output(self.value.evaluate(context)))


def parse_output(stream: TokenStream, tag: Token) -> Node:
    """Parse an output, or an `echo` in a `{% liquid %}` tag."""
    return OutputNode(_parse_value(stream, tag, tag.markup))


@dataclass(eq=False)
class AssignNode(TagNode):
    """`assign`."""

    name: str
    value: FilteredValue

    def write(self, context: Context, output: Output) -> None:  # noqa: ARG002  # a node's signature
        """Give the value its name."""
        context.assign(self.name, self.value.evaluate(context))


def parse_assign(stream: TokenStream, tag: Token) -> Node:
    """Parse the name before the first `=` and the value after it."""
    before, equals, markup = tag.markup.partition("=")
    name = before.split()[-1] if before.split() else ""
    if not equals or not _NAME.fullmatch(name):
        raise AuthorError("`assign` needs a name and a value.", 'Write it as `{% assign name = "value" %}`.')
    return AssignNode(name, _parse_value(stream, tag, markup))


@dataclass(eq=False)
class CaptureNode(TagNode):
    """`capture`."""

    name: str
    block: Block

    def __post_init__(self) -> None:
        self.block.blank = False

    def write(self, context: Context, output: Output) -> None:
        """Give the block's text a name."""
        context.assign(self.name, self.block.text(context, output))


def parse_capture(stream: TokenStream, tag: Token) -> Node:
    """Parse the name and the block."""
    name = _NAME.search(tag.markup)
    if not name:
        raise AuthorError("`capture` needs a name.", "Write it as `{% capture name %}`.")
    return CaptureNode(name[0], stream.parse_block("endcapture"))


class IfChangedNode(TagNode):
    """`ifchanged`."""

    def __init__(self, block: Block) -> None:
        self.block, self.blank = block, block.blank
        block.blank = False

    def write(self, context: Context, output: Output) -> None:
        """Write the block, if its text differs from what an `ifchanged` wrote last."""
        text = self.block.text(context, output)
        if text != context.last_changed:
            context.last_changed = text
            output.write(text)


def parse_if_changed(stream: TokenStream, tag: Token) -> Node:  # noqa: ARG001  # a tag's signature
    """Parse the block."""
    return IfChangedNode(stream.parse_block("endifchanged"))

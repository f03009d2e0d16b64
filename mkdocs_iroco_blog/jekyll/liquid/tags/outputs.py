"""Liquid's tags that write and keep values: outputs, `assign`, `capture`, `ifchanged`."""

from __future__ import annotations

import re
from typing import TextIO

from liquid import Node, Token
from liquid.ast import BlockNode

from mkdocs_iroco_blog.core.findings import nearest
from mkdocs_iroco_blog.jekyll.liquid.context import JekyllContext
from mkdocs_iroco_blog.jekyll.liquid.error_recovery import Pieces
from mkdocs_iroco_blog.jekyll.liquid.expressions import Piped, piped
from mkdocs_iroco_blog.jekyll.liquid.nodes import WrittenNode, WrittenTag
from mkdocs_iroco_blog.jekyll.liquid.printing import shown
from mkdocs_iroco_blog.jekyll.liquid.values import AuthorError

_NAME = re.compile(r"[\w\-.\[\]()]+", re.ASCII)


def told(tag: WrittenTag, stream: Pieces, token: Token, expression: Piped) -> Piped:
    """The expression; the author is told of filters in it that nobody knows."""
    for each in expression.filters:
        if each.name not in tag.env.filters:
            what = f"There is no filter `{each.name}` here: the value goes on as it was."
            meant = nearest(each.name, tag.env.filters)
            remedy = f"Did you mean `{meant}`?" if meant else "Take it out, or use one of Liquid's or Jekyll's filters."
            stream.fails(token, what, remedy)
    return expression


class OutputNode(WrittenNode):
    """`{{ value | filters }}`."""

    __slots__ = ("value",)

    def __init__(self, token: Token, value: Piped) -> None:
        super().__init__(token)
        self.value, self.blank = value, False

    def output(self, context: JekyllContext, buffer: TextIO) -> int:
        """Write the value."""
        return buffer.write(shown(self.value.evaluate(context)))


class EchoTag(WrittenTag):
    """`echo`, an output in a `{% liquid %}` tag."""

    name = "echo"
    block = False

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:
        """The output."""
        return OutputNode(token, told(self, stream, token, piped(markup, token)))


class AssignNode(WrittenNode):
    """A value that gets a name."""

    __slots__ = ("name", "value")

    def __init__(self, token: Token, name: str, value: Piped) -> None:
        super().__init__(token)
        self.name, self.value = name, value

    def output(self, context: JekyllContext, buffer: TextIO) -> int:  # noqa: ARG002  # a node's signature
        """Keep the value."""
        context.assign(self.name, self.value.evaluate(context))
        return 0


class AssignTag(WrittenTag):
    """`assign`."""

    name = "assign"
    block = False

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:
        """The name before the first `=`, and the value after it."""
        before, equals, value = markup.partition("=")
        name = before.split()[-1] if before.split() else ""
        if not equals or not _NAME.fullmatch(name):
            raise AuthorError("`assign` needs a name and a value.", 'Write it as `{% assign name = "value" %}`.')
        return AssignNode(token, name, told(self, stream, token, piped(value, token)))


class CaptureNode(WrittenNode):
    """Rendered text that gets a name."""

    __slots__ = ("block", "name")

    def __init__(self, token: Token, name: str, block: BlockNode) -> None:
        super().__init__(token)
        self.name, self.block = name, block
        block.blank = False

    def output(self, context: JekyllContext, buffer: TextIO) -> int:
        """Keep what is rendered."""
        inner = context.get_buffer(buffer)
        self.block.render(context, inner)
        context.assign(self.name, inner.getvalue())
        return 0


class CaptureTag(WrittenTag):
    """`capture`."""

    name = "capture"

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:
        """The name, and what is rendered under it."""
        name = _NAME.search(markup)
        if not name:
            raise AuthorError("`capture` needs a name.", "Write it as `{% capture name %}`.")
        return CaptureNode(token, name[0], self.body(stream, "endcapture"))


class IfChangedNode(WrittenNode):
    """What is rendered only where it differs from the last time."""

    __slots__ = ("block",)

    def __init__(self, token: Token, block: BlockNode) -> None:
        super().__init__(token)
        self.block, self.blank = block, block.blank
        block.blank = False

    def output(self, context: JekyllContext, buffer: TextIO) -> int:
        """Write it, if it changed."""
        inner = context.get_buffer(buffer)
        self.block.render(context, inner)
        return buffer.write(inner.getvalue()) if context.ifchanged(inner.getvalue()) else 0


class IfChangedTag(WrittenTag):
    """`ifchanged`."""

    name = "ifchanged"

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:  # noqa: ARG002  # a tag's signature
        """The block."""
        return IfChangedNode(token, self.body(stream, "endifchanged"))

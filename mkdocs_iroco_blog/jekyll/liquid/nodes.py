"""What python-liquid's parser makes of a template, each node knowing how it is written, so that it can stay so."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TextIO, cast

from liquid import BoundTemplate, Node, RenderContext, Token
from liquid.ast import BlockNode
from liquid.exceptions import LiquidError, ResourceLimitError
from liquid.parser import get_parser
from liquid.stream import TokenStream
from liquid.tag import Tag
from liquid.token import TOKEN_TAG

from .context import JekyllContext
from .error_recovery import AS_TEXT, Pieces, brief
from .values import AuthorError

LONGEST = 20_000
"""Characters of one tag."""
FAILURES = (LiquidError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a tag may raise on values that it was not made for."""


class WrittenNode(Node):
    """A tag or output that, if it fails, stays in the page as it is written, with a sentence for the author."""

    __slots__ = ("written",)

    written: str

    def render(self, context: RenderContext, buffer: TextIO) -> int:
        """Render, or write what stands in the template."""
        start = buffer.tell()
        try:
            return self.output(cast("JekyllContext", context), buffer)
        except (ResourceLimitError, RecursionError):
            # Ends on the page's first level: whatever goes on below would meet the limit again and again.
            raise
        except FAILURES as error:
            buffer.seek(start)
            buffer.truncate()
            cast("JekyllContext", context).tell(self.token, *sentences(error, self.written))
            return buffer.write(self.written)

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """As `render`, for python-liquid."""
        return self.render(context, buffer)

    @abstractmethod
    def output(self, context: JekyllContext, buffer: TextIO) -> int:
        """Render, or raise what is wrong."""


class AsWritten(WrittenNode):
    """What could not be parsed."""

    def output(self, context: JekyllContext, buffer: TextIO) -> int:  # noqa: ARG002  # a node's signature
        """What stands in the template."""
        return buffer.write(self.written)


class WrittenTag(Tag):
    """A tag whose nodes know how they are written."""

    def get_node(self, stream: TokenStream) -> Node:
        """The parsed tag, or what stays as it is written; the stream ends up on the tag's last token."""
        pieces = cast("Pieces", stream)
        token, depth = pieces.current, pieces.block_depth
        try:
            node = self.parse(pieces)
        except FAILURES as error:
            pieces.fails(token, *sentences(error, pieces.written(token)))
            pieces.block_depth = depth
            node = AsWritten(token)
            node.blank = False
        pieces.leave(token)
        if isinstance(node, WrittenNode):
            node.written = pieces.written(token)
        return node

    def parse(self, stream: TokenStream) -> Node:
        """The node of the tag that begins at the stream's token."""
        pieces = cast("Pieces", stream)
        token = next(pieces)
        markup = next(pieces).value.strip()
        if len(markup) > LONGEST:
            raise AuthorError(
                f"More than {LONGEST:,} characters are too long for a tag.", "Use `capture` for long text."
            )
        return self.node(pieces, token, markup)

    @abstractmethod
    def node(self, stream: Pieces, token: Token, markup: str) -> Node:
        """The tag's node, of what stands after its name; the stream stands behind that."""

    def body(self, stream: TokenStream, *ends: str) -> BlockNode:
        """What stands up to one of the `ends`, on which the stream stops."""
        return get_parser(self.env).parse_block(stream, frozenset(ends))


def at_tag(stream: TokenStream) -> str:
    """The name of the tag that the stream stands on, else nothing."""
    return stream.current.value if stream.current.kind == TOKEN_TAG else ""


def sentences(error: Exception, written: str) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    shown = f"`{brief(written)}`"
    if isinstance(error, AuthorError):
        return f"{shown}: {error.what[0].lower()}{error.what[1:]}", error.remedy or AS_TEXT
    if isinstance(error, RecursionError):
        return f"{shown} holds more blocks in one another than can be read.", "Take some of them out."
    if isinstance(error, ResourceLimitError):
        reason, remedy = LIMITS.get(type(error).__name__, (error.args[0], "Let it make less."))
        return f"{shown} makes {reason}, and was stopped.", remedy
    return f"{shown} cannot be worked out: {error}.".replace("\n", " "), f"Look at its values and filters. {AS_TEXT}"


LIMITS = {
    "BlockNestingError": ("too many blocks in one another", "Take some of them out."),
    "ContextDepthError": ("includes that go too deep into one another", "See whether a file includes itself."),
    "LocalNamespaceLimitError": ("variables too large", "Let it keep less."),
    "LoopIterationLimitError": ("too many turns in loops", "Let it make fewer; a loop's `limit:` helps."),
    "OutputStreamLimitError": ("a page too large", "Let it write less."),
}
"""What python-liquid's limits mean, and what to do."""


def render_all(nodes: Sequence[Node], context: JekyllContext, buffer: TextIO, template: BoundTemplate) -> None:
    """Render an included template's nodes in the context that is there."""
    context.tell_all(template)
    for node in nodes:
        node.render(context, buffer)

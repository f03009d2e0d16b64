"""The nodes that every template is made of: text, blocks, and tags that stay as they are when they fail."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from .context import Context, Node
from .error_recovery import AS_TEXT, shorten
from .errors import FAILURES, AuthorError, LimitError
from .output import NULL_OUTPUT, Output


class Text(Node):
    """Text between outputs and tags."""

    def __init__(self, text: str) -> None:
        self.text, self.blank = text, not text or text.isspace()

    def render(self, context: Context, output: Output) -> None:  # noqa: ARG002  # a node's signature
        """Write the text."""
        output.write(self.text)


class Block(Node):
    """The nodes between an opening tag and the next part of the block, or its end."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes, self.blank = nodes, all(node.blank for node in nodes)

    def render(self, context: Context, output: Output) -> None:
        """Render the nodes; if all are blank, write nothing."""
        if self.blank:
            output = NULL_OUTPUT
        for node in self.nodes:
            node.render(context, output)

    def text(self, context: Context, output: Output) -> str:
        """Render the nodes to a text, for a tag that writes it to `output` or keeps it."""
        branch = output.branch()
        self.render(context, branch)
        return branch.text()


class TagNode(Node):
    """A tag or output. If it fails, it stays in the page as it is, with a message for the author."""

    line = 0
    """How many lines of the template stand above it; set by the parser."""
    source = ""
    """The tag or block in the template; set by the parser."""

    def render(self, context: Context, output: Output) -> None:
        """Render the tag, or write its source."""
        mark = output.mark()
        try:
            self.write(context, output)
        except (LimitError, RecursionError):
            # These end on the page's first level. Anything that goes on below would reach the limit again and again.
            raise
        except FAILURES as error:
            output.rewind(mark)
            context.report(self.line, *describe(error, self.source), cause=getattr(error, "cause", None))
            output.write(self.source)

    @abstractmethod
    def write(self, context: Context, output: Output) -> None:
        """Write the tag's text, or raise one of `FAILURES`."""


class Unparsed(TagNode):
    """A tag that could not be parsed."""

    blank = False

    def write(self, context: Context, output: Output) -> None:  # noqa: ARG002  # a node's signature
        """Write the tag's source."""
        output.write(self.source)


def describe(error: Exception, source: str) -> tuple[str, str]:
    """Say what is wrong, and what to do about it."""
    quoted = f"`{shorten(source)}`"
    if isinstance(error, AuthorError):
        if error.cause:
            return error.what, error.hint
        return f"{quoted}: {error.what[0].lower()}{error.what[1:]}", error.hint or AS_TEXT
    if isinstance(error, RecursionError):
        return f"{quoted} has too many nested blocks.", "Remove some of them."
    if isinstance(error, LimitError):
        return f"{quoted} was stopped: {error.what}.", error.hint
    return f"{quoted} fails: {error}.".replace("\n", " "), f"Check its values and filters. {AS_TEXT}"

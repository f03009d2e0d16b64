"""Parses a template into nodes, each tag by the function that a table has for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from .context import Node, Template
from .error_recovery import BlockMatcher, Failure
from .errors import FAILURES, AuthorError, LimitError
from .lexer import Kind, Token, tokenize
from .nodes import Block, TagNode, Text, Unparsed, describe

LONGEST_TAG = 20_000
"""The most characters in one tag."""
MOST_NESTED = 40
"""The most blocks inside each other."""

ParseTag = Callable[["TokenStream", Token], Node]
"""Parses a tag, with the block that it opens. The tag's token has been taken from the stream."""


def parse(source: str, tags: Mapping[str, ParseTag], *, path: str = "", first_line: int = 1, line: int = 0) -> Template:
    """Parse a template. `line` is the number of lines above it, where it is the markup of a tag."""
    stream = TokenStream(source, tags, line)
    return Template(stream.parse_nodes(), stream.failures, path, first_line)


class TokenStream:
    """The tokens of a template, and the failures met while parsing them."""

    def __init__(self, source: str, tags: Mapping[str, ParseTag], line: int) -> None:
        matcher = BlockMatcher(source, tokenize(source, line), tags.keys())
        self.failures = matcher.failures
        self._source, self._tags = source, tags
        self._tokens, self._ends = matcher.match(), matcher.ends
        self._position = self._depth = 0

    @property
    def tag_name(self) -> str:
        """The name of the next token if it is a tag, else nothing."""
        if self._position < len(self._tokens):
            return self._tokens[self._position].name
        return ""

    def take(self) -> Token:
        """Take the next token, its markup without white space around it."""
        token = self._tokens[self._position]
        self._position += 1
        return token._replace(markup=token.markup.strip())

    def parse_block(self, *ends: str) -> Block:
        """Parse the nodes up to one of the tags `ends`, which comes next in the stream."""
        self._depth += 1
        if self._depth > MOST_NESTED:
            raise LimitError("too many nested blocks", "Remove some of them.")
        block = Block(self.parse_nodes(ends))
        self._depth -= 1
        return block

    def parse_nodes(self, ends: Collection[str] = ()) -> list[Node]:
        """Parse the nodes up to one of the tags `ends`, or all."""
        nodes: list[Node] = []
        while self._position < len(self._tokens):
            token = self._tokens[self._position]
            if token.kind is Kind.TEXT:
                self._position += 1
                nodes.append(Text(token.markup))
            elif token.kind is Kind.TAG and token.name in ends:
                break
            else:
                nodes.append(self._parse_tag())
        return nodes

    def parse_markup(self, tag: Token, markup: str) -> Template:
        """Parse a template that stands inside a tag."""
        return parse(markup, self._tags, line=tag.line)

    def fail(
        self, tag: Token, what: str, hint: str, *, rendered: bool = False, cause: tuple[str, ...] | None = None
    ) -> None:
        """Record what is wrong with a tag, and whether it is rendered all the same."""
        self.failures.append(Failure(tag.start, tag.line, what, hint, rendered, cause))

    def _parse_tag(self) -> Node:
        depth, token = self._depth, self.take()
        end = self._ends[token.start]
        source = self._source[token.start : end]
        try:
            if len(token.markup) > LONGEST_TAG:
                what = f"More than {LONGEST_TAG:,} characters are too long for a tag."
                raise AuthorError(what, "Use `capture` for long text.")
            node = self._tags[token.name](self, token)
        except FAILURES as error:
            self.fail(token, *describe(error, source))
            node, self._depth = Unparsed(), depth
        while self._position < len(self._tokens) and self._tokens[self._position].start < end:
            self._position += 1
        if isinstance(node, TagNode):
            node.line, node.source = token.line, source
        return node

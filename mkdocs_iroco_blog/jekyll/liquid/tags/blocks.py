"""Liquid's tags that choose: `if`, `unless` and `case`; and comments."""

from __future__ import annotations

import re
from typing import TextIO

from liquid import Node, Token
from liquid.ast import BlockNode

from mkdocs_iroco_blog.jekyll.liquid.conditions import Condition, condition_of
from mkdocs_iroco_blog.jekyll.liquid.context import JekyllContext
from mkdocs_iroco_blog.jekyll.liquid.error_recovery import Pieces
from mkdocs_iroco_blog.jekyll.liquid.expressions import FRAGMENT, value_of
from mkdocs_iroco_blog.jekyll.liquid.nodes import WrittenNode, WrittenTag, at_tag
from mkdocs_iroco_blog.jekyll.liquid.values import AuthorError

_FRAGMENT = re.compile(FRAGMENT)
_WHEN = re.compile(rf"({FRAGMENT})(?:(?:\s+or\s+|\s*,\s*)({FRAGMENT}.*))?", re.DOTALL)
Branch = tuple[list[Condition], BlockNode]
"""What is asked, in order, and what is rendered for each that holds; nothing is asked by an `else`."""


class BranchesNode(WrittenNode):
    """Blocks of which one is rendered: the first whose condition holds."""

    __slots__ = ("branches", "negated")

    def __init__(self, token: Token, branches: list[Branch], *, negated: bool = False) -> None:
        super().__init__(token)
        self.branches, self.negated = branches, negated
        self.blank = all(block.blank for _, block in branches)
        for _, block in branches:
            block.blank = self.blank

    def output(self, context: JekyllContext, buffer: TextIO) -> int:
        """Render the first block whose condition holds; `unless` turns the first one around."""
        for index, (asked, block) in enumerate(self.branches):
            turned = self.negated and not index
            if not asked or asked[0].evaluate(context) is not turned:
                return block.render(context, buffer)
        return 0


class IfTag(WrittenTag):
    """`if`."""

    name = "if"
    negated = False

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:
        """Its branches."""
        ends = ("elsif", "else", f"end{self.name}")
        branches: list[Branch] = [([condition_of(markup, token)], self.body(stream, *ends))]
        while (part := at_tag(stream)) in {"elsif", "else"}:
            next(stream)
            asked = next(stream).value.strip()
            conditions = [condition_of(asked, token)] if part == "elsif" else []
            branches.append((conditions, self.body(stream, *ends)))
        return BranchesNode(token, branches, negated=self.negated)


class UnlessTag(IfTag):
    """`unless`."""

    name = "unless"
    negated = True


class CaseNode(BranchesNode):
    """Blocks of which those are rendered whose value is the one in question."""

    def output(self, context: JekyllContext, buffer: TextIO) -> int:
        """Render every block that a value fits, as often as one does; an `else` where none did before."""
        written, met = 0, False
        for asked, block in self.branches:
            hits = sum(one.evaluate(context) for one in asked) if asked else int(not met)
            met = met or bool(asked and hits)
            written += sum(block.render(context, buffer) for _ in range(hits))
        return written


class CaseTag(WrittenTag):
    """`case`."""

    name = "case"

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:
        """The value in question and its branches; what stands before the first `when` is left out."""
        found = _FRAGMENT.search(markup)
        if not found:
            raise AuthorError("`case` names no value.", "Write it as `{% case page.layout %}`.")
        ends = ("when", "else", "endcase")
        self.body(stream, *ends)
        branches: list[Branch] = []
        while (part := at_tag(stream)) in {"when", "else"}:
            next(stream)
            asked = next(stream).value.strip()
            conditions = _whens(found[0], asked, token) if part == "when" else []
            branches.append((conditions, self.body(stream, *ends)))
        return CaseNode(token, branches)


def _whens(value: str, markup: str, token: Token) -> list[Condition]:
    whens: list[Condition] = []
    rest: str | None = markup
    while rest is not None:
        found = _WHEN.search(rest)
        if not found:
            raise AuthorError("`when` names no value.", 'Write it as `{% when "post", "page" %}`.')
        whens.append(Condition(token, value_of(value, token), "==", value_of(found[1], token)))
        rest = found[2]
    return whens


class PartTag(WrittenTag):
    """`else`, `elsif` or `when` in a block that has no use for it."""

    block = False

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:  # noqa: ARG002  # a tag's signature
        """Nothing: it stays as it is written."""
        raise AuthorError("it does not belong into the block that it stands in.", "Take it out.")


class CommentTag(WrittenTag):
    """`#`, a comment of one tag."""

    name = "#"
    block = False

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:  # noqa: ARG002  # a tag's signature
        """Nothing."""
        return BlockNode(token, [])

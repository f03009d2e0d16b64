"""Liquid's tags that choose: `if`, `unless` and `case`; and comments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_iroco_blog.jekyll.liquid.conditions import Condition, parse_condition
from mkdocs_iroco_blog.jekyll.liquid.context import Context, Node
from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError
from mkdocs_iroco_blog.jekyll.liquid.expressions import FRAGMENT, parse_value
from mkdocs_iroco_blog.jekyll.liquid.lexer import Token
from mkdocs_iroco_blog.jekyll.liquid.nodes import Block, TagNode, Text
from mkdocs_iroco_blog.jekyll.liquid.output import Output
from mkdocs_iroco_blog.jekyll.liquid.parser import TokenStream

_FRAGMENT = re.compile(FRAGMENT)
_WHEN = re.compile(rf"({FRAGMENT})(?:(?:\s+or\s+|\s*,\s*)({FRAGMENT}.*))?", re.DOTALL)


class Branch(NamedTuple):
    """A block and the conditions for it; an `else` has none."""

    conditions: Sequence[Condition]
    block: Block


class IfNode(TagNode):
    """`if` or `unless`: renders the first block whose condition holds; `unless` negates the first condition."""

    def __init__(self, branches: Sequence[Branch], *, negated: bool = False) -> None:
        self.branches, self.negated = branches, negated
        self.blank = share_blankness([branch.block for branch in branches])

    def write(self, context: Context, output: Output) -> None:
        """Write the first block whose condition holds."""
        negated = self.negated
        for conditions, block in self.branches:
            if not conditions or conditions[0].evaluate(context) is not negated:
                block.render(context, output)
                return
            negated = False


def share_blankness(blocks: Sequence[Block]) -> bool:
    """Let blocks write white space if one of them writes more; returns whether all are blank."""
    blank = all(block.blank for block in blocks)
    for block in blocks:
        block.blank = blank
    return blank


def parse_if(stream: TokenStream, tag: Token) -> Node:
    """Parse the branches of an `if` or `unless`."""
    ends = ("elsif", "else", f"end{tag.name}")
    branches = [Branch([parse_condition(tag.markup)], stream.parse_block(*ends))]
    while stream.tag_name in {"elsif", "else"}:
        part = stream.take()
        conditions = [parse_condition(part.markup)] if part.name == "elsif" else []
        branches.append(Branch(conditions, stream.parse_block(*ends)))
    return IfNode(branches, negated=tag.name == "unless")


class CaseNode(TagNode):
    """`case`: renders each block whose value is the one in question."""

    def __init__(self, branches: Sequence[Branch]) -> None:
        self.branches = branches
        self.blank = share_blankness([branch.block for branch in branches])

    def write(self, context: Context, output: Output) -> None:
        """Write every block once for each value that fits, and an `else` if nothing before it fits."""
        any_fits = False
        for conditions, block in self.branches:
            count = sum(condition.evaluate(context) for condition in conditions) if conditions else int(not any_fits)
            any_fits = any_fits or bool(conditions and count)
            for _ in range(count):
                block.render(context, output)


def parse_case(stream: TokenStream, tag: Token) -> Node:
    """Parse the value in question and the branches; what stands before the first `when` is left out."""
    value = _FRAGMENT.search(tag.markup)
    if not value:
        raise AuthorError("`case` needs a value.", "Write it as `{% case page.layout %}`.")
    ends = ("when", "else", "endcase")
    stream.parse_block(*ends)
    branches: list[Branch] = []
    while stream.tag_name in {"when", "else"}:
        part = stream.take()
        conditions = _parse_when(value[0], part.markup) if part.name == "when" else []
        branches.append(Branch(conditions, stream.parse_block(*ends)))
    return CaseNode(branches)


def _parse_when(value: str, markup: str) -> list[Condition]:
    conditions: list[Condition] = []
    rest: str | None = markup
    while rest is not None:
        match = _WHEN.search(rest)
        if not match:
            raise AuthorError("`when` needs a value.", 'Write it as `{% when "post", "page" %}`.')
        conditions.append(Condition(parse_value(value), "==", parse_value(match[1])))
        rest = match[2]
    return conditions


def parse_stray_part(stream: TokenStream, tag: Token) -> Node:  # noqa: ARG001  # a tag's signature
    """Reject an `else`, `elsif` or `when` in a block that has no use for it."""
    raise AuthorError("it does not belong in this block.", "Remove it.")


def parse_comment(stream: TokenStream, tag: Token) -> Node:  # noqa: ARG001  # a tag's signature
    """Parse `#`, a comment of a single tag."""
    return Text("")

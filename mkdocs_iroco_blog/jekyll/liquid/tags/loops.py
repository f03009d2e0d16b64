"""Liquid's tags that repeat and count: `for`, `tablerow`, `cycle`, `increment`, `decrement`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TextIO

from liquid import Node, Token
from liquid.ast import BlockNode
from liquid.builtin.expressions import Literal
from liquid.builtin.tags.for_tag import ForLoop
from liquid.exceptions import BreakLoop, ContinueLoop

from mkdocs_iroco_blog.jekyll.liquid.context import JekyllContext
from mkdocs_iroco_blog.jekyll.liquid.error_recovery import Pieces
from mkdocs_iroco_blog.jekyll.liquid.expressions import ATTRIBUTES, FRAGMENT, FRAGMENTS, Reader, value_of
from mkdocs_iroco_blog.jekyll.liquid.nodes import WrittenNode, WrittenTag, at_tag
from mkdocs_iroco_blog.jekyll.liquid.values import AuthorError, counted, is_list

_FOR = re.compile(rf"([\w-]+)\s+in\s+({FRAGMENTS})\s*(reversed)?", re.ASCII)
_ROW = re.compile(rf"(\w+)\s+in\s+({FRAGMENT})", re.ASCII)
_NAMED = re.compile(rf"({FRAGMENT})\s*:\s*(.*)", re.DOTALL)
_FRAGMENT = re.compile(FRAGMENT)
_CONTINUE = "continue"


def turns(value: object) -> list[object]:
    """What a loop goes through: a mapping's keys with their values; a text, as a whole."""
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, Mapping):
        return [[key, found] for key, found in value.items()]
    return list(value) if is_list(value) else []


def sliced(context: JekyllContext, value: object, start: int, count: int | None) -> list[object]:
    """The turns from `start` on; those of a range are counted before they are made, and a text is always whole."""
    if isinstance(value, range):
        value = value[max(start, 0) : None if count is None else max(start + count, 0)]
        context.turn(value.stop - value.start if value else 0)
        return list(value)
    found = turns(value)
    if isinstance(value, str):
        return found
    return found[max(start, 0) : None if count is None else max(start + count, 0)]


class ForNode(WrittenNode):
    """A loop, and what is rendered where there is nothing to go through."""

    __slots__ = ("block", "default", "key", "name", "options", "reversed", "value")

    def __init__(
        self, token: Token, name: str, value: str, options: Mapping[str, str], blocks: tuple[BlockNode, ...]
    ) -> None:
        super().__init__(token)
        self.name, self.key, self.reversed = name, f"{name}-{value}", "reversed" in options
        self.value = value_of(value, token)
        self.options = {key: value_of(said, token) for key, said in options.items() if key != "reversed"}
        if options.get("offset") == _CONTINUE:
            self.options["offset"] = Literal(token, _CONTINUE)
        self.block, self.default = blocks[0], blocks[1] if len(blocks) > 1 else None
        self.blank = all(block.blank for block in blocks)
        for block in blocks:
            block.blank = self.blank

    def output(self, context: JekyllContext, buffer: TextIO) -> int:
        """Render the block for each item."""
        found = self._items(context)
        if not found:
            return self.default.render(context, buffer) if self.default else 0
        parent = next((loop for loop in reversed(context.loops) if isinstance(loop, ForLoop)), None)
        loop = ForLoop(self.key, iter(found), len(found), parent)
        names: dict[str, object] = {"forloop": loop}
        start = buffer.tell()
        with context.extend(names):
            context.loops.append(loop)
            try:
                self._turn(context, buffer, names, loop)
            finally:
                context.loops.pop()
        return buffer.tell() - start

    def _turn(self, context: JekyllContext, buffer: TextIO, names: dict[str, object], loop: ForLoop) -> None:
        for item in loop:
            context.turn()
            names[self.name] = item
            try:
                self.block.render(context, buffer)
            except ContinueLoop:
                continue
            except BreakLoop:
                break

    def _items(self, context: JekyllContext) -> list[object]:
        value = self.value.evaluate(context)
        limit, offset = (self._option(context, name) for name in ("limit", "offset"))
        start = context.stopindex(self.key) if offset == _CONTINUE else 0 if offset is None else counted(offset)
        found = sliced(context, value, start, None if limit is None else counted(limit))
        context.stopindex(self.key, start + len(found))
        return found[::-1] if self.reversed else found

    def _option(self, context: JekyllContext, name: str) -> object:
        return self.options[name].evaluate(context) if name in self.options else None


class ForTag(WrittenTag):
    """`for`."""

    name = "for"

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:
        """The loop, and what follows `else`."""
        name, value, options = _strict(markup) or _lenient(markup)
        blocks = [self.body(stream, "else", "endfor")]
        while at_tag(stream) == "else":
            next(stream), next(stream)
            blocks[1:] = [self.body(stream, "else", "endfor")]
        return ForNode(token, name, value, options, tuple(blocks))


def _strict(markup: str) -> tuple[str, str, dict[str, str]] | None:
    reader = Reader(markup)
    options: dict[str, str] = {}
    try:
        name, _, value = reader.need("id"), reader.need("id", "in"), reader.value()
        if reader.take("id", "reversed"):
            options["reversed"] = ""
        while option := reader.take("id", "limit", "offset"):
            reader.need("sign", ":")
            options[option] = reader.value()
        reader.need("end")
    except AuthorError:
        return None
    return name, value, options


def _lenient(markup: str) -> tuple[str, str, dict[str, str]]:
    found = _FOR.match(markup)
    if not found:
        raise AuthorError("`for` names nothing to go through.", "Write it as `{% for post in site.posts %}`.")
    options = {key: said for key, said in ATTRIBUTES.findall(markup) if key in {"limit", "offset"}}
    return found[1], found[2], options | ({"reversed": ""} if found[3] else {})


class InterruptNode(Node):
    """`break` or `continue`."""

    def __init__(self, token: Token) -> None:
        super().__init__(token)
        self.blank = False

    def render_to_output(self, context: object, buffer: TextIO) -> int:  # noqa: ARG002  # a node's signature
        """Leave the block."""
        raise BreakLoop("break") if self.token.value == "break" else ContinueLoop("continue")


class BreakTag(WrittenTag):
    """`break`."""

    name = "break"
    block = False

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:  # noqa: ARG002  # a tag's signature
        """The end of a loop."""
        return InterruptNode(token)


class ContinueTag(BreakTag):
    """`continue`."""

    name = "continue"

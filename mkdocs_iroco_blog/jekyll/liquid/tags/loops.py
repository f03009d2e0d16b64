"""Liquid's tags that loop: `for`, `break` and `continue`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mkdocs_iroco_blog.jekyll.liquid.context import Context, Node
from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError, BreakLoop, ContinueLoop
from mkdocs_iroco_blog.jekyll.liquid.expressions import ATTRIBUTES, FRAGMENTS, Literal, parse_value
from mkdocs_iroco_blog.jekyll.liquid.lexer import Token
from mkdocs_iroco_blog.jekyll.liquid.markup_reader import MarkupReader
from mkdocs_iroco_blog.jekyll.liquid.nodes import Block, TagNode
from mkdocs_iroco_blog.jekyll.liquid.output import Output
from mkdocs_iroco_blog.jekyll.liquid.parser import TokenStream
from mkdocs_iroco_blog.jekyll.liquid.values import is_list, require_integer

from .blocks import share_blankness
from .loop_values import ForLoop

_FOR = re.compile(rf"([\w-]+)\s+in\s+({FRAGMENTS})\s*(reversed)?", re.ASCII)
_CONTINUE = "continue"


class LoopMarkup(NamedTuple):
    """The markup of a `for` tag."""

    name: str
    value: str
    options: Mapping[str, str]


class ForNode(TagNode):
    """`for`."""

    def __init__(self, markup: LoopMarkup, blocks: Sequence[Block]) -> None:
        self.name, self.key = markup.name, f"{markup.name}-{markup.value}"
        self.value, self.reversed = parse_value(markup.value), "reversed" in markup.options
        self.options = {key: parse_value(option) for key, option in markup.options.items() if key != "reversed"}
        if markup.options.get("offset") == _CONTINUE:
            self.options["offset"] = Literal(_CONTINUE)
        self.block, self.otherwise = blocks[0], blocks[1] if len(blocks) > 1 else None
        self.blank = share_blankness(blocks)

    def write(self, context: Context, output: Output) -> None:
        """Write the block for each item, or the `else` if there is none."""
        items = self._items(context)
        if not items:
            if self.otherwise:
                self.otherwise.render(context, output)
            return
        loop = ForLoop(self.key, len(items), context.loops[-1] if context.loops else None)
        names: dict[str, object] = {"forloop": loop}
        with context.scope(names):
            context.loops.append(loop)
            try:
                for loop.index0, names[self.name] in enumerate(items):
                    context.count_turns()
                    try:
                        self.block.render(context, output)
                    except ContinueLoop:
                        continue
            except BreakLoop:
                pass
            finally:
                context.loops.pop()

    def _items(self, context: Context) -> list[object]:
        value = self.value.evaluate(context)
        limit, offset = (self._option(context, name) for name in ("limit", "offset"))
        if offset == _CONTINUE:
            offset = context.stops.get(self.key, 0)
        start = 0 if offset is None else require_integer(offset)
        items = slice_items(context, value, start, None if limit is None else require_integer(limit))
        context.stops[self.key] = start + len(items)
        return items[::-1] if self.reversed else items

    def _option(self, context: Context, name: str) -> object:
        return self.options[name].evaluate(context) if name in self.options else None


def slice_items(context: Context, value: object, start: int, count: int | None) -> list[object]:
    """The items to loop over. Those of a range are counted before they are made; a text is never cut."""
    stop = None if count is None else max(start + count, 0)
    if isinstance(value, range):
        value = value[max(start, 0) : stop]
        context.count_turns(value.stop - value.start if value else 0)
        return list(value)
    if isinstance(value, str):
        return [value] if value else []
    return _items_of(value)[max(start, 0) : stop]


def _items_of(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return [[key, item] for key, item in value.items()]
    return list(value) if is_list(value) else []


def parse_for(stream: TokenStream, tag: Token) -> Node:
    """Parse the loop and what follows `else`; the last `else` counts."""
    markup = _parse_strictly(tag.markup) or _parse_leniently(tag.markup)
    blocks = [stream.parse_block("else", "endfor")]
    while stream.tag_name == "else":
        stream.take()
        blocks[1:] = [stream.parse_block("else", "endfor")]
    return ForNode(markup, blocks)


def _parse_strictly(markup: str) -> LoopMarkup | None:
    reader = MarkupReader(markup)
    options: dict[str, str] = {}
    try:
        name, _, value = reader.require("id"), reader.require("id", "in"), reader.take_value()
        if reader.take("id", "reversed"):
            options["reversed"] = ""
        while option := reader.take("id", "limit", "offset"):
            reader.require("sign", ":")
            options[option] = reader.take_value()
        reader.require("end")
    except AuthorError:
        return None
    return LoopMarkup(name, value, options)


def _parse_leniently(markup: str) -> LoopMarkup:
    match = _FOR.match(markup)
    if not match:
        raise AuthorError("`for` needs something to loop over.", "Write it as `{% for post in site.posts %}`.")
    options = {key: option for key, option in ATTRIBUTES.findall(markup) if key in {"limit", "offset"}}
    return LoopMarkup(match[1], match[2], options | ({"reversed": ""} if match[3] else {}))


class BreakNode(TagNode):
    """`break`."""

    blank = False

    def write(self, context: Context, output: Output) -> None:  # noqa: ARG002  # a node's signature
        """Leave the loop."""
        raise BreakLoop("break")


class ContinueNode(TagNode):
    """`continue`."""

    blank = False

    def write(self, context: Context, output: Output) -> None:  # noqa: ARG002  # a node's signature
        """Go on with the loop's next item."""
        raise ContinueLoop("continue")


def parse_break(stream: TokenStream, tag: Token) -> Node:  # noqa: ARG001  # a tag's signature
    """Parse `break`."""
    return BreakNode()


def parse_continue(stream: TokenStream, tag: Token) -> Node:  # noqa: ARG001  # a tag's signature
    """Parse `continue`."""
    return ContinueNode()

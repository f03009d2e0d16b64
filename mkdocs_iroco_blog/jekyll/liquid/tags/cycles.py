"""Liquid's tags that take turns and count: `tablerow`, `cycle`, `increment`, `decrement`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TextIO

from liquid import Node, Token
from liquid.ast import BlockNode
from liquid.builtin.expressions import Literal
from liquid.builtin.tags.tablerow_tag import TableRow
from liquid.exceptions import BreakLoop, ContinueLoop
from liquid.expression import Expression

from mkdocs_iroco_blog.jekyll.liquid.context import JekyllContext
from mkdocs_iroco_blog.jekyll.liquid.error_recovery import Pieces
from mkdocs_iroco_blog.jekyll.liquid.expressions import ATTRIBUTES, FRAGMENT, value_of
from mkdocs_iroco_blog.jekyll.liquid.nodes import WrittenNode, WrittenTag
from mkdocs_iroco_blog.jekyll.liquid.printing import shown, text
from mkdocs_iroco_blog.jekyll.liquid.values import AuthorError, integer

from .loops import sliced

_ROW = re.compile(rf"(\w+)\s+in\s+({FRAGMENT})", re.ASCII)
_NAMED = re.compile(rf"({FRAGMENT})\s*:\s*(.*)", re.DOTALL)
_FRAGMENT = re.compile(FRAGMENT)


class TablerowNode(WrittenNode):
    """A loop whose items fill a table's rows."""

    __slots__ = ("block", "name", "options", "value")

    def __init__(
        self, token: Token, name: str, value: Expression, options: Mapping[str, Expression], block: BlockNode
    ) -> None:
        super().__init__(token)
        self.name, self.value, self.options, self.block = name, value, options, block
        self.blank = block.blank = False

    def output(self, context: JekyllContext, buffer: TextIO) -> int:
        """Rows of so many columns as the option `cols` says."""
        value = self.value.evaluate(context)
        if value is None or value is False:
            return 0
        said = {key: integer(option.evaluate(context)) for key, option in self.options.items()}
        found = sliced(context, value, said.get("offset", 0), said.get("limit"))
        loop = TableRow(self.name, iter(found), len(found), said.get("cols", 0))
        names: dict[str, object] = {"tablerowloop": loop}
        start = buffer.tell()
        buffer.write('<tr class="row1">\n')
        with context.extend(names):
            for item in loop:
                context.turn()
                names[self.name] = item
                buffer.write(f'<td class="col{loop.col}">')
                stopped = self._cell(context, buffer)
                buffer.write("</td>")
                if loop.col_last and not loop.last:
                    buffer.write(f'</tr>\n<tr class="row{loop.row + 1}">')
                if stopped:
                    break
        buffer.write("</tr>\n")
        return buffer.tell() - start

    def _cell(self, context: JekyllContext, buffer: TextIO) -> bool:
        try:
            self.block.render(context, buffer)
        except ContinueLoop:
            return False
        except BreakLoop:
            return True
        return False


class TablerowTag(WrittenTag):
    """`tablerow`."""

    name = "tablerow"

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:
        """The loop."""
        found = _ROW.search(markup)
        if not found:
            raise AuthorError(
                "`tablerow` names nothing to go through.", "Write it as `{% tablerow tag in site.tags %}`."
            )
        options = {key: value_of(said, token) for key, said in ATTRIBUTES.findall(markup)}
        return TablerowNode(token, found[1], value_of(found[2], token), options, self.body(stream, "endtablerow"))


class CycleNode(WrittenNode):
    """Values that take turns."""

    __slots__ = ("key", "values")

    def __init__(self, token: Token, name: Expression | None, values: list[Expression]) -> None:
        super().__init__(token)
        fixed = [value.value for value in values if isinstance(value, Literal)]
        alone = str(token.start_index) if len(fixed) < len(values) else ""
        self.key = name or Literal(token, f"{fixed}{alone}")
        self.values, self.blank = values, False

    def output(self, context: JekyllContext, buffer: TextIO) -> int:
        """Write the value whose turn it is."""
        index = context.cycle(text(self.key.evaluate(context)), len(self.values))
        return buffer.write(shown(self.values[index % len(self.values)].evaluate(context)))


class CycleTag(WrittenTag):
    """`cycle`."""

    name = "cycle"
    block = False

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:  # noqa: ARG002  # a tag's signature
        """The values, and perhaps a name before them by which several tags share their turns."""
        named = _NAMED.match(markup)
        fragments = (_FRAGMENT.search(part) for part in (named[2] if named else markup).split(","))
        values = [value_of(found[0], token) for found in fragments if found]
        if not values:
            raise AuthorError("`cycle` names no values.", 'Write it as `{% cycle "odd", "even" %}`.')
        return CycleNode(token, value_of(named[1], token) if named else None, values)


class CountNode(WrittenNode):
    """A counter of its own name."""

    __slots__ = ("name",)

    def __init__(self, token: Token, name: str) -> None:
        super().__init__(token)
        self.name, self.blank = name, False

    def output(self, context: JekyllContext, buffer: TextIO) -> int:
        """Write the count; one that goes up is written before it does."""
        count = context.increment if self.token.value == "increment" else context.decrement
        return buffer.write(str(count(self.name)))


class IncrementTag(WrittenTag):
    """`increment`."""

    name = "increment"
    block = False

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:  # noqa: ARG002  # a tag's signature
        """The counter."""
        return CountNode(token, markup)


class DecrementTag(IncrementTag):
    """`decrement`."""

    name = "decrement"

"""Liquid's tags that take turns and count: `tablerow`, `cycle`, `increment`, `decrement`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_iroco_blog.jekyll.liquid.context import Context, Node
from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError, BreakLoop, ContinueLoop
from mkdocs_iroco_blog.jekyll.liquid.expressions import ATTRIBUTES, FRAGMENT, Expression, Literal, parse_value
from mkdocs_iroco_blog.jekyll.liquid.lexer import Token
from mkdocs_iroco_blog.jekyll.liquid.nodes import Block, TagNode
from mkdocs_iroco_blog.jekyll.liquid.output import Output
from mkdocs_iroco_blog.jekyll.liquid.parser import TokenStream
from mkdocs_iroco_blog.jekyll.liquid.printing import to_output, to_text
from mkdocs_iroco_blog.jekyll.liquid.values import to_integer

from .loop_values import TableRowLoop
from .loops import slice_items

_ROW = re.compile(rf"(\w+)\s+in\s+({FRAGMENT})", re.ASCII)
_NAMED = re.compile(rf"({FRAGMENT})\s*:\s*(.*)", re.DOTALL)
_FRAGMENT = re.compile(FRAGMENT)


@dataclass(eq=False)
class TableRowNode(TagNode):
    """`tablerow`: a loop whose items fill a table's rows."""

    name: str
    value: Expression
    options: Mapping[str, Expression]
    block: Block
    blank = False

    def __post_init__(self) -> None:
        self.block.blank = False

    def write(self, context: Context, output: Output) -> None:
        """Write rows of as many columns as the option `cols` says."""
        value = self.value.evaluate(context)
        if value is None or value is False:
            return
        options = {key: to_integer(option.evaluate(context)) for key, option in self.options.items()}
        items = slice_items(context, value, options.get("offset", 0), options.get("limit"))
        loop = TableRowLoop(len(items), options.get("cols", 0))
        names: dict[str, object] = {"tablerowloop": loop}
        output.write('<tr class="row1">\n')
        with context.scope(names):
            for loop.index0, names[self.name] in enumerate(items):
                context.count_turns()
                output.write(f'<td class="col{loop.col}">')
                stopped = self._write_cell(context, output)
                output.write("</td>")
                if loop.col_last and not loop.last:
                    output.write(f'</tr>\n<tr class="row{loop.row + 1}">')
                if stopped:
                    break
        output.write("</tr>\n")

    def _write_cell(self, context: Context, output: Output) -> bool:
        """Write a cell's content; returns whether the loop ends there."""
        try:
            self.block.render(context, output)
        except ContinueLoop:
            return False
        except BreakLoop:
            return True
        return False


def parse_tablerow(stream: TokenStream, tag: Token) -> Node:
    """Parse the loop."""
    match = _ROW.search(tag.markup)
    if not match:
        raise AuthorError("`tablerow` needs something to loop over.", "Write it as `{% tablerow tag in site.tags %}`.")
    options = {key: parse_value(option) for key, option in ATTRIBUTES.findall(tag.markup)}
    return TableRowNode(match[1], parse_value(match[2]), options, stream.parse_block("endtablerow"))


@dataclass(eq=False)
class CycleNode(TagNode):
    """`cycle`: values that take turns. Tags with the same key share their turns."""

    key: Expression
    values: Sequence[Expression]
    blank = False

    def write(self, context: Context, output: Output) -> None:
        """Write the value whose turn it is."""
        key = to_text(self.key.evaluate(context))
        index = context.cycles.get(key, 0)
        context.cycles[key] = (index + 1) % len(self.values)
        output.write(to_output(self.values[index % len(self.values)].evaluate(context)))


def parse_cycle(stream: TokenStream, tag: Token) -> Node:  # noqa: ARG001  # a tag's signature
    """Parse the values, and perhaps a name before them."""
    named = _NAMED.match(tag.markup)
    fragments = (_FRAGMENT.search(part) for part in (named[2] if named else tag.markup).split(","))
    values = [parse_value(fragment[0]) for fragment in fragments if fragment]
    if not values:
        raise AuthorError("`cycle` needs values.", 'Write it as `{% cycle "odd", "even" %}`.')
    if named:
        return CycleNode(parse_value(named[1]), values)
    constants = [value.value for value in values if isinstance(value, Literal)]
    # Without a name, tags share their turns if their values are the same, and known before the page is rendered.
    place = "" if len(constants) == len(values) else str(tag.start)
    return CycleNode(Literal(f"{constants}{place}"), values)


@dataclass(eq=False)
class IncrementNode(TagNode):
    """`increment`."""

    name: str
    blank = False

    def write(self, context: Context, output: Output) -> None:
        """Write the count, then add 1."""
        count = context.counters.get(self.name, 0)
        context.counters[self.name] = count + 1
        output.write(str(count))


def parse_increment(stream: TokenStream, tag: Token) -> Node:  # noqa: ARG001  # a tag's signature
    """Parse the counter's name."""
    return IncrementNode(tag.markup)


@dataclass(eq=False)
class DecrementNode(TagNode):
    """`decrement`."""

    name: str
    blank = False

    def write(self, context: Context, output: Output) -> None:
        """Subtract 1, then write the count."""
        context.counters[self.name] = context.counters.get(self.name, 0) - 1
        output.write(str(context.counters[self.name]))


def parse_decrement(stream: TokenStream, tag: Token) -> Node:  # noqa: ARG001  # a tag's signature
    """Parse the counter's name."""
    return DecrementNode(tag.markup)

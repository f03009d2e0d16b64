"""Jekyll's Liquid: text with outputs and tags in, text out, with a finding for every place that failed.

https://jekyllrb.com/docs/liquid/
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, cast

from liquid import Environment, Node
from liquid.builtin.content import ContentNode, Literal
from liquid.builtin.illegal import Illegal
from liquid.exceptions import LiquidInterrupt, ResourceLimitError
from liquid.output import LimitedStringIO
from liquid.parser import get_parser
from liquid.token import TOKEN_OUTPUT

from mkdocs_iroco_blog.core.findings import Finding

from .context import JekyllContext, JekyllTemplate, LiquidSite
from .error_recovery import Pieces
from .filters.table import FILTERS
from .nodes import WrittenNode, sentences
from .tags import blocks, cycles, loops, outputs
from .tags.highlight import HighlightTag
from .tags.includes import IncludeCachedTag, IncludeRelativeTag, IncludeTag
from .tags.site_links import JEKYLL_TAGS

MOST_OUTPUT = 20_000_000
"""Bytes of a rendered page."""


class OutputTag(outputs.EchoTag):
    """`{{ … }}`."""

    name = TOKEN_OUTPUT


class ElseTag(blocks.PartTag):
    """`else`."""

    name = "else"


class ElsifTag(blocks.PartTag):
    """`elsif`."""

    name = "elsif"


class WhenTag(blocks.PartTag):
    """`when`."""

    name = "when"


_OUTPUTS = (OutputTag, outputs.EchoTag, outputs.AssignTag, outputs.CaptureTag, outputs.IfChangedTag, blocks.CommentTag)
_CHOICES = (blocks.IfTag, blocks.UnlessTag, blocks.CaseTag, ElseTag, ElsifTag, WhenTag)
_LOOPS = (loops.ForTag, loops.BreakTag, loops.ContinueTag, cycles.TablerowTag, cycles.CycleTag)
_COUNTS = (cycles.IncrementTag, cycles.DecrementTag)
_JEKYLL = (HighlightTag, IncludeTag, IncludeCachedTag, IncludeRelativeTag, *JEKYLL_TAGS)


_NAMELESS = {Literal.name, Illegal.name, OutputTag.name}
"""What python-liquid keeps among tags, though no author writes them."""


class JekyllEnvironment(Environment):
    """Jekyll's tags and filters, and limits."""

    block_nesting_limit: ClassVar[int] = 40
    context_depth_limit: ClassVar[int] = 50
    output_stream_limit: ClassVar[int | None] = MOST_OUTPUT
    template_class = JekyllTemplate

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:  # noqa: ARG002  # python-liquid's signature
        """Jekyll's tags and filters instead of python-liquid's."""
        self.filters.update(FILTERS)
        for tag in (Literal, Illegal, *_OUTPUTS, *_CHOICES, *_LOOPS, *_COUNTS, *_JEKYLL):
            self.add_tag(cast("Any", tag))

    def from_string(
        self,
        source: str,
        name: str = "",
        path: str | Path | None = None,
        globals: Mapping[str, object] | None = None,  # noqa: A002  # python-liquid's signature
        matter: Mapping[str, object] | None = None,
    ) -> JekyllTemplate:
        """The template of a text, with what in it cannot be parsed; `name` is its file's path."""
        stream = Pieces(source, self.tags.keys() - _NAMELESS)
        nodes = get_parser(self).parse(stream)
        template = JekyllTemplate(self, nodes, name, path, globals, matter)
        template.failing = stream.failing
        return template


class Liquid:
    """Renders the pages of one site. Make one for each build: files that are included are parsed once."""

    def __init__(self, site: LiquidSite) -> None:
        self.site = site
        self.environment = JekyllEnvironment()
        self.partials: dict[str, JekyllTemplate | None] = {}

    def render(
        self, text: str, page: Mapping[str, Any], *, source: str, first_line: int = 1, **extra: Any
    ) -> tuple[str, list[Finding]]:
        """The text with its tags and outputs replaced; what fails in it stays as it is, and is told.

        `first_line` is the line of the file `source` on which the text begins; `extra` are more names that templates
        see beside `site`, `page` and `jekyll`.
        """
        if "{{" not in text and "{%" not in text:
            return text, []
        template = self.environment.from_string(text, source)
        template.first_line = first_line
        jekyll = {"environment": self.site.environment, "version": "4.3.1"}
        values = {"site": self.site.values, "page": page, "jekyll": jekyll, **extra}
        context = JekyllContext(template, self.site, values, self.partials)
        context.tell_all(template)
        parts, left = [], MOST_OUTPUT
        for node in template.nodes:
            parts.append(_rendered(node, context, left))
            left = max(0, left - len(parts[-1]))
        return "".join(parts), sorted(context.findings, key=lambda finding: (finding.source != source, finding.line))


def _rendered(node: Node, context: JekyllContext, left: int) -> str:
    """What a node on the page's first level makes; here ends what went beyond a limit."""
    if isinstance(node, ContentNode):
        return node.text
    written = node.written if isinstance(node, WrittenNode) else ""
    buffer = LimitedStringIO(left, newline="")
    try:
        node.render(context, buffer)
    except LiquidInterrupt as error:
        context.tell(node.token, f"`{error}` stands outside of a loop.", "Take it out.")
    except (ResourceLimitError, RecursionError) as error:
        context.tell(node.token, *sentences(error, written))
        return written
    return buffer.getvalue()

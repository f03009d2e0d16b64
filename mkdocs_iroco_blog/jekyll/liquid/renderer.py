"""Jekyll's Liquid: text with outputs and tags in, text out, with a finding for every place that fails.

https://jekyllrb.com/docs/liquid/
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding

from .context import Context, LiquidSite, Node, Template
from .errors import Interrupt, LimitError
from .filters.table import FILTERS
from .nodes import TagNode, Text, describe
from .output import MOST_OUTPUT, Output
from .parser import parse
from .tags.table import TAGS


class Liquid:
    """Renders the pages of one site. Make one for each build: included files are parsed once."""

    def __init__(self, site: LiquidSite) -> None:
        self.site = site
        self._partials: dict[str, Template | None] = {}

    def render(
        self, text: str, page: Mapping[str, Any], *, source: str, first_line: int = 1, **extra: Any
    ) -> tuple[str, list[Finding]]:
        """Replace the tags and outputs of a text. Those that fail stay as they are, with a finding each.

        `first_line` is the line of the file `source` on which the text begins; `extra` are more names that templates
        see beside `site`, `page` and `jekyll`.
        """
        if "{{" not in text and "{%" not in text:
            return text, []
        template = parse(text, TAGS, path=source, first_line=first_line)
        jekyll = {"environment": self.site.environment, "version": "4.3.1"}
        values = {"site": self.site.values, "page": page, "jekyll": jekyll, **extra}
        context = Context(self.site, template, values, FILTERS, self._partial)
        context.report_failures()
        parts, left = [], MOST_OUTPUT
        for node in template.nodes:
            parts.append(_render(node, context, left))
            left = max(0, left - len(parts[-1]))
        return "".join(parts), sorted(context.findings, key=lambda finding: (finding.source != source, finding.line))

    def _partial(self, path: str, read: Callable[[], str | None]) -> Template | None:
        if path not in self._partials:
            text = read()
            self._partials[path] = None if text is None else parse(text, TAGS, path=path)
        return self._partials[path]


def _render(node: Node, context: Context, limit: int) -> str:
    """Render a node of the page's first level, where a tag that goes beyond a limit is stopped."""
    if isinstance(node, Text):
        return node.text
    line, source = (node.line, node.source) if isinstance(node, TagNode) else (0, "")
    output = Output(limit)
    try:
        node.render(context, output)
    except Interrupt as error:
        context.report(line, f"`{error}` is not inside a loop.", "Remove it.")
    except (LimitError, RecursionError) as error:
        context.report(line, *describe(error, source))
        return source
    return output.text()

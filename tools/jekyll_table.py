"""The manual's lists of what it reads of Jekyll, made from the code; a MkDocs hook.

A page says where by a comment on a line of its own: `<!-- jekyll: plugins -->` or `<!-- jekyll: filters -->`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from mkdocs_iroco_blog.jekyll.config.plugins import PLUGINS
from mkdocs_iroco_blog.jekyll.liquid.filters.table import FILTERS

_PLACE = re.compile(r"^<!-- jekyll: (?P<part>\w+) -->$", re.MULTILINE)


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the lists where the page says."""
    return _PLACE.sub(lambda match: _PARTS[match["part"]](), markdown)


def plugins() -> str:
    """A table of Jekyll's plugins, and what becomes of each."""
    rows = [f"| `{name}` | {plugin.outcome} |" for name, plugin in PLUGINS.items()]
    return "\n".join(["| Plugin | What becomes of it |", "| --- | --- |", *rows])


def filters() -> str:
    """The names of Liquid's filters."""
    return ", ".join(f"`{name}`" for name in sorted(FILTERS))


_PARTS: Mapping[str, Callable[[], str]] = {"plugins": plugins, "filters": filters}

"""An MkDocs hook that lists Jekyll's plugins and Liquid's filters in the manual, from the code.

A comment on its own line marks the place: `<!-- jekyll: plugins -->` or `<!-- jekyll: filters -->`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from mkdocs_iroco_blog.jekyll.config.plugins import PLUGINS
from mkdocs_iroco_blog.jekyll.liquid.filters.table import FILTERS

_PLACE = re.compile(r"^<!-- jekyll: (?P<part>\w+) -->$", re.MULTILINE)


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Insert the lists at the marked places."""
    return _PLACE.sub(lambda match: _PARTS[match["part"]](), markdown)


def plugins() -> str:
    """Return a table of Jekyll's plugins, with the outcome of each."""
    rows = [f"| `{name}` | {plugin.outcome} |" for name, plugin in PLUGINS.items()]
    return "\n".join(["| Plugin | What becomes of it |", "| --- | --- |", *rows])


def filters() -> str:
    """Return the names of Liquid's filters."""
    return ", ".join(f"`{name}`" for name in sorted(FILTERS))


_PARTS: Mapping[str, Callable[[], str]] = {"plugins": plugins, "filters": filters}

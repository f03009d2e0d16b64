"""The lists of Jekyll's plugins and Liquid's filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs_iroco_blog.jekyll.config.plugins import PLUGINS
from mkdocs_iroco_blog.jekyll.liquid.filters.table import FILTERS

from .markdown import table


def part(name: str) -> str:
    """Return `plugins`, `lost-plugins` or `filters`."""
    return _PARTS[name]()


def _plugins(*, is_lost: bool) -> str:
    rows = [(f"`{name}`", plugin.outcome) for name, plugin in PLUGINS.items() if plugin.is_lost == is_lost]
    return table(["Plugin", "What becomes of it"], rows)


def _filters() -> str:
    return ", ".join(f"`{name}`" for name in sorted(FILTERS))


_PARTS: Mapping[str, Callable[[], str]] = {
    "plugins": lambda: _plugins(is_lost=False),
    "lost-plugins": lambda: _plugins(is_lost=True),
    "filters": _filters,
}

"""mkdocs-rss-plugin: titles in its feeds."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig


def unescape_titles(config: MkDocsConfig) -> None:
    """Give the plugin titles as plain text: posts' titles are escaped for themes, and its JSON feed shows that."""
    for name, plugin in config.plugins.items():
        if name.partition(" ")[0] == "rss":
            pages: list[Any] = getattr(plugin, "pages_to_filter", [])
            for page in pages:
                if isinstance(page.title, Markup):
                    page.title = page.title.unescape()

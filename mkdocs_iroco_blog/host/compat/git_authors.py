"""mkdocs-git-authors-plugin: nobody has written the blog's lists."""

from __future__ import annotations

from collections.abc import Iterable
from glob import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File


def exclude_pages(config: MkDocsConfig, files: Iterable[File]) -> None:
    """Keep the plugin from looking for the authors of pages that have no file. Its option `exclude` has patterns."""
    plugin: Any = config.plugins.get("git-authors")
    if plugin:
        patterns = list(plugin.config.exclude or ())
        plugin.config.exclude = [*patterns, *(escape(file.src_uri) for file in files)]

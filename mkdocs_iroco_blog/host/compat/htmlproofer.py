"""mkdocs-htmlproofer-plugin: files that it has to know to check links to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File


def register_files(config: MkDocsConfig, files: Iterable[File]) -> None:
    """Register files that were made after the plugin took its list."""
    plugin: Any = config.plugins.get("htmlproofer")
    if plugin:
        known = set(map(id, plugin.files))
        plugin.files.extend(file for file in files if id(file) not in known)


def register_paths(config: MkDocsConfig, paths: Iterable[str]) -> None:
    """Register files that are written after all pages, such as feeds."""
    folder, directories = config.site_dir, config.use_directory_urls
    register_files(config, (File(path, None, folder, directories, dest_uri=path) for path in paths))

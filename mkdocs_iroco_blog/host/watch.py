"""Paths that `mkdocs serve` watches besides the docs folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.settings import Settings

from .load.origin import Origin
from .load.sources import authors_file


def watched_paths(config: MkDocsConfig, settings: Settings, jekyll: Origin | None) -> Iterator[str]:
    """Yield the user's fragments, an authors file outside the docs folder, and the Jekyll site."""
    docs = Path(os.path.normpath(config.docs_dir))
    folders = [Path(folder) / "iroco_blog" for folder in config.theme.dirs if config.theme.custom_dir == folder]
    authors = Path(os.path.normpath(authors_file(config, settings)))
    for path in folders if authors.is_relative_to(docs) else [*folders, authors]:
        if path.exists():
            yield str(path)
    yield from map(str, jekyll.watched() if jekyll else ())

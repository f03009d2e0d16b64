"""What the preview watches besides the docs folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.settings import Settings

from .load.sources import authors_file

if TYPE_CHECKING:  # a build has no use for a web server
    from mkdocs.livereload import LiveReloadServer

    from .jekyll.build import JekyllBlog


def watch(server: LiveReloadServer, config: MkDocsConfig, settings: Settings, jekyll: JekyllBlog | None) -> None:
    """Watch what the host does not: the user's fragments, an authors file outside the docs folder, a Jekyll site."""
    docs = Path(os.path.normpath(config.docs_dir))
    own = [Path(folder) / "iroco_blog" for folder in config.theme.dirs if config.theme.custom_dir == folder]
    authors = Path(os.path.normpath(authors_file(config, settings)))
    for path in own if authors.is_relative_to(docs) else [*own, authors]:
        if path.exists():
            server.watch(str(path))
    for path in jekyll.watched() if jekyll else ():
        server.watch(str(path))

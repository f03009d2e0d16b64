"""The theme shadcn: it publishes the Markdown of every page, beside the page.

https://github.com/asiffer/mkdocs-shadcn/blob/main/shadcn/plugins/mixins/markdown.py
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File


def correct_copies(config: MkDocsConfig, files: Iterable[File], *, without: Collection[str]) -> None:
    """Make the folders that the theme copies the Markdown of files into. `without` are paths of files not to copy."""
    copies: Any = getattr(config.plugins.get("shadcn/search") or config.plugins.get("search"), "raw_markdown", None)
    if not isinstance(copies, dict):
        return
    for path in without:
        copies.pop(path, None)
    for file in files:
        if file.abs_src_path in copies:
            Path(copies[file.abs_src_path]).parent.mkdir(parents=True, exist_ok=True)

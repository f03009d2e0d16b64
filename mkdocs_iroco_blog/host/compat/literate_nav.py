"""mkdocs-literate-nav: wildcards in `nav` that match posts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_iroco_blog.host.pages.blog_pages import BlogPages


def remove_matched_pages(pages: BlogPages, files: Files, config: MkDocsConfig) -> None:
    """Remove pages that only a wildcard put into `nav`: posts, and all lists but the index and overviews."""
    listed = {page.file.src_uri for page in (pages.index, *pages.overviews)}
    unlisted = {page.file.src_uri for page in pages.all()} - listed
    config.nav = _without_matches(config.nav, lambda path: path in unlisted or files.get_file_from_path(path) is None)


def _without_matches(nav: Any, is_removed: Callable[[str], bool]) -> Any:
    """Return `nav` without the matches to remove. The plugin gives matches no title. Empty sections go, too."""
    if isinstance(nav, list):
        return [rest for item in nav if (rest := _without_matches(item, is_removed)) or not item]
    if not isinstance(nav, dict):
        return nav
    inner = {
        title: _without_matches(value, is_removed)
        for title, value in nav.items()
        if not (title is None and isinstance(value, str) and is_removed(value))
    }
    return {title: value for title, value in inner.items() if value or not nav[title]}

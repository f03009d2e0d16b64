"""Search finds posts, and neither views nor unlisted posts."""

from __future__ import annotations

from collections.abc import Collection
from html import unescape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib.search.search_index import SearchIndex


def mend_index(config: MkDocsConfig, *, hidden: Collection[str], titled: Collection[str]) -> None:
    """Drop `hidden` pages from the index of MkDocs' own search, and unescape the titles of `titled` ones.

    Both are page addresses. That plugin has no way to leave a page out, and its script escapes titles
    itself; Material's has `search.exclude`, and shows titles as HTML.
    """
    plugin: Any = config.plugins.get("search")
    index = getattr(plugin, "search_index", None)
    if not isinstance(index, SearchIndex):
        return
    entries: list[dict[str, Any]] = index._entries  # noqa: SLF001 - the host offers no other way
    kept = []
    for entry in entries:
        page, mark, _ = entry["location"].partition("#")
        if page in hidden:
            continue
        if page in titled and not mark and entry["title"]:
            entry["title"] = unescape(entry["title"])
        kept.append(entry)
    entries[:] = kept

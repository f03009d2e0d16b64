"""Search plugins: they find posts, but neither views nor unlisted posts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib.search.search_index import SearchIndex

from mkdocs_iroco_blog.core.html.entities import unescape

_PLUGINS = ("search", "material/search", "materialx/search")


def clean_index(config: MkDocsConfig, *, hidden: Collection[str], posts: Collection[str]) -> None:
    """Drop `hidden` pages from the site's search index, and unescape the titles of `posts`; both are addresses.

    MkDocs' own script escapes titles once more, and its plugin has no way to exclude a page. Material's plugin has
    `search.exclude`; its script inserts titles as HTML and finds words in them as they stand, so a quote needs no
    escape there, and a word with an escaped quote would not be found.
    """
    plugins: Any = config.plugins
    for plugin in filter(None, map(plugins.get, _PLUGINS)):
        index = getattr(getattr(plugin, "provider", plugin), "search_index", None)  # MaterialX has two ways to search
        if isinstance(index, SearchIndex):
            entries: list[dict[str, Any]] = index._entries  # noqa: SLF001 - the host offers no other way
            entries[:] = [entry for entry in entries if entry["location"].partition("#")[0] not in hidden]
            _rewrite_titles(entries, posts, unescape)
        else:
            _rewrite_titles(getattr(index, "entries", ()), posts, _unescape_quotes)


def _rewrite_titles(entries: Iterable[dict[str, Any]], posts: Collection[str], rewrite: Callable[[str], str]) -> None:
    for entry in entries:
        if entry["location"] in posts and entry["title"]:
            entry["title"] = rewrite(entry["title"])


def _unescape_quotes(title: str) -> str:
    """Unescape what Material leaves as it is in the titles of sections. A hostile title stays harmless."""
    return title.replace("&#39;", "'").replace("&#34;", '"')

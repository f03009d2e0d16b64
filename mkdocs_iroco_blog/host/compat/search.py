"""Search finds posts, and neither views nor unlisted posts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from html import unescape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib.search.search_index import SearchIndex

_NAMES = ("search", "material/search", "materialx/search")


def mend_index(config: MkDocsConfig, *, hidden: Collection[str], titled: Collection[str]) -> None:
    """Drop `hidden` pages from the site's search index, and mend the titles of `titled` ones; both are addresses.

    Titles come escaped, for templates. MkDocs' own script escapes them once more, and its plugin has no way to leave
    a page out. Material's has `search.exclude`. Its script sets titles as HTML, as text between tags, and finds
    words in them as they stand: a quote needs no escape there, and a word that holds one is found without.
    """
    plugins: Any = config.plugins
    for plugin in filter(None, map(plugins.get, _NAMES)):
        index = getattr(getattr(plugin, "provider", plugin), "search_index", None)  # MaterialX has two ways to search
        if isinstance(index, SearchIndex):
            entries: list[dict[str, Any]] = index._entries  # noqa: SLF001 - the host offers no other way
            entries[:] = [entry for entry in entries if entry["location"].partition("#")[0] not in hidden]
            _mend_titles(entries, titled, unescape)
        else:
            _mend_titles(getattr(index, "entries", ()), titled, _with_quotes)


def _mend_titles(entries: Iterable[dict[str, Any]], titled: Collection[str], mended: Callable[[str], str]) -> None:
    for entry in entries:
        if entry["location"] in titled and entry["title"]:
            entry["title"] = mended(entry["title"])


def _with_quotes(title: str) -> str:
    """As Material escapes the titles of sections: a hostile one stays as harmless as it was."""
    return title.replace("&#39;", "'").replace("&#34;", '"')

"""Search entries of posts: made once for each content, and at twice the plugins' own speed.

Material's plugin and MkDocs' own parse every page in every build. Both have an index that takes one page after
another, adds entries to a list, and asks one of Python's parsers for the sections of a page. So the entries of an
unchanged post are added again, and the parser of a changed one is fed by `html_events`.
Caching saves a third of a warm build, feeding 8 % of a cold one (1,000 posts). Risk: a plugin that indexes differently
today. Both are used only for versions that they were compared with. Tests: tests/hosts/speed/test_cache.py.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.host.pages.page import as_mapping

from .html_events import feed
from .keys import package_versions
from .shapes import is_search_entry
from .store import Cache, key_of

Add = Callable[[Page], None]
_MATERIAL = "material.plugins.search.plugin"
_HOSTS = ("mkdocs.contrib.search.search_index", "properdocs.contrib.search.search_index")
_ENTRIES = {_MATERIAL: "entries", **dict.fromkeys(_HOSTS, "_entries")}
"""The attribute with the entries of an index, by the module of its class."""
_DICTIONARIES = ("jieba_dict", "jieba_dict_user")
_PACKAGES = {_MATERIAL: "mkdocs-material", **{module: module.partition(".")[0] for module in _HOSTS}}


def cache_entries(config: MkDocsConfig, cache: Cache, posts: Collection[Page]) -> None:
    """Let the search plugin find its entries of `posts` in the cache."""
    for plugin in config.plugins.values():
        index: Any = getattr(plugin, "search_index", None)
        if type(index).__name__ == "SearchIndex" and type(index).__module__ in _ENTRIES and _is_plain(index):
            index.add_entry_from_context = _cached_add(index, cache, {id(page) for page in posts})


def _is_plain(index: Any) -> bool:
    """Whether no other plugin has changed the index, and no dictionary of the site splits its words."""
    changed = vars(index).get("add_entry_from_context")
    return getattr(changed, "__module__", __name__) == __name__ and not any(map(index.config.get, _DICTIONARIES))


def _cached_add(index: Any, cache: Cache, posts: Collection[int]) -> Add:
    module = type(index).__module__
    options = sorted(dict(index.config).items(), key=str)
    versions = f"{package_versions()} {_version(_PACKAGES[module])} {_version('jieba')}"
    kind = f"{_PACKAGES[module]} {versions} {options!r}"
    entries: list[dict[str, Any]] = getattr(index, _ENTRIES[module])
    original: Add = index.add_entry_from_context
    add = _fast(index) or original

    def add_entry_from_context(page: Page) -> None:
        if id(page) not in posts:
            original(page)
            return
        if as_mapping(page.meta.get("search")).get("exclude"):
            add(page)
            return
        key = key_of(page.file.src_uri, f"{kind}\0{_inputs(page)}")
        cached = cache.get(key, lambda value: _are_entries(value, page.url))
        if cached is not None:
            entries.extend(cached)
            return
        before = len(entries)
        add(page)
        if _is_json(entries[before:]):
            cache.put(key, entries[before:])

    return add_entry_from_context


def _fast(index: Any) -> Add | None:
    """Return a faster way to add a page, or `None` for a version that may do it differently."""
    module = type(index).__module__
    if module == _MATERIAL and _version("mkdocs-material").startswith("9."):
        return lambda page: _add_as_material(index, page)
    if module in _HOSTS and _version(_PACKAGES[module]).startswith("1.6") and index.config.get("indexing") == "full":
        return lambda page: _add_as_host(index, page)
    return None


def _add_as_material(index: Any, page: Page) -> None:
    if as_mapping(page.meta.get("search")).get("exclude"):
        return
    for section in _parsed(index, "Parser", page).data:
        if not section.is_excluded():
            index.create_entry_for_section(section, page.toc, page.url, page)


def _add_as_host(index: Any, page: Page) -> None:
    parser = _parsed(index, "ContentParser", page)
    index._add_entry(title=page.title, text=parser.stripped_html.rstrip("\n"), loc=page.url)  # noqa: SLF001 - as it does
    for section in parser.data:
        index.create_entry_for_section(section, page.toc, page.url)


def _parsed(index: Any, name: str, page: Page) -> Any:
    parser = getattr(sys.modules[type(index).__module__], name)()
    if not feed(parser, page.content or ""):
        parser.feed(page.content or "")
        parser.close()
    return parser


def _inputs(page: Page) -> str:
    """Return everything of a page that its entries depend on."""
    headings = [(item.title, item.id) for item in _flat(page.toc)]
    meta = [page.meta.get(name) for name in ("title", "tags", "search")]
    return "\0".join([page.url, str(page.title), repr(meta), repr(headings), page.content or ""])


def _flat(items: Any) -> Iterator[Any]:
    for item in items:
        yield item
        yield from _flat(item.children)


def _are_entries(value: Any, url: str) -> bool:
    """Whether a cached value holds entries, and all of this page."""
    listed = type(value) is list and bool(value) and all(map(is_search_entry, value))
    return listed and all(entry["location"].partition("#")[0] == url for entry in value)


def _is_json(entries: list[dict[str, Any]]) -> bool:
    """Whether JSON can hold the entries. `Markup` comes back as plain text, which search treats the same."""
    values = [value for entry in entries for value in entry.values()]
    lists = [value for value in values if isinstance(value, list)]
    plain = [value for value in values if not isinstance(value, list)]
    return all(isinstance(value, str | int | float) for value in [*plain, *(item for items in lists for item in items)])


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""

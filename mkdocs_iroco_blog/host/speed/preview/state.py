"""All that a theme can show of a page besides its content, as values that two builds can be compared by.

What is not known to be a plain value stands for itself: it equals itself alone, so a page that could show it is
rendered anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import FunctionType, MethodType, ModuleType
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from mkdocs_iroco_blog.core.settings import Settings

State = tuple[Any, ...]
Inner = Callable[[Any], Any]

_GETTEXT = frozenset({"_", "gettext", "ngettext", "pgettext", "npgettext"})
"""Made anew in every build, from the theme's locale and the files of its folders."""
_OF_THE_HOST = frozenset(
    {"nav", "pages", "page", "config", "base_url", "mkdocs_version", "build_date_utc", "extra_css", "extra_javascript"}
)
_OWN = frozenset(
    {"file", "parent", "children", "previous_page", "next_page", "_Page__active", "markdown", "content", "toc", "meta"}
    | {"title", "_title", "_title_from_render", "present_anchor_ids", "links_to_anchors", "canonical_url", "abs_url"}
    | {"edit_url", "update_date", "post", "owner", "convert", "related", "listing", "view_page", "first", "opening"}
    | {"introduction", "former_ids", "introduced", "usual_name", "named_by_nav", "headings", "_extends", "_document"}
    | {"_conversions"}
)
"""Attributes of a page that its content says, or that are compared one by one."""
_TEXT = frozenset({str, Markup})
_PLAIN = _TEXT | {int, float, bool, type(None)}
"""Most values: what is no text is told from others that equal it, as 1 does true."""
_DEEPEST = 12
"""How deep a value is looked into: one may hold itself."""


def plain(value: Any, depth: int = 0) -> Any:
    """A value that equals that of another build if it means the same there."""
    kind = type(value)
    if kind in _PLAIN:
        return value if kind in _TEXT else (kind, value)
    if depth > _DEEPEST:
        return object()
    inner = partial(plain, depth=depth + 1)
    return next((read(value, inner) for kind, read in _READINGS if isinstance(value, kind)), value)


def _pairs(value: Mapping[Any, Any], inner: Inner) -> State:
    return tuple((key, inner(one)) for key, one in value.items())


def _theme(value: Theme, inner: Inner) -> State:
    return (value.name, tuple(value.dirs), frozenset(value.static_templates), _pairs(value, inner))


def _function(value: FunctionType, inner: Inner) -> State:
    try:
        cells = [inner(cell.cell_contents) for cell in value.__closure__ or ()]
    except ValueError:  # one is empty
        return (object(),)
    return (value.__module__, value.__qualname__, value.__code__, cells, value.__defaults__)


_READINGS: tuple[tuple[Any, Callable[[Any, Inner], Any]], ...] = (
    (str | int | float, lambda value, _: (type(value), value)),
    (Theme, _theme),
    (Mapping, lambda value, inner: (type(value), _pairs(value, inner))),
    (list | tuple, lambda value, inner: [inner(one) for one in value]),
    (BasePlugin, lambda value, inner: (type(value), inner(value.config))),
    (partial, lambda value, inner: [inner(one) for one in (value.func, value.args, value.keywords)]),
    (FunctionType, _function),
    (Settings, lambda value, inner: [inner(getattr(value, one.name)) for one in fields(value)]),
    (MethodType, lambda _, __: object()),  # what its object remembers cannot be told
    (ModuleType, lambda value, _: (value.__name__, _stamp(value.__file__))),
)
"""How to take a value apart, by its kind."""


def surroundings(config: MkDocsConfig, env: Environment, nav: Navigation) -> State:
    """What every page has in common: configuration, templates, and the navigation."""
    loader = env.loader if type(env.loader) is FileSystemLoader else object()
    folders = loader.searchpath if isinstance(loader, FileSystemLoader) else loader
    added = [
        {key: value for key, value in known.items() if key not in _GETTEXT}
        for known in (env.filters, env.globals, env.tests)
    ]
    files = tuple(templates(config))
    return (plain(config), plain(folders), plain(added), files, tuple(_listed(nav.items)), _named(nav.homepage))


def templates(config: MkDocsConfig) -> Iterator[Any]:
    """Every file of the theme's folders and of hooks. Icons of a theme that is a package change with the package."""
    for folder in config.theme.dirs:
        for at, folders, names in os.walk(folder):
            if folder != config.theme.custom_dir:
                folders[:] = [name for name in folders if not name.startswith(".") and name != "assets"]
            yield from (_stamp(os.path.join(at, name)) for name in names)  # noqa: PTH118 - thousands of them


def _stamp(file: str | Path | None) -> Any:
    try:
        found = os.stat(file or "")  # noqa: PTH116 - as above
    except OSError:
        return (file,)
    return (file, found.st_mtime_ns, found.st_size)


def _listed(items: Any) -> Iterator[Any]:
    for item in items:
        inner = tuple(_listed(item.children)) if item.children else ()
        yield (type(item).__name__, *_named(item), inner)


def _named(item: Any) -> State:
    """What links to a page say of it; also of a section or another link."""
    if item is None:
        return ()
    meta = getattr(item, "meta", None)
    shown = plain({key: value for key, value in meta.items() if key != "template"}) if meta else None
    return (str(item.title), getattr(item, "url", None), shown, getattr(item, "edit_url", None))


def page_state(page: Page, context: Mapping[str, Any], template: str) -> State:
    """What a page has for itself, other plugins' additions with it. `page.meta` is the author's again."""
    others = {key: value for key, value in vars(page).items() if key not in _OWN}
    added = {key: value for key, value in context.items() if key not in _OF_THE_HOST}
    return (
        template, _digest(page.content), _digest(page.markdown), str(page.title), tuple(_headings(page.toc)),
        plain(page.meta), page.url, page.canonical_url, page.edit_url, page.update_date, page.is_homepage,
        page.file.src_uri, page.file.inclusion, [_named(one) for one in (page.previous_page, page.next_page)],
        [_named(one) for one in page.ancestors], plain(others), plain(added),
        context["base_url"], [str(one) for key in ("extra_css", "extra_javascript") for one in context[key]],
    )  # fmt: skip


def _digest(text: str | None) -> bytes:
    return sha256((text or "").encode("utf-8", "surrogatepass")).digest()


def _headings(toc: Any) -> Iterator[Any]:
    for item in toc:
        yield (item.title, item.id, item.level, tuple(_headings(item.children)))

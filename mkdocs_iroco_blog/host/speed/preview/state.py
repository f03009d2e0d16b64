"""Everything that a theme can show of a page, as values that two builds can be compared by.

A value of an unknown kind equals only itself, so a page that could show it is always rendered again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields
from functools import lru_cache, partial
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
from mkdocs_iroco_blog.layout.template_blog import CurrentCalls, TemplateBlog, TemplateBlogs, TemplateCalls

State = tuple[Any, ...]
Inner = Callable[[Any], Any]

_GETTEXT = frozenset({"_", "gettext", "ngettext", "pgettext", "npgettext"})
"""New functions in every build, made of the theme's locale and of files, which are compared."""
_FROM_HOST = frozenset(
    {"nav", "pages", "page", "config", "base_url", "mkdocs_version", "build_date_utc", "extra_css", "extra_javascript"}
)
_CALLED = frozenset({CurrentCalls, TemplateBlog, TemplateBlogs, TemplateCalls})
"""Types whose values are compared by the results of their calls."""
_TEXT = frozenset({str, Markup})
_PLAIN = _TEXT | {int, float, bool, type(None)}
"""The types of most values. The type counts, because 1 equals true."""
_DEEPEST = 12
"""How deep to look into a value, which may contain itself."""


def plain(value: Any, depth: int = 0) -> Any:
    """Return a value that equals the one of another build if both mean the same."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value if kind in _TEXT else (kind, value)
    if depth > _DEEPEST:
        return object()
    inner = partial(plain, depth=depth + 1)
    read = _reader(kind)
    return read(value, inner) if read else value


@lru_cache(maxsize=256)
def _reader(kind: type) -> Callable[[Any, Inner], Any] | None:
    return next((read for base, read in _READERS if issubclass(kind, base)), None)


def _pairs(value: Mapping[Any, Any], inner: Inner) -> list[tuple[Any, Any]]:
    return [(key, inner(item)) for key, item in value.items()]


def _theme(value: Theme, inner: Inner) -> State:
    return (value.name, tuple(value.dirs), frozenset(value.static_templates), _pairs(value, inner))


def _function(value: FunctionType, inner: Inner) -> State:
    try:
        cells = [inner(cell.cell_contents) for cell in value.__closure__ or ()]
    except ValueError:  # a cell is empty
        return (object(),)
    return (value.__module__, value.__qualname__, value.__code__, cells, value.__defaults__)


_READERS: tuple[tuple[Any, Callable[[Any, Inner], Any]], ...] = (
    (str | int | float, lambda value, _: (type(value), value)),
    (Theme, _theme),
    (Mapping, lambda value, inner: (type(value), _pairs(value, inner))),
    (list | tuple, lambda value, inner: [inner(item) for item in value]),
    (BasePlugin, lambda value, inner: (type(value), inner(value.config))),
    (partial, lambda value, inner: [inner(part) for part in (value.func, value.args, value.keywords)]),
    (FunctionType, _function),
    (Settings, lambda value, inner: [inner(getattr(value, field.name)) for field in fields(value)]),
    (MethodType, lambda _, __: object()),  # its object may hold anything
    (ModuleType, lambda value, _: (value.__name__, _stamp(value.__file__))),
)
"""How to compare a value, by its type."""


def common_state(config: MkDocsConfig, env: Environment, nav: Navigation) -> State:
    """Return the state that all pages share: configuration, templates, and the navigation."""
    loader = env.loader if type(env.loader) is FileSystemLoader else object()
    folders = loader.searchpath if isinstance(loader, FileSystemLoader) else loader
    added = [
        {key: value for key, value in known.items() if key not in _GETTEXT and type(value) not in _CALLED}
        for known in (env.filters, env.globals, env.tests)
    ]
    files = tuple(templates(config))
    return (plain(config), plain(folders), plain(added), files, tuple(_listed(nav.items)), _named(nav.homepage))


def templates(config: MkDocsConfig) -> Iterator[Any]:
    """Yield a stamp of every file in the theme's folders. A theme's own icons change only with its package."""
    for folder in config.theme.dirs:
        for parent, folders, names in os.walk(folder):
            if folder != config.theme.custom_dir:
                folders[:] = [name for name in folders if not name.startswith(".") and name != "assets"]
            yield from (_stamp(os.path.join(parent, name)) for name in names)  # noqa: PTH118 - thousands of them


def _stamp(file: str | Path | None) -> Any:
    try:
        status = os.stat(file or "")  # noqa: PTH116 - as above
    except OSError:
        return (file,)
    return (file, status.st_mtime_ns, status.st_size)


def _listed(items: Any) -> Iterator[Any]:
    for item in items:
        inner = tuple(_listed(item.children)) if item.children else ()
        yield (type(item).__name__, *_named(item), inner)


def _named(item: Any) -> State:
    """Return everything that a link to a page, a section or another link shows."""
    if item is None:
        return ()
    meta = getattr(item, "meta", None)
    fields = plain({key: value for key, value in meta.items() if key != "template"}) if meta else None
    return (str(item.title), getattr(item, "url", None), fields, getattr(item, "edit_url", None))


def page_state(page: Page, context: Mapping[str, Any], template: str, attributes: Collection[str]) -> State:
    """Return the state of one page, with everything that other plugins have added.

    `attributes` are those of a new page: they are compared one by one, or decide the content. `page.meta` is the
    author's again.
    """
    others = {key: getattr(page, key) for key in sorted(set(vars(page)).difference(attributes))}
    added = {key: value for key, value in context.items() if key not in _FROM_HOST and type(value) not in _CALLED}
    return (
        template, hash(page.content), hash(page.markdown), str(page.title), _headings(page.toc),
        plain(page.meta), page.url, page.canonical_url, page.edit_url, page.update_date, page.is_homepage,
        page.file.src_uri, page.file.inclusion, [_named(other) for other in (page.previous_page, page.next_page)],
        [_named(other) for other in page.ancestors], plain(others), plain(added),
        context["base_url"], [str(link) for key in ("extra_css", "extra_javascript") for link in context[key]],
    )  # fmt: skip


def _headings(toc: Any) -> list[Any]:
    return [(item.title, item.id, item.level, _headings(item.children)) for item in toc]

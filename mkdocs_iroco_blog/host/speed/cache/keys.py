"""What the HTML of a post depends on besides its text: Markdown extensions, their options, packages.

Only extensions that are known to make the same of the same text are let in, and an option may hold a function only
where it comes with one of them. Whatever else a site has may read other files (`pymdownx.snippets`, `pymdownx.b64`,
`markdown-exec`), or tell something to its plugin while it converts (`autorefs`, `mkdocstrings`).
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cache, partial
from hashlib import sha256
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import FunctionType
from typing import Any

_MARKDOWN = frozenset(
    {"abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "legacy_attrs"}
    | {"legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"}
)
_PYMDOWNX = frozenset(
    {"arithmatex", "betterem", "blocks.admonition", "blocks.caption", "blocks.definition", "blocks.details"}
    | {"blocks.html", "blocks.tab", "bracketspan", "caret", "critic", "details", "emoji", "escapeall", "extra"}
    | {"fancylists", "highlight", "inlinehilite", "keys", "magiclink", "mark", "progressbar", "quotes", "saneheaders"}
    | {"smartsymbols", "striphtml", "superfences", "tabbed", "tasklist", "tilde"}
)
_OWN = "mkdocs_iroco_blog"
_SOURCES = ("markdown", "pymdownx", "material", "materialx", _OWN)
"""Packages whose functions options may name."""
_PACKAGES = (
    "markdown", "pymdown-extensions", "pygments", "mkdocs", "properdocs", "mkdocs-material", "mkdocs-materialx",
    "mkdocs-iroco-blog",
)  # fmt: skip


class UnknownError(Exception):
    """Something may change a post's HTML in a way that cannot be told from outside."""


def conversion_key(extensions: Sequence[Any], configs: Mapping[str, Any], trusted: Sequence[str]) -> str:
    """A text that differs wherever what these extensions make of a text may differ.

    `trusted` are modules beside the known ones. Raises `UnknownError` for anything else.
    """
    for name in extensions:
        if not isinstance(name, str) or not _is_known(name, trusted):
            raise UnknownError(f"the Markdown extension `{getattr(name, '__module__', name)}`")
    icons = [_digest_of_icons(folder) for folder in _icon_folders(configs)]
    return _described([list(extensions), dict(configs), icons], trusted) + _versions(tuple(trusted))


def _is_known(name: str, trusted: Sequence[str]) -> bool:
    module = name.partition(":")[0]
    if module.startswith("pymdownx."):
        return module.removeprefix("pymdownx.") in _PYMDOWNX or module in trusted
    return module.removeprefix("markdown.extensions.") in _MARKDOWN or _lies_in(module, (_OWN, *trusted))


def _lies_in(module: str, packages: Sequence[str]) -> bool:
    return any(f"{module}.".startswith(f"{package}.") for package in packages)


def _described(value: Any, trusted: Sequence[str]) -> str:
    """A value of the configuration as text; the same for the same value in every build."""
    if value is None or isinstance(value, str | int | float):
        return f"{type(value).__name__}:{value!r}"
    if isinstance(value, Mapping):
        pairs = [f"{_described(key, trusted)}={_described(inner, trusted)}" for key, inner in value.items()]
        return f"{{{','.join(sorted(pairs))}}}"
    if isinstance(value, list | tuple):
        return f"[{','.join(_described(inner, trusted) for inner in value)}]"
    if isinstance(value, partial):
        return f"partial{_described([value.func, value.args, value.keywords], trusted)}"
    if isinstance(value, FunctionType | type) and _lies_in(value.__module__, (*_SOURCES, *trusted)):
        name = f"{value.__module__}:{value.__qualname__}"
        if getattr(sys.modules.get(value.__module__), value.__qualname__, None) is value:
            return name
    raise UnknownError(f"`{value!r}` among the options of Markdown extensions")


def _icon_folders(configs: Mapping[str, Any]) -> list[str]:
    options = (configs.get("pymdownx.emoji") or {}).get("options") or {}
    return [str(folder) for folder in options.get("custom_icons") or ()]


@cache
def _digest_of_icons(folder: str) -> str:
    """A site's own icons, which Material draws into the text; read once a run, as Material does."""
    digest = sha256()
    for file in sorted(Path(folder).rglob("*.svg")):
        digest.update(f"{file}\0".encode() + file.read_bytes())
    return digest.hexdigest()


@cache
def _versions(trusted: tuple[str, ...]) -> str:
    numbers = [sys.version, *map(_version, _PACKAGES)]
    return "\0".join([*numbers, *map(_digest_of_module, trusted)])


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _digest_of_module(name: str) -> str:
    """A module that the author vouches for may be one of the site's own, without a version."""
    try:
        file = import_module(name).__file__
    except ImportError:
        return ""
    return sha256(Path(file).read_bytes()).hexdigest() if file else ""

"""A key for everything that a post's HTML depends on besides its text: Markdown extensions, options, packages.

Only extensions that are known to convert the same text to the same HTML are cached, and an option may hold a function
only of theirs. Others may read more files (`pymdownx.snippets`, `pymdownx.b64`, `markdown-exec`), or collect something
for their plugin while they convert (`autorefs`, `mkdocstrings`).
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
_PACKAGE = "mkdocs_iroco_blog"
_SOURCES = ("markdown", "pymdownx", "material", "materialx", _PACKAGE)
"""Packages whose functions options may hold."""
_PACKAGES = (
    "markdown", "pymdown-extensions", "pygments", "mkdocs", "properdocs", "mkdocs-material", "mkdocs-materialx",
    "mkdocs-iroco-blog",
)  # fmt: skip


class UncacheableError(Exception):
    """Something may change a post's HTML in a way that no key shows."""


def conversion_key(extensions: Sequence[Any], configs: Mapping[str, Any], trusted: Sequence[str]) -> str:
    """Return a key that differs if these extensions may convert a text differently.

    `trusted` are modules besides the known ones. Raises `UncacheableError` for any other module.
    """
    for name in extensions:
        if not isinstance(name, str) or not _is_known(name, trusted):
            raise UncacheableError(f"the Markdown extension `{getattr(name, '__module__', name)}`")
    icons = [_digest_of_icons(folder) for folder in _icon_folders(configs)]
    return _as_text([list(extensions), dict(configs), icons], trusted) + _versions(tuple(trusted))


def numbers_footnotes(configs: Mapping[str, Any]) -> bool:
    """Whether the ids of footnotes count the texts that were converted."""
    nested = (configs.get(name) or {} for name in ("extra", "markdown.extensions.extra", "pymdownx.extra"))
    names = ("footnotes", "markdown.extensions.footnotes")
    return any((options.get(name) or {}).get("UNIQUE_IDS") for options in (configs, *nested) for name in names)


def _is_known(name: str, trusted: Sequence[str]) -> bool:
    module = name.partition(":")[0]
    if module.startswith("pymdownx."):
        return module.removeprefix("pymdownx.") in _PYMDOWNX or module in trusted
    return module.removeprefix("markdown.extensions.") in _MARKDOWN or _lies_in(module, (_PACKAGE, *trusted))


def _lies_in(module: str, packages: Sequence[str]) -> bool:
    return any(f"{module}.".startswith(f"{package}.") for package in packages)


def _as_text(value: Any, trusted: Sequence[str]) -> str:
    """Return a value of the configuration as text, the same in every build."""
    if value is None or isinstance(value, str | int | float):
        return f"{type(value).__name__}:{value!r}"
    if isinstance(value, Mapping):
        pairs = [f"{_as_text(key, trusted)}={_as_text(inner, trusted)}" for key, inner in value.items()]
        return f"{{{','.join(sorted(pairs))}}}"
    if isinstance(value, list | tuple):
        return f"[{','.join(_as_text(inner, trusted) for inner in value)}]"
    if isinstance(value, partial):
        return f"partial{_as_text([value.func, value.args, value.keywords], trusted)}"
    if isinstance(value, FunctionType | type) and _lies_in(value.__module__, (*_SOURCES, *trusted)):
        name = f"{value.__module__}:{value.__qualname__}"
        if getattr(sys.modules.get(value.__module__), value.__qualname__, None) is value:
            return name
    raise UncacheableError(f"`{value!r}` among the options of Markdown extensions")


def _icon_folders(configs: Mapping[str, Any]) -> list[str]:
    options = (configs.get("pymdownx.emoji") or {}).get("options") or {}
    return [str(folder) for folder in options.get("custom_icons") or ()]


@cache
def _digest_of_icons(folder: str) -> str:
    """Digest a site's own icons, which Material draws into the text. Read once a run, as Material does."""
    digest = sha256()
    for file in sorted(Path(folder).rglob("*.svg")):
        digest.update(f"{file}\0".encode() + file.read_bytes())
    return digest.hexdigest()


@cache
def package_versions() -> str:
    """Return the version of Python, of this plugin and of each package that makes HTML."""
    return "\0".join([sys.version, *map(_version, _PACKAGES)])


@cache
def _versions(trusted: tuple[str, ...]) -> str:
    return "\0".join([package_versions(), *map(_digest_of_module, trusted)])


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _digest_of_module(name: str) -> str:
    """Digest a trusted module, which may be one of the site's own and have no version."""
    try:
        file = import_module(name).__file__
    except ImportError:
        return ""
    return sha256(Path(file).read_bytes()).hexdigest() if file else ""

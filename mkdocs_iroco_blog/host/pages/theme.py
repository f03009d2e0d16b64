"""Asks the theme for what it does by itself, and gives it our templates."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

_HOST_THEMES = frozenset({"mkdocs", "readthedocs"})
MATERIAL_PACKAGES = frozenset({"material", "materialx"})
"""The packages that ship the theme Material."""
_TEMPLATES = str(resources.files("mkdocs_iroco_blog.layout") / "templates")


def add_templates(config: MkDocsConfig) -> None:
    """Append the fragments' folder to the theme's: last, so that `custom_dir` wins. The host copies the styles."""
    if _TEMPLATES not in config.theme.dirs:
        config.theme.dirs.append(_TEMPLATES)


def theme_language(config: MkDocsConfig) -> str | None:
    """Return the language that the theme is set to."""
    for key in ("language", "locale"):
        value: Any = config.theme.get(key)
        if value:
            return str(value).replace("_", "-")
    return None


def theme_declares(config: MkDocsConfig, language: str) -> bool:
    """Whether the theme's pages declare this language. A theme may have a locale and declare none."""
    declares = config.theme.name in _HOST_THEMES or is_material(config)
    return declares and theme_language(config) == language


def colours_in_browser(config: MkDocsConfig) -> bool:
    """Whether a script of the theme colours code, which then must come without colours."""
    return bool(config.theme.name in _HOST_THEMES and config.theme.get("highlightjs"))


def shows_toc(config: MkDocsConfig) -> bool:
    """Whether the theme shows a table of contents on pages that its navigation does not list."""
    if is_material(config):
        return "toc.integrate" not in (config.theme.get("features") or [])
    return config.theme.name == "mkdocs"


def is_material(config: MkDocsConfig) -> bool:
    """Whether the theme is Material or MaterialX, or extends one of them."""
    return _has_material(tuple(config.theme.dirs))


@cache
def _has_material(folders: tuple[str, ...]) -> bool:
    return any(Path(folder).name == "templates" and Path(folder).parent.name in MATERIAL_PACKAGES for folder in folders)

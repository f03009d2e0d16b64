"""What the theme does by itself, and what it is given."""

from __future__ import annotations

from importlib import resources
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

_SAYING = frozenset({"material", "mkdocs", "readthedocs"})
_TEMPLATES = str(resources.files("mkdocs_iroco_blog.layout") / "templates")


def add_templates(config: MkDocsConfig) -> None:
    """Append the fragments' folder to the theme's: last, so that `custom_dir` wins. The host copies the stylesheet."""
    if _TEMPLATES not in config.theme.dirs:
        config.theme.dirs.append(_TEMPLATES)


def theme_language(config: MkDocsConfig) -> str | None:
    """The language that the theme is set to."""
    for key in ("language", "locale"):
        value: Any = config.theme.get(key)
        if value:
            return str(value).replace("_", "-")
    return None


def says_language(config: MkDocsConfig, language: str) -> bool:
    """Whether the theme's pages say that they are in this language: others may say none, though they have a locale."""
    return config.theme.name in _SAYING and theme_language(config) == language


def shows_toc(config: MkDocsConfig) -> bool:
    """Whether the theme shows a table of contents on pages that its navigation does not list."""
    if config.theme.name == "material":
        return "toc.integrate" not in (config.theme.get("features") or [])
    return config.theme.name == "mkdocs"

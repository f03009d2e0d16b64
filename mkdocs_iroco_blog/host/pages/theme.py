"""Asks the theme for what it does by itself, and gives it our templates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.posts import NO_TEMPLATE
from mkdocs_iroco_blog.core.model import State
from mkdocs_iroco_blog.layout.translator import text_direction

from .list_page import ListPage
from .post_page import PostPage

_HOST_THEMES = frozenset({"mkdocs", "readthedocs"})
MATERIAL_PACKAGES = frozenset({"material", "materialx"})
"""The packages that ship the theme Material."""
_DIRECTION = re.compile(r"""<(?:html|body)\b[^>]*?\sdir=["']?([^"'>]*)""")
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


def page_direction(config: MkDocsConfig) -> str:
    """Return the direction of the theme's pages: `ltr`, `rtl`, or what its templates name.

    A template that names none has the browser's default. One with a variable follows the option `direction`, as
    Material's does, else the theme's language.
    """
    names = sorted({path.name for folder in config.theme.dirs for path in Path(folder).glob("*.html")})
    templates = (Path(folder, name) for folder in config.theme.dirs for name in names)
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in templates if path.is_file())
    match = next(filter(None, map(_DIRECTION.search, texts)), None)
    if match is None:
        return "ltr"
    if match[1] in ("ltr", "rtl"):
        return match[1]
    return str(config.theme.get("direction") or text_direction(theme_language(config) or "en"))


def colours_in_browser(config: MkDocsConfig) -> bool:
    """Whether a script of the theme colours code, which then must come without colours."""
    return bool(config.theme.name in _HOST_THEMES and config.theme.get("highlightjs"))


def is_material(config: MkDocsConfig) -> bool:
    """Whether the theme is Material or MaterialX, or extends one of them."""
    return _has_material(tuple(config.theme.dirs))


@cache
def _has_material(folders: tuple[str, ...]) -> bool:
    return any(Path(folder).name == "templates" and Path(folder).parent.name in MATERIAL_PACKAGES for folder in folders)


def drop_missing_templates(pages: Iterable[PostPage | ListPage], env: Environment) -> Iterator[Finding]:
    """Give pages the usual template if the theme lacks the one that they name, and report it."""
    for page in pages:
        if "template" in page.meta and not _has_template(env, page.meta["template"]):
            name, post = page.meta.pop("template"), page.post if isinstance(page, PostPage) else None
            draft, line = (post.state is not State.PUBLISHED, post.lines.get("template")) if post else (False, None)
            yield NO_TEMPLATE(page.file.src_uri, line, name=name, draft=draft)


def _has_template(env: Environment, name: object) -> bool:
    """Look for the template without compiling it: that takes every filter that it names."""
    if not isinstance(name, str) or env.loader is None:
        return False
    try:
        env.loader.get_source(env, name)
    except TemplateNotFound:
        return False
    return True

"""The site's language, description and address, where only the Jekyll site's configuration names them."""

from __future__ import annotations

import warnings
from contextlib import suppress
from pathlib import Path

from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.localization import parse_locale

from mkdocs_iroco_blog.host.pages.page import as_markup
from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig


def chooses_language(config: MkDocsConfig) -> bool:
    """Whether `mkdocs.yml` sets the theme's language."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the only way to tell `locale: en` from no locale
        themes = [user_config.get("theme") for user_config in config.user_configs]
    return any(isinstance(theme, dict) and bool({"language", "locale"} & theme.keys()) for theme in themes)


def apply_jekyll_config(config: MkDocsConfig, jekyll: JekyllConfig, *, language: bool) -> None:
    """Set the site's description and address, and with `language` the theme's, unless `mkdocs.yml` does."""
    if jekyll.lang and language:
        if "language" in config.theme:
            config.theme["language"] = _theme_language(config, jekyll.lang.replace("_", "-"))
        _set_locale(config, jekyll.lang.replace("-", "_"))
    if not config.site_description and jekyll.description:
        config.site_description = as_markup(jekyll.description)
    if not config.site_url and jekyll.url:
        config.site_url = f"{jekyll.url}{jekyll.baseurl}/"


def _set_locale(config: MkDocsConfig, language: str) -> None:
    """Set the locale if the theme has translations for it. The host warns of a missing one."""
    name = language.partition("_")[0]
    if any((Path(folder) / "locales" / name).is_dir() for folder in config.theme.dirs):
        with suppress(ValidationError):
            config.theme["locale"] = parse_locale(language)


def _theme_language(config: MkDocsConfig, language: str) -> str:
    """Return the language by the name of its translation: Material has `fr` for `fr-CA`, and fails on a missing one."""
    files = (file for folder in config.theme.dirs for file in Path(folder, "partials", "languages").glob("*.html"))
    available = {file.stem for file in files}
    names = (language, language.partition("-")[0], str(config.theme["language"]))
    return next((name for name in names if name in available), language)

"""The site's language, description and address, where only the Jekyll site's configuration names them."""

from __future__ import annotations

import warnings
from contextlib import suppress
from pathlib import Path

from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.localization import parse_locale

from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig


def chooses_language(config: MkDocsConfig) -> bool:
    """Whether `mkdocs.yml` says in which language the theme speaks."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # nothing else tells `locale: en` from no locale
        given = [one.get("theme") for one in config.user_configs]
    return any(isinstance(theme, dict) and bool({"language", "locale"} & theme.keys()) for theme in given)


def speak(config: MkDocsConfig, jekyll: JekyllConfig, *, language: bool) -> None:
    """Give the site what only the Jekyll site's configuration says: `language`, description and address."""
    if jekyll.lang and language:
        if "language" in config.theme:
            config.theme["language"] = _spoken(config, jekyll.lang.replace("_", "-"))
        _set_locale(config, jekyll.lang.replace("-", "_"))
    if not config.site_description and jekyll.description:
        config.site_description = jekyll.description
    if not config.site_url and jekyll.url:
        config.site_url = f"{jekyll.url}{jekyll.baseurl}/"


def _set_locale(config: MkDocsConfig, language: str) -> None:
    """Set the locale where the theme has translations for it: the host warns of one that it does not find."""
    name = language.partition("_")[0]
    if any((Path(folder) / "locales" / name).is_dir() for folder in config.theme.dirs):
        with suppress(ValidationError):
            config.theme["locale"] = parse_locale(language)


def _spoken(config: MkDocsConfig, language: str) -> str:
    """The language as the theme's translations name it: Material has `fr` for `fr-CA`, and stops at what it has not."""
    folders = [Path(folder) / "partials" / "languages" for folder in config.theme.dirs]
    translated = any(folder.is_dir() for folder in folders)
    names = (language, language.partition("-")[0], str(config.theme["language"]))
    return next(
        (name for name in names if not translated or any((folder / f"{name}.html").is_file() for folder in folders)),
        language,
    )

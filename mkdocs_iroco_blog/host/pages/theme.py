"""What the theme does by itself, and what it is given."""

from __future__ import annotations

import warnings
from contextlib import suppress
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.localization import parse_locale

from mkdocs_iroco_blog.host.compat.material_syntax import is_material

if TYPE_CHECKING:  # most sites are none of Jekyll's
    from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig

_OF_THE_HOST = frozenset({"mkdocs", "readthedocs"})
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


def says_language(config: MkDocsConfig, language: str) -> bool:
    """Whether the theme's pages say that they are in this language: others may say none, though they have a locale."""
    says = config.theme.name in _OF_THE_HOST or is_material(config)
    return says and theme_language(config) == language


def colours_in_browser(config: MkDocsConfig) -> bool:
    """Whether a script of the theme colours code, for which it has to come without colours."""
    return bool(config.theme.name in _OF_THE_HOST and config.theme.get("highlightjs"))


def shows_toc(config: MkDocsConfig) -> bool:
    """Whether the theme shows a table of contents on pages that its navigation does not list."""
    if is_material(config):
        return "toc.integrate" not in (config.theme.get("features") or [])
    return config.theme.name == "mkdocs"

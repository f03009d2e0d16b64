"""Begins a build: checks the options, and opens everything that the build needs before there are files."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.settings import Settings

from .compat.material import options_from_plugins
from .config import BlogConfig, refuse_shared_folders, settings_from
from .load.origin import Origin
from .pages.speed import Speed
from .pages.theme import add_templates
from .speed.fast import choose_speed


class Start(NamedTuple):
    """The beginning of a build."""

    settings: Settings
    speed: Speed
    jekyll: Origin | None
    """The Jekyll site that the posts come from, instead of the docs folder."""


def start_build(
    options: BlogConfig, config: MkDocsConfig, speed: Speed, jekyll: Origin | None, *, serving: bool
) -> Start:
    """Begin a build; raise `PluginError` if it can't be. `speed` and `jekyll` are those of the last build."""
    settings = settings_from(options, options_from_plugins(config))
    refuse_shared_folders(config.plugins, settings)
    add_templates(config)
    speed = choose_speed(speed, config, settings, serving=serving)
    return Start(settings, speed, _open_jekyll(settings.jekyll, config, jekyll) if settings.jekyll else None)


def _open_jekyll(path: str, config: MkDocsConfig, last: Origin | None) -> Origin:
    """Open a Jekyll site, with the conversions of the last build. Raises `PluginError` if there is none."""
    from .jekyll.build import open_jekyll  # noqa: PLC0415 - see `load/origin.py`

    return open_jekyll(path, config, last)

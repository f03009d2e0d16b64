"""Begins a build: checks the options, and opens everything that the build needs before there are files."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_iroco_blog.core.settings import Settings

from .compat.material import options_from_plugins
from .config import BlogConfig, refuse_shared_folders, settings_from
from .load.origin import Origin
from .pages.speed import Speed
from .pages.theme import add_templates
from .report import Reporter


class Start(NamedTuple):
    """The beginning of a build."""

    settings: Settings
    speed: Speed
    jekyll: Origin | None
    """The Jekyll site that the posts come from, instead of the docs folder."""


class BlogOutput(Protocol):
    """A blog's output in one build, from `on_env` on: `Output` in `output/render.py`, which says what each part does.

    The plugin knows it by this protocol. So commands that render nothing do not wait for layouts, feeds and metadata,
    which take 0.1 s to import.
    """

    def begin(self, reporter: Reporter, config: MkDocsConfig, env: Environment) -> None: ...
    def lay_out(self, page: Page) -> None: ...
    def choose_template(self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None: ...
    def keep(self, page: Page, output: str) -> None: ...
    def finish(self, page: Page, output: str) -> str: ...
    def release(self, page: Page, output: str) -> str: ...
    def prepare_template(self, context: TemplateContext, name: str, config: MkDocsConfig) -> None: ...
    def finish_template(self, output: str, name: str) -> str: ...
    def write(self, config: MkDocsConfig, reporter: Reporter, *, cleared: bool) -> None: ...


def start_build(
    options: BlogConfig, config: MkDocsConfig, speed: Speed, jekyll: Origin | None, *, serving: bool
) -> Start:
    """Begin a build; raise `PluginError` if it can't be. `speed` and `jekyll` are those of the last build."""
    from .speed.fast import choose_speed  # noqa: PLC0415 - a command that builds nothing does not wait for it

    settings = settings_from(options, options_from_plugins(config))
    refuse_shared_folders(config.plugins, settings)
    add_templates(config)
    speed = choose_speed(speed, config, settings, serving=serving)
    return Start(settings, speed, _open_jekyll(settings.jekyll, config, jekyll) if settings.jekyll else None)


def _open_jekyll(path: str, config: MkDocsConfig, last: Origin | None) -> Origin:
    """Open a Jekyll site, with the conversions of the last build. Raises `PluginError` if there is none."""
    from .jekyll.build import open_jekyll  # noqa: PLC0415 - see `load/origin.py`

    return open_jekyll(path, config, last)

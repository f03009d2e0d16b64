"""The site that a command works on, loaded as a build loads it. Imports the host: import it inside a command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.compat.material import options_from_plugins
from mkdocs_iroco_blog.host.config import settings_from
from mkdocs_iroco_blog.host.plugin import BlogPlugin

HOST = mkdocs.__name__
"""The name of the host's program: ProperDocs takes the place of the package `mkdocs`."""
_DEFAULT_FILES = sorted(
    ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml"), key=lambda name: not name.startswith(HOST)
)
"""Its own come first, as in a build."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site with its blog."""

    config: MkDocsConfig
    plugin: BlogPlugin
    settings: Settings
    """The blog's options. A build of a Jekyll site also takes some from its `_config.yml`."""


def open_site(config_file: Path | None, blog: str | None) -> Site:
    """Load `mkdocs.yml`, and return its blog: the only one, or the one whose `blog_dir` is `blog`.

    Raises `click.UsageError` if there is no such file or blog, and the host's exceptions if the file is invalid.
    """
    config = load_site(config_file)
    plugin = _choose(blogs_of(config), blog, Path(config.config_file_path).name)
    return Site(config, plugin, settings_from(plugin.config, options_from_plugins(config)))


def load_site(config_file: Path | None) -> MkDocsConfig:
    """Load `mkdocs.yml`. Raises `click.UsageError` if there is none, and the host's exceptions if it is invalid."""
    return load_config(str(find_config_file(config_file)))


def find_config_file(config_file: Path | None) -> Path:
    """Return `mkdocs.yml`, or the file in its place. Raises `click.UsageError` if there is none."""
    if config_file and not config_file.is_file():
        raise click.UsageError(f"{config_file} does not exist. Write the path of your mkdocs.yml after -f.")
    file = config_file or next((path for path in map(Path, _DEFAULT_FILES) if path.is_file()), None)
    if file is None:
        raise click.UsageError(
            f"There is no {_DEFAULT_FILES[0]} in this folder. Change to its folder, or write its path after -f. "
            f"To start a site here: {HOST} new ."
        )
    return file


def blogs_of(config: MkDocsConfig) -> list[BlogPlugin]:
    """Return the blogs of a site that are turned on."""
    plugins = (plugin for plugin in config.plugins.values() if isinstance(plugin, BlogPlugin))
    return [plugin for plugin in plugins if plugin.config["enabled"]]


def refuse_no_blog(plugins: Sequence[BlogPlugin], file: str) -> None:
    """Raise `click.UsageError` if there is no blog."""
    if not plugins:
        raise click.UsageError(
            f"{file} has no blog. Add `iroco-blog` to its `plugins`, as in: plugins: [search, iroco-blog]"
        )


def _choose(plugins: list[BlogPlugin], name: str | None, file: str) -> BlogPlugin:
    refuse_no_blog(plugins, file)
    blogs = {str(plugin.config["blog_dir"]).strip("/"): plugin for plugin in plugins}
    names = ", ".join(blogs)
    if name is None and len(blogs) > 1:
        raise click.UsageError(f"{file} has several blogs. Choose one with --blog: {names}.")
    key = next(iter(blogs)) if name is None else name.strip("/")
    if key not in blogs:
        raise click.UsageError(f"{file} has no blog in `{name}`. Choose one of these with --blog: {names}.")
    return blogs[key]

"""The Jekyll site to import, read as a build with the option `jekyll` reads it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.host.build import Build
from mkdocs_iroco_blog.host.jekyll.build import JekyllBuild
from mkdocs_iroco_blog.host.jekyll.folder import JekyllFolder
from mkdocs_iroco_blog.host.plugin import BlogPlugin
from mkdocs_iroco_blog.jekyll.site import JekyllSite


@dataclass(frozen=True, slots=True)
class OldSite:
    """A Jekyll site with the addresses of its pages."""

    config: MkDocsConfig
    """Of a site that is built from it."""
    files: Files
    """The files of that site."""
    folder: JekyllFolder
    site: JekyllSite
    build: Build
    jekyll: JekyllBuild

    @property
    def problems(self) -> list[Finding]:
        """Return everything that is wrong with the site's files, besides their texts."""
        everything = (*self.build.pages.findings, *self.jekyll.findings)
        return [finding for finding in everything if finding.is_problem and not finding.draft]


def write_stand_in(folder: Path, jekyll: Path, theme: str, **more: object) -> Path:
    """Write the configuration of a site that is built from the Jekyll site, with `more` options. Return its path."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    options = {"jekyll": str(jekyll), "cache": False, **more}
    config = {"site_name": jekyll.name, "theme": {"name": theme}, "plugins": ["search", {"iroco-blog": options}]}
    file = folder / "mkdocs.yml"
    file.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return file


def open_old_site(stand_in: Path) -> OldSite:
    """Read the Jekyll site that a configuration names, as a build does before it converts pages.

    Raises `PluginError` if there is no Jekyll site, or none that can be read.
    """
    config = load_config(str(stand_in))
    plugin = next(plugin for plugin in config.plugins.values() if isinstance(plugin, BlogPlugin))
    config.plugins.on_config(config)
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    config.plugins.on_files(files, config=config)
    built = plugin._build  # noqa: SLF001 - the state of a build, which no event hands on
    assert built is not None
    assert isinstance(built.jekyll, JekyllBuild)
    folder = JekyllFolder(str(plugin.config["jekyll"]), config)
    return OldSite(config, files, folder, built.jekyll.site, built, built.jekyll)

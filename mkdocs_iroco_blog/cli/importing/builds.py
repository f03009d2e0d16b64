"""Builds a site in another folder, without a word on the terminal, and without a trace beside it."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_iroco_blog.cli.build_progress import show_build_progress
from mkdocs_iroco_blog.cli.host_log import record_host_log
from mkdocs_iroco_blog.host.plugin import BlogPlugin


def build_site(config_file: Path, site: Path) -> list[str]:
    """Build a site into a folder. Return its warnings, with which `mkdocs build --strict` would fail.

    Raises the host's exceptions if it cannot be built.
    """
    with record_host_log(logging.WARNING) as records:
        config = load_config(str(config_file), site_dir=str(site))
        for plugin in config.plugins.values():
            if isinstance(plugin, BlogPlugin):
                plugin.config["cache"] = False
        config.plugins.on_startup(command="build", dirty=False)
        try:
            with show_build_progress(config, "Building", renders=True):
                build(config)
        finally:
            config.plugins.on_shutdown()
    return [record.getMessage() for record in records]

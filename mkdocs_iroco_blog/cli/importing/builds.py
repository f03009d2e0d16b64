"""Builds a site in another folder, without a word on the terminal, and without a trace beside it."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.commands import build as host
from mkdocs.config import load_config

from mkdocs_iroco_blog.cli.build_progress import show_build_progress
from mkdocs_iroco_blog.host.plugin import BlogPlugin


class _Warnings(logging.Handler):
    """Collects warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Collect a warning."""
        self.messages.append(record.getMessage())


def build_site(config_file: Path, site: Path) -> list[str]:
    """Build a site into a folder. Return its warnings, with which `mkdocs build --strict` would fail.

    Raises the host's exceptions if it cannot be built.
    """
    logger, handler = logging.getLogger(host.log.name.partition(".")[0]), _Warnings()
    passes_on, level = logger.propagate, logger.level
    logger.addHandler(handler)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        config = load_config(str(config_file), site_dir=str(site))
        for plugin in config.plugins.values():
            if isinstance(plugin, BlogPlugin):
                plugin.config["cache"] = False
        config.plugins.on_startup(command="build", dirty=False)
        try:
            with show_build_progress(config, "Building", renders=True):
                host.build(config)
        finally:
            config.plugins.on_shutdown()
    finally:
        logger.removeHandler(handler)
        logger.propagate = passes_on
        logger.setLevel(level)
    return handler.messages

"""Small sites for commands to work on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from mkdocs_iroco_blog.cli.main import cli

NOON = {"SOURCE_DATE_EPOCH": "1764331200", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
"""28 November 2025, 12:00 UTC, and no git user."""


def make_site(folder: Path, files: Mapping[str, str], *, plugins: object = ("iroco-blog",), **options: Any) -> Path:
    """Write a site with these files, and return its folder."""
    (folder / "docs").mkdir(parents=True)
    config = {"site_name": "Garden", "site_url": "https://garden.example/", "theme": {"name": "mkdocs"}, **options}
    (folder / "mkdocs.yml").write_text(json.dumps({**config, "plugins": list(plugins)}), encoding="utf-8")  # type: ignore[call-overload]
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def call(folder: Path, *arguments: str, answer: str = "", **env: str) -> Result:
    """Run a command on a site, inside this process."""
    return CliRunner().invoke(
        cli, [arguments[0], "-f", str(folder / "mkdocs.yml"), *arguments[1:]], env={**NOON, **env}, input=answer
    )

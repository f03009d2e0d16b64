"""The example site, built on every theme: what tests of what it publishes share."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from mkdocs.utils.yaml import yaml_load

from tests.hosts.built import Site, shut_down
from tests.hosts.written import epoch, theme_name

SOURCE = Path(__file__).parents[2] / "example-site"
THEMES: dict[str, dict[str, Any]] = {
    "material": {},
    "mkdocs": {"name": "mkdocs", "highlightjs": False},
    "readthedocs": {"name": "readthedocs", "highlightjs": False},
}
NOW = "2026-11-01"
_FOLDER = TemporaryDirectory(prefix="example-")


def copy(root: Path, theme: str, *, blog: bool = True) -> Site:
    """The example with another theme; without `blog`, its posts are plain pages of the docs, outside the navigation."""
    name = theme_name(theme)
    shutil.copytree(SOURCE, root, ignore=shutil.ignore_patterns("site"))
    values = yaml_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    values["theme"] = {**(THEMES[theme] or values["theme"]), "name": name}
    if not blog:
        values["plugins"] = ["search"]
    (root / "mkdocs.yml").write_text(yaml.safe_dump(values, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return Site(root)


@cache
def built(theme: str, *, blog: bool = True) -> Site:
    """The example as it is built once for all tests; strictly, as `make site` does."""
    root = Path(_FOLDER.name, theme if blog else f"{theme}-alone")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("NO_MKDOCS_2_WARNING", "1")
        patched.setenv("SOURCE_DATE_EPOCH", epoch(NOW))
        site = copy(root, theme, blog=blog).run(strict=blog)
    shut_down()
    return site

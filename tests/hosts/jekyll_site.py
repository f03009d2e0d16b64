"""The small Jekyll site of these tests, copied and built; and what Jekyll itself makes of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.hosts.built import Command, Site
from tests.hosts.written import Texts, require_plugins, theme_name, write

TESTS = Path(__file__).parents[1]
SOURCE = TESTS / "jekyll" / "site"
CASES = TESTS / "cases" / "jekyll-site"
OWN = "https://pages-legeres.example/"
"""The site's `url`."""

URLS: list[str] = json.loads((CASES / "urls.json").read_bytes())
POSTS: list[dict[str, Any]] = json.loads((CASES / "oracle.json").read_bytes())["posts"]


def place(
    root: Path,
    theme: str = "mkdocs",
    *,
    texts: Texts | None = None,
    options: Mapping[str, Any] | None = None,
    config: Mapping[str, Any] | None = None,
) -> Site:
    """Copy the site, with `mkdocs.yml` and an empty folder `docs` beside it, and with other texts for some files."""
    shutil.copytree(SOURCE, root)
    values = {
        "site_name": "Une page à la fois",
        "theme": {"name": theme_name(theme), **({"font": False} if theme == "material" else {})},
        "plugins": ["search", {"iroco-blog": {"jekyll": ".", **(options or {})}}],
        **(config or {}),
    }
    require_plugins(values)
    mkdocs = yaml.safe_dump(values, sort_keys=False, allow_unicode=True)
    write(root, {"mkdocs.yml": mkdocs, "docs/.gitkeep": "", **(texts or {})})
    return Site(root)


def built(root: Path, theme: str = "mkdocs", *, command: Command = "build", strict: bool = False, **more: Any) -> Site:
    """Copy the site and build it."""
    return place(root, theme, **more).run(command=command, strict=strict)


def changed(path: str, old: str, new: str) -> dict[str, str]:
    """One file of the site, with a part of its text replaced."""
    text = (SOURCE / path).read_text(encoding="utf-8")
    assert old in text
    return {path: text.replace(old, new, 1)}

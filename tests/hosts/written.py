"""Sites as their authors write them: files, `mkdocs.yml`, a theme without blocks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.plugins import get_plugins
from mkdocs.utils import get_theme_names

Texts = Mapping[str, str | bytes | None]
"""Files by path; `None` for one that a site does without."""

INSTALLED = frozenset(get_theme_names())
PLUGINS = frozenset(get_plugins())
MATERIAL = "materialx" if "materialx" in INSTALLED else "material"
"""The theme that tests mean by `material`: MaterialX goes on with it, and no environment has room for both."""
SITE_URL = "https://example.org/"

BARE = """\
<!doctype html>
<html>
<head><meta charset="utf-8"><title>{{ page.title }}</title></head>
<body>
<ul id="nav">
{%- for item in nav recursive %}
<li{% if item.active %} class="active"{% endif %}>
{%- if item.is_section %}{{ item.title }}<ul>{{ loop(item.children) }}</ul>
{%- else %}<a href="{{ item.url|url }}">{{ item.title }}</a>{% endif %}</li>
{%- endfor %}
</ul>
<main>{{ page.content }}</main>
</body>
</html>
"""


def _name_here(theme: str) -> str:
    return MATERIAL if theme == "material" else theme


THEMES = (*(theme for theme in ("material", "mkdocs", "readthedocs") if _name_here(theme) in INSTALLED), "bare")
"""Themes of this environment, as tests call them. `bare` is written below: it has no blocks."""


def theme_name(theme: str) -> str:
    """A theme's name in `mkdocs.yml`. A test that asks for a theme that is not installed is skipped."""
    name = _name_here(theme)
    if name not in INSTALLED:
        pytest.skip(f"the theme {name} is not installed")
    return name


def require_plugins(values: Mapping[str, Any]) -> None:
    """Skip the test where a plugin is not installed that `mkdocs.yml` lists; Material's have short names, too."""
    names = [plugin if isinstance(plugin, str) else next(iter(plugin)) for plugin in values["plugins"]]
    missing = [name for name in names if not {name, f"{values['theme']['name']}/{name}"} & PLUGINS]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def epoch(day: str) -> str:
    """Noon of a day, in seconds."""
    return str(int(datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC).timestamp()))


def write(root: Path, texts: Texts) -> None:
    """Write files, and the folders they lie in."""
    for path, text in texts.items():
        if text is None:
            continue
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())


def write_config(
    root: Path, theme: str | Mapping[str, Any], options: Mapping[str, Any], config: Mapping[str, Any], plugins: Any
) -> None:
    """Write `mkdocs.yml`, and the theme `bare` where it is asked for."""
    named: Mapping[str, Any] = {"name": theme} if isinstance(theme, str) else theme
    if named["name"] == "bare":
        write(root, {"theme/main.html": BARE})
        named = {**named, "name": None, "custom_dir": "theme"}
    elif named["name"]:
        named = {**named, "name": theme_name(named["name"])}
    if plugins is None:
        plugins = ["search", {"iroco-blog": dict(options)}]
    values = {"site_name": "Site", "site_url": SITE_URL, "theme": dict(named), "plugins": plugins, **config}
    require_plugins(values)
    (root / "mkdocs.yml").write_text(yaml.safe_dump(values, sort_keys=False, allow_unicode=True), encoding="utf-8")


def post(date: str = "2026-01-02", body: str = "Text.", **front: Any) -> str:
    """A post's source: its front matter as YAML, then its body."""
    values = {"date": date, **front}
    written = yaml.safe_dump({key: value for key, value in values.items() if value is not None}, allow_unicode=True)
    return f"---\n{written.replace(chr(39) + date + chr(39), date)}---\n\n{body}\n"

"""Sites as their authors write them: files, `mkdocs.yml`, a theme without blocks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

Texts = Mapping[str, str | bytes]

THEMES = ("material", "mkdocs", "readthedocs", "bare")
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


def epoch(day: str) -> str:
    """Noon of a day, in seconds."""
    return str(int(datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC).timestamp()))


def write(root: Path, texts: Texts) -> None:
    """Write files, and the folders they lie in."""
    for path, text in texts.items():
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
    if plugins is None:
        plugins = ["search", {"iroco-blog": dict(options)}]
    values = {"site_name": "Site", "site_url": SITE_URL, "theme": dict(named), "plugins": plugins, **config}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(values, sort_keys=False, allow_unicode=True), encoding="utf-8")


def post(date: str = "2026-01-02", body: str = "Text.", **front: Any) -> str:
    """A post's source: its front matter as YAML, then its body."""
    values = {"date": date, **front}
    written = yaml.safe_dump({key: value for key, value in values.items() if value is not None}, allow_unicode=True)
    return f"---\n{written.replace(chr(39) + date + chr(39), date)}---\n\n{body}\n"

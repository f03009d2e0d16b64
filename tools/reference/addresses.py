"""The project's public addresses, from its metadata."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

_PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def line(_: str) -> str:
    """Return a line of links to the project's addresses; nothing while it has none."""
    return links(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["urls"])


def links(urls: Mapping[str, str]) -> str:
    """Return addresses as links, with their names."""
    return " · ".join(f"[{name}]({address})" for name, address in urls.items())

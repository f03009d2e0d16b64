"""Render the fragments that stand in for includes of Jekyll themes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound

from .environment import FragmentRenderer

_FOLDER = "iroco_blog/include"
INCLUDE_STYLESHEET = "iroco_blog/include.css"
INCLUDE_CLASS = "iroco-include"
"""The class of what these fragments write, by which pages that need the stylesheet are known."""


class IncludeFragments:
    """Renders `iroco_blog/include/NAME.html`, from the first of `folders` that has it."""

    def __init__(self, folders: Sequence[str]) -> None:
        digest = hashlib.sha256()
        for file in (file for folder in folders for file in sorted(Path(folder, _FOLDER).rglob("*.html"))):
            digest.update(f"{file}\0".encode() + file.read_bytes())
        self.fingerprint = digest.hexdigest()
        """Changes with any of the fragments."""
        self._renderer = FragmentRenderer(folders, compiled=None)
        self.take_findings = self._renderer.take_findings

    def render(self, name: str, values: Mapping[str, Any]) -> str | None:
        """Render a fragment to one line, which Markdown takes for HTML wherever it stands; None if there is none."""
        try:
            html = self._renderer.render(f"include/{name}.html", **values)
        except TemplateNotFound as error:
            if error.name == f"{_FOLDER}/{name}.html":
                return None
            raise
        lines = [line.strip() for line in html.splitlines()]
        is_markdown, is_code = "markdown=" in html, "<pre" in html
        return "\n".join(lines) if is_markdown else html.strip() if is_code else " ".join(filter(None, lines))

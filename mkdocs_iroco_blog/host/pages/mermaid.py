"""Diagrams: fences of Mermaid, drawn by the theme or by a script of the site's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from pymdownx.superfences import fence_code_format

from mkdocs_iroco_blog.core.permalinks import relative_address

from .theme import is_material

_FENCES = "pymdownx.superfences"


def _bare(source: str, *_: Any, **__: Any) -> str:
    """What Mermaid's own script looks for.

    https://mermaid.js.org/config/usage.html
    """
    return f'<pre class="mermaid">{escape(source, quote=False)}</pre>'


def script_of(script: str | None, content: str, at: str) -> str:
    """What draws the diagrams of a page at an address, where its content holds any and the site has a script."""
    if not script or 'class="mermaid"' not in content:
        return ""
    return f'<script src="{escape(relative_address(script.lstrip("/"), at))}" defer></script>'


def with_diagrams(
    extensions: Sequence[str], configs: Mapping[str, Any], config: MkDocsConfig, *, script: str | None
) -> dict[str, Any]:
    """Options of the Markdown extensions with a fence for Mermaid, where something draws it and the site has none."""
    drawn_by_theme = is_material(config)
    fences = list((configs.get(_FENCES) or {}).get("custom_fences") or [])
    known = any(fence.get("name") == "mermaid" for fence in fences)
    if _FENCES not in extensions or known or not (drawn_by_theme or script):
        return dict(configs)
    made = {"name": "mermaid", "class": "mermaid", "format": fence_code_format if drawn_by_theme else _bare}
    return {**configs, _FENCES: {**(configs.get(_FENCES) or {}), "custom_fences": [*fences, made]}}

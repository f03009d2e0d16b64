"""Mermaid diagrams, drawn by the theme or by a script of the site."""

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
    """Return the element that Mermaid's script looks for.

    https://mermaid.js.org/config/usage.html
    """
    return f'<pre class="mermaid">{escape(source, quote=False)}</pre>'


def script_tag(script: str | None, content: str, url: str) -> str:
    """Return a tag for the script that draws diagrams, if the site has one and the page has a diagram."""
    if not script or 'class="mermaid"' not in content:
        return ""
    return f'<script src="{escape(relative_address(script.lstrip("/"), url))}" defer></script>'


def with_diagrams(
    extensions: Sequence[str], configs: Mapping[str, Any], config: MkDocsConfig, *, script: str | None
) -> dict[str, Any]:
    """Add a fence for Mermaid to the options of Markdown extensions, if something draws it and the site has none."""
    drawn_by_theme = is_material(config)
    fences = list((configs.get(_FENCES) or {}).get("custom_fences") or [])
    known = any(fence.get("name") == "mermaid" for fence in fences)
    if _FENCES not in extensions or known or not (drawn_by_theme or script):
        return dict(configs)
    fence = {"name": "mermaid", "class": "mermaid", "format": fence_code_format if drawn_by_theme else _bare}
    return {**configs, _FENCES: {**(configs.get(_FENCES) or {}), "custom_fences": [*fences, fence]}}

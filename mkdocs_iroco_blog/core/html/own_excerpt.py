"""Converts the excerpt that a post's front matter gives."""

from __future__ import annotations

import re
from functools import cache

import markdown
from markupsafe import escape

_MARKUP = re.compile(r"[*_`\[\\<&\n]|^[#>+=\d-]")


def excerpt_html(text: str) -> str:
    """Convert an excerpt from Markdown, with standard syntax alone. HTML stays as it is."""
    if not _MARKUP.search(text):
        return f"<p>{escape(text)}</p>"
    converter = _converter()
    html: str = converter.convert(text)
    converter.reset()
    return html


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown()

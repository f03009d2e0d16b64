"""mkdocs-encryptcontent-plugin locks pages: it encrypts the text that it read at `on_page_content`.

It marks a page that it is going to lock by an attribute of its own name, whatever made it do so: `password`, `level` or
`obfuscate` in front matter, or a password for the whole site.
https://github.com/unverbuggt/mkdocs-encryptcontent-plugin
"""

from __future__ import annotations

from typing import Any

from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.html.excerpt import parse

_MARK = "encryptcontent"
_TEXT = "html_to_encrypt"


def is_marked(page: Page) -> bool:
    """Whether this plugin is going to lock a page."""
    return hasattr(page, _MARK)


def is_locked(page: Page) -> bool:
    """Whether a page is going to be locked, by this plugin or by one that left a `password` for later."""
    return is_marked(page) or page.meta.get("password") not in (None, "")


def hand_over(page: Page, html: str) -> str:
    """Let the plugin encrypt a post's finished text. Return the part of it that must not be readable on the page.

    With `inject`, that is one element of the text; or the whole, if the element is the theme's.
    """
    values: Any = getattr(page, _MARK, {})
    if _TEXT in values:
        values[_TEXT] = html
    for name, (tag, attribute) in dict(values.get("inject") or {}).items():
        elements = [node for node in parse(html).css(f"{tag}[{attribute}]") if _names(node.attributes[attribute], name)]
        return "".join(node.html or "" for node in elements) or html
    return html


def _names(value: str | None, name: object) -> bool:
    return str(name) in (value, *(value or "").split())

"""Writes code blocks for `pymdownx.superfences`.

https://facelessuser.github.io/pymdown-extensions/extensions/superfences/
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_iroco_blog.jekyll.kramdown.attributes import write_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Attributes

_ticks = re.compile(r"^[ \t]*(`{3,})", re.MULTILINE)
_language_class = re.compile(r"\blanguage-(\S+)")
_plain_language = re.compile(r"[\w#.+-]+")


def write_fence(code: str, language: str, attributes: Attributes, options: Mapping[str, str] | None = None) -> str:
    """Write fenced code. If there is no `language`, a class `language-…` names it."""
    attributes = dict(attributes)
    if match := _language_class.search(attributes.get("class", "")):
        language = language or match[1]
        attributes["class"] = " ".join(attributes["class"].replace(match[0], "").split())
    if not attributes.get("class"):
        attributes.pop("class", None)
    plain = _plain_language.search(language)
    language = plain[0].lstrip(".") if plain else ""
    ticks = "`" * max([3, *(len(run) + 1 for run in _ticks.findall(code))])
    return f"{ticks}{_header(language, attributes, options or {})}\n{code.removesuffix(chr(10))}\n{ticks}"


def _header(language: str, attributes: Attributes, options: Mapping[str, str]) -> str:
    items = "".join(f' {key}="{value}"' for key, value in options.items())
    attribute_list = write_attributes(attributes) or ""
    if not attribute_list and not items:
        return language
    # In braces, superfences reads options for Pygments even if a script in the browser colours the code.
    attribute_list = attribute_list.removeprefix("{:").removesuffix("}").strip()
    return f" {{ .{language or 'text'} {attribute_list}{items} }}".replace("  ", " ")

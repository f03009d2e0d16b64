"""Code, as `pymdownx.superfences` reads it.

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


def write_code(code: str, language: str, attributes: Attributes, options: Mapping[str, str] | None = None) -> str:
    """A fence. A class `language-…` names the language, where nothing else does."""
    attributes = dict(attributes)
    if match := _language_class.search(attributes.get("class", "")):
        language = language or match[1]
        attributes["class"] = " ".join(attributes["class"].replace(match[0], "").split())
    if not attributes.get("class"):
        attributes.pop("class", None)
    found = _plain_language.search(language)
    language = found[0].lstrip(".") if found else ""
    ticks = "`" * max([3, *(len(run) + 1 for run in _ticks.findall(code))])
    return f"{ticks}{_header(language, attributes, options or {})}\n{code.removesuffix(chr(10))}\n{ticks}"


def _header(language: str, attributes: Attributes, options: Mapping[str, str]) -> str:
    said = "".join(f' {key}="{value}"' for key, value in options.items())
    written = write_attributes(attributes) if attributes else ""
    if not written and not said:
        return language
    # In braces, options for Pygments are read as well where a script in the browser colours the code.
    listed = written.removeprefix("{:").removesuffix("}").strip() if written else ""
    return f" {{ .{language or 'text'} {listed}{said} }}".replace("  ", " ")

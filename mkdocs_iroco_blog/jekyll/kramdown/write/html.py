"""Writes HTML in a form that Python-Markdown passes through, and code for `pymdownx.superfences`.

https://facelessuser.github.io/pymdown-extensions/extensions/superfences/
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from markdown.util import BLOCK_LEVEL_ELEMENTS

from mkdocs_iroco_blog.jekyll.kramdown.attributes import write_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Attributes, Element
from mkdocs_iroco_blog.jekyll.kramdown.html_tags import NAME, SPAN_ELEMENTS, escape_html, open_tag

# Elements whose content md_in_html reads as spans by default: https://python-markdown.github.io/extensions/md_in_html/
_SPANS_BY_DEFAULT = frozenset({
    "address", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "li", "p", "summary", "td", "th",
})  # fmt: skip
BLOCK_LEVEL = frozenset(BLOCK_LEVEL_ELEMENTS)
"""The elements that are blocks to Python-Markdown."""

_blank_lines = re.compile(r"\n(?:[ \t]*\n)+")
_line_end = re.compile(r"\s*\n\s*")
_fence = re.compile(r"^([ \t]*)([`~])(?=\2\2)", re.MULTILINE)
_preformatted = re.compile(r"<(pre|textarea)\b.*?</\1>", re.DOTALL)
_tag = re.compile(rf"\s*<(?:!--|/?({NAME}))")
_highlight_language = re.compile(r"\b(?:language|lang)-(\S+)")


_ticks = re.compile(r"^[ \t]*(`{3,})", re.MULTILINE)
_language_class = re.compile(r"\blanguage-(\S+)")
_plain_language = re.compile(r"[\w#.+-]+")


def opens_html(text: str) -> bool:
    """Whether a text begins with a comment, or a tag that cannot begin a paragraph."""
    match = _tag.match(text)
    return match is not None and (match[1] is None or match[1].lower() not in SPAN_ELEMENTS)


def has_markdown(element: Element) -> bool:
    """Whether an element contains Markdown at any depth."""
    stack = [element]
    while stack:
        element = stack.pop()
        if element.kind == "html_element":
            if element.options["content_model"] != "raw" and element.children:
                return True
            stack.extend(element.children)
    return False


def serialise(element: Element) -> str:
    """Write HTML without Markdown, and close every element."""
    parts: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        piece = stack.pop()
        if isinstance(piece, str):
            parts.append(piece)
        elif piece.kind == "html_element":
            closed = bool(piece.options["closed"])
            parts.append(open_tag(piece.text, piece.attributes, closed=closed))
            if not closed:
                stack.append(f"</{piece.text}>")
                stack.extend(reversed(piece.children))
        elif piece.kind == "text":
            parts.append(_escape_text(piece.text))
        else:
            parts.append(piece.text)
    text = "".join(parts)
    # Python-Markdown replaces tabs with spaces everywhere.
    return _preformatted.sub(lambda match: match[0].replace("\t", "&#9;"), text) if "\t" in text else text


def _escape_text(text: str) -> str:
    """Escape text in HTML as kramdown does, and anything that looks like a fence."""
    text = escape_html(text)
    return _fence.sub(lambda match: f"{match[1]}&#{ord(match[2])};", text) if "```" in text or "~~~" in text else text


def in_one_piece(text: str, name: str) -> str:
    """Remove blank lines from HTML where they would split it."""
    if name in ("pre", "textarea") or "<pre" in text or "<textarea" in text:
        return _blank_lines.sub(lambda match: "\n" + "&#10;" * (match[0].count("\n") - 1), text)
    return _blank_lines.sub("\n", text)


def in_one_line(text: str, name: str) -> str:
    """Join the lines of an element that Python-Markdown reads only inside a paragraph."""
    if name in ("script", "style") or "<script" in text:
        return in_one_piece(text, name)
    if "<pre" in text or "<textarea" in text:
        return text.replace("\n", "&#10;")
    return _line_end.sub(" ", text)


def markdown_attribute(element: Element) -> str:
    """The attribute `markdown` with which md_in_html reads an element's content as kramdown does."""
    model = element.options["content_model"]
    by_default = "span" if element.text in _SPANS_BY_DEFAULT else "block"
    return "1" if model in ("raw", by_default) else model


def write_highlighted(element: Element) -> str | None:
    """Write a block of Jekyll's `highlight` tag as fenced code; None for other elements."""
    if element.text != "figure" or "highlight" not in element.attributes.get("class", "").split():
        return None
    pre = _only_child(element, "pre")
    code = _only_child(pre, "code") if pre else None
    if not code or any(child.kind != "text" for child in code.children):
        return None
    language = code.attributes.get("data-lang") or ""
    if not language and (match := _highlight_language.search(code.attributes.get("class", ""))):
        language = match[1]
    options = {}
    data = {**element.attributes, **code.attributes}
    if "data-linenos" in data:
        options["linenums"] = "1"
    if data.get("data-hl-lines"):
        options["hl_lines"] = data["data-hl-lines"]
    return write_fence(html.unescape("".join(child.text for child in code.children)), language, {}, options)


def _only_child(element: Element, name: str) -> Element | None:
    children = [child for child in element.children if child.kind != "text" or child.text.strip()]
    if len(children) == 1 and children[0].kind == "html_element" and children[0].text == name:
        return children[0]
    return None


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

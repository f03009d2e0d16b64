"""Rewrite a post's finished HTML so that feed readers can show it.

A reader shows an entry without the site's styles and scripts, at another address, and supports a small part of HTML.
So markup that needs a style or a script is put into words or dropped, and every address becomes absolute.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from markupsafe import escape
from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.html.excerpt import parse

from .addresses import resolve_link
from .blocks import RULES, language_of

_BARE = "span:not([lang]):not([dir]):not([title]), a:not([href]), label, form, noscript, font"
_HOLDERS = ("p", "span", "div", "a", "label", "form", "noscript", "font")
_EMPTY = f":is({', '.join(_HOLDERS)}):empty"

_EVERYWHERE = frozenset({"lang", "dir", "title", "align"})
_LINKS = frozenset({"href", "src", "poster", "cite"})
_BY_TAG = {
    "a": "href hreflang type",
    "annotation": "encoding",
    "audio": "src controls loop muted",
    "blockquote": "cite",
    "col": "span",
    "colgroup": "span",
    "data": "value",
    "del": "cite datetime",
    "details": "open",
    "dialog": "open",
    "img": "src alt width height",
    "ins": "cite datetime",
    "li": "value",
    "math": "display xmlns",
    "meter": "value min max low high optimum",
    "mi": "mathvariant",
    "mo": "stretchy fence separator",
    "mtable": "columnalign",
    "ol": "start reversed type",
    "progress": "value max",
    "q": "cite",
    "source": "src type media",
    "td": "colspan rowspan headers valign",
    "th": "colspan rowspan headers scope abbr valign",
    "time": "datetime",
    "track": "src kind srclang label default",
    "video": "src poster controls width height loop muted",
}
_ATTRIBUTES = {tag: _EVERYWHERE.union(names.split()) for tag, names in _BY_TAG.items()}
"""Attributes that carry a meaning, by tag. All others are for the page alone."""

Attributes = Mapping[str, str | None]

_VISIBLE = "img, picture, video, audio, math"
_OPENED = re.compile(r"<(?!(?:p|li|t[dhr]|[uo]l|em|strong|code|h\d)>)([a-zA-Z][^\s/>]*+)([\s/]?)")
"""Tags except the most common without attributes, which no rule concerns."""
# Without a match there is nothing to unwrap or drop. The tree decides; this only saves searching it.
_LEFT_OVER = re.compile(
    r"<(?:span|label|form|noscript|font)[\s>]|<a(?![^>]*\shref=)[\s>]|<(p|span|div|a|label|form|noscript|font)[^>]*></\1>"
)
_ALIGNED = re.compile(r"text-align:\s*(left|right|center|justify)\b")


def make_readable(html: str, base: str) -> str:
    """Rewrite HTML of the page at the absolute URL `base` for feed readers.

    The content stays, with absolute links. Styling, ids and the page's controls go.
    """
    body = parse(html)
    opened = {(name.lower(), bool(gap)) for name, gap in set(_OPENED.findall(html))}
    tags = {"", *(name for name, _ in opened)}
    for tag, hint, selector, change in RULES:
        if tag in tags and hint in html:
            for node in _innermost_first(body, selector):
                change(node, base)
    if "<!--" in html:
        _drop_comments(body)
    for node in body.css(_with_attributes(frozenset(name for name, gap in opened if gap))):
        _clean_attributes(node, base)
    result = body.inner_html or ""
    if _LEFT_OVER.search(result):
        _drop_left_over(body)
        result = body.inner_html or ""
    return result.strip()


@lru_cache(maxsize=256)
def _with_attributes(tags: frozenset[str]) -> str:
    """Build a selector for elements with these tags, and with the tags that rules rename them to."""
    if not tags:
        return ":not(*)"
    plain = all(name.isascii() and name.isalnum() for name in tags)
    return ", ".join(sorted({*tags, "blockquote", "pre"})) if plain else "*"


def _drop_left_over(body: LexborNode) -> None:
    """Drop elements that have lost their meaning or their content."""
    for node in _innermost_first(body, _BARE):
        node.unwrap()
    for node in body.css(_EMPTY):
        _drop_empty(node)


def _drop_comments(body: LexborNode) -> None:
    for comment in [node for node in body.traverse(include_text=True) if node.is_comment_node]:
        comment.decompose()


def _innermost_first(body: LexborNode, selector: str) -> list[LexborNode]:
    """Select inner elements before outer ones, so that no element is visited after its parent is gone."""
    return body.css(selector)[::-1]


def _drop_empty(node: LexborNode) -> None:
    """Drop an empty element, and its ancestors that hold nothing else."""
    empty: LexborNode | None = node
    while empty is not None and empty.tag in _HOLDERS and empty.first_child is None:
        parent = empty.parent
        empty.decompose()
        empty = parent


def _clean_attributes(node: LexborNode, base: str) -> None:
    """Keep only attributes that mean something to a reader, with absolute addresses."""
    attributes = node.attributes
    if not attributes:
        return
    tag = node.tag or ""
    meaningful = _ATTRIBUTES.get(tag, _EVERYWHERE)
    for name, value in attributes.items():
        if name in meaningful and name not in _LINKS:
            continue
        address = _address(tag, value or "", base) if name in meaningful else None
        if address is None:
            del node.attrs[name]
        elif address != value:
            node.attrs[name] = address
    repair = _REPAIRS.get(tag)
    if repair:
        repair(node, attributes)


def _address(tag: str, link: str, base: str) -> str | None:
    if tag == "img" and link.lstrip()[:11].casefold() == "data:image/":
        return link  # a picture, so it runs no code
    return resolve_link(link, base)


def _align(cell: LexborNode, original: Attributes) -> None:
    """Align a cell by attribute. Python-Markdown uses a style, which readers drop."""
    alignment = _ALIGNED.search(original.get("style") or "")
    if alignment:
        cell.attrs["align"] = alignment[1]


def _name_language(code: LexborNode, original: Attributes) -> None:
    language = language_of(original.get("class"))
    if language:
        code.attrs["class"] = language


def _name_link(link: LexborNode, original: Attributes) -> None:
    """Write the target into a link that has lost its content. One inside the page stays empty: it was a mark."""
    if link.text(strip=True) or link.css_first(_VISIBLE) is not None:
        return
    name = link.attributes.get("title") or link.attributes.get("href")
    if name and not (original.get("href") or "").startswith("#"):
        link.inner_html = str(escape(name))


_REPAIRS = {"td": _align, "th": _align, "code": _name_language, "a": _name_link}

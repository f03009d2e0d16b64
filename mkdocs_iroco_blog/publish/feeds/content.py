"""A post's finished HTML, as feed readers can show it.

A reader shows an entry without the site's styles and scripts, at another address, and keeps a small part of HTML.
So what only a style or a script gives a meaning is put into words or left out, and every address is whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from markupsafe import escape
from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.html.excerpt import parse, rewrite_links

from .addresses import whole_address
from .blocks import RULES, language_of

_BARE = "span:not([lang]):not([dir]):not([title]), a:not([href]), label, form, noscript, font"
_HOLDERS = ("p", "span", "div", "a", "label", "form", "noscript", "font")
_EMPTY = f":is({', '.join(_HOLDERS)}):empty"

_EVERYWHERE = frozenset({"lang", "dir", "title", "align"})
_LINKS = frozenset({"href", "src", "poster", "cite"})
_KEPT = {
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
    "img": "src srcset sizes alt width height",
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
    "source": "src srcset sizes type media width height",
    "td": "colspan rowspan headers valign",
    "th": "colspan rowspan headers scope abbr valign",
    "time": "datetime",
    "track": "src kind srclang label default",
    "video": "src poster controls width height loop muted",
}
_ATTRIBUTES = {tag: _EVERYWHERE.union(names.split()) for tag, names in _KEPT.items()}
"""What carries a meaning, by the element: everything else is the page's own."""

Attributes = Mapping[str, str | None]

_SHOWN = "img, picture, video, audio, math"
_OPENED = re.compile(r"<(?!(?:p|li|t[dhr]|[uo]l|em|strong|code|h\d)>)([a-zA-Z][^\s/>]*+)([\s/]?)")
"""Tags with attributes, and all others but the most common: no rule is about those without attributes."""
# Where there is none of these, there is nothing to unwrap or to drop. A mere hint: the tree decides.
_LEFT_OVER = re.compile(
    r"<(?:span|label|form|noscript|font)[\s>]|<a(?![^>]*\shref=)[\s>]|<(p|span|div|a|label|form|noscript|font)[^>]*></\1>"
)
_ALIGNED = re.compile(r"text-align:\s*(left|right|center|justify)\b")


def readable(html: str, base: str) -> str:
    """The HTML of the page at the whole address `base`, for readers at any other.

    What it says stays, with every link whole; looks, ids and controls of the page go.
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
        _settle(node, base)
    said = body.inner_html or ""
    if _LEFT_OVER.search(said):
        _drop_left_over(body)
        said = body.inner_html or ""
    return said.strip()


@lru_cache(maxsize=256)
def _with_attributes(tags: frozenset[str]) -> str:
    """A selector for elements of these names, and of those that rules make of them with their attributes."""
    if not tags:
        return ":not(*)"
    plain = all(name.isascii() and name.isalnum() for name in tags)
    return ", ".join(sorted({*tags, "blockquote", "pre"})) if plain else "*"


def _drop_left_over(body: LexborNode) -> None:
    """Elements that mean nothing any more, or hold nothing."""
    for node in _innermost_first(body, _BARE):
        node.unwrap()
    for node in body.css(_EMPTY):
        _drop_empty(node)


def _drop_comments(body: LexborNode) -> None:
    for comment in [node for node in body.traverse(include_text=True) if node.is_comment_node]:
        comment.decompose()


def _innermost_first(body: LexborNode, selector: str) -> list[LexborNode]:
    """So that none is looked at again once what it lies in is gone."""
    return body.css(selector)[::-1]


def _drop_empty(node: LexborNode) -> None:
    """With all around it that holds nothing else."""
    gone: LexborNode | None = node
    while gone is not None and gone.tag in _HOLDERS and gone.first_child is None:
        around = gone.parent
        gone.decompose()
        gone = around


def _settle(node: LexborNode, base: str) -> None:
    """Keep the attributes that mean something to a reader, with whole addresses."""
    attributes = node.attributes
    if not attributes:
        return
    tag = node.tag or ""
    kept = _ATTRIBUTES.get(tag, _EVERYWHERE)
    if "srcset" in attributes:
        rewrite_links(node, lambda written: _address(tag, written, base) or "")
    for name, value in attributes.items():
        if name in kept and name not in _LINKS:
            continue
        address = _address(tag, value or "", base) if name in kept else None
        if address is None:
            del node.attrs[name]
        elif address != value:
            node.attrs[name] = address
    mend = _MENDED.get(tag)
    if mend:
        mend(node, attributes)


def _address(tag: str, written: str, base: str) -> str | None:
    if tag == "img" and written.lstrip()[:11].casefold() == "data:image/":
        return written  # a picture, and nothing that runs
    return whole_address(written, base)


def _align(cell: LexborNode, written: Attributes) -> None:
    """Python-Markdown aligns cells by style, which readers drop; the older attribute they keep."""
    aligned = _ALIGNED.search(written.get("style") or "")
    if aligned:
        cell.attrs["align"] = aligned[1]


def _name_language(code: LexborNode, written: Attributes) -> None:
    language = language_of(written.get("class"))
    if language:
        code.attrs["class"] = language


def _name_link(link: LexborNode, written: Attributes) -> None:
    """A link that showed nothing but a drawing; one inside the page that shows nothing is a mere mark."""
    if link.text(strip=True) or link.css_first(_SHOWN) is not None:
        return
    name = link.attributes.get("title") or link.attributes.get("href")
    if name and not (written.get("href") or "").startswith("#"):
        link.inner_html = str(escape(name))


_MENDED = {"td": _align, "th": _align, "code": _name_language, "a": _name_link}

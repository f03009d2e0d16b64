"""Reads a page of HTML: what the page is, and its content's text, headings, links and pictures."""

from __future__ import annotations

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .addresses import attribute, resolve, targets
from .blocks import read_blocks
from .content import find_content, remove_noise
from .folding import fold
from .limits import is_too_deep
from .lists import listed_pages
from .model import Heading, Page
from .redirects import find_redirect

_HEADINGS = "h1,h2,h3,h4,h5,h6"
_ICONS = ("icon", "stylesheet", "preload", "modulepreload", "manifest", "apple-touch-icon", "mask-icon")
_THEME_FILES = ",".join(["script[src]", "use", *(f"link[rel~={name}][href]" for name in _ICONS)])


def read_page(address: str, html: str) -> Page:
    """Read a page. One that is nested too deeply is not read."""
    if is_too_deep(html):
        return Page(address, is_read=False)
    tree = LexborHTMLParser(html)
    page = Page(address, theme_files=frozenset(targets(address, *tree.css(_THEME_FILES))))
    redirect = find_redirect(html, tree)
    target = resolve(address, redirect) if redirect else address
    if target != address:
        return replace(page, redirect=target)
    ids = {attribute(node, "id") for node in tree.css("[id]")}
    ids |= {attribute(node, "name") for node in tree.css("a[name]")}
    canonical = attribute(tree.css_first("link[rel~=canonical][href]"), "href")
    page = replace(page, canonical=canonical, ids=frozenset(ids))
    place = find_content(tree)
    return _read_content(page, tree, *place) if place else page


def _read_content(page: Page, tree: LexborHTMLParser, content: LexborNode, is_exact: bool) -> Page:  # noqa: FBT001
    name = _find_title(tree, content)
    title = _read_heading(page.address, name) if name else None
    headings = {node.mem_id: _read_heading(page.address, node) for node in content.css(_HEADINGS)}
    listed = listed_pages(page.address, tree, content)
    if name:
        name.decompose()
    remove_noise(content, is_exact=is_exact)
    blocks = read_blocks(page.address, content, headings)
    return replace(page, title=title, blocks=blocks, is_exact=is_exact, listed=listed)


def _find_title(tree: LexborHTMLParser, content: LexborNode) -> LexborNode | None:
    """Find the title's element: the `p-name` of the only post, a heading that `<title>` has, or the nearest `h1`."""
    entries = tree.css(".h-entry:has(.e-content)")
    if len(entries) == 1 and (name := _only_text(entries[0].css_first(".p-name"))):
        return name
    full, site = _letters(tree.css_first("title")), attribute(tree.css_first("[property='og:site_name']"), "content")
    inside = {node.mem_id for node in content.css("h1")}
    texts = [(_letters(node), node) for node in tree.css("h1,h2,h3") if _only_text(node) and fold(node.text()) != site]
    if named := [(text, node) for text, node in texts if text and text in full]:
        return max(named, key=lambda it: (full.startswith(it[0]), it[1].mem_id in inside, len(it[0])))[1]
    place: LexborNode | None = content
    while place is not None and place.tag != "body":
        if heading := _only_text(place.css_first("h1")):
            return heading
        place = place.parent
    return None


def _letters(node: LexborNode | None) -> str:
    """Return the letters and digits of an element: `<title>` may have other quotes than a heading."""
    return "".join(filter(str.isalnum, node.text())) if node else ""


def _only_text(node: LexborNode | None) -> LexborNode | None:
    """Return an element, unless it holds blocks: a heading without an end holds the rest of the page."""
    return None if node is None or node.css_first("p,div,ul,ol,pre,table,section,article") else node


def _read_heading(address: str, node: LexborNode) -> Heading:
    """Read a heading, and take permalinks out of it."""
    anchors = [node, *node.css("[id],a[name]")]
    name = next(filter(None, (attribute(anchor, key) for anchor in anchors for key in ("id", "name"))), "")
    for link in node.css("a[href]"):
        if resolve(address, attribute(link, "href")).startswith("#"):
            if any(map(str.isalnum, link.text())):
                link.unwrap()
            else:
                link.decompose()
    level = (node.tag or "").removeprefix("h")
    return Heading(int(level) if level.isdecimal() else 1, fold(node.text()), name)

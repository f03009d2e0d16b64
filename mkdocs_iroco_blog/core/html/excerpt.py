"""Cuts excerpts from a post's finished HTML, for views at any address of the site.

A view shows the excerpts of several posts. So links are stored as addresses under the site's root and filled in
for each view, and ids get a prefix for each post.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mkdocs_iroco_blog.core.inserts.marker import without_markers
from mkdocs_iroco_blog.core.permalinks import address_from

from .confine import GONE, confine
from .footnotes import NOTES, drop_marks
from .readtime import words_in
from .relocatable import Marks, RelocatableHtml

_LINKS = "[href], [src], [srcset], [poster], object[data]"
_ATTRIBUTES = ("href", "src", "poster", "data")
_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
_GONE = f"a.headerlink, a.footnote-backref, {GONE}, iroco-more"
_DRAWN = re.compile(r"url\(#([^()]+)\)")
_STYLED = re.compile(r"#([\w-]+)")
_CANDIDATE = re.compile(r"[\s,]*+(\S++)")
_HEADING_TAG = re.compile(r"(</?h)([1-6])\b")
_HEADINGS = "h1, h2, h3, h4, h5, h6"
# https://github.com/jupyter/nbconvert/tree/main/share/templates/lab
_NOTEBOOK, _TEXT_CELL, _CODE_CELL = "div.jp-Notebook", "div.jp-RenderedMarkdown", "div.jp-CodeCell"
_VISIBLE = "img, svg, video, audio, iframe, object, picture, hr"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The part of a post that views show."""

    content: RelocatableHtml
    cut: bool
    """The post continues after it."""


def parse(html: str) -> LexborNode:
    """Parse a piece of HTML, and return the `body` that a browser would build."""
    # Without the tag, a leading <style> or comment would land outside the body; a Markup would escape it.
    body = LexborHTMLParser("<body>" + str(html)).body
    assert body is not None
    return body


def separator_pattern(separator: str) -> re.Pattern[str]:
    """Compile a pattern that matches the separator in Markdown or HTML."""
    comment = re.fullmatch(r"<!--\s*(.*?)\s*-->", separator, re.DOTALL)
    if comment is None:
        return re.compile(re.escape(separator))
    words = r"\s+".join(map(re.escape, comment[1].split()))
    return re.compile(rf"<!--\s*{words}\s*-->")


def cut_body(body: LexborNode, fallback: str | int) -> bool:
    """Keep the part of a body before its separator, or else as `fallback` says; return whether the post continues."""
    separator = body.css_first("iroco-more")
    if separator is not None:
        return _cut_at_separator(separator)
    return fallback != "everything" and _cut_by_fallback(body, fallback)


def _cut_at_separator(separator: LexborNode) -> bool:
    """Remove everything after the separator; return whether any of it was visible."""
    inner, cut = separator, False
    while inner.tag != "body":
        outer = inner.parent
        assert outer is not None
        while (sibling := inner.next) is not None:
            cut = cut or says_anything(sibling)
            sibling.decompose()
        if not says_anything(inner):
            inner.decompose()
        inner = outer
    return cut


def _cut_by_fallback(body: LexborNode, fallback: str | int) -> bool:
    """Keep the first paragraph with text, or the first blocks that hold a number of words."""
    if body.css_first(_NOTEBOOK) is not None:
        _unwrap_notebook(body)
    blocks = [child for child in body.iter() if says_anything(child)]
    if isinstance(fallback, int):
        first = list(_until(blocks, fallback))
    else:
        paragraphs = [block for block in blocks if block.tag == "p" and block.text(strip=True)]
        first = (paragraphs or blocks)[:1]
    keys = {block.mem_id for block in first}
    for child in list(body.iter(include_text=True)):
        if child.mem_id not in keys:
            child.decompose()
    return len(first) < len(blocks)


def is_notebook_frame(node: LexborNode) -> bool:
    """Whether an element is there for the look of a notebook, and its content counts."""
    return (node.attributes.get("class") or "").startswith(("jupyter-", "jp-"))


def _unwrap_notebook(body: LexborNode) -> None:
    """Keep the text of a notebook, without its cells' frames and without code."""
    parts = (cell.inner_html or "" for cell in body.css(_TEXT_CELL))
    body.inner_html = "".join(parts) + ("<pre>…</pre>" if body.css_first(_CODE_CELL) is not None else "")


def finish_excerpt(body: LexborNode, *, address: str, prefix: str, cut: bool) -> Excerpt:
    """Prepare a cut body for views. `address` is the post's; `prefix` keeps its ids apart from other posts'.

    Removes heading links, everything that acts on the whole page and, if the post is cut, its footnotes with their
    marks; another link to a removed element leads to the post's page. Headings move down one level, below the entry's.
    """
    for node in body.css(f"{_GONE}, {NOTES}" if cut else _GONE):
        node.decompose()
    drop_marks(body)
    for node in body.css(_HEADINGS):
        rename(node, f"h{min(6, int((node.tag or 'h6')[1]) + 1)}")
    ids = _prefix_ids(body, prefix)
    confine(body, prefix)
    content = _split_at_links(body, lambda link, marks: _link(link, address, ids, marks))
    return Excerpt(replace(content, pieces=tuple(map(without_markers, content.pieces))), cut)


def lower_headings(excerpt: Excerpt, levels: int) -> Excerpt:
    """Move the headings of an excerpt down, for an entry whose own heading is lower than on a view."""
    if not levels:
        return excerpt
    pieces = (
        _HEADING_TAG.sub(lambda tag: f"{tag[1]}{min(6, int(tag[2]) + levels)}", it) for it in excerpt.content.pieces
    )
    return replace(excerpt, content=replace(excerpt.content, pieces=tuple(pieces)))


def as_relocatable(html: str, *, address: str) -> RelocatableHtml:
    """Prepare HTML of the page at `address` for other pages. Its ids stay, because no page shows two such parts."""
    return _split_at_links(
        parse(html), lambda link, marks: link if link.startswith("#") else _link(link, address, {}, marks)
    )


def _split_at_links(body: LexborNode, rewrite: Callable[[str, Marks], str]) -> RelocatableHtml:
    marks = Marks()
    # The selector matches an element with `src` and `srcset` twice.
    for node in {node.mem_id: node for node in body.css(_LINKS)}.values():
        rewrite_links(node, lambda link: rewrite(link, marks))
    return marks.split((body.inner_html or "").strip())


def rename(node: LexborNode, tag: str) -> None:
    """Change an element's name, and keep its attributes and content."""
    if node.tag == tag:
        return
    [new] = parse(f"<{tag}></{tag}>").iter()
    for name, value in node.attributes.items():
        new.attrs[name] = value
    new.inner_html = node.inner_html or ""
    node.replace_with(new)


def says_anything(node: LexborNode) -> bool:
    """Whether an element or a text shows anything to a reader."""
    if node.tag in ("script", "style", "link", "meta", "base", "title", "iroco-more"):
        return False
    return bool(node.text(strip=True)) or node.css_first(_VISIBLE) is not None


def _until(blocks: list[LexborNode], words: int) -> Iterator[LexborNode]:
    seen = 0
    for block in blocks:
        if seen >= words:
            return
        seen += words_in(block.text())
        yield block


def _prefix_ids(body: LexborNode, prefix: str) -> dict[str, str]:
    """Add the prefix to every id, and to the references to it; return the new ids by the old ones."""
    ids: dict[str, str] = {}
    for node in body.css("[id]"):
        if name := node.attributes.get("id"):
            node.attrs["id"] = ids[name] = f"{prefix}{name}"
    if not ids:
        return ids
    for attribute in _REFERENCES:
        for node in body.css(f"[{attribute}]"):
            names = (node.attributes.get(attribute) or "").split()
            node.attrs[attribute] = " ".join(ids.get(name, name) for name in names)
    for node in body.css("input[name], map[name]"):
        node.attrs["name"] = f"{prefix}{node.attributes['name']}"
    for node in body.css("[usemap]"):
        node.attrs["usemap"] = f"#{prefix}{(node.attributes['usemap'] or '').removeprefix('#')}"
    _prefix_drawings(body, ids)
    return ids


def _prefix_drawings(body: LexborNode, ids: dict[str, str]) -> None:
    """Add the prefix to references in SVGs: `url(#shade)` in attributes, and selectors in their styles."""
    for style in body.css("svg style"):
        style.inner_html = _STYLED.sub(lambda match: f"#{ids.get(match[1], match[1])}", style.inner_html or "")
    for node in [*body.css("svg"), *body.css("svg *")]:
        for name, value in node.attributes.items():
            if value and "url(#" in value:
                node.attrs[name] = _DRAWN.sub(lambda match: f"url(#{ids.get(match[1], match[1])})", value)


def rewrite_links(node: LexborNode, rewrite: Callable[[str], str]) -> None:
    """Rewrite every address of an element, and each candidate of its `srcset`."""
    for name in _ATTRIBUTES:
        link = node.attributes.get(name)
        if link is not None:
            node.attrs[name] = rewrite(link.strip())
    srcset = node.attributes.get("srcset")
    if srcset:
        node.attrs["srcset"] = ", ".join(" ".join((rewrite(url), *rest.split())) for url, rest in _candidates(srcset))


def addresses_in(srcset: str) -> Iterator[str]:
    """Yield the addresses in a `srcset`."""
    return (address for address, _ in _candidates(srcset))


def _candidates(srcset: str) -> Iterator[tuple[str, str]]:
    """Split a `srcset` into addresses, each with its width or density.

    https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
    """
    position = 0
    while match := _CANDIDATE.match(srcset, position):
        address, rest, position = match[1].rstrip(","), "", match.end()
        if address == match[1]:
            end = srcset.find(",", position)
            rest, position = (srcset[position:], len(srcset)) if end < 0 else (srcset[position:end], end)
        yield address, rest


def _link(link: str, base: str, ids: dict[str, str], marks: Marks) -> str:
    if link.startswith("#") and link[1:] in ids:
        return f"#{ids[link[1:]]}"
    address = address_from(base, link)
    return link if address is None else marks.mark(address)

"""Excerpts: cut from a post's finished HTML, and readable from any address of the site.

An excerpt stands beside those of other posts on pages of other addresses. So its links are kept as
addresses under the site's root and written relative to each view; its ids are made the post's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from mkdocs_iroco_blog.core.permalinks import address_from

from .readtime import words_in
from .relocatable import Marks, RelocatableHtml

_LINKS = "[href], [src], [srcset], [poster], object[data]"
_ATTRIBUTES = ("href", "src", "poster", "data")
_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
_GONE = "a.headerlink, a.footnote-backref, script, style:not(svg *), link, iroco-more"
_DRAWN = re.compile(r"url\(#([^)]+)\)")
_STYLED = re.compile(r"#([\w-]+)")
# https://html.spec.whatwg.org/multipage/images.html#srcset-attributes
_CANDIDATE = re.compile(r"\s*(\S*[^\s,])((?:\s+[^\s,]+)?)\s*(?:,|$)")
_FOOTNOTES = "div.footnote, section.footnotes"
_HEADINGS = "h1, h2, h3, h4, h5, h6"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The part of a post that views show."""

    content: RelocatableHtml
    cut: bool
    """The post goes on after it."""

    def html(self, at: str) -> Markup:
        """The excerpt for the page at this address under the site's root."""
        return self.content.html(at)


def parse(html: str) -> LexborNode:
    """The `body` that a browser would make of a piece of HTML."""
    # Without the tag, a leading <style> or comment would land outside the body; a Markup would escape it.
    body = LexborHTMLParser("<body>" + str(html)).body
    assert body is not None
    return body


def separator_pattern(separator: str) -> re.Pattern[str]:
    """What finds a separator in Markdown or in HTML."""
    comment = re.fullmatch(r"<!--\s*(.*?)\s*-->", separator, re.DOTALL)
    if comment is None:
        return re.compile(re.escape(separator))
    words = r"\s+".join(map(re.escape, comment[1].split()))
    return re.compile(rf"<!--\s*{words}\s*-->")


def cut_at_separator(separator: LexborNode) -> bool:
    """Drop all that follows the separator, leaving every element closed; whether that said anything."""
    inner, cut = separator, False
    while inner.tag != "body":
        outer = inner.parent
        assert outer is not None
        for sibling in list(_following(inner)):
            cut = cut or says_anything(sibling)
            sibling.decompose()
        if not says_anything(inner):
            inner.decompose()
        inner = outer
    return cut


def cut_by_fallback(body: LexborNode, fallback: str | int) -> bool:
    """Keep the first paragraph with words, or as many whole blocks as hold a number of words.

    Returns whether anything was dropped.
    """
    blocks = [child for child in body.iter() if says_anything(child)]
    if isinstance(fallback, int):
        kept = list(_until(blocks, fallback))
    else:
        paragraphs = [block for block in blocks if block.tag == "p" and block.text(strip=True)]
        kept = (paragraphs or blocks)[:1]
    keys = {block.mem_id for block in kept}
    for child in list(body.iter(include_text=True)):
        if child.mem_id not in keys:
            child.decompose()
    return len(kept) < len(blocks)


def finish_excerpt(body: LexborNode, *, at: str, prefix: str, cut: bool) -> Excerpt:
    """Make a cut body fit for views. `at` is the post's address, `prefix` tells its ids from other posts'.

    What belongs to the post's own page goes: heading links, scripts and, where the post is cut, its footnotes;
    a link to something that is gone leads to that page. Headings stand one level lower, below the entry's.
    """
    for node in body.css(f"{_GONE}, {_FOOTNOTES}" if cut else _GONE):
        node.decompose()
    for node in body.css(_HEADINGS):
        rename(node, f"h{min(6, int((node.tag or 'h6')[1]) + 1)}")
    ids = _own_ids(body, prefix)
    marks = Marks()
    # An element with `src` and `srcset` is found twice.
    for node in {node.mem_id: node for node in body.css(_LINKS)}.values():
        rewrite_links(node, lambda written: _link(written, at, ids, marks))
    return Excerpt(marks.split((body.inner_html or "").strip()), cut)


def as_relocatable(html: str, *, at: str) -> RelocatableHtml:
    """HTML from the page at this address, for pages at others; unlike an excerpt it stands alone on each."""
    body, marks = parse(html), Marks()
    for node in {node.mem_id: node for node in body.css(_LINKS)}.values():
        rewrite_links(node, lambda written: _link(written, at, {}, marks) if not written.startswith("#") else written)
    return marks.split((body.inner_html or "").strip())


def rename(node: LexborNode, tag: str) -> None:
    """Turn an element into one of another name, with the same attributes and content."""
    if node.tag == tag:
        return
    [new] = parse(f"<{tag}></{tag}>").iter()
    for name, value in node.attributes.items():
        new.attrs[name] = value
    new.inner_html = node.inner_html or ""
    node.replace_with(new)


def _following(node: LexborNode) -> Iterator[LexborNode]:
    sibling = node.next
    while sibling is not None:
        yield sibling
        sibling = sibling.next


def says_anything(node: LexborNode) -> bool:
    """Whether a reader sees anything of an element or a text."""
    if node.tag in ("script", "style", "link", "iroco-more"):
        return False
    return (
        bool(node.text(strip=True)) or node.css_first("img, svg, video, audio, iframe, object, picture, hr") is not None
    )


def _until(blocks: list[LexborNode], words: int) -> Iterator[LexborNode]:
    seen = 0
    for block in blocks:
        if seen >= words:
            return
        seen += words_in(block.text())
        yield block


def _own_ids(body: LexborNode, prefix: str) -> dict[str, str]:
    """Give every id the post's prefix, and what refers to it inside the page."""
    ids: dict[str, str] = {}
    for node in body.css("[id]"):
        name = node.attributes.get("id")
        if name:
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
    for drawing in body.css("svg"):
        _own_drawing(drawing, ids)
    return ids


def _own_drawing(drawing: LexborNode, ids: dict[str, str]) -> None:
    """References in a drawing: `url(#shade)` in attributes and in its own style sheet."""
    for style in drawing.css("style"):
        style.inner_html = _STYLED.sub(lambda match: f"#{ids.get(match[1], match[1])}", style.inner_html or "")
    for node in [drawing, *drawing.css("*")]:
        for name, value in node.attributes.items():
            if value and "url(#" in value:
                node.attrs[name] = _DRAWN.sub(lambda match: f"url(#{ids.get(match[1], match[1])})", value)


def rewrite_links(node: LexborNode, rewrite: Callable[[str], str]) -> None:
    """Write every address of an element anew, each candidate of a `srcset` by itself."""
    for name in _ATTRIBUTES:
        written = node.attributes.get(name)
        if written is not None:
            node.attrs[name] = rewrite(written.strip())
    candidates = node.attributes.get("srcset")
    if candidates:
        found = _CANDIDATE.findall(candidates)
        node.attrs["srcset"] = ", ".join(" ".join((rewrite(url), *rest.split())) for url, rest in found)


def _link(written: str, at: str, ids: dict[str, str], marks: Marks) -> str:
    if written.startswith("#") and written[1:] in ids:
        return f"#{ids[written[1:]]}"
    address = address_from(at, written)
    return written if address is None else marks.mark(address)

"""Tells what an author wrote from what other plugins and hooks add to every page.

A line such as "Was this page helpful?" is part of the page, but neither an excerpt nor a description of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from selectolax.lexbor import LexborNode

from .excerpt import parse, says_anything

TAG = "iroco-text"
_BEGIN, _END = f"<!--{TAG}-->", f"<!--/{TAG}-->"
_WRAPPERS = frozenset({"div", "section", "article", "main"})


def mark_written(markdown: str, source: str) -> str | None:
    """Mark the author's `source` in Markdown that has blocks added above or below; return None if it has none."""
    if not source.strip():
        return f"{_BEGIN}\n\n{_END}\n\n{markdown}" if markdown.strip() else None
    before, middle, after = markdown.partition(source.strip())
    if not middle or not (before + after).strip():
        return None
    if (before.strip() and not before.endswith("\n\n")) or (after.strip() and not after.startswith("\n\n")):
        return None
    return f"{before}\n\n{_BEGIN}\n\n{middle}\n\n{_END}\n\n{after}"


def split_written(html: str) -> tuple[str, str] | None:
    """Return HTML that was converted from marked Markdown without its marks, and the author's part of it.

    Return None if the text, such as code that does not end, has swallowed a mark.
    """
    if html.count(_BEGIN) != 1 or html.count(_END) != 1:
        return None
    before, _, rest = html.partition(_BEGIN)
    middle, _, after = rest.partition(_END)
    return f"{before}{middle.strip()}{after}", middle.strip()


def mark_text(html: str, rendered: str) -> str:
    """Put an element around a post's own text in its page, which other plugins changed after it was `rendered`."""
    if html == rendered:
        return html
    text = rendered.strip()
    if not text or text in html:
        before, _, after = html.partition(text) if text else ("", "", html)
        return f"{before}<{TAG}>{text}</{TAG}>{after}"
    body, blocks = parse(html), _blocks(parse(rendered))
    texts = _texts(blocks)
    container = body if [block.tag in _WRAPPERS for block in blocks] == [True] else _container(body, "".join(texts))
    children = list(container.iter(include_text=True))
    visible = [position for position, child in enumerate(children) if says_anything(child)]
    positions = _own(texts, _texts([children[position] for position in visible]))
    if not positions:
        return html
    start, end = visible[positions[0]], visible[positions[-1]] + 1
    parts = [child.html or "" for child in children]
    before, middle, after = ("".join(parts[slice(*ends)]) for ends in ((0, start), (start, end), (end, None)))
    container.inner_html = f"{before}<{TAG}>{middle}</{TAG}>{after}"
    return body.inner_html or ""


def _blocks(node: LexborNode) -> list[LexborNode]:
    return [child for child in node.iter(include_text=True) if says_anything(child)]


def _texts(blocks: Sequence[LexborNode]) -> list[str]:
    return ["".join(block.text().split()) for block in blocks]


def _container(body: LexborNode, text: str) -> LexborNode:
    """Return the innermost element that holds a text: a plugin may have wrapped it."""
    for block in _blocks(body):
        if block.tag in _WRAPPERS and text in "".join(block.text().split()):
            return _container(block, text)
    return body


def _own(source: Sequence[str], blocks: Sequence[str]) -> list[int]:
    """Return the positions of the author's blocks. A changed block counts, unless there are more than before."""
    positions: list[int] = []
    for kind, start, end, first, last in SequenceMatcher(None, source, blocks, autojunk=False).get_opcodes():
        if kind == "equal":
            positions += range(first, last)
        elif kind == "replace":
            extra = max(0, (last - first) - (end - start))
            positions += range(first + extra, last) if not start and extra else range(first, last - extra)
    return positions

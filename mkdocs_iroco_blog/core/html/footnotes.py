"""Finds footnotes and their marks: Python-Markdown's, kramdown's, Pandoc's, GitHub's, and hand-made ones.

A mark stays only beside its note: in an excerpt, and in a title, it would lead nowhere.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

NOTES = "div.footnote, div.footnotes, section.footnotes"
_MARKS = (
    'a.footnote-ref, a[role~="doc-noteref"], [role~="doc-noteref"] a, a[rel~="footnote"], a[data-footnote-ref],'
    ' sup a[href^="#"]'
)
_REFERENCE = re.compile(r"\s*\[\^([^\]\s]+)\]")
_ANNOTATION = re.compile(r"\s*\(\d+\)!?")


def without_references(text: str, markdown: str) -> str:
    """Remove `[^1]` from a text beside a post's Markdown, if that is a mark there: it defines `[^1]:`."""
    if "[^" not in text:
        return text
    return _REFERENCE.sub(lambda match: "" if f"[^{match[1]}]:" in markdown else match[0], text)


def drop_marks(body: LexborNode) -> None:
    """Remove marks whose notes are not in a piece of HTML, with the space before them."""
    links = body.css(_MARKS)
    ids = {node.attributes.get("id") for node in body.css("[id]")} if links else set()
    for link in links:
        if unquote((link.attributes.get("href") or "").removeprefix("#")) not in ids:
            frame = link.parent
            is_alone = frame is not None and frame.tag == "sup" and frame.text(strip=True) == link.text(strip=True)
            _remove(frame if frame is not None and is_alone else link)
    for block in body.css(".annotate"):
        _drop_annotations(block)


def _remove(mark: LexborNode) -> None:
    before = mark.prev
    if before is not None and before.tag == "-text":
        before.replace_with((before.text_content or "").rstrip())
    mark.decompose()


def _drop_annotations(block: LexborNode) -> None:
    """Remove Material's annotation marks, `(1)`, from a block without their list."""
    after = block.next
    while after is not None and after.tag == "-text":
        after = after.next
    if block.css_first("ol") is None and (after is None or after.tag != "ol"):
        for node in [node for node in block.traverse(include_text=True) if node.tag == "-text"]:
            text = node.text_content or ""
            if _ANNOTATION.search(text):
                node.replace_with(_ANNOTATION.sub("", text))

"""Blocks of MkDocs' Markdown extensions, which kramdown does not know. They are passed through unchanged.

kramdown would read them as paragraphs, and the indented lines below as more of the paragraph or as code. Nobody
means that. These blocks are recognised where a paragraph could begin:

    !!! note, ??? note, === "Tab", ::: module     with the indented lines below
    /// note                                      up to the next line of slashes
    --8<-- "file", [TOC]                          alone in a paragraph
    ``` py title="a.py"                           a fence with options of `pymdownx.superfences`
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.document import Element

from . import grammar as lines
from .reader import Reader

_marked = re.compile(
    r"""(?:!!!|\?\?\?\+?)[ ]?[\w-]+(?:[ ]+[\w-]+)*(?:[ ]+"[^"\n]*")?[ ]*\n
      | (?:!!!|\?\?\?\+?)[ ]?[\w-]+(?:[ ]+[\w-]+)*[ ]+(?:inline|end)[^\n]*\n
      | ===[!+]{0,2}[ ]+"[^"\n]*"[ ]*\n
      | :::[ ]+[\w.]+[ ]*\n""",
    re.VERBOSE,
)
_body = re.compile(rf"(?:(?:{lines.S}*\n)*+(?:\t| {{4}})[ \t]*[^ \t\n\r\f\v].*\n)++")
_slashes = re.compile(r"(/{3,})[ ]+[\w-]+.*\n")
_alone = re.compile(r'(?:;*-+8<-+[ ]+"[^"\n]*"[ ]*|-+8<-+[ ]*\n(?:[^\n]+\n)+-+8<-+[ ]*|\[TOC\][ ]*)\n')
_fence = re.compile(r'(`{3,}|~{3,})[ ]*(?:[\w#.+-]+)?(?:[ ]*\{[^\n`]*\}|(?:[ ]+[a-zA-Z]\w*="[^"\n]*")+)[ ]*\n')


def read_foreign(reader: Reader) -> bool:
    """Read a block of a Markdown extension where a paragraph could begin."""
    start = reader.position
    if reader.text[start] == " " or not reader.after_boundary() or (end := _end(reader)) is None:
        return False
    reader.position = end
    reader.add(Element("foreign", reader.text[start:end].rstrip(lines.WHITE)))
    return True


def _end(reader: Reader) -> int | None:
    text, position = reader.text, reader.position
    if match := _marked.match(text, position):
        body = _body.match(text, match.end())
        # Tabs follow each other without a line of text in between.
        return body.end() if body else None
    if match := _alone.match(text, position):
        return match.end() if lines.boundary.match(text, match.end()) else None
    if match := _slashes.match(text, position) or _fence.match(text, position):
        closing = reader.find(re.compile(rf"^{match[1]}[ ]*\n", re.MULTILINE), match.end())
        return closing.end() if closing else None
    return None

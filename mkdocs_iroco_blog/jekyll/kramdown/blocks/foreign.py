"""Blocks that a MkDocs site's extensions know and kramdown does not. They are handed through as they are.

kramdown would read them as plain paragraphs, with the indented lines below them in the same paragraph or as code.
Nobody means that, so where one of these opens a paragraph, it is left to the extension that knows it:

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
_fence = re.compile(
    r"""(`{3,}|~{3,})[ ]*(?:[\w#.+-]+)?(?:[ ]*\{[^\n`]*\}|(?:[ ]+[a-zA-Z]\w*="[^"\n]*")+)[ ]*\n""",
)


def read_foreign(reader: Reader) -> bool:
    """Read such a block; only where a paragraph could begin."""
    if reader.text[reader.at] == " " or not reader.after_boundary():
        return False
    end = _end(reader)
    if end is None:
        return False
    text = reader.text[reader.at : end]
    reader.at = end
    reader.add(Element("foreign", text.rstrip(lines.WHITE)))
    return True


def _end(reader: Reader) -> int | None:
    text, at = reader.text, reader.at
    if match := _marked.match(text, at):
        body = _body.match(text, match.end())
        # Tabs follow one another without a line of text in between.
        return body.end() if body else None
    if match := _alone.match(text, at):
        return match.end() if lines.boundary.match(text, match.end()) else None
    if match := _slashes.match(text, at) or _fence.match(text, at):
        closing = reader.find(re.compile(rf"^{match[1]}[ ]*\n", re.MULTILINE), match.end())
        return closing.end() if closing else None
    return None

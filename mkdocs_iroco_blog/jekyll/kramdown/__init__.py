"""Rewrites kramdown, the Markdown dialect of Jekyll, for Python-Markdown.

`mkdocs_iroco_blog.jekyll.markdown` lists the Markdown extensions that the result needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import jekyll as messages

from .blocks.read import read_blocks
from .blocks.reader import DEEPEST
from .document import Document, Options
from .resolve import resolve
from .write.blocks import Writer

__all__ = ["Converted", "Options", "convert", "to_markdown"]

_DEFAULT = Options()


@dataclass(frozen=True, slots=True)
class Converted:
    """A text in Python-Markdown's dialect."""

    markdown: str
    """Empty, or ends with a newline."""
    findings: tuple[Finding, ...] = ()


def convert(text: str, options: Options = _DEFAULT, *, source: str = "", link: Callable[[str], str] = str) -> Converted:
    """Rewrite a kramdown text without front matter, after Liquid has run.

    `source` is the file's name for findings. `link` turns the address of a link or image into the one to write.
    """
    document = Document(options, link=link)
    root = read_blocks(text, document)
    resolve(root, document)
    return Converted(Writer(document).write_document(root), tuple(_findings(document, source)))


def to_markdown(text: str, options: Options = _DEFAULT) -> str:
    """Rewrite a kramdown text, and ignore findings."""
    return convert(text, options).markdown


def _findings(document: Document, source: str) -> Iterator[Finding]:
    if document.too_deep:
        yield messages.NESTED_TEXT(source, levels=DEEPEST)
    for name in document.footnotes:
        if name not in document.referred:
            yield messages.UNUSED_FOOTNOTE(source, name=name)

"""kramdown, the Markdown that Jekyll writes, rewritten in the dialect of Python-Markdown.

The Markdown extensions that the written text needs are in `mkdocs_iroco_blog.jekyll.markdown`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mkdocs_iroco_blog.core.findings import Finding, Note, Problem

from .blocks.read import read_blocks
from .blocks.reader import DEEPEST
from .document import Document, Options
from .finish import finish
from .write.blocks import Writer

__all__ = ["Converted", "Options", "convert", "to_markdown"]

_DEFAULT = Options()


@dataclass(frozen=True, slots=True)
class Converted:
    """A text in the dialect of Python-Markdown."""

    markdown: str
    """Ends with a newline, or is empty."""
    findings: tuple[Finding, ...] = ()


def convert(text: str, options: Options = _DEFAULT, *, source: str = "", link: Callable[[str], str] = str) -> Converted:
    """Rewrite a kramdown text; Liquid has already run, and front matter is not part of it.

    `source` is the file, as findings name it. `link` gives what to write for the address of a link or picture,
    where the host finds files otherwise than Jekyll.
    """
    document = Document(options, link=link)
    root = read_blocks(text, document)
    finished = finish(root, document)
    return Converted(Writer(finished).write_document(), tuple(_findings(document, source)))


def to_markdown(text: str, options: Options = _DEFAULT) -> str:
    """As `convert`, for who asks for nothing but the text."""
    return convert(text, options).markdown


def _findings(document: Document, source: str) -> Iterator[Finding]:
    if document.too_deep:
        what = f"Lists, quotations or HTML lie in each other more than {DEEPEST} deep, and came out as plain text."
        yield Problem(source, None, what, "Close what is open, or nest less.")
    for name in document.footnotes:
        if name not in document.referred:
            what = f"Nothing refers to the footnote `[^{name}]`, so it is not shown."
            yield Note(source, None, what, f"Put `[^{name}]` where it belongs, or take its definition out.")

"""The prose of a Markdown file, without code, comments and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[2]
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
"""What `attr_list` takes away."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, a heading, or a cell of a table."""

    line: int
    text: str


def pages() -> list[Path]:
    """Return the README, the other texts beside it, and the manual's pages."""
    top = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")]
    return [*top, *sorted((ROOT / "docs").rglob("*.md"))]


def paragraphs(markdown: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a file with the line where each begins."""
    text = _FRONT_MATTER.sub(lambda match: "\n" * match[0].count("\n"), markdown)
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "inline" and token.map:
            parts = [_prose(child.type, child.content) for child in token.children or ()]
            yield Paragraph(token.map[0] + 1, _ATTRIBUTES.sub("", "".join(parts)))


def _prose(kind: str, content: str) -> str:
    if kind in {"softbreak", "hardbreak"}:
        return "\n"
    if kind == "code_inline":
        return "`…`"
    return content if kind in {"text", "image"} else ""

"""Finds blocks of HTML that Markdown has a form for: paragraphs, headings, lists, quotations and rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .editor import Edit
from .hidden import hidden_spans, without_overlaps

_INLINE = r"(?:(?!\n\n|</?(?:blockquote|dd|div|dl|dt|h[1-6]|li|ol|p|pre|table|ul)\b).)+?"
_PARAGRAPHS = rf"(?:<p>{_INLINE}</p>\s*)+"
_FLAGS = re.MULTILINE | re.IGNORECASE | re.DOTALL
_PARAGRAPH = re.compile(rf"<p>({_INLINE})</p>", _FLAGS)
_ITEM = re.compile(rf"<li>({_INLINE})</li>", _FLAGS)


def _heading(match: re.Match[str]) -> str:
    return f"{'#' * int(match[1])} {match[3].strip()}" + (f" {{#{match[2]}}}" if match[2] else "")


def _quote(match: re.Match[str]) -> str:
    paragraphs = (item[1].strip().splitlines() for item in _PARAGRAPH.finditer(match[0]))
    return "\n>\n".join("\n".join(f"> {line.strip()}" for line in lines) for lines in paragraphs)


def _list(match: re.Match[str]) -> str:
    items = [" ".join(item[1].split()) for item in _ITEM.finditer(match[0])]
    is_ordered = match[1].lower() == "ol"
    return "\n".join(f"{number}. {item}" if is_ordered else f"- {item}" for number, item in enumerate(items, 1))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"^<p>({_INLINE})</p>[ ]*$", _FLAGS), lambda match: match[1].strip()),
    (re.compile(r"^<h([1-6])(?: id=\"([^\s{}\"]+)\")?>([^\n]+?)</h\1>[ ]*$", _FLAGS), _heading),
    (re.compile(rf"^<(ul|ol)>\s*(?:<li>{_INLINE}</li>\s*)+</\1>[ ]*$", _FLAGS), _list),
    (re.compile(rf"^<blockquote>\s*{_PARAGRAPHS}</blockquote>[ ]*$", _FLAGS), _quote),
    (re.compile(r"^<hr[ ]*/?>[ ]*$", _FLAGS), lambda _: "---"),
)


def blocks(text: str) -> list[Edit]:
    """Find blocks without attributes other than the id of a heading. Each gets an empty line before and after it."""
    return without_overlaps(list(_edits(text)), hidden_spans(text))


def _edits(text: str) -> Iterator[Edit]:
    end = len(text.rstrip())
    for pattern, form in _FORMS:
        for match in pattern.finditer(text):
            before = "" if text.endswith("\n\n", 0, match.start()) or not match.start() else "\n"
            after = "" if text.startswith("\n\n", match.end()) or match.end() >= end else "\n"
            yield Edit(match.start(), match.end(), f"{before}{form(match)}{after}")

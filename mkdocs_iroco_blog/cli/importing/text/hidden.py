"""Finds code, and HTML in which nothing is Markdown, so that no edit is made in it."""

from __future__ import annotations

import re

from .editor import Edit

_BLOCKS = re.compile(
    r"^([ >]*)(`{3,}|~{3,}).*?^[ >]*\2[`~]*[ ]*$|<(pre|script|style|svg|textarea)\b.*?</\3>|<!--.*?-->",
    re.MULTILINE | re.DOTALL,
)
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n\n).)+?(?<!`)\1(?!`)", re.DOTALL)


def hidden_spans(text: str) -> list[tuple[int, int]]:
    """Return the beginnings and ends of all code and such HTML."""
    blocks = [match.span() for match in _BLOCKS.finditer(text)]
    return [*blocks, *(match.span() for match in _CODE.finditer(text))]


def without_overlaps(edits: list[Edit], hidden: list[tuple[int, int]]) -> list[Edit]:
    """Leave out edits in hidden spans, unless these are whole inside of them, and of two that overlap the second."""
    chosen: list[Edit] = []
    for edit in sorted(edits):
        is_hidden = any(
            start < edit.end and edit.start < end and not edit.start < start < end < edit.end for start, end in hidden
        )
        if not is_hidden and (not chosen or edit.start >= chosen[-1].end):
            chosen.append(edit)
    return chosen

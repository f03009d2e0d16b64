"""Finds what a careful editor would write in a simpler way: escapes, ids of headings, HTML where Markdown would do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.jekyll.kramdown.attributes import write_attributes

from .editor import Edit, apply_edits

_HIDDEN = re.compile(
    r"^([ >]*)(`{3,}|~{3,}).*?^[ >]*\2[`~]*[ ]*$|<(pre|script|style|svg|textarea)\b.*?</\3>|<!--.*?-->",
    re.MULTILINE | re.DOTALL,
)
"""Code, and HTML in which nothing is Markdown."""
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_ESCAPE = re.compile(r"\\([^\sA-Za-z0-9])")
_REFERENCE = re.compile(r"&(?:#\d+|lt|gt|amp|quot);")
_HEADING_ID = re.compile(r"^(?:#{1,6}[ ].*?)([ ]\{#[^\s{}]+\})$", re.MULTILINE)
_LISTED_ID = re.compile(r"^#{1,6}[ ].*\{:?[ ](?:[^{}\n]+[ ])??(#[^\s{}]+[ ])(?=[^{}\n]*\}$)", re.MULTILINE)
_COLON = re.compile(r"(?<=\{):(?=[ ]?[#.\w][^{}\n]*\})")
_ATTRIBUTE = r"""\s+([\w-]+)=(?:"([^"<>\n]*)"|'([^'<>\n]*)')"""
_ELEMENT = re.compile(rf"<(a|em|i|strong|b|code|del)((?:{_ATTRIBUTE})*)\s*>([^<>\n]*)</\1>", re.IGNORECASE)
_IMAGE = re.compile(rf"<img((?:{_ATTRIBUTE})*)\s*/?>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"^<p>((?:(?!\n\n|</?p\b).)+)</p>$", re.MULTILINE | re.IGNORECASE | re.DOTALL)
_RULE = re.compile(r"^<hr[ ]*/?>$", re.MULTILINE | re.IGNORECASE)
_MARK = re.compile(r"^(#{1,6})[ ]+(.*)$", re.MULTILINE)
_MARKS = {"em": "*", "strong": "**", "del": "~~", "code": "`"}
_ATTRIBUTES = re.compile(_ATTRIBUTE)

Link = Callable[[str], str]


def escapes(text: str) -> list[Edit]:
    """Find escapes, and attribute lists in kramdown's form."""
    edits = [
        *(Edit(match.start(), match.end(), match[1], match[1]) for match in _ESCAPE.finditer(text)),
        *(Edit(match.start(), match.end(), unescape(match[0]), _kind(match[0])) for match in _REFERENCE.finditer(text)),
        *(Edit(match.start(1), match.end(1), "") for match in _HEADING_ID.finditer(text)),
        *(Edit(match.start(1), match.end(1), "") for match in _LISTED_ID.finditer(text)),
        *(Edit(match.start(), match.end(), "") for match in _COLON.finditer(text)),
    ]
    return _without_overlaps(edits, _hidden_in(text))


def _kind(reference: str) -> str:
    return "<>" if reference in ("&lt;", "&gt;") else reference


def elements(text: str, link: Link) -> list[Edit]:
    """Find HTML that Markdown has a sign for. `link` gives the target to write for an address."""
    edits = [*_spans(text, link)]
    edits += [Edit(match.start(), match.end(), match[1].strip()) for match in _PARAGRAPH.finditer(text)]
    edits += [Edit(match.start(), match.end(), "---") for match in _RULE.finditer(text)]
    return _without_overlaps(edits, _hidden_in(text))


def addresses(text: str) -> Iterator[str]:
    """Yield the addresses in links and pictures that are HTML."""
    for pattern in (_ELEMENT, _IMAGE):
        for match in pattern.finditer(text):
            attributes = _read(match[2 if pattern is _ELEMENT else 1])
            yield from (attributes[name] for name in ("href", "src") if name in attributes)


def _spans(text: str, link: Link) -> Iterator[Edit]:
    for match in _ELEMENT.finditer(text):
        name, attributes, inner = match[1].lower(), _read(match[2]), match[6]
        if name == "a" and (target := _target(attributes, "href", link)) and inner.strip():
            yield Edit(match.start(), match.end(), f"[{inner}]({target[0]}){target[1]}")
        elif name in _MARKS and not attributes and inner.strip() == inner and inner:
            inner = unescape(inner) if name == "code" else inner
            yield Edit(match.start(), match.end(), f"{_MARKS[name]}{inner}{_MARKS[name]}")
    for match in _IMAGE.finditer(text):
        attributes = _read(match[1])
        if target := _target(attributes, "src", link):
            yield Edit(match.start(), match.end(), f"![{attributes.get('alt', '')}]({target[0]}){target[1]}")


def _read(text: str) -> dict[str, str]:
    return {match[1].lower(): unescape(match[2] or match[3] or "") for match in _ATTRIBUTES.finditer(text)}


def _target(attributes: dict[str, str], name: str, link: Link) -> tuple[str, str] | None:
    """Return the inside of the parentheses, and the attribute list after them; None if Markdown has no such form."""
    others = {key: value for key, value in attributes.items() if key not in (name, "title", "alt")}
    title, address, listed = attributes.get("title"), attributes.get(name, ""), write_attributes(others)
    if not address or re.search(r"[\s()<>]", address) or '"' in (title or "") or listed is None:
        return None
    return f'{link(address)} "{title}"' if title else link(address), listed.replace("{: ", "{ ")


def _hidden_in(text: str) -> list[tuple[int, int]]:
    blocks = [match.span() for match in _HIDDEN.finditer(text)]
    return [*blocks, *(match.span() for match in _CODE.finditer(text))]


def _without_overlaps(edits: list[Edit], hidden: list[tuple[int, int]]) -> list[Edit]:
    """Leave out edits in code, and of two that overlap the second."""
    chosen: list[Edit] = []
    for edit in sorted(edits):
        inside = any(start < edit.end and edit.start < end for start, end in hidden)
        if not inside and (not chosen or edit.start >= chosen[-1].end):
            chosen.append(edit)
    return chosen


def without_level_one(text: str, title: str) -> str | None:
    """Move headings down a level, below the post's title, as the post's page does.

    None if that is not needed: the text has no heading of level one, or opens with the title.
    """
    hidden = _hidden_in(text)
    marks = [match for match in _MARK.finditer(text) if not any(start <= match.start() < end for start, end in hidden)]
    if not any(match[1] == "#" for match in marks):
        return None
    if marks[0][1] == "#" and marks[0].start() == 0 and _folded(marks[0][2]) == _folded(title):
        return None
    return apply_edits(text, [Edit(match.start(), match.start(), "#") for match in marks])


def _folded(text: str) -> str:
    return " ".join(re.sub(r"\{[^{}]*\}|[*_`\\]", "", text).casefold().split())

"""Finds what a careful editor would write in a simpler way: escapes, ids of headings, HTML where Markdown would do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.jekyll.kramdown.attributes import write_attributes

from .editor import Edit, apply_edits
from .hidden import hidden_spans, without_overlaps

_ESCAPE = re.compile(r"\\([^\sA-Za-z0-9])")
_NEEDED = re.compile(r"^[ >]*(?:(?:[*+-]|\d+\.)[ ]+)*\\[#>+-]", re.MULTILINE)
"""An escape without which a line would be a heading, a quotation or an item."""
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|lt|gt|amp|quot);")
_BARE_LINK = re.compile(r"(?<!!)\[(https?://[^\s\[\]()<>]+)\]\(\1\)(?!\{)")
_SPACE = re.compile(r"^(?![ ]{4}|\t).*[^\s\\](?:([ ])$|([ ]+)[ ]{2}$)|(?<=\n\n)(\n+)", re.MULTILINE)
"""Spaces at the end of a line that are not a line break, which are two, and empty lines after the first."""
_HEADING_ID = re.compile(r"^(?:#{1,6}[ ].*?)([ ]\{#[^\s{}]+\})$", re.MULTILINE)
_LISTED_ID = re.compile(r"^#{1,6}[ ].*\{:?[ ](?:[^{}\n]+[ ])??(#[^\s{}]+[ ])(?=[^{}\n]*\}$)", re.MULTILINE)
_LISTED = re.compile(r"(?<!\\)\{:?[ ][^{}\n]*\}")
"""A list of attributes."""
_COLON = re.compile(r"(?<=\{):(?=[ ]?[#.\w][^{}\n]*\})")
_ATTRIBUTE = r"""\s+([\w-]+)=(?:"([^"<>\n]*)"|'([^'<>\n]*)')"""
_ELEMENT = re.compile(rf"<(a|em|i|strong|b|code|del)((?:{_ATTRIBUTE})*)\s*>((?:(?!\n\n)[^<>])*)</\1>", re.IGNORECASE)
_TAG = re.compile(rf"<(?:a|img)((?:{_ATTRIBUTE})*)\s*/?>", re.IGNORECASE)
_IMAGE = re.compile(rf"<img((?:{_ATTRIBUTE})*)\s*/?>", re.IGNORECASE)
_MARK = re.compile(r"^(#{1,6})[ ]+(.*)$", re.MULTILINE)
_MARKS = {"em": "*", "strong": "**", "del": "~~", "code": "`"}
_ATTRIBUTES = re.compile(_ATTRIBUTE)

Link = Callable[[str], str]


def escapes(text: str) -> list[Edit]:
    """Find escapes, links with their own address as text, and attribute lists in kramdown's form."""
    needed = {match.end() for match in _NEEDED.finditer(text)}
    listed = {part.end() for match in _LISTED.finditer(text) for part in _ESCAPE.finditer(text, *match.span())}
    signs = ((match, unescape(match[0])) for match in _REFERENCE.finditer(text))
    edits = [
        *(Edit(it.start(), it.end(), it[1], it[1]) for it in _ESCAPE.finditer(text) if it.end() not in needed | listed),
        *(Edit(end - 2, end, text[end - 1], "{}") for end in listed),
        *(Edit(it.start(), it.end(), sign, _kind(it[0])) for it, sign in signs if sign.isprintable()),
        *(Edit(match.start(), match.end(), f"<{match[1]}>") for match in _BARE_LINK.finditer(text)),
        *(Edit(match.start(1), match.end(1), "") for match in _HEADING_ID.finditer(text)),
        *(Edit(match.start(1), match.end(1), "") for match in _LISTED_ID.finditer(text)),
        *(Edit(match.start(), match.end(), "") for match in _COLON.finditer(text)),
    ]
    return without_overlaps(edits, hidden_spans(text))


def spaces(text: str) -> list[Edit]:
    """Find spaces and empty lines that mean nothing."""
    spans = (match.span(match.lastindex or 0) for match in _SPACE.finditer(text))
    return without_overlaps([Edit(*span, "", " ") for span in spans], hidden_spans(text))


def _kind(reference: str) -> str:
    return "<>" if reference in ("&lt;", "&gt;") else reference


def elements(text: str, link: Link) -> list[Edit]:
    """Find inline HTML that Markdown has a sign for. `link` gives the target to write for an address."""
    return without_overlaps(list(_spans(text, link)), hidden_spans(text))


def addresses(text: str) -> Iterator[str]:
    """Yield the addresses in links and pictures that are HTML."""
    for match in _TAG.finditer(text):
        attributes = _read(match[1])
        yield from (attributes[name] for name in ("href", "src") if name in attributes)


def _spans(text: str, link: Link) -> Iterator[Edit]:
    for match in _ELEMENT.finditer(text):
        name, attributes, inner = match[1].lower(), _read(match[2]), match[6]
        if name == "a" and (target := _target(attributes, "href", link)) and inner.strip():
            yield Edit(match.start(), match.end(), f"[{inner.strip()}]({target[0]}){target[1]}")
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


def without_level_one(text: str, title: str) -> str | None:
    """Move headings down a level, below the post's title, as the post's page does.

    None if that is not needed: the text has no heading of level one, or opens with the title.
    """
    hidden = hidden_spans(text)
    marks = [match for match in _MARK.finditer(text) if not any(start <= match.start() < end for start, end in hidden)]
    if not any(match[1] == "#" for match in marks):
        return None
    if marks[0][1] == "#" and marks[0].start() == 0 and _folded(marks[0][2]) == _folded(title):
        return None
    return apply_edits(text, [Edit(match.start(), match.start(), "#") for match in marks])


def _folded(text: str) -> str:
    return " ".join(re.sub(r"\{[^{}]*\}|[*_`\\]", "", text).casefold().split())

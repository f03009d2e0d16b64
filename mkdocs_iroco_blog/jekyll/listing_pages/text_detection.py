"""Counts the words of sentences in a part of a page, and balances the tags of a part that was cut out."""

from __future__ import annotations

import re

from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.jekyll.liquid.lexer import BLOCK_PARTS, BLOCKS, Kind, tokenize

_TAG = re.compile(r"</?([A-Za-z][\w-]*)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>")
_BLOCK = re.compile(
    r"</?(?:p|div|section|article|header|footer|aside|main|nav|ul|ol|li|dl|dt|dd|table|tr|td|th|form|blockquote"
    r"|h[1-6]|hr|br|figure|figcaption|pre|details|summary)\b[^<>]*>",
    re.IGNORECASE,
)
_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_HIDDEN = tuple(
    re.compile(rf"<{name}.*?(?:</{name}|\Z)", re.DOTALL | re.IGNORECASE | re.ASCII) for name in ("script", "style")
)
_COMMENT = re.compile(r"<!(?=--).*?(?:-->|\Z)", re.DOTALL)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENDS = (".", "!", "?", "…", "。", "\uff01", "\uff1f")
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


def blank_hidden(body: str) -> str:
    """Replace scripts, styles and comments with spaces, so that all positions stay.

    Liquid tags in comments stay, as Jekyll runs them, too.
    """
    for pattern in _HIDDEN:
        body = pattern.sub(lambda match: _blank(match[0]), body)
    return _COMMENT.sub(lambda match: _blank_but_liquid(match[0]), body)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _blank_but_liquid(text: str) -> str:
    parts, position = [], 0
    for tag in tokenize(text):
        if tag.kind is Kind.TAG:
            parts += [_blank(text[position : tag.start]), text[tag.start : tag.end]]
            position = tag.end
    return "".join((*parts, _blank(text[position:])))


def count_words(part: str) -> int:
    """Count the words of sentences, which have four words and a full stop, or seven words. Headings do not count."""
    counts = ((_count(block), block) for block in _blocks(part))
    return sum(count for count, block in counts if count > 6 or (count >= 4 and block.endswith(_ENDS)))


def _blocks(part: str) -> list[str]:
    text = blank_hidden(part)
    texts = (token for token in tokenize(text) if token.kind in (Kind.TEXT, Kind.RAW))
    text = "".join(token.markup if token.kind is Kind.RAW else text[token.start : token.end] for token in texts)
    text = _BLOCK.sub("\n\n", _without_headings(text))
    text = unescape(_TAG.sub("", text))
    lines = ("" if line.lstrip().startswith(("#", "{:")) else line for line in text.splitlines())
    return [block for block in (" ".join(part.split()) for part in "\n".join(lines).split("\n\n")) if block]


def _without_headings(text: str) -> str:
    parts, position = [], 0
    while match := _HEADING.search(text, position):
        end = re.compile(f"</h{match[1]}", re.IGNORECASE).search(text, match.end())
        if not end:
            break
        parts += [text[position : match.start()], "\n\n"]
        position = end.end()
    return "".join((*parts, text[position:]))


def _count(block: str) -> int:
    letters = len(_CJK.findall(block))
    return letters // 2 + len([word for word in _CJK.sub(" ", block).split() if any(map(str.isalnum, word))])


def balance_tags(part: str) -> str:
    """Remove the HTML and Liquid tags whose counterparts are missing."""
    output, position = "", 0
    for start, end in sorted((*_unpaired_html(part), *_unpaired_liquid(part))):
        output += part[position:start]
        position = max(position, end)
    return output + part[position:]


def _unpaired_html(part: str) -> list[tuple[int, int]]:
    opened: list[tuple[str, tuple[int, int]]] = []
    unpaired: list[tuple[int, int]] = []
    for match in _TAG.finditer(part):
        name = match[1].lower()
        if name in _VOID or match[2].endswith("/"):
            continue
        if not match[0].startswith("</"):
            opened.append((name, match.span()))
            continue
        innermost = range(len(opened) - 1, max(-1, len(opened) - 50), -1)
        index = next((index for index in innermost if opened[index][0] == name), None)
        if index is None:
            unpaired.append(match.span())
        else:
            unpaired += [span for _, span in opened[index + 1 :]]
            del opened[index:]
    return unpaired + [span for _, span in opened]


def _unpaired_liquid(part: str) -> list[tuple[int, int]]:
    opened: list[tuple[int, int]] = []
    unpaired: list[tuple[int, int]] = []
    for token in tokenize(part):
        if token.kind is not Kind.TAG:
            continue
        if token.name in BLOCKS:
            opened.append((token.start, token.end))
        elif opened and token.name.removeprefix("end") in BLOCKS:
            opened.pop()
        elif not opened and token.name.removeprefix("end") in {*BLOCKS, *BLOCK_PARTS}:
            unpaired.append((token.start, token.end))
    return unpaired + opened

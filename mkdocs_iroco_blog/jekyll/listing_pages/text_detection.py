"""Whether a piece of a page says something, and a piece cut out of a page made whole again."""

from __future__ import annotations

import re
from html import unescape

from mkdocs_iroco_blog.jekyll.liquid.lexer import BLOCK_PARTS, BLOCKS, Kind, tokenize

_TAG = re.compile(r"</?([A-Za-z][\w-]*)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>")
_BLOCK = re.compile(
    r"</?(?:p|div|section|article|header|footer|aside|main|nav|ul|ol|li|dl|dt|dd|table|tr|td|th|form|blockquote"
    r"|h[1-6]|hr|br|figure|figcaption|pre|details|summary)\b[^<>]*>",
    re.IGNORECASE,
)
_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENDS = (".", "!", "?", "…", "。", "\uff01", "\uff1f")
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


def hidden(body: str) -> str:
    """A page with what no reader sees blanked, every other letter in its place: scripts, styles and comments.

    Liquid's tags in an HTML comment stay: they are run there, too.
    """
    for name in ("script", "style"):
        body = _blanked(body, f"<{name}", f"</{name}")
    return _blanked(body, "<!--", "-->", keep_liquid=True)


def _blanked(text: str, opening: str, closing: str, *, keep_liquid: bool = False) -> str:
    parts, at, lower = [], 0, text.lower()
    while (start := lower.find(opening, at)) >= 0:
        end = lower.find(closing, start)
        end = len(text) if end < 0 else end + len(closing)
        inside = text[start:end]
        parts += [text[at:start], _blank_but_liquid(inside) if keep_liquid else _blank(inside)]
        at = end
    return "".join((*parts, text[at:]))


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _blank_but_liquid(text: str) -> str:
    parts, position = [], 0
    for tag in tokenize(text):
        if tag.kind is Kind.TAG:
            parts += [_blank(text[position : tag.start]), text[tag.start : tag.end]]
            position = tag.end
    return "".join((*parts, _blank(text[position:])))


def words(piece: str) -> int:
    """How many words of prose a piece holds: those of its paragraphs that are no labels. Headings do not count."""
    return sum(_count(block) for block in _blocks(piece) if _says_something(block))


def is_prose(piece: str) -> bool:
    """Whether a piece holds a sentence, and not only headings, labels and links."""
    return words(piece) > 0


def _blocks(piece: str) -> list[str]:
    text = _without_liquid(hidden(piece))
    text = _BLOCK.sub("\n\n", _without_headings(text))
    text = unescape(_TAG.sub("", text))
    lines = ("" if line.lstrip().startswith(("#", "{:")) else line for line in text.splitlines())
    return [block for block in (" ".join(part.split()) for part in "\n".join(lines).split("\n\n")) if block]


def _without_headings(text: str) -> str:
    parts, at, lower = [], 0, text.lower()
    while match := _HEADING.search(text, at):
        end = lower.find(f"</h{match[1]}", match.end())
        if end < 0:
            break
        parts += [text[at : match.start()], "\n\n"]
        at = end + 4
    return "".join((*parts, text[at:]))


def _without_liquid(text: str) -> str:
    texts = (token for token in tokenize(text) if token.kind in (Kind.TEXT, Kind.RAW))
    return "".join(token.markup if token.kind is Kind.RAW else text[token.start : token.end] for token in texts)


def _says_something(block: str) -> bool:
    """More than a label: a sentence of four words, or seven words without a full stop."""
    count = _count(block)
    return count > 6 or (count >= 4 and block.endswith(_ENDS))


def _count(block: str) -> int:
    letters = len(_CJK.findall(block))
    return letters // 2 + len([word for word in _CJK.sub(" ", block).split() if any(map(str.isalnum, word))])


def balanced(piece: str) -> str:
    """A piece without the tags, of HTML and of Liquid, whose other half was cut off with the rest of the page."""
    lost = sorted((*_unpaired_html(piece), *_unpaired_liquid(piece)))
    parts, at = [], 0
    for start, end in lost:
        parts.append(piece[at : max(at, start)])
        at = max(at, end)
    return "".join((*parts, piece[at:]))


def _unpaired_html(piece: str) -> list[tuple[int, int]]:
    opened: list[tuple[str, tuple[int, int]]] = []
    lost: list[tuple[int, int]] = []
    for match in _TAG.finditer(piece):
        name = match[1].lower()
        if name in _VOID or match[2].endswith("/"):
            continue
        if match[0].startswith("</"):
            depth = next(
                (at for at in range(len(opened) - 1, max(-1, len(opened) - 50), -1) if opened[at][0] == name), None
            )
            if depth is None:
                lost.append(match.span())
            else:
                lost += [span for _, span in opened[depth + 1 :]]
                del opened[depth:]
        else:
            opened.append((name, match.span()))
    return lost + [span for _, span in opened]


def _unpaired_liquid(piece: str) -> list[tuple[int, int]]:
    opened: list[tuple[int, int]] = []
    lost: list[tuple[int, int]] = []
    for token in tokenize(piece):
        if token.kind is not Kind.TAG:
            continue
        if token.name in BLOCKS:
            opened.append((token.start, token.end))
        elif opened and token.name.removeprefix("end") in BLOCKS:
            opened.pop()
        elif not opened and token.name.removeprefix("end") in {*BLOCKS, *BLOCK_PARTS}:
            lost.append((token.start, token.end))
    return lost + opened

"""The content of a page in blocks: paragraphs, headings, cells of tables, and lines of code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from selectolax.lexbor import LexborNode

from .addresses import attribute, targets
from .content import outermost
from .folding import fold
from .model import CODE, Block, Heading, Picture

_BLOCKS = (
    "address,article,aside,blockquote,caption,dd,details,div,dl,dt,fieldset,figcaption,figure,footer,form,h1,h2,h3,h4,"
    "h5,h6,header,hr,label,li,main,nav,ol,p,section,summary,table,tbody,td,tfoot,th,thead,tr,ul"
)
_CONTAINERS = frozenset({"article", "aside", "div", "main", "section"})
_MEDIA = "img,video[src],audio[src],video source[src],audio source[src],iframe[src],embed[src],object[data]"
_EMOJI = re.compile(r"\b(?:emoji|twemoji|gemoji|emojione)\b")
_FOOTNOTES = ("#fn", "#footnote", "#_ftn")
# Marks in the text: the number of the element that the following text is in, and the number of an item.
_PLACE, _ITEM = "\x1e", "\x1d"
_PLACES = re.compile(f"{_PLACE}([0-9]{{1,9}}){_PLACE}")
_ITEMS = re.compile(f"{_ITEM}([0-9]{{1,9}}){_ITEM}")


def read_blocks(address: str, content: LexborNode, headings: Mapping[int, Heading]) -> list[Block]:
    """Return the blocks of a content. Changes the content. `headings` are by the `mem_id` of their elements."""
    containers = _mark_places(content)
    items: list[Heading | Picture | str] = []
    for node, item in _items(address, content, headings):
        node.insert_before(f"{_ITEM}{len(items)}{_ITEM}")
        items.append(item)
    for line_end in content.css("br"):
        line_end.replace_with(" ")
    texts = _PLACES.split(f"{_PLACE}0{_PLACE}{content.text()}")
    pairs = zip(texts[1::2], texts[2::2], strict=True)
    filled = ((number, text) for number, text in pairs if text and not text.isspace())
    blocks = (_block(text, containers[int(number) % len(containers)], items) for number, text in filled)
    return [block for block in blocks if block.text or block.items]


def _mark_places(content: LexborNode) -> list[Sequence[int]]:
    """Mark where blocks begin and end. Return the containers around each place, by its number."""
    numbers = {content.mem_id: 0}
    containers: list[Sequence[int]] = [()]
    for node in content.css(_BLOCKS):
        if node.mem_id != content.mem_id:
            outer = _place(node, numbers)
            number = numbers[node.mem_id] = len(containers)
            containers.append((*containers[outer], number) if node.tag in _CONTAINERS else containers[outer])
            node.insert_before(f"{_PLACE}{number}{_PLACE}")
            node.insert_after(f"{_PLACE}{outer}{_PLACE}")
    for pre in outermost(content.css("pre")):
        place = f"{_PLACE}{_place(pre, numbers)}{_PLACE}"
        lines = _PLACES.sub("\n", pre.text()).splitlines()
        pre.replace_with(place + "".join(f"{CODE}{line}{place}" for line in lines))
    return containers


def _place(node: LexborNode, numbers: Mapping[int, int]) -> int:
    """Return the number of the nearest block around an element."""
    above = node.parent
    while above is not None and above.mem_id not in numbers:
        above = above.parent
    return numbers[above.mem_id] if above is not None else 0


def _items(
    address: str, content: LexborNode, headings: Mapping[int, Heading]
) -> Iterator[tuple[LexborNode, Heading | Picture | str]]:
    for node in content.css("h1,h2,h3,h4,h5,h6"):
        if node.mem_id in headings:
            yield node, headings[node.mem_id]
    for node in content.css("a[href]"):
        for target in targets(address, node):
            if not target.startswith(_FOOTNOTES):
                yield node, target
    for node in content.css(_MEDIA):
        if _EMOJI.search(attribute(node, "class")):
            node.replace_with(attribute(node, "alt"))
            continue
        for target in targets(address, node):
            yield node, Picture(target, fold(attribute(node, "alt")))


def _block(text: str, containers: Sequence[int], items: Sequence[Heading | Picture | str]) -> Block:
    numbers = (int(number) for number in _ITEMS.findall(text))
    text = _ITEMS.sub("", text)
    text = text.rstrip() if text.startswith(CODE) and text.strip() else fold(text)
    return Block(text, containers, tuple(items[number] for number in numbers if number < len(items)))

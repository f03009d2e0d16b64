"""Spreads posts over numbered pages, and builds the pager between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from mkdocs_iroco_blog.core.model import Post, ViewPage
from mkdocs_iroco_blog.core.permalinks import view_page_path
from mkdocs_iroco_blog.core.settings import Settings

_TOKEN = re.compile(r"~(\d+)~|\$(link_first|link_last|link_previous|link_next|[a-z_]+)")


def paginate(path: str, posts: Sequence[Post], settings: Settings, *, per_page: int | None) -> tuple[ViewPage, ...]:
    """Spread posts over pages, `per_page` on each, or all on one. A view without posts has one empty page."""
    step = max(1, per_page or len(posts) or 1)
    starts = range(0, max(1, len(posts)), step)
    return tuple(
        ViewPage(number, view_page_path(path, number, settings), tuple(posts[start : start + step]))
        for number, start in enumerate(starts, 1)
    )


@dataclass(frozen=True, slots=True)
class PagerItem:
    """An item of the pager."""

    role: Literal["first", "previous", "page", "current", "gap", "next", "last", "text"]
    page: ViewPage | None = None
    """The target; None for a gap, for text, and for a link that has no target on this page."""
    text: str = ""


def pager(pages: Sequence[ViewPage], current: ViewPage, pattern: str, *, total: int, per_page: int) -> list[PagerItem]:
    """Build the pager on page `current` from a pattern in the syntax of the paginate library.

    `~2~` stands for the first page, the last page, and two pages on each side of the current one.
    https://pypi.org/project/paginate/
    """
    count, number = len(pages), current.number
    links = {
        "link_first": PagerItem("first", pages[0] if number > 1 else None),
        "link_previous": PagerItem("previous", pages[number - 2] if number > 1 else None),
        "link_next": PagerItem("next", pages[number] if number < count else None),
        "link_last": PagerItem("last", pages[-1] if number < count else None),
    }
    words = {
        "first_page": 1, "last_page": count, "page": number, "page_count": count, "items_per_page": per_page,
        "first_item": min(total, (number - 1) * per_page + 1), "last_item": min(total, number * per_page),
        "item_count": total,
    }  # fmt: skip
    items: list[PagerItem] = []
    position = 0
    for match in _TOKEN.finditer(pattern):
        items += _text(pattern[position : match.start()])
        name = match[2]
        if match[1]:
            items += _range(pages, current, int(match[1]))
        elif name in links:
            items.append(links[name])
        else:
            items += _text(str(words.get(name, match[0])))
        position = match.end()
    return items + _text(pattern[position:])


def _text(text: str) -> list[PagerItem]:
    return [PagerItem("text", text=text.strip())] if text.strip() else []


def _range(pages: Sequence[ViewPage], current: ViewPage, radius: int) -> list[PagerItem]:
    near = range(max(1, current.number - radius), min(len(pages), current.number + radius) + 1)
    items: list[PagerItem] = []
    for before, number in pairwise([0, *sorted({1, *near, len(pages)})]):
        if number > before + 1:
            items.append(PagerItem("gap"))
        items.append(PagerItem("current" if number == current.number else "page", pages[number - 1]))
    return items

"""Numbered pages, and the pager that leads from one to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mkdocs_iroco_blog.core.model import Post, ViewPage
from mkdocs_iroco_blog.core.permalinks import view_page_path
from mkdocs_iroco_blog.core.settings import Settings

_TOKEN = re.compile(r"~(\d+)~|\$(link_first|link_last|link_previous|link_next|[a-z_]+)")


def paginate(path: str, posts: Sequence[Post], settings: Settings, *, per_page: int | None) -> tuple[ViewPage, ...]:
    """Spread posts over pages, `per_page` on each, or all on one; a view without posts still has one page."""
    step = max(1, per_page or len(posts) or 1)
    starts = range(0, max(1, len(posts)), step)
    return tuple(
        ViewPage(number, view_page_path(path, number, settings), tuple(posts[start : start + step]))
        for number, start in enumerate(starts, 1)
    )


@dataclass(frozen=True, slots=True)
class PagerItem:
    """A piece of the pager."""

    role: Literal["first", "previous", "page", "current", "gap", "next", "last", "text"]
    page: ViewPage | None = None
    """What it leads to; none for the current page, a gap, text, or a way that ends here."""
    text: str = ""


def pager(pages: Sequence[ViewPage], current: ViewPage, pattern: str, *, total: int, per_page: int) -> list[PagerItem]:
    """The pager at `current`, as `pattern` draws it in the syntax of the paginate library.

    `~2~` is the pages around the current one with the first and last page, and as a whole pattern nothing else:
    the ways to the pages before and after are among its numbers. https://pypi.org/project/paginate/
    """
    count, number = len(pages), current.number
    ways = {
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
    at = 0
    for match in _TOKEN.finditer(pattern):
        items += _text(pattern[at : match.start()])
        name = match[2]
        if match[1]:
            items += _range(pages, current, int(match[1]))
        elif name in ways:
            items.append(ways[name])
        else:
            items += _text(str(words.get(name, match[0])))
        at = match.end()
    return items + _text(pattern[at:])


def _text(text: str) -> list[PagerItem]:
    return [PagerItem("text", text=text.strip())] if text.strip() else []


def _range(pages: Sequence[ViewPage], current: ViewPage, radius: int) -> list[PagerItem]:
    near = range(max(1, current.number - radius), min(len(pages), current.number + radius) + 1)
    shown = sorted({1, *near, len(pages)})
    items: list[PagerItem] = []
    before = 0
    for number in shown:
        if number > before + 1:
            items.append(PagerItem("gap"))
        items.append(PagerItem("current" if number == current.number else "page", pages[number - 1]))
        before = number
    return items

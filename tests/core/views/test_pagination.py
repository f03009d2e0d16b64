"""Numbered pages, and the pager between them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_iroco_blog.core.model import ViewPage
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.views.pagination import PagerItem, pager, paginate

ROLES = {"first": "«", "previous": "‹", "next": "›", "last": "»", "gap": "…"}


def numbered(count: int) -> tuple[ViewPage, ...]:
    return paginate("blog", posts(count), Settings(), per_page=1)


def posts(count: int) -> Any:
    return [f"post {number}" for number in range(1, count + 1)]


def drawn(count: int, number: int, pattern: str = "~2~") -> str:
    """The pager as text: the current page in brackets, ways that end here left out."""
    pages = numbered(count)
    return (
        " ".join(map(_drawn, pager(pages, pages[number - 1], pattern, total=count, per_page=1)))
        .replace("  ", " ")
        .strip()
    )


def _drawn(item: PagerItem) -> str:
    if item.role == "text":
        return item.text
    if item.role == "gap":
        return "…"
    number = str(item.page.number) if item.page else ""
    if item.role in ("page", "current"):
        return f"[{number}]" if item.role == "current" else number
    return ROLES[item.role] + number if number else ""


@pytest.mark.parametrize(
    ("count", "per_page", "sizes"),
    [
        (0, 10, [0]),
        (1, 10, [1]),
        (10, 10, [10]),
        (11, 10, [10, 1]),
        (25, 10, [10, 10, 5]),
        (25, None, [25]),
        (0, None, [0]),
    ],
)
def test_posts_are_spread_over_leaves(count: int, per_page: int | None, sizes: list[int]) -> None:
    found = paginate("blog", posts(count), Settings(), per_page=per_page)
    assert [len(page.posts) for page in found] == sizes
    assert [page.number for page in found] == list(range(1, len(sizes) + 1))


def test_the_first_leaf_has_the_view_s_own_address() -> None:
    assert [page.path for page in numbered(3)] == ["blog", "blog/page/2", "blog/page/3"]


def test_at_the_site_s_root_as_well() -> None:
    assert [page.path for page in paginate("", posts(2), Settings(blog_dir="."), per_page=1)] == ["", "page/2"]


def test_an_address_of_one_s_own() -> None:
    settings = Settings(pagination_url_format="/p{page}/")
    assert [page.path for page in paginate("blog/tag/css", posts(2), settings, per_page=1)] == [
        "blog/tag/css", "blog/tag/css/p2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("count", "number", "expected"),
    [
        (1, 1, "[1]"),
        (2, 1, "[1] 2"),
        (3, 2, "1 [2] 3"),
        (9, 1, "[1] 2 3 … 9"),
        (9, 4, "1 2 3 [4] 5 6 … 9"),
        (9, 5, "1 … 3 4 [5] 6 7 … 9"),
        (9, 9, "1 … 7 8 [9]"),
    ],
)
def test_the_default_pager(count: int, number: int, expected: str) -> None:
    assert drawn(count, number) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("~1~", "1 … 4 [5] 6 … 9"),
        ("~0~", "1 … [5] … 9"),
        ("$link_first $link_previous ~2~ $link_next $link_last", "«1 ‹4 1 … 3 4 [5] 6 7 … 9 ›6 »9"),
        ("$link_previous ~2~ $link_next", "‹4 1 … 3 4 [5] 6 7 … 9 ›6"),
        ("$link_first | Page $page of $page_count | $link_last", "«1 | Page 5 of 9 | »9"),
        ("$first_item to $last_item of $item_count, $items_per_page a page", "5 to 5 of 9 , 1 a page"),
        ("$nothing", "$nothing"),
        ("", ""),
    ],
)
def test_a_pager_of_one_s_own(pattern: str, expected: str) -> None:
    assert drawn(9, 5, pattern) == expected


@given(count=st.integers(0, 60), per_page=st.integers(1, 12))
def test_every_post_is_on_one_leaf_in_order(count: int, per_page: int) -> None:
    found = paginate("blog", posts(count), Settings(), per_page=per_page)
    assert [post for page in found for post in page.posts] == posts(count)
    assert all(0 < len(page.posts) <= per_page for page in found) or count == 0
    assert len({page.path for page in found}) == len(found)


PATTERN = "$link_first $link_previous ~{}~ $link_next $link_last"


@given(data=st.data(), count=st.integers(1, 30), radius=st.integers(0, 4))
def test_a_pager_leads_to_its_neighbours_and_its_ends(data: st.DataObject, count: int, radius: int) -> None:
    number = data.draw(st.integers(1, count))
    pages = numbered(count)
    items = pager(pages, pages[number - 1], PATTERN.format(radius), total=count, per_page=1)
    to = {item.role: item.page.number for item in items if item.page and item.role != "page"}
    shown = [item.page.number for item in items if item.page and item.role in ("page", "current")]
    assert to["current"] == number
    assert (to.get("first"), to.get("previous")) == ((1, number - 1) if number > 1 else (None, None))
    assert (to.get("next"), to.get("last")) == ((number + 1, count) if number < count else (None, None))
    assert shown == sorted({1, count, *(n for n in range(1, count + 1) if abs(n - number) <= radius)})


@given(data=st.data(), count=st.integers(2, 30))
@pytest.mark.parametrize("pattern", ["~2~", "~1~", "~0~", "$link_previous ~3~ $link_next", PATTERN.format(2)])
def test_a_pager_shows_what_the_library_shows_that_material_draws_its_own_with(
    pattern: str, data: st.DataObject, count: int
) -> None:
    library = pytest.importorskip("paginate", reason="comes with Material")
    number = data.draw(st.integers(1, count))
    page = library.Page(posts(count), page=number, items_per_page=1, url_maker=str)
    signs = {f"symbol_{role}": sign for role, sign in ROLES.items() if role != "gap"}
    theirs = striptags(page.pager(format=pattern, **signs).replace("..", "…"))
    ours = re.sub(r"[][]|(?<=[«‹›»])\d+", "", drawn(count, number, pattern))
    assert ours.split() == theirs.split()


def striptags(html: str) -> str:
    return re.sub("<[^>]*>", "", html)

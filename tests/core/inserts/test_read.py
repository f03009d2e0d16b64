"""Keys of inserts: what each takes, and the messages about what it does not."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_iroco_blog.core.inserts.keys import FILTERS, INSERTS
from mkdocs_iroco_blog.core.inserts.read import read_insert
from mkdocs_iroco_blog.core.inserts.values import Filter, MentionsInsert, PostsInsert, SeriesInsert, TermsInsert


def read(name: str, values: Any) -> Any:
    insert, findings = read_insert(name, values, "index.md", 3)
    assert findings == []
    return insert


def told(name: str, values: Any) -> list[str]:
    return [f"{finding.code} {finding}" for finding in read_insert(name, values, "index.md", 3)[1]]


@pytest.mark.parametrize(
    ("text", "insert"),
    [
        ("", PostsInsert()),
        ("{ limit: 3 }", PostsInsert(limit=3)),
        ("limit: 3\nstyle: cards", PostsInsert(limit=3, style="cards")),
        ("{ category: News }", PostsInsert(where=Filter(category=("News",)))),
        ("{ category: [News, 3.10] }", PostsInsert(where=Filter(category=("News", "3.10")))),
        ("{ year: [2025, 2026] }", PostsInsert(where=Filter(year=(2025, 2026)))),
        ("{ pinned: yes }", PostsInsert(where=Filter(pinned=True))),
        ("{ tag: no }", PostsInsert(where=Filter(tag=("no",)))),
        ("{ not: { tag: [a, b], pinned: true } }", PostsInsert(unless=Filter(tag=("a", "b"), pinned=True))),
        ("{ all: true }", PostsInsert(all=True)),
        ("{ all: false }", PostsInsert(all=False)),
        ("{ all: All news }", PostsInsert(all="All news")),
        ("{ order: title, level: 4 }", PostsInsert(order="title", level=4)),
        ("{ blog: docs/news, empty: No news. }", PostsInsert(blog="docs/news", empty="No news.")),
    ],
)
def test_posts_are_read_from_yaml(text: str, insert: PostsInsert) -> None:
    assert read("posts", text) == insert


def test_a_call_in_a_template_means_the_same() -> None:
    values = {"limit": 3, "category": ("News", "Releases"), "not_": {"tag": "wip"}, "pinned": True, "year": 2026}
    text = "{ limit: 3, category: [News, Releases], not: { tag: wip }, pinned: true, year: 2026 }"
    assert read("posts", values) == read("posts", text)


def test_other_inserts_are_read() -> None:
    terms = TermsInsert(kind="categories", limit=9, order="name", all=True)
    assert read("terms", "{ kind: categories, limit: 9, order: name, all: true }") == terms
    assert read("series", "{ name: Build a hive }") == SeriesInsert(name="Build a hive")
    assert read("mentions", "{ limit: 2, level: 3, empty: None yet. }") == MentionsInsert(
        limit=2, level=3, empty="None yet."
    )


@pytest.mark.parametrize("name", INSERTS)
def test_every_example_in_the_table_can_be_read(name: str) -> None:
    for key in INSERTS[name].keys.values():
        assert read(name, key.example) != INSERTS[name].make(), key.name


def test_every_filter_may_be_negated() -> None:
    for key in FILTERS.values():
        assert read("posts", f"{{ not: {{ {key.example} }} }}").unless == read("posts", key.example).where


@pytest.mark.parametrize(
    ("name", "text", "code", "hint"),
    [
        ("post", "", "IB721", "Write `iroco-blog/posts`."),
        ("xyz", "", "IB721", "Write `iroco-blog/posts`."),
        ("posts", "{ limit: 3", "IB722", "in braces"),
        ("posts", "three", "IB722", "in braces"),
        ("posts", "[limit, 3]", "IB722", "in braces"),
        ("posts", "!!python/object:os.system {}", "IB722", "in braces"),
        ("posts", "{ a: " + "[" * 5000 + " }", "IB722", "in braces"),
        ("posts", "{ limit: 3, limit: 4 }", "IB722", "in braces"),
        ("posts", "{ a: " + "b" * 20000 + " }", "IB722", "in braces"),
        ("posts", "{ limt: 3 }", "IB723", "Write `limit`."),
        ("posts", "{ qqqq: 3 }", "IB723", "Its keys are `limit`, "),
        ("posts", "{ not: { tga: x } }", "IB723", "Write `tag`."),
        ("posts", "{ limit: 0 }", "IB724", "Write a number."),
        ("posts", "{ limit: -1 }", "IB724", "Write a number."),
        ("posts", "{ limit: [3] }", "IB724", "Write a number."),
        ("posts", "{ level: 1 }", "IB724", "Write a number from 2 to 6."),
        ("posts", "{ order: newst }", "IB724", "Write `newest`."),
        ("posts", "{ style: xxxx }", "IB724", "Write `titles`, `excerpts` or `cards`."),
        ("posts", "{ year: soon }", "IB724", "Write a year or a list of years."),
        ("posts", "{ pinned: perhaps }", "IB724", "Write `true` or `false`."),
        ("posts", "{ not: wip }", "IB724", "Write a mapping of the filters above."),
        ("posts", "{ not: { year: soon } }", "IB724", "Write a year or a list of years."),
        ("terms", "{ kind: tag }", "IB724", "Write `tags`."),
    ],
)
def test_a_mistake_is_named_with_what_to_write(name: str, text: str, code: str, hint: str) -> None:
    [message] = told(name, text)
    assert message.startswith(f"{code} index.md:3: ")
    assert hint in message


def test_the_other_keys_of_a_mistaken_insert_count() -> None:
    insert, findings = read_insert("posts", "{ limit: 3, styel: cards }", "index.md", 3)
    assert insert == PostsInsert(limit=3)
    assert len(findings) == 1


def test_a_value_of_a_template_that_contains_itself_is_refused() -> None:
    value: list[Any] = []
    value.append(value)
    assert told("posts", {"tag": value})

"""The shapes that caches expect: of nearly any value that JSON can hold, nothing else passes."""

from __future__ import annotations

import pytest

from mkdocs_iroco_blog.host.speed.cache.shapes import (
    are_pictures,
    are_related,
    is_cached_body,
    is_conversion,
    is_search_entry,
    is_toc,
)

HEADING = {"level": 2, "id": "a", "name": "A", "children": []}
CONVERSION = {
    "content": "<p>", "toc": [HEADING], "title": None, "ids": ["a"], "links": [["a", "b"]],
    "messages": [["log", 30, "text"]], "level": 20,
}  # fmt: skip
BODY = {
    "html": "<p>", "heading": None, "heading_id": "a", "title": "A", "dropped": False, "shifted": True, "words": 1,
    "minutes": 1, "excerpt": [["a", "b"], ["c"], True], "separated": False,
    "keywords": ["bee hive", ""], "links": ["guide/"],
}  # fmt: skip
CACHED = {"body": BODY, "links": [["/a", None], ["/b", "b"]], "pictures": [["a.png", 3, 2]]}
ENTRY = {"title": "A", "text": "B", "location": "a/#b"}
OTHERS: list[object] = [None, True, 1, 1.5, "a", [], [1], ["a"], [[]], [["a"]], [["a", 1]], {}, {"a": 1}, [{}], [None]]


@pytest.mark.parametrize(
    ("check", "value"), [(is_conversion, CONVERSION), (is_cached_body, CACHED), (is_search_entry, ENTRY)]
)
def test_each_kind_passes_and_no_part_may_be_missing_or_more(check, value) -> None:
    assert check(value)
    for name in value:
        assert not check({key: part for key, part in value.items() if key != name})
    assert not check({**value, "more": 1})


@pytest.mark.parametrize("other", OTHERS, ids=repr)
def test_a_value_of_another_type_does_not_pass(other) -> None:
    assert not any(check(other) for check in (is_conversion, is_cached_body, is_search_entry))
    for name in ("content", "level", "messages"):
        same = type(other) is type(CONVERSION[name]) and not isinstance(other, list)
        assert is_conversion({**CONVERSION, name: other}) is (same or (other == [] and name == "messages"))
    assert is_cached_body({**CACHED, "body": {**BODY, "title": other}}) is isinstance(other, str)
    assert not is_cached_body({**CACHED, "body": {**BODY, "excerpt": other}})
    for name in ("keywords", "links"):
        assert is_cached_body({**CACHED, "body": {**BODY, name: other}}) is (other in ([], ["a"]))
    assert is_cached_body({**CACHED, "pictures": other}) is (other == [] and type(other) is list)
    assert are_pictures(other) is (other == [])
    assert are_pictures([["a.png", 9, 9, 3, other, "image/png"]]) is (type(other) is int)
    assert are_related(other) is (other in ([], [[]], [["a"]]))
    assert are_related([["a.md"], other]) is (other in ([], ["a"]))
    assert is_search_entry({**ENTRY, "text": other}) is isinstance(other, str)
    assert is_search_entry({**ENTRY, "tags": other}) is (other in ([], ["a"]))
    assert is_search_entry({**ENTRY, "boost": other}) is (type(other) in {int, float})


def test_headings_may_be_nested_but_not_without_end() -> None:
    deep: list[object] = []
    for _ in range(8):
        deep = [{**HEADING, "children": deep}]
    assert is_toc(deep)
    for _ in range(2000):
        deep = [{**HEADING, "children": deep}]
    assert not is_toc(deep)


def test_a_boost_is_a_number_that_json_has() -> None:
    assert not is_search_entry({**ENTRY, "boost": float("nan")})
    assert not is_search_entry({**ENTRY, "boost": float("inf")})

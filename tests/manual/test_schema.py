"""The JSON Schema of front matter, read by an independent validator: it decides as the plugin does."""

from __future__ import annotations

import json
from calendar import monthrange
from datetime import UTC
from string import ascii_letters
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from mkdocs_iroco_blog.core.dates import parse_moment
from mkdocs_iroco_blog.core.posts.fields import BY_KEY, FIELDS, field_of, misspelt
from tests.manual.reading import ROOT

SCHEMA = json.loads((ROOT / "mkdocs_iroco_blog" / "front-matter.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
DATES = Draft202012Validator(SCHEMA["properties"]["updated"])


def faults(front: dict[str, Any]) -> list[str]:
    """Return the keys that the schema marks."""
    return sorted(str(error.absolute_path[0]) for error in VALIDATOR.iter_errors(front))


def exists(text: str) -> bool:
    try:
        return bool(parse_moment(text, UTC))
    except ValueError:
        return False


def test_it_is_a_schema_with_a_name_of_its_own() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"].startswith("urn:")


def test_it_describes_every_key() -> None:
    assert set(SCHEMA["properties"]) == {*BY_KEY, *(key for field in FIELDS for key in field.elsewhere)}
    assert SCHEMA["properties"]["category"] == SCHEMA["properties"]["categories"]
    assert all(described["description"] for described in SCHEMA["properties"].values())


def test_a_post_without_faults_has_no_mark() -> None:
    front = {"title": "Bees", "date": "2024-10-04 10:00 +0200", "tags": ["hive", 7], "mood": "calm", "uuid": "a"}
    assert faults({**front, "Draft": True, "pub-date": "2024-10-04", "redirect_from": ["/a/"]}) == []


def test_misspelt_keys_and_impossible_dates_are_marked() -> None:
    assert faults({"catgories": "a", "auhtor": "b", "tagss": "c"}) == ["auhtor", "catgories", "tagss"]
    assert faults({"date": "2024-02-30"}) == ["date"]
    assert faults({"date": {"created": "2024-10-04", "updated": "2023-02-29"}}) == ["date"]
    [error] = VALIDATOR.iter_errors({"catgories": "a"})
    assert error.schema == {"description": "Did you mean `categories`?", "not": {}}


@pytest.mark.parametrize("key", BY_KEY)
def test_a_key_is_marked_if_the_plugin_calls_it_misspelt(key: str) -> None:
    """All words that are one letter away."""
    letters = f"{ascii_letters}7-_"
    cuts = range(len(key) + 1)
    words = {key[:cut] + letter + key[cut + more :] for cut in cuts for letter in letters for more in (0, 1)}
    words |= {key[:cut] + key[cut + 1 :] for cut in cuts}
    words |= {key[:cut] + key[cut : cut + 2][::-1] + key[cut + 2 :] for cut in cuts}
    errors = VALIDATOR.iter_errors(dict.fromkeys(words))
    marked = {error.absolute_path[0] for error in errors if error.validator == "not"}
    assert marked == {word for word in words if field_of(word) is None and misspelt(word, ())}


@pytest.mark.parametrize("year", [1, 2, 99, 1900, 2000, 2023, 2024, 2100, 2105, 2106])
@pytest.mark.parametrize("month", range(14))
def test_a_date_is_marked_if_it_does_not_exist(year: int, month: int) -> None:
    days = monthrange(year, month)[1] if 1 <= month <= 12 else 0
    for day in range(33):
        for text in (f"{year:04}-{month:02}-{day:02}", f"{year:04}/{month}/{day} 10:00"):
            assert DATES.is_valid(text) == (1 <= day <= days and 2 <= year <= 2105), text


@given(
    st.sampled_from(["", "T", " ", "  ", "t"]),
    st.from_regex(r"\A([0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?)?\Z"),
    st.from_regex(r"\A ?(Z|UTC|GMT|[+-][0-9]{1,2}(:?[0-9]{2})?)?\Z"),
)
def test_a_time_is_marked_if_the_plugin_does_not_read_it(space: str, time: str, offset: str) -> None:
    text = f"2024-10-04{space}{time}{offset}"
    assert DATES.is_valid(text) == exists(text)

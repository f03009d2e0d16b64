"""Related posts: shared terms decide, the rarer the more, then words, then dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random
from typing import Any

import pytest

from mkdocs_iroco_blog.core.html.keywords import keywords
from mkdocs_iroco_blog.core.related import Subject, related_posts


def subject(source: str, tags: str = "", words: str = "", **values: Any) -> Subject:
    """A post with these tags, and with each of these words twice."""
    terms = tuple(("tags", tag) for tag in tags.split())
    fields: dict[str, Any] = {"linked": (), "is_candidate": True, "shows_related": True, **values}
    return Subject(source, terms, keywords(f"{words} {words}", ""), **fields)


def related(posts: Iterable[Subject], source: str, count: int = 3) -> str:
    return " ".join(related_posts([*posts], count)[source])


OTHERS = [subject(f"x{number}", f"x{number}") for number in range(8)]
"""Posts on something else, so that a term of a few posts is a rare one."""


def test_shared_terms_decide_and_the_rarer_one_counts_more() -> None:
    posts = [
        subject("a", "hive swarm wax"), subject("b", "hive"), subject("c", "hive"), subject("d", "hive"),
        subject("e", "wax"), subject("f", "hive swarm"), *OTHERS,
    ]  # fmt: skip
    assert related(posts, "a") == "f e b"
    assert related(posts, "e") == "a"
    assert related(posts, "x1") == ""


def test_terms_of_different_kinds_are_not_the_same() -> None:
    posts = [subject("a", "hive"), subject("b")._replace(terms=(("categories", "hive"),)), *OTHERS]
    assert related(posts, "a") == ""


def test_shared_words_decide_between_equals_and_then_the_newest() -> None:
    posts = [subject("a", "hive"), *(subject(source, "hive") for source in "bcde"), *OTHERS]
    assert related(posts, "e") == "a b c"
    posts[4] = subject("e", "hive", "smoke veil")
    posts[3] = subject("d", "hive", "veil")
    posts[1] = subject("b", "hive", "veil smoke")
    assert related(posts, "e") == "b d a"


def test_a_term_that_every_post_has_still_counts() -> None:
    assert related([subject("a", "blog"), subject("b", "blog")], "a") == "b"


def test_words_make_no_post_related_that_shares_no_term() -> None:
    assert related([subject("a", "hive", "smoke"), subject("b", "wax", "smoke"), *OTHERS], "a") == ""


def test_common_words_decide_nothing() -> None:
    posts = [subject(source, "hive", "the and of") for source in "abcdefghij"]
    posts[3] = subject("d", "hive", "the and of smoke")
    posts[6] = subject("g", "hive", "smoke")
    assert related(posts, "d") == "g a b"


@pytest.mark.parametrize("tags", ["hive", "hive swarm"])
def test_what_is_no_candidate_is_related_to_none_and_weighs_nothing(tags: str) -> None:
    posts = [subject("a", tags), subject("b", "swarm"), subject("c", "hive"), *OTHERS]
    hidden = [subject(f"h{number}", "hive", "veil", is_candidate=False) for number in range(8)]
    for source in "abc":
        assert related([*hidden, *posts], source) == related(posts, source)


def test_a_post_that_is_no_candidate_has_related_posts_by_its_terms_and_dates_alone() -> None:
    posts = [subject("a", "hive", "smoke"), subject("b", "hive", "veil"), *OTHERS]
    assert related([*posts, subject("z", "hive", "veil", is_candidate=False)], "z") == "a b"


def test_the_next_part_of_a_series_is_left_out() -> None:
    posts = [subject("c", "build"), subject("b", "build"), subject("a", "build", linked=("b",)), *OTHERS]
    assert related(posts, "a") == "c"
    assert related(posts, "b") == "c a"


def test_there_are_as_many_as_wanted() -> None:
    posts = [subject(source, "hive") for source in "abcdef"]
    assert related(posts, "a", 0) == ""
    assert related(posts, "a", 1) == "b"
    assert related(posts, "a", 9) == "b c d e f"
    assert related([subject("a", "hive", shows_related=False), *posts[1:]], "a") == ""


def test_of_a_term_that_hundreds_share_posts_of_about_the_same_time_count() -> None:
    posts = [subject(f"{number:03}", "hive") for number in range(400)]
    found = [int(source) for source in related(posts, "200", 1000).split()]
    assert len(found) == 100
    assert set(found) < {*range(150, 251)}
    assert related(posts, "000") == "001 002 003"
    assert related(posts, "399") == "349 350 351"


@pytest.fixture
def blog() -> Callable[[dict[int, str]], list[Subject]]:
    """A thousand posts on a few subjects each, with some words that all use and some that few do."""

    def write(more: dict[int, str]) -> list[Subject]:
        random = Random(16)  # noqa: S311 - the same in every run
        posts = []
        for number in range(1000):
            tags = " ".join(f"t{tag}" for tag in random.sample(range(60), random.randint(1, 3)))
            words = [f"w{int(3000 * random.random() ** 3)}x" for _ in range(120)]
            posts.append(subject(f"{number}", tags, " ".join([*words, more.get(number, "")])))
        return posts

    return write


def test_an_edit_of_one_text_changes_few_pages(blog: Callable[[dict[int, str]], list[Subject]]) -> None:
    before = related_posts(blog({}), 3)
    for number in range(0, 1000, 100):
        new = " ".join(f"w{word}x" for word in range(number, number + 20))
        after = related_posts(blog({number: new}), 3)
        changed = [source for source in before if before[source] != after[source]]
        assert len(changed) < 50, number

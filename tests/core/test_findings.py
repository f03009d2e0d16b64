"""What the author is told, and what was probably meant."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mkdocs_iroco_blog.core.findings import nearest, one_edit_apart
from mkdocs_iroco_blog.core.messages.front_matter import EMPTY_TITLE, LAYOUT


def test_a_finding_prints_place_fault_and_hint() -> None:
    problem = EMPTY_TITLE("blog/posts/a.md", 3, line="title: A")
    assert str(problem) == "blog/posts/a.md:3: `title` is empty. Write `title: A`, or delete the line."
    assert problem.with_code == f"{problem} [IB109]"


def test_a_note_may_need_nothing_and_stand_for_a_whole_file() -> None:
    assert str(LAYOUT("blog/posts/a.md", layout="wide")) == (
        "blog/posts/a.md: The blog does not use the layout `wide`; the post gets the standard layout."
    )


@pytest.mark.parametrize(
    ("word", "meant"),
    [("burno", "bruno"), ("BRUNO", "bruno"), ("innes", "Ines"), ("zzz", None), ("", None)],
)
def test_the_nearest_known_word_whatever_its_case(word: str, meant: str | None) -> None:
    assert nearest(word, ["bruno", "Ines"]) == meant


@pytest.mark.parametrize(
    ("written", "known", "near"),
    [
        ("catgories", "categories", True),
        ("tgas", "tags", True),
        ("tag", "tags", True),
        ("Title", "title", True),
        ("daet", "date", True),
        ("date", "date", False),
        ("dates_", "date", False),
        ("cats", "tags", False),
        ("gast", "tags", False),
    ],
)
def test_one_edit_apart(written: str, known: str, near: bool) -> None:
    assert one_edit_apart(written, known) is near
    assert one_edit_apart(known, written) is near


WORDS = st.text("abc", max_size=6)


@given(word=WORDS, at=st.integers(0, 6), letter=st.sampled_from("abcx"))
def test_any_single_edit_is_one(word: str, at: int, letter: str) -> None:
    at = min(at, len(word))
    edits = {word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :], word[:at] + word[at + 1 :]}
    edits.add(word[:at] + word[at : at + 2][::-1] + word[at + 2 :])
    assert all(one_edit_apart(word, edit) and one_edit_apart(edit, word) for edit in edits - {word})


@given(first=WORDS, second=WORDS)
def test_words_whose_letters_differ_twice_are_further_apart(first: str, second: str) -> None:
    assume(sum(abs(first.count(letter) - second.count(letter)) for letter in "abc") > 2)
    assert not one_edit_apart(first, second)

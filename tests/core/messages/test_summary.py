"""Lines of the log: one for each cause, with the places that have it."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import Level
from mkdocs_iroco_blog.core.messages.addresses import MISSING_FILE
from mkdocs_iroco_blog.core.messages.front_matter import NO_DATE, TAB
from mkdocs_iroco_blog.core.messages.posts import UNKNOWN_KEY
from mkdocs_iroco_blog.core.messages.summary import reported, summarize

TYPO = {"key": "tgas", "meant": "tags"}


def lines(*findings, ignore=(), severity=None) -> list[tuple[Level, str]]:
    summary = summarize(reported(findings, ignore, severity or {}), severity or {})
    return [(line.level, line.text) for line in summary]


def test_equal_sentences_are_one_line_with_five_places_and_a_count() -> None:
    findings = [UNKNOWN_KEY(f"{name}.md", 2, **TYPO) for name in "gfedcba"]
    [(level, text)] = lines(*findings)
    assert level is Level.WARNING
    assert text.startswith("a.md:2: Unknown key `tgas`. Write `tags`, ")
    assert text.endswith(" Also in b.md:2, c.md:2, d.md:2, e.md:2 and 2 more. [IB145]")


def test_the_same_finding_twice_is_one() -> None:
    assert lines(TAB("a.md", 2), TAB("a.md", 2)) == [
        (
            Level.ERROR,
            "a.md:2: This line is indented with a tab, which YAML does not allow. Use spaces instead. [IB114]",
        )
    ]


def test_each_page_that_is_not_written_has_a_line() -> None:
    assert [text.partition(":")[0] for _, text in lines(*(TAB(f"{name}.md", 2) for name in "abcdefgh"))] == [
        f"{name}.md" for name in "abcdefgh"
    ]


def test_a_row_says_which_values_tell_causes_apart() -> None:
    names = [("links", "a.md"), ("links", "b.md"), ("image", "c.png")]
    summary = lines(*(MISSING_FILE("p.md", n, key=key, target=name, hint="") for n, (key, name) in enumerate(names, 1)))
    assert len(summary) == 2


def test_a_draft_s_message_is_a_note_and_joins_that_of_a_post() -> None:
    assert lines(UNKNOWN_KEY("a.md", 2, draft=True, **TYPO))[0][0] is Level.INFO
    [(level, text)] = lines(UNKNOWN_KEY("a.md", 2, draft=True, **TYPO), UNKNOWN_KEY("b.md", 2, **TYPO))
    assert level is Level.WARNING
    assert "b.md:2" in text


def test_ignore_leaves_out_what_is_a_note_by_then() -> None:
    note = UNKNOWN_KEY("a.md", 2, **TYPO)
    assert lines(note, ignore=["IB145"]) == lines(note)
    assert lines(note, ignore=["IB145"], severity={"IB145": "info"}) == []


def test_an_error_stays_a_warning_at_least() -> None:
    values = {"line": "date: 2026-11-01", "place": "at the top"}
    assert lines(NO_DATE("a.md", 1, **values), severity={"IB101": "info"})[0][0] is Level.WARNING
    assert lines(NO_DATE("a.md", 1, **values), severity={"IB101": "error"})[0][0] is Level.ERROR

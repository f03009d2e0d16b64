"""Reading a post: what the golden cases of `tests/cases/posts` do not say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from mkdocs_iroco_blog.core.findings import Finding, Level
from mkdocs_iroco_blog.core.messages.front_matter import SHALLOW_CLONE
from mkdocs_iroco_blog.core.model import Blog, Post, State

Read = Callable[..., tuple[Post | None, list[str]]]
Build = Callable[..., tuple[Blog, list[Finding]]]


def first_seen(path: str) -> datetime:
    """Git, to a post."""
    assert path == "blog/posts/undated.md"
    return datetime(2024, 1, 1, 9, tzinfo=ZoneInfo("Europe/Paris"))


def shallow(path: str) -> datetime:  # noqa: ARG001 - as git's
    """Git, in a clone without history."""
    raise LookupError(SHALLOW_CLONE)


def test_a_post_without_a_date_is_of_the_day_git_first_saw_it(read: Read) -> None:
    post, findings = read("---\ntitle: Undated\n---\n", "blog/posts/undated.md", git_date=first_seen)
    assert post is not None
    assert post.published.attribute() == "2024-01-01T09:00:00+01:00"
    assert findings == []


def test_a_date_that_is_written_is_not_looked_up_in_git(read: Read) -> None:
    post, findings = read("---\ntitle: Dated\n---\n", "blog/posts/2024-10-04-dated.md", git_date=shallow)
    assert post is not None
    assert (post.published.attribute(), findings) == ("2024-10-04", [])


def test_a_shallow_clone_is_a_problem_with_its_hint(read: Read) -> None:
    post, findings = read("---\ntitle: Undated\n---\n", "blog/posts/undated.md", git_date=shallow)
    assert post is None
    [finding] = findings
    assert finding.startswith("blog/posts/undated.md:1: ")
    assert "`fetch-depth: 0`" in finding


def test_a_date_is_no_earlier_in_another_zone(read: Read) -> None:
    text = "---\ntitle: Minuit\ndate: 2024-12-31 23:30\n---\n"
    for zone in ("UTC", "Europe/Paris", "America/Los_Angeles", "Pacific/Auckland"):
        post, _ = read(text, "blog/posts/a.md", timezone=zone)
        assert post is not None
        assert post.path == "blog/2024/12/31/minuit"


def test_a_date_without_a_time_stays_its_day_in_every_zone(read: Read) -> None:
    for zone in ("UTC", "America/Los_Angeles", "Pacific/Auckland"):
        post, _ = read("---\ntitle: Jour\ndate: 2025-01-01\n---\n", "blog/posts/a.md", timezone=zone)
        assert post is not None
        assert (post.path, post.published.attribute()) == ("blog/2025/01/01/jour", "2025-01-01")


def test_a_fault_in_a_mapping_of_dates_names_the_date_to_mend(read: Read) -> None:
    post, [finding] = read("---\ntitle: Broken\ndate:\n  created: 2024-10-05\n  updated: last week\n---\n")
    assert post is not None
    assert "updated" in finding
    assert "`date: 2026-11-20`" not in finding  # followed, it would lose `created`


def test_several_faults_are_told_together_and_cost_nothing_else(read: Read) -> None:
    post, findings = read("---\ntitle:\ntags: {a: b}\nreadtime: ten\nslug: /etc\nlang: fr\n---\n# Peser\n")
    assert post is not None
    assert (post.title, post.path, post.lang) == ("Peser", "blog/2024/10/04/peser", "fr")
    assert sorted(finding.split(":")[1] for finding in findings) == ["2", "3", "4", "5"]


def test_a_draft_s_problems_are_the_draft_s(build: Build) -> None:
    text = "---\ntitle: Not yet\ndate: 2024-10-04\nreadtime: ten\ndraft: true\n---\n"
    [fault] = build({"a.md": text}, drafts=True)[1]
    assert fault.is_problem
    assert fault.draft


def test_a_broken_file_is_a_problem_even_if_it_may_be_a_draft(build: Build) -> None:
    [fault] = build({"a.md": "---\ndraft: true\ntitle: [\n---\n"})[1]
    assert fault.is_problem
    assert ((fault.level is Level.ERROR), fault.draft) == (True, False)


def test_a_future_post_becomes_one_when_its_moment_comes(read: Read) -> None:
    text = "---\ntitle: Tomorrow\ndate: 2026-11-21\n---\n"
    states = [
        post.state
        for now in (datetime(2026, 11, 20, 23, 59, tzinfo=UTC), datetime(2026, 11, 21, tzinfo=UTC))
        if (post := read(text, "blog/posts/a.md", now=now, draft_if_future_date=True)[0])
    ]
    assert states == [State.SCHEDULED, State.PUBLISHED]


def test_character_references_are_characters(read: Read) -> None:
    post, _ = read("---\ntitle: Peser &amp; alléger\ndescription: R&eacute;seau&nbsp;!\n---\n")
    assert post is not None
    assert (post.title, post.description) == ("Peser & alléger", "Réseau\xa0!")


def test_a_date_that_a_folder_gives_may_be_wrong_as_well(read: Callable[..., tuple[Post | None, list[str]]]) -> None:
    post, [finding] = read("---\ntitle: Scales\n---\nText.\n", "blog/posts/scales.md", defaults=("date: yesterday",))
    assert post is None
    assert finding.startswith(
        'blog/posts/scales.md:1: `date` is "yesterday", which is not a date. The post has no other'
    )

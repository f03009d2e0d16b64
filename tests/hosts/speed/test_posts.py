"""The preview reads a post again when anything that it is made from has changed, and only then."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mkdocs_iroco_blog.core.model import Author, Source, State
from mkdocs_iroco_blog.core.posts.field_reader import ReadContext
from mkdocs_iroco_blog.core.posts.read import read_post
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.terms.authors import AuthorDirectory
from mkdocs_iroco_blog.host.speed.preview.posts import PostCache

NOW = datetime(2026, 10, 4, 12, tzinfo=UTC)
INES = Author("ines", "Ines", "ines", place=("blog/.authors.yml", 2))


def context(now: datetime = NOW, authors: tuple[Author, ...] = (INES,), **options: Any) -> ReadContext:
    directory = AuthorDirectory({author.key: author for author in authors}, "blog/.authors.yml")
    return ReadContext(Settings(**options), directory, UTC, now)


def source(lines: str = "", text: str = "Text.") -> Source:
    return Source("blog/posts/a.md", f"---\ntitle: A\n{lines or 'date: 2026-10-01'}\n---\n{text}\n".encode())


def test_a_post_that_has_not_changed_is_the_same_object() -> None:
    cache = PostCache()
    first, _ = cache.read(source(), context())
    again, _ = cache.read(source(), context(NOW + timedelta(days=3)))
    assert first is not None
    assert again is first


@pytest.mark.parametrize(
    ("changed", "later"),
    [
        (source(text="Other text."), context()),
        (source("date: 2026-10-02"), context()),
        (replace(source(), draft=True), context()),
        (source(), context(post_slugify_separator="_")),
        (source(), context(authors=(replace(INES, name="Inès"),))),
        (source(), context(authors=(replace(INES, place=("blog/.authors.yml", 9)),))),
    ],
    ids=["text", "date", "place", "options", "authors", "a line of the authors file"],
)
def test_a_post_is_read_again_when_something_has_changed(changed: Source, later: ReadContext) -> None:
    cache = PostCache()
    first, _ = cache.read(source(), context())
    again, _ = cache.read(changed, later)
    assert again is not first


@pytest.mark.parametrize(
    ("lines", "option", "before", "after"),
    [
        ("date: 2026-10-05", {"draft_if_future_date": True}, State.SCHEDULED, State.PUBLISHED),
        ("date: 2026-10-01\npublishDate: 2026-10-05", {}, State.SCHEDULED, State.PUBLISHED),
        ("date: 2026-10-01\nexpiryDate: 2026-10-05", {}, State.PUBLISHED, None),
    ],
)
def test_a_post_whose_time_comes_changes_without_an_edit(lines: str, option: dict[str, Any], before, after) -> None:
    cache = PostCache()
    assert state(cache, lines, context(**option)) is before
    assert state(cache, lines, context(NOW + timedelta(days=2), **option)) is after


def test_a_post_whose_day_of_review_passes_is_read_again() -> None:
    cache, post = PostCache(), source("date: 2026-10-01\nreview_by: 2026-10-05")
    reminders = [cache.read(post, context(NOW + timedelta(days=day)))[1] for day in range(4)]
    assert [len(findings) for findings in reminders] == [0, 0, 1, 1]


def test_messages_are_repeated_and_those_that_show_the_day_are_made_again() -> None:
    cache, post = PostCache(), source("date: soon")
    for day in (0, 0, 1):
        now = context(NOW + timedelta(days=day))
        assert cache.read(post, now) == read_post(post, now)
        assert cache.read(post, now)[1]


def state(cache: PostCache, lines: str, now: ReadContext) -> State | None:
    post, _ = cache.read(source(lines), now)
    return None if post is None else post.state

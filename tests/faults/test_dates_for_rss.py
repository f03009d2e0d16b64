"""The plugin rss gets the dates of posts, however they are written and whichever key it asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.faults.built import Built

POSTS = {
    "docs/blog/posts/2024-05-01-named.md": "# Named\n\nText.\n",
    "docs/blog/posts/day.md": "---\ndate: 2024-06-01\n---\n# Day\n\nText.\n",
    "docs/blog/posts/moment.md": "---\ndate: 2024-07-01 10:00 +0200\n---\n# Moment\n\nText.\n",
    "docs/blog/posts/mapping.md": "---\ndate:\n  created: 2024-08-01\n---\n# Mapping\n\nText.\n",
}


@pytest.mark.parametrize("key", ["date", "date.created"])
def test_each_post_has_its_own_date(build: Callable[..., Built], key: str) -> None:
    rss = {"match_path": "blog/posts/.*", "use_git": False, "date_from_meta": {"as_creation": key}}
    built = build(POSTS, {"feeds": False}, plugins=["search", {"rss": rss}])
    assert built.code == 0, built.log
    dates = {entry.title: entry.published[5:16] for entry in built.entries("feed_rss_created.xml")}
    assert dates == {"Named": "01 May 2024", "Day": "01 Jun 2024", "Moment": "01 Jul 2024", "Mapping": "01 Aug 2024"}

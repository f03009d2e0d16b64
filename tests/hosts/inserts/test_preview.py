"""The preview updates lists on other pages, in posts and in introductions, and its pages are those of a build."""

from __future__ import annotations

import pytest

from tests.hosts.built import contents
from tests.hosts.serve.test_edits import CONFIG, EDITS, POSTS, TEXTS, change, served
from tests.hosts.written import post

LINES = """
<!-- iroco-blog/posts { limit: 4, style: excerpts } -->

<!-- iroco-blog/posts { tag: t1, style: cards } -->

<!-- iroco-blog/series { name: Walls } -->

<!-- iroco-blog/terms { kind: tags } -->
"""
WITH_LISTS = {
    **TEXTS,
    "docs/guide.md": f"# Guide\n\nOf it all.\n{LINES}",
    "docs/blog/index.md": f"# Diary\n{LINES}",
    f"{POSTS}/1.md": post("2026-01-01", f"Text 1.\n{LINES}", title="Post 1", tags=["t"]),
    f"{POSTS}/3.md": post("2026-09-01", "Text 3.\n\n## Part\n\n[guide](../../guide.md)", title="Post 3", tags=["t1"]),
    f"{POSTS}/5.md": post("2026-08-01", "Text 5.\n\n## Part\n", title="Post 5", tags=["t1"], image="5.svg"),
}
HERE = (
    "text", "text below the excerpt", "title", "tag", "description", "pinned", "part of a series", "planned part",
    "unlisted", "cover of another size", "excerpt", "draft", "new post", "deleted post", "fragment", "pages of views",
    "nothing",
)  # fmt: skip


@pytest.mark.parametrize("edit", HERE)
def test_after_an_edit_lists_are_those_of_a_build(build, edit: str) -> None:
    site = build(WITH_LISTS, {"name": "mkdocs", "custom_dir": "own"}, config=CONFIG, command="serve")
    EDITS[edit](site)
    preview = served(site)
    whole = served(site, fresh=True)
    assert {name for name in whole.keys() | preview.keys() if whole.get(name) != preview.get(name)} == set()


@pytest.mark.parametrize("place", ["docs/guide.md", "docs/blog/index.md", f"{POSTS}/1.md"])
def test_a_changed_line_lists_something_else(build, place: str) -> None:
    site = build(WITH_LISTS, {"name": "mkdocs", "custom_dir": "own"}, config=CONFIG, command="serve")
    change(site, place, "limit: 4", "limit: 2")
    preview = served(site)
    assert preview == served(site, fresh=True)


def test_an_edit_reaches_every_list(build) -> None:
    site = build(WITH_LISTS, {"name": "mkdocs", "custom_dir": "own"}, config=CONFIG, command="serve")
    change(site, f"{POSTS}/3.md", "title: Post 3", "title: New name")
    change(site, f"{POSTS}/3.md", "Text 3.", "New words.")
    served(site)
    for url in ("guide/", "blog/", site.post("post-1")):
        assert "New name" in site.text(url), url
        assert "New words." in site.text(url), url


def test_two_builds_with_lists_are_the_same(build) -> None:
    site = build(WITH_LISTS, config=CONFIG | {"hooks": []})
    first = contents(site.out)
    assert contents(site.run().out) == first

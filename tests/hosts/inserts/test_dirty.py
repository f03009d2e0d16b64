"""A build with `--dirty` makes each page anew that has a list, wherever its line comes from, and no other page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hosts.built import Site, words
from tests.hosts.written import post

Build = Callable[..., Site]

POSTS = "docs/blog/posts"
LINE = "<!-- iroco-blog/posts { limit: 2 } -->"
SNIPPET = '--8<-- "list.md"'
LINK = "See the [guide](../../guide.md)."
TEXTS = {
    f"{POSTS}/b.md": post("2026-02-01", "Text.", title="Beans"),
    f"{POSTS}/c.md": post("2026-03-01", "Text.", title="Carrots"),
    "docs/plain.md": "# Plain\n",
}


def titles(site: Site, url: str) -> list[str]:
    return [words(node) for node in site.page(url).css(".iroco-insert .iroco-entry-title")]


def build_again(site: Site, title: str, text: str = "Text.") -> None:
    """Write the newest post, and build what has changed."""
    (site.root / POSTS / "d.md").write_text(post("2026-04-01", text, title=title), encoding="utf-8")
    site.run(dirty=True)
    assert site.problems == []


@pytest.mark.parametrize("cache", [False, ".cache/blog"])
@pytest.mark.parametrize(
    "text", [LINE, SNIPPET, "{{ line }}", "{{ blog.posts(limit=2) }}"], ids=["page", "snippet", "variable", "call"]
)
def test_a_page_lists_new_posts_wherever_its_line_comes_from(
    build: Build, tmp_path: Path, text: str, cache: object
) -> None:
    (tmp_path / "list.md").write_text(f"{LINE}\n", encoding="utf-8")
    macros = ["macros"] if "{{" in text else []
    extensions = [{"pymdownx.snippets": {"base_path": [str(tmp_path)]}}]
    site = build(
        {**TEXTS, "docs/guide.md": f"# Guide\n\n{text}\n"},
        plugins=["search", *macros, {"iroco-blog": {"cache": cache}}],
        config={"extra": {"line": LINE}, "markdown_extensions": extensions},
    )
    assert titles(site, "guide/") == ["Carrots", "Beans"]
    plain = site.file("plain/").stat().st_mtime_ns
    for title in ("Dill", "Endives"):
        build_again(site, title)
        assert titles(site, "guide/") == [title, "Carrots"]
    assert site.file("plain/").stat().st_mtime_ns == plain


def test_a_page_whose_template_lists_posts_lists_new_ones(build: Build) -> None:
    texts = {
        **TEXTS,
        "docs/guide.md": "---\ntemplate: listing.html\n---\n# Guide\n",
        "own/listing.html": "{% extends 'main.html' %}{% block content %}{{ blog.posts(limit=2) }}{% endblock %}",
    }
    site = build(texts, {"name": "mkdocs", "custom_dir": "own"})
    plain = site.file("plain/").stat().st_mtime_ns
    build_again(site, "Dill")
    assert titles(site, "guide/") == ["Dill", "Carrots"]
    assert site.file("plain/").stat().st_mtime_ns == plain


def test_a_page_with_mentions_lists_new_ones(build: Build) -> None:
    texts = {**TEXTS, "docs/guide.md": "# Guide\n", f"{POSTS}/a.md": post("2026-01-01", LINK, title="Apples")}
    site = build(texts, options={"mentions": True})
    plain = site.file("plain/").stat().st_mtime_ns
    build_again(site, "Dill", LINK)
    assert [words(link) for link in site.page("guide/").css(".iroco-insert a")] == ["Dill", "Apples"]
    assert site.file("plain/").stat().st_mtime_ns == plain


def test_a_line_that_listed_nothing_lists_the_first_post(build: Build) -> None:
    site = build({"docs/guide.md": f"# Guide\n\n{LINE}\n", f"{POSTS}/.gitkeep": ""})
    assert titles(site, "guide/") == []
    build_again(site, "Dill")
    assert titles(site, "guide/") == ["Dill"]

"""Each of these is told with its file and line; the rest of the site is built, and a strict build fails."""

import pytest
from mkdocs.exceptions import Abort

from tests.hosts.written import post

GOOD = post("2026-01-01", title="Good")
PATH = "docs/blog/posts/bad.md"
FRONT = "---\ntitle: Bad\ndate: 2026-01-02\n"
BAD: dict[str, tuple[str | bytes, str]] = {
    "broken YAML": (f"{FRONT}tags\n  - a\n  - b\n---\nText.\n", "blog/posts/bad.md:4: "),
    "an open quote": ('---\ntitle: "Bad\ndate: 2026-01-02\n---\nText.\n', "blog/posts/bad.md:"),
    "no date": ("---\ntitle: Bad\n---\nText.\n", "blog/posts/bad.md:1: "),
    "no front matter": ("Text.\n", "blog/posts/bad.md:1: "),
    "a date that doesn't exist": ("---\ntitle: Bad\ndate: 2026-02-30\n---\nText.\n", "blog/posts/bad.md:3: "),
    "an empty title": ("---\ntitle:\ndate: 2026-01-02\n---\nText.\n", "blog/posts/bad.md:2: "),
    "tabs": (f"{FRONT}tags:\n\t- a\n---\nText.\n", "blog/posts/bad.md:5: "),
    "Latin-1": (f"{FRONT}---\nDéjà.\n".encode("latin-1"), "blog/posts/bad.md:5: "),
    "UTF-16": (f"{FRONT}---\nText.\n".encode("utf-16"), "blog/posts/bad.md:"),
    "a list": ("---\n- title: Bad\n- date: 2026-01-02\n---\nText.\n", "blog/posts/bad.md:2: "),
    "a slug that leads up": (f"{FRONT}slug: ../x\n---\nText.\n", "blog/posts/bad.md:4: "),
    "a slug from the root": (f"{FRONT}slug: /etc\n---\nText.\n", "blog/posts/bad.md:4: "),
    "an empty file": ("", "blog/posts/bad.md:1: "),
    "a Python tag": (f"{FRONT}x: !!python/object/apply:os.system ['echo']\n---\nText.\n", "blog/posts/bad.md:4: "),
    "a misspelt key": (f"{FRONT}catgories: [a]\n---\nText.\n", "blog/posts/bad.md:4: "),
    "a lost picture": (f"{FRONT}image: none.png\n---\nText.\n", "blog/posts/bad.md:4: "),
}  # fmt: skip


@pytest.mark.parametrize(("text", "place"), BAD.values(), ids=BAD)
def test_a_bad_post_is_told_and_takes_nothing_down(build, text, place) -> None:
    site = build({PATH: text, "docs/blog/posts/good.md": GOOD})
    assert site.problems
    for problem in site.problems:
        assert problem.startswith(place)
        assert problem.endswith(".")
    assert "Good" in site.listed("blog/")
    assert "" in site.urls


@pytest.mark.parametrize("text", [text for text, _ in BAD.values()], ids=BAD)
def test_a_strict_build_fails(build, text) -> None:
    with pytest.raises(Abort, match="strict mode"):
        build({PATH: text, "docs/blog/posts/good.md": GOOD}, strict=True)


@pytest.mark.parametrize("text", [text for text, _ in BAD.values()], ids=BAD)
def test_the_preview_goes_on(build, text) -> None:
    site = build({PATH: text, "docs/blog/posts/good.md": GOOD}, command="serve")
    assert site.problems
    assert "Good" in site.listed("blog/")


def test_a_post_without_a_date_is_told_the_line_to_paste(build) -> None:
    [problem] = build({PATH: BAD["no date"][0]}).problems
    assert "`date: 2026-11-01`" in problem


def test_an_unknown_author_is_told_with_the_nearest(build) -> None:
    texts = {"docs/blog/.authors.yml": "authors:\n  bruno: {name: Bruno}\n", PATH: f"{FRONT}author: brno\n---\nText.\n"}
    site = build(texts)
    [problem] = site.problems
    assert problem.startswith("blog/posts/bad.md:4: ")
    assert "`bruno`" in problem
    with pytest.raises(Abort, match="strict mode"):
        build(texts, strict=True)


@pytest.mark.parametrize(
    "text", ["authors:\n  bruno:\n    name: [\n", "- a\n- b\n", "authors: [a]\n", "authors:\n\tbruno: x\n"]
)
def test_a_broken_authors_file_is_told_and_takes_nothing_down(build, text) -> None:
    site = build({"docs/blog/.authors.yml": text, "docs/blog/posts/good.md": GOOD})
    assert [problem for problem in site.problems if problem.startswith("blog/.authors.yml")]
    assert site.listed("blog/") == ["Good"]


def test_broken_folder_defaults_are_told(build) -> None:
    site = build({"docs/blog/posts/.meta.yml": "tags: [\n", "docs/blog/posts/good.md": GOOD})
    assert [problem for problem in site.problems if problem.startswith("blog/posts/.meta.yml:")]
    assert site.listed("blog/") == ["Good"]


def test_many_bad_posts_are_all_told_in_order(build) -> None:
    kinds = ("broken YAML", "no date", "tabs", "an empty file", "a list", "Latin-1")
    texts = {f"docs/blog/posts/bad{n}.md": BAD[kind][0] for n, kind in enumerate(kinds)}
    site = build({**texts, "docs/blog/posts/good.md": GOOD})
    assert [problem.split(".md")[0] for problem in site.problems] == [f"blog/posts/bad{n}" for n in range(len(kinds))]
    assert site.listed("blog/") == ["Good"]


def test_a_post_at_the_address_of_a_page_gives_way(build) -> None:
    text = post(title="Bad", slug="about")
    site = build({"docs/blog/about.md": "# About\n", PATH: text}, options={"post_url_format": "{slug}"})
    [problem] = site.problems
    assert "blog/about.md" in problem
    assert site.page("blog/about/").css(".e-content") == []


def test_a_post_that_takes_a_views_address_is_told(build) -> None:
    texts = {PATH: post(title="Bad", slug="tag/t"), "docs/blog/posts/b.md": post(title="B", tags=["t"])}
    site = build(texts, options={"post_url_format": "{slug}"})
    assert [problem for problem in site.problems if problem.startswith("blog/posts/bad.md")]
    assert site.entry("blog/tag/t/")["name"] == ["Bad"]
    assert [url for url in site.urls if site.lost_links(url)] == []

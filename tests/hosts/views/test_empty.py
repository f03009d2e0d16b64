"""A blog without posts says which file to write."""

import pytest

from tests.hosts.built import words


def test_it_names_the_file_and_what_to_write(build) -> None:
    site = build({}, strict=True)
    page = site.page("blog/")
    codes = [words(code) for code in page.css(".iroco-view code")]
    assert codes[0] == "docs/blog/posts/first-post.md"
    assert "date: 2026-11-01" in codes[1]
    assert site.urls == {"", "blog/"}
    assert site.lost_links("blog/") == []


def test_what_it_says_to_write_is_a_post(build) -> None:
    page = build({}).page("blog/")
    path, text = (code.text() for code in page.css(".iroco-view code"))
    site = build({path: text}, strict=True)
    assert site.listed("blog/") == ["My first post"]
    assert "blog/2026/11/01/my-first-post/" in site.urls


@pytest.mark.parametrize("options", [{"blog_dir": "journal"}, {"blog_dir": "."}, {"post_dir": "_posts"}])
def test_the_file_follows_the_options(build, options) -> None:
    site = build({"docs/about.md": "# About\n"}, options=options)
    url = {"journal": "journal/", ".": ""}.get(options.get("blog_dir", ""), "blog/")
    folder = {"journal": "journal/posts", ".": "posts"}.get(options.get("blog_dir", ""), "_posts")
    assert words(site.page(url).css_first(".iroco-view code")) == f"docs/{folder}/first-post.md"


def test_in_french(build) -> None:
    site = build({}, options={"lang": "fr"})
    assert "Mon premier article" in site.text("blog/")


def test_a_blog_with_drafts_only_is_empty_in_a_build_and_gives_visitors_no_advice(build) -> None:
    site = build({"docs/blog/posts/a.md": "---\ntitle: A\ndraft: true\n---\nText.\n"})
    assert "There is no post yet" in site.text("blog/")
    assert "first-post.md" not in site.text("blog/")
    assert site.problems == []

"""Fragments of the user's own, in `custom_dir/iroco_blog/`, on any theme."""

import pytest

from tests.hosts.built import words
from tests.hosts.written import THEMES, post

TEXTS = {"docs/blog/posts/a.md": post(title="A", author="Ada", comments=True, mood="calm", tags=["t"])}


def themed(theme: str) -> dict[str, object]:
    return {"name": theme} if theme == "bare" else {"name": theme, "custom_dir": "theme"}


@pytest.mark.parametrize("theme", THEMES)
def test_one_takes_the_place_of_ours(build, theme) -> None:
    own = '<div class="iroco-header"><h1 class="p-name">Own {{ post.title }} {{ post.meta.mood }}</h1></div>'
    site = build({**TEXTS, "theme/iroco_blog/post_header.html": own}, themed(theme))
    assert words(site.page(site.post("a")).css_first("h1")) == "Own A calm"
    assert site.warnings == []


def test_comments_show_below_posts_that_ask_for_them(build) -> None:
    texts = {**TEXTS, "theme/iroco_blog/comments.html": "<p id=comments>{{ config.site_name }}</p>",
             "docs/blog/posts/b.md": post(title="B")}  # fmt: skip
    site = build(texts, themed("mkdocs"))
    assert [len(site.page(site.post(slug)).css("#comments")) for slug in "ab"] == [1, 0]
    assert words(site.page(site.post("a")).css_first("#comments")) == "Site"


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("view", "blog/"), ("entry", "blog/"), ("title", "blog/tag/t/"), ("overview", "blog/tags/"),
        ("post", "blog/2026/01/02/a/"), ("post_footer", "blog/2026/01/02/a/"), ("author", "blog/authors/"),
        ("meta", "blog/"), ("browse", "blog/"), ("head", "blog/"),
    ],
)  # fmt: skip
def test_every_fragment_can_be_replaced(build, name, url) -> None:
    site = build({**TEXTS, f"theme/iroco_blog/{name}.html": "<b>Own fragment</b>"}, themed("mkdocs"))
    assert "Own fragment" in site.text(url)


def test_text_in_a_fragment_of_ones_own_is_escaped(build) -> None:
    texts = {
        "docs/blog/posts/a.md": post(title="<b>A</b>"),
        "theme/iroco_blog/post_header.html": "<h1>{{ post.title }}</h1>",
    }
    site = build(texts, themed("mkdocs"))
    [url] = [url for url in site.urls if url.startswith("blog/2026")]
    assert "<h1>&lt;b&gt;A&lt;/b&gt;</h1>" in site.text(url)


def test_the_stylesheet_can_be_replaced(build) -> None:
    site = build({**TEXTS, "theme/iroco_blog/blog.css": "/* own */"}, themed("mkdocs"))
    assert (site.out / "iroco_blog/blog.css").read_text(encoding="utf-8") == "/* own */"


def test_templates_are_not_copied_to_the_site(build) -> None:
    site = build(TEXTS)
    assert sorted(path.name for path in (site.out / "iroco_blog").iterdir()) == ["blog.css", "feed.css", "markdown.css"]


@pytest.mark.parametrize(
    ("theme", "options", "sheets"),
    [
        ("mkdocs", {}, ["blog.css", "feed.css", "markdown.css"]),
        ("material", {}, ["blog.css", "feed.css"]),
        ("mkdocs", {"jekyll": "."}, ["blog.css", "feed.css", "include.css", "markdown.css"]),
    ],
)
def test_a_site_has_the_style_sheets_that_it_can_use(build, theme, options, sheets) -> None:
    posts = {"_config.yml": "title: A\n", "_posts/2026-01-01-a.md": "---\ntitle: A\n---\nB\n"} if options else TEXTS
    site = build(posts, theme, options=options)
    assert sorted(path.name for path in (site.out / "iroco_blog").iterdir()) == sheets

"""Options: a value that can't be meant is reported with the nearest that can, and nothing is ignored in silence."""

from __future__ import annotations

import pytest

POST = {"docs/blog/posts/first.md": "---\ndate: 2026-10-04\ntags: [Release]\n---\n\n# First\n\nText.\n"}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"lang": "german"}, ("german", "`de`")),
        ({"lang": "xx"}, ("lang", "xx")),
        ({"lang": "francais"}, ("francais", "`fr`")),
        ({"blog_dir": "docs/blog"}, ("blog_dir", "docs/blog", "`blog_dir: blog`")),
        ({"blog_dir": "blgo"}, ("blog_dir", "blgo", "`blog_dir: blog`")),
        ({"post_dir": "docs/blog/posts"}, ("post_dir", "docs/blog/posts", "`post_dir: blog/posts`")),
        ({"post_dir": "blog/post"}, ("post_dir", "blog/post", "`post_dir: blog/posts`")),
        ({"post_dir": "{blog}/articles"}, ("post_dir", "blog/articles", "`post_dir: blog/posts`")),
        ({"feeds": [{"of": "tags", "terms": ["Relase"]}]}, ("Relase", "`Release`")),
        ({"authors_file": "blog/author.yml"}, ("authors_file", "blog/author.yml")),
        ({"mermaid": "js/nosuch.js"}, ("mermaid", "js/nosuch.js")),
        ({"cache_extensions": ["nosuch"]}, ("cache_extensions", "nosuch")),
        ({"index_full_posts": -1}, ("index_full_posts", "-1")),
        ({"post_excerpt_max_authors": -1}, ("post_excerpt_max_authors", "-1")),
        ({"post_date_format": ""}, ("post_date_format",)),
        ({"archive_date_format": ""}, ("archive_date_format",)),
        ({"post_excerpt_separator": ""}, ("post_excerpt_separator",)),
    ],
    ids=str,
)
def test_a_value_that_cannot_be_meant_fails_a_strict_build_with_its_name(build, options, words) -> None:
    built = build(POST, options, strict=True)
    assert built.code != 0, built.log
    assert any(all(word in line for word in words) for line in built.log.splitlines()), built.log
    assert "Traceback" not in built.log


@pytest.mark.parametrize(
    "options",
    [
        {"pagination_per_page": "ten"},
        {"post_readtime": "sometimes"},
        {"tags": 3},
        {"categories_allowed": "Garden"},
        {"pagination_per_page": {"tags": "many"}},
    ],
    ids=str,
)
def test_a_value_of_a_wrong_type_is_reported_in_plain_words(build, options) -> None:
    built = build(POST, options)
    assert built.code != 0
    assert next(iter(options)) in built.log
    assert "<class" not in built.log
    assert "Write" in built.log


JEKYLL = {
    "_config.yml": "title: Garden\nurl: https://example.org\n",
    "_posts/2026-10-01-old.md": "---\ntitle: Old\n---\nText.\n",
    "docs/blog/posts/first.md": "---\ndate: 2026-10-04\ntitle: First\n---\nText.\n",
    "docs/blog/posts/second.md": "---\ndate: 2026-10-05\ntitle: Second\n---\nText.\n",
}


def test_posts_beside_a_jekyll_site_join_it_and_a_note_says_so(build) -> None:
    built = build(JEKYLL, {"jekyll": "."}, strict=True)
    [line] = built.lines
    assert "`blog/posts`" in line
    assert "post_dir" in line
    assert built.code == 0


def test_posts_in_another_folder_beside_a_jekyll_site_are_not_ignored_in_silence(build) -> None:
    files = {name.replace("docs/blog/", "docs/news/"): text for name, text in JEKYLL.items()}
    built = build(files, {"jekyll": "."}, strict=True)
    [line] = [line for line in built.lines if "news/posts/first.md" in line]
    assert "jekyll" in line
    assert "news/posts/second.md" in line
    assert built.code != 0


def test_an_option_without_effect_beside_jekyll_is_named(build) -> None:
    posts = {name: text for name, text in JEKYLL.items() if not name.startswith("docs/")}
    built = build(posts, {"jekyll": ".", "post_url_format": "{slug}"}, strict=True)
    assert any("post_url_format" in line for line in built.lines), built.log
    assert built.code != 0

"""Terms and posts whose names make one slug, or none, each have an address of their own."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.faults.built import Built

Build = Callable[..., Built]
POSTS = "docs/blog/posts"


def tagged(*names: str, key: str = "tags") -> dict[str, str]:
    """A post for each name, each a day younger."""
    text = "---\ndate: 2024-05-{0:02}\n{1}: ['{2}']\n---\n# Post {0}\n\nText.\n"
    return {f"{POSTS}/p{number}.md": text.format(number, key, name) for number, name in enumerate(names, 1)}


def listed(built: Built, path: str) -> list[str]:
    """The titles on a view; empty if there is none."""
    if path not in built.paths:
        return []
    return sorted(re.findall(r"Post \d", " ".join(node.text() for node in built.page(path).css(".h-entry"))))


@pytest.mark.parametrize("key", ["categories", "tags", "series"])
def test_c_c_sharp_and_c_plus_plus_are_different_terms(build: Build, key: str) -> None:
    built = build(tagged("C#", "C++", "C", "NET", ".NET", "🎉", "🚀", key=key))
    folder = {"categories": "blog/category", "tags": "blog/tag", "series": "blog/series"}[key]
    expected = {"c": "Post 3", "c-sharp": "Post 1", "c-plus-plus": "Post 2", "net": "Post 4"}
    assert {slug: listed(built, f"{folder}/{slug}/index.html") for slug in expected} == {
        slug: [title] for slug, title in expected.items()
    }
    views = [path for path in built.paths if path.startswith(f"{folder}/") and path != f"{folder}/index.html"]
    assert [listed(built, path) for path in views].count([]) == 0
    assert sorted(title for path in views for title in listed(built, path)) == [f"Post {n}" for n in range(1, 8)]
    assert "categories_slugify" in built.log
    page = built.page("blog/2024/05/01/post-1/index.html")
    assert any("c-sharp" in (link.attributes.get("href") or "") for link in page.css("a"))


def test_the_plain_slug_stays_with_the_oldest_term(build: Build) -> None:
    before = build(tagged("C#", "C++"))
    assert listed(before, "blog/tag/c/index.html") == ["Post 1"]
    after = build(tagged("C#", "C++", "C?", "C!"))
    assert listed(after, "blog/tag/c/index.html") == ["Post 1"]
    assert listed(after, "blog/tag/c-plus-plus/index.html") == ["Post 2"]


def test_terms_of_a_jekyll_site_have_jekyll_s_slugs(build: Build) -> None:
    site = {
        "_config.yml": "title: Garden\nurl: https://example.org\nplugins: [jekyll-archives]\n"
        "jekyll-archives:\n  enabled: all\n  permalinks:\n    tag: /tag/:name/\n    category: /category/:name/\n",
        "_posts/2024-05-01-a.md": "---\ntags: ['node.js', 'snake_case', 'C#']\ncategories: ['R & D']\n---\nText.\n",
        "_posts/2024-05-02-b.md": "---\ntags: ['C']\n---\nText.\n",
        "docs/about.md": "# About\n",
    }
    built = build(site, {"jekyll": "."})
    for path in ("tag/node-js", "tag/snake-case", "tag/c", "tag/c-sharp", "category/r-d"):
        assert f"{path}/index.html" in built.paths, sorted(built.paths)


EMOJI = "---\ndate: 2024-11-03\n---\n# 🎉🚀\n\nText {}.\n"


def test_titles_without_letters_have_addresses_below_their_day(build: Build) -> None:
    names = ("party", "emoji2", "🎉", "🚀")
    built = build({f"{POSTS}/{name}.md": EMOJI.format(name) for name in names})
    pages = [path for path in built.paths if path.startswith("blog/2024/") and path.endswith(".html")]
    assert len(pages) == 4
    assert all(re.fullmatch(r"blog/2024/11/03/(?:[^/]+/)?index\.html", path) for path in pages), pages


def test_a_title_without_letters_leaves_no_hole_in_an_address(build: Build) -> None:
    files = {f"{POSTS}/{name}.md": EMOJI.format(name) for name in ("party", "🎉")}
    built = build(files, {"post_url_format": "{date}-{slug}.html"})
    pages = [path for path in built.paths if path.startswith("blog/2024/") and path.endswith(".html")]
    assert len(pages) == 2
    assert all(re.fullmatch(r"blog/2024/11/03-\w+\.html", path) for path in pages), pages


@pytest.mark.parametrize(
    ("pattern", "form"),
    [
        ("{date}-{slug}.html", r"2024/11/03-[^/]+\.html"),
        ("{slug}", r"[^/]+/index\.html"),
        ("{date}", r"2024/11/03[^/]*/index\.html"),
        ("{date}.html", r"2024/11/03[^/]*\.html"),
        ("p/{slug}/{date}", r"p/[^/]+/2024/11/03/index\.html"),
        ("{categories}/{slug}", r"garden/[^/]+/index\.html"),
        ("{file}/{date}", r"[^/]+/2024/11/03[^/]*/index\.html"),
    ],
)
def test_the_second_post_of_an_address_stays_within_the_format(build: Build, pattern: str, form: str) -> None:
    front = "---\ndate: 2024-11-03\ncategories: Garden\n---\n# One title\n\n"
    names = ("one", "two/one", "sub/index")
    built = build({f"{POSTS}/{name}.md": f"{front}Text of {name}.\n" for name in names}, {"post_url_format": pattern})
    pages = [path for path in built.paths if path.endswith(".html") and "Text of" in built.words(path, ".e-content")]
    assert len(pages) == 3
    assert all(re.fullmatch(f"blog/{form}", path) for path in pages), pages


@pytest.mark.parametrize(
    ("slug", "reason"),
    [("/welcome", "/"), ("../up", ".."), ("a?b", "?"), ("50%", "%"), ("a\\b", "\\"), ("x#y", "#")],
)
def test_a_slug_is_refused_with_the_reason(build: Build, slug: str, reason: str) -> None:
    built = build({f"{POSTS}/a.md": f"---\ndate: 2024-05-04\nslug: '{slug}'\n---\n# A title\n\nText.\n"})
    message = next((line for line in built.log.splitlines() if "a.md:3" in line), "")
    remedy = re.search(r"`slug: ([^`]+)`", message.partition("Write")[2])
    assert re.search(rf"(?<![\w./])`{re.escape(reason)}`", message), message
    assert remedy
    mended = build({f"{POSTS}/a.md": f"---\ndate: 2024-05-04\nslug: {remedy[1]}\n---\n# A title\n\nText.\n"})
    assert "a.md" not in mended.log
    assert remedy[1].strip("'\"").replace("-", "") == re.sub(r"\W", "", slug)

"""One malformed address never ends a build: the page is built, and a message names its file and line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.faults.built import Built

Build = Callable[..., Built]
LINKS = {
    "a link in a link": "See ([a](http://b.example](http://c.example)).",
    "a link": "See [a](http://[::1).",
    "a link to a host in brackets": "See [a](http://[1.2.3.4]/).",
    "a link with a wide colon": "See [a](http://b.example：8080/).",
    "a link without a scheme": "See [a](//[x).",
    "a picture": "![a](http://[::1/a.png)",
    "an automatic link": "See <http://[::1/>.",
    "a reference": "See [a].\n\n[a]: http://[::1",
    "raw HTML": 'See <a href="http://[::1">a</a>.',
    "a picture in raw HTML": '<p><img src="http://[::1/a.png"> here</p>',
    "a link in a list": "- one\n- [two](http://[::1)",
}


@pytest.mark.parametrize("jekyll", [True, False], ids=["Jekyll", "docs"])
def test_a_post_with_a_malformed_link_is_built(build: Build, build_jekyll: Build, jekyll: bool) -> None:
    folder = "_posts" if jekyll else "docs/blog/posts"
    posts = {
        f"{folder}/2024-01-{day:02}-post.md": f"---\ntitle: Post {day}\n---\nText {day}.\n\n{text}\n"
        for day, text in enumerate(LINKS.values(), 1)
    }
    built = (build_jekyll if jekyll else build)(posts)
    assert built.code == 0, built.log
    page = "2024/01/{:02}/post.html" if jekyll else "blog/2024/01/{:02}/post-{}/index.html"
    for day, name in enumerate(LINKS, 1):
        assert f"Text {day}." in built.words(page.format(day, day)), name
        line = {"a reference": 8, "a link in a list": 7}.get(name, 6)
        assert any(f"2024-01-{day:02}-post.md:{line}" in message for message in built.lines), name


def test_a_link_with_two_addresses_stays_a_link(build_jekyll: Build) -> None:
    text = "---\ntitle: A\n---\nSee ([a](http://b.example](http://c.example)).\n"
    built = build_jekyll({"_posts/2024-01-01-a.md": text})
    assert built.code == 0, built.log
    assert built.words("2024/01/01/a.html", 'a[href^="http://b.example"]') == "a"


@pytest.mark.parametrize(
    "lines",
    [
        'image: "http://[::1/a.png"',
        'links: ["http://[::1"]',
        'links:\n  - There: "//[x"',
        'canonical_url: "http://[::1"',
        'redirect_from: "http://[::1"',
        'redirect_to: "http://[::1"',
        'author: {name: Ann, url: "http://[::1", avatar: "//[x"}',
        f"readtime: {'9' * 5000}",
    ],
)
def test_front_matter_with_a_malformed_value_is_no_end_of_a_build(build: Build, lines: str) -> None:
    text = f"---\ntitle: A\n{lines}\n---\nText.\n"
    built = build({"docs/blog/posts/2024-01-01-a.md": text})
    assert built.code == 0, built.log
    assert "Text." in built.words("blog/2024/01/01/a/index.html")
    if "author" not in lines:
        assert any("2024-01-01-a.md:3" in line for line in built.lines)


def test_the_introduction_of_a_list_and_the_option_image_may_be_malformed(build: Build) -> None:
    files = {
        "docs/blog/index.md": "# Blog\n\nSee\n[a](http://[::1) here.\n",
        "docs/blog/posts/2024-01-01-a.md": "# A\n\nText.\n",
    }
    built = build(files, {"image": "http://[::1/a.png"})
    assert built.code == 0, built.log
    assert "See a here." in built.words("blog/index.html")
    assert any("blog/index.md:4" in line for line in built.lines)
    assert any("http://[::1/a.png" in line for line in built.lines)


def test_pages_introductions_and_authors_with_malformed_addresses_are_built(build_jekyll: Build) -> None:
    files = {
        "_posts/2024-01-01-a.md": "---\ntitle: A\nauthor: ann\n---\nText.\n",
        "_data/authors.yml": 'ann: {name: Ann, url: "http://[::1", avatar: "//[x", links: ["http://[::1"]}\n',
        "about.md": "---\ntitle: About\nredirect_from: //[x\n---\nWho [we](http://[::1) are.\n",
        "html.html": '---\ntitle: H\n---\n<p>It is\n<a href="http://[::1">here</a>.</p>\n',
        "index.md": "---\n---\nA long sentence with [a link](http://[::1) above all the posts.\n\n"
        "{% for post in site.posts %}\n- [{{ post.title }}]({{ post.url }})\n{% endfor %}\n",
    }
    built = build_jekyll(files)
    assert built.code == 0, built.log
    assert "Who we are." in built.words("about.html")
    assert "It is here." in built.words("html.html")
    assert "above all the posts" in built.words("index.html")
    assert any("about.md:5" in line for line in built.lines)
    assert any("html.html:5" in line for line in built.lines)
    assert any("index.md:3" in line for line in built.lines)
    assert any("_data/authors.yml" in line for line in built.lines)


@pytest.mark.parametrize("line", ['url: "http://[::1"', "url: http://a]b"])
def test_a_malformed_value_of_the_configuration_is_told_with_its_line(build_jekyll: Build, line: str) -> None:
    files = {"_config.yml": f"title: Garden\n{line}\n", "_posts/2024-01-01-a.md": "---\ntitle: A\n---\nText.\n"}
    built = build_jekyll(files, site_url="")
    assert built.code == 0, built.log
    assert "Text." in built.words("2024/01/01/a.html")
    assert any("_config.yml:2" in message for message in built.lines)


def test_a_number_without_an_end_in_the_configuration_is_told_with_its_line(build_jekyll: Build) -> None:
    built = build_jekyll({"_config.yml": f"title: Garden\npaginate: {'9' * 5000}\n"})
    assert "Traceback" not in built.log
    assert any("_config.yml:2" in message for message in built.lines)


@pytest.mark.parametrize("jekyll", [True, False], ids=["Jekyll", "docs"])
def test_numbers_without_an_end_are_text(build: Build, build_jekyll: Build, jekyll: bool) -> None:
    """Python turns no text of more than 4,300 digits into a number."""
    digits = "9" * 5000
    text = f"---\ntitle: A\n---\nText &#{digits}; and \ufdd0{digits}\ufdd1 and [b](../b.md) follow.\n"
    path = "_posts/2024-01-01-a.md" if jekyll else "docs/blog/posts/2024-01-01-a.md"
    built = (build_jekyll if jekyll else build)({path: text})
    assert built.code == 0, built.log
    assert "follow" in built.words("2024/01/01/a.html" if jekyll else "blog/2024/01/01/a/index.html")

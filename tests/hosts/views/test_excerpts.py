"""Excerpts on views: where they end, and that what they point to is there from every depth."""

import pytest

from tests.hosts.built import words
from tests.hosts.written import THEMES, post

LINKED = """\
A [docs page](../../guide.md#part), a [post](other.md), an ![image](pic.png), another ![one](/images/x.png),
<img src="pic.png" alt="raw"> <a href="../../../../../guide/">raw link</a> [here](#local).

<!-- more -->

## Local { #local }

The rest.
"""
TEXTS = {
    "docs/guide.md": "# Guide\n\n## Part\n\nText.\n",
    "docs/images/x.png": b"png",
    "docs/blog/posts/pic.png": b"png",
    "docs/blog/posts/linked.md": post("2026-01-02", LINKED, title="Linked", categories=["C"], tags=["t"]),
    "docs/blog/posts/other.md": post("2026-01-01", "Text.", title="Other"),
    "docs/blog/posts/third.md": post("2025-12-31", "Text.", title="Third"),
}
CONFIG = {"markdown_extensions": ["attr_list", "footnotes"]}


@pytest.mark.parametrize("site_url", ["https://example.org/", "https://example.org/sub/path/", ""])
@pytest.mark.parametrize("directories", [True, False])
def test_links_and_pictures_are_right_from_every_view(build, site_url, directories) -> None:
    text = post("2026-01-02", LINKED, title="Linked", categories=["C"], tags=["t"])
    if not directories:
        raw = "../../../../../guide/"
        text = text.replace(raw, "../../../../guide.html").replace('src="pic.png"', 'src="../../../pic.png"')
    else:
        text = text.replace('src="pic.png"', 'src="../../../../pic.png"')
    config = {**CONFIG, "site_url": site_url, "use_directory_urls": directories}
    options = {"view_style": "excerpts", "pagination_per_page": 1, "pagination_if_single_page": True}
    site = build({**TEXTS, "docs/blog/posts/linked.md": text}, options=options, config=config)
    shown = 0
    for url in site.urls:
        assert site.lost_links(url, "article") == [], url
        shown += "an <img" in site.text(url)
    assert shown >= 4  # index, category, tag, year, and the post itself
    assert site.warnings == []


@pytest.mark.parametrize("theme", THEMES)
def test_ids_are_unique_on_every_page(build, theme) -> None:
    body = "## Same { #same }\n\nText[^1] and [same](#same).\n\n[^1]: A note.\n\n<p id='raw'>Raw</p>"
    texts = {f"docs/blog/posts/{n}.md": post(f"2026-01-0{n}", body, title=f"P{n}", tags=["t"]) for n in (1, 2, 3)}
    options = {"view_style": "excerpts", "post_excerpt_fallback": "everything"}
    site = build(texts, theme, options=options, config={"markdown_extensions": ["attr_list", "footnotes", "toc"]})
    for url in site.urls:
        ids = [node.attributes["id"] for node in site.page(url).css("section.h-feed [id], article.iroco-post [id]")]
        assert len(ids) == len(set(ids)), url
        assert site.lost_links(url, "article") == []


def test_footnotes_of_a_cut_post_are_not_shown(build) -> None:
    body = "Text[^1].\n\n<!-- more -->\n\nRest[^2].\n\n[^1]: Note one.\n[^2]: Note two."
    site = build({"docs/blog/posts/a.md": post(body=body, title="A")}, config=CONFIG)
    assert "Note" not in words(site.page("blog/").css_first(".p-summary"))
    assert site.lost_links("blog/") == []


def test_heading_links_are_left_out(build) -> None:
    config = {"markdown_extensions": [{"toc": {"permalink": True}}]}
    body = "## A section\n\nText.\n\n<!-- more -->\n\nRest."
    site = build({"docs/blog/posts/a.md": post(body=body, title="A")}, config=config)
    assert "¶" in site.text(site.post("a"))
    assert "¶" not in words(site.page("blog/").css_first("article"))


@pytest.mark.parametrize("separator", ["<!-- more -->", "<!--more-->", "<!--   more -->"])
def test_the_separator_ends_the_excerpt(build, separator) -> None:
    site = build({"docs/blog/posts/a.md": post(body=f"One.\n\nTwo.\n\n{separator}\n\nThree.", title="A")})
    assert words(site.page("blog/").css_first(".p-summary")) == "One. Two."
    assert words(site.page("blog/").css_first(".iroco-more")) == "Continue reading"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, "One two."),
        ({"post_excerpt_fallback": "paragraph"}, "One two."),
        ({"post_excerpt_fallback": 3}, "One two. Three four."),
        ({"post_excerpt_fallback": "description"}, "Described."),
        ({"post_excerpt_fallback": "everything"}, "One two. Three four. Five."),
        ({"post_excerpt": "optional"}, "One two. Three four. Five."),
    ],
)
def test_what_stands_in_for_a_separator(build, options, expected) -> None:
    text = post(body="One two.\n\nThree four.\n\nFive.", title="A", description="Described.")
    site = build({"docs/blog/posts/a.md": text}, options=options)
    assert " ".join(words(block) for block in site.page("blog/").css(".p-summary p")) == expected
    assert site.problems == []


def test_a_separator_may_be_required(build) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A")}, options={"post_excerpt": "required"})
    [problem] = site.problems
    assert problem.startswith("blog/posts/a.md: ")


def test_all_that_other_extensions_made_is_there(build) -> None:
    body = '!!! note "Beware"\n    Of this.\n\n<!-- more -->\n\nRest.'
    site = build({"docs/blog/posts/a.md": post(body=body, title="A")}, config={"markdown_extensions": ["admonition"]})
    assert site.page("blog/").css(".p-summary .admonition .admonition-title")


def test_entries_show_as_many_authors_and_categories_as_options_say(build) -> None:
    text = post(title="A", authors=["Ada", "Bob", "Cleo"], categories=["C", "D", "E"])
    texts = {"docs/blog/posts/a.md": text}
    first = build(texts).feed("blog/")["children"][0]["properties"]
    assert [author["value"] for author in first["author"]] == ["Ada"]
    options = {"post_excerpt_max_authors": 3, "post_excerpt_max_categories": 1}
    entry = build(texts, options=options).feed("blog/")["children"][0]["properties"]
    assert [author["value"] for author in entry["author"]] == ["Ada", "Bob", "Cleo"]
    assert entry["category"] == ["C"]


def test_views_have_no_content_of_their_own_for_readers_by_machine(build) -> None:
    site = build(TEXTS, config=CONFIG, options={"view_style": "excerpts", "index_full_posts": 1})
    assert [url for url in site.urls if url.startswith("blog/") and "e-content" in site.text(url)] == [
        url for url in site.urls if url.startswith(("blog/2026/", "blog/2025/"))
    ]


TOC = {
    "permalinks": [{"toc": {"permalink": True}}],
    "signs": [{"toc": {"permalink": "⚓︎", "permalink_title": "Link here"}}],
    "whole headings": [{"toc": {"anchorlink": True}}],
    "before headings": [{"toc": {"permalink": "#", "permalink_leading": True}}],
    "twice": ["toc", {"toc": {"permalink": True}}],
    "off": [{"toc": {"toc_depth": 0}}],
    "ids off": [{"toc": {"toc_depth": "6-6", "permalink": True}}],
}
HEADED = "# The *heading*\n\nOpening.\n\n## A section\n\nText.\n\n<!-- more -->\n\n## Another\n\nRest."


@pytest.mark.parametrize("extensions", TOC.values(), ids=TOC)
def test_headings_of_an_excerpt_are_text_however_toc_is_set(build, extensions) -> None:
    texts = {"docs/blog/posts/a.md": post(body=HEADED, title=None, slug="a", categories=["C"])}
    site = build(texts, config={"markdown_extensions": extensions}, options={"blog_toc": True})
    for url in ("blog/", "blog/category/c/"):
        assert site.listed(url) == ["The heading"]
        summary = site.page(url).css_first(".p-summary")
        assert [words(heading) for heading in summary.css("h2, h3, h4")] == ["A section"]
        assert summary.css(".headerlink") == []
        assert site.lost_links(url) == []
    assert words(site.page(site.post("a")).css_first("h1")) == "The heading"
    assert site.warnings == []


@pytest.mark.parametrize("shown", [1, 2, 5])
def test_an_entry_shows_the_first_of_several_authors(build, shown) -> None:
    authors = "authors:\n" + "".join(f"  {name}: {{name: {name.title()}, avatar: x.png}}\n" for name in "abc")
    texts = {
        "docs/blog/.authors.yml": authors, "docs/x.png": b"png",
        "docs/blog/posts/1.md": post("2026-01-01", title="Three", authors=["c", "a", "b"], categories=["C"]),
        "docs/blog/posts/2.md": post("2026-01-02", title="One", authors=["b"], categories=["C"]),
        "docs/blog/posts/3.md": post("2026-01-03", title="None", categories=["C"]),
    }  # fmt: skip
    site = build(texts, options={"post_excerpt_max_authors": shown})
    for url in ("blog/", "blog/category/c/"):
        entries = [item["properties"] for item in site.feed(url)["children"] if "h-entry" in item["type"]]
        found = {entry["name"][0]: [card["properties"]["name"][0] for card in entry.get("author", [])]
                 for entry in entries}  # fmt: skip
        assert found == {"None": [], "One": ["B"], "Three": ["C", "A", "B"][:shown]}
        assert site.lost_links(url) == []
    names = [card["properties"]["name"][0] for card in site.entry(site.post("three"))["author"]]
    assert names == ["C", "A", "B"]

"""Whether views show excerpts or titles, and what their own Markdown files add."""

import pytest

from tests.hosts.built import words
from tests.hosts.written import THEMES, post

TERMS = {"categories": ["C"], "tags": ["t"], "authors": ["Ada"], "series": ["S"]}
VIEWS = {
    "index": "blog/", "categories": "blog/category/c/", "tags": "blog/tag/t/", "series": "blog/series/s/",
    "authors": "blog/author/ada/", "archive": "blog/archive/2026/",
}  # fmt: skip
TEXTS = {
    f"docs/blog/posts/{n}.md": post(f"2026-01-0{n}", f"First {n}.\n\nSecond {n}.", title=f"P{n}", **TERMS)
    for n in (1, 2, 3)
}


def styles(site) -> dict[str, str]:
    shown = {kind: (len(site.page(url).css(".p-summary")), len(site.page(url).css(".iroco-title")))
             for kind, url in VIEWS.items()}  # fmt: skip
    return {kind: {(3, 0): "excerpts", (0, 3): "titles"}.get(counts, str(counts)) for kind, counts in shown.items()}


def test_index_and_categories_show_excerpts_and_others_titles(build) -> None:
    assert styles(build(TEXTS)) == dict.fromkeys(VIEWS, "titles") | {"index": "excerpts", "categories": "excerpts"}


@pytest.mark.parametrize("style", ["excerpts", "titles"])
def test_one_option_for_every_kind(build, style) -> None:
    assert styles(build(TEXTS, options={"view_style": style})) == dict.fromkeys(VIEWS, style)


@pytest.mark.parametrize("kind", VIEWS)
def test_a_kinds_own_option_wins(build, kind) -> None:
    found = styles(build(TEXTS, options={"view_style": dict.fromkeys(VIEWS, "titles") | {kind: "excerpts"}}))
    assert found == dict.fromkeys(VIEWS, "titles") | {kind: "excerpts"}


@pytest.mark.parametrize("option", [{"archive_toc": False}, {"archive_pagination": True}])
def test_a_kind_set_up_for_material_shows_excerpts_as_there(build, option) -> None:
    assert styles(build(TEXTS, options=option))["archive"] == "excerpts"


def test_the_index_can_show_some_posts_whole(build) -> None:
    body = "First.\n\n## Sub\n\nSecond. [^1]\n\n[^1]: Note."
    texts = {f"docs/blog/posts/{n}.md": post(f"2026-01-0{n}", body, title=f"P{n}") for n in (1, 2, 3)}
    site = build(texts, options={"index_full_posts": 2}, config={"markdown_extensions": ["footnotes"]})
    whole = ["Second." in words(entry) for entry in site.page("blog/").css("article.h-entry")]
    assert whole == [True, True, False]
    assert site.lost_links("blog/") == []
    ids = [node.attributes["id"] for node in site.page("blog/").css("section.h-feed [id]")]
    assert len(ids) == len(set(ids))


def test_whole_posts_are_first_among_titles_too(build) -> None:
    site = build(TEXTS, options={"index_full_posts": 1, "view_style": {"index": "titles"}})
    assert site.listed("blog/") == ["P3", "P2", "P1"]
    assert "Second 3." in site.text("blog/")
    assert "First 2." not in site.text("blog/")


@pytest.mark.parametrize("theme", THEMES)
def test_a_markdown_file_at_a_views_address_introduces_it(build, theme) -> None:
    introductions = {
        f"docs/{url}index.md" if kind == "index" else f"docs/{url.rstrip('/')}.md":
        f"# Our *own* words\n\nAn introduction to {kind}, [home](/).\n\n## More\n\nText.\n"
        for kind, url in VIEWS.items()
    }  # fmt: skip
    site = build({**TEXTS, **introductions}, theme)
    for kind, url in VIEWS.items():
        page = site.page(url)
        assert [words(heading).rstrip("¶ ") for heading in page.css("h1")] == ["Our own words"]
        assert page.css_first("h1 em")
        assert f"An introduction to {kind}" in words(page.css_first("section.h-feed"))
        assert site.listed(url)[-1 if kind != "series" else 0] == "P1"
        assert words(page.css_first("title")).startswith("Our own words")
    assert site.warnings == []


def test_an_introduction_may_be_an_index_file_in_a_folder(build) -> None:
    site = build({**TEXTS, "docs/blog/category/c/index.md": "# Of C\n\nAn introduction.\n"})
    assert words(site.page("blog/category/c/").css_first("h1")) == "Of C"
    assert site.listed("blog/category/c/") == ["P3", "P2", "P1"]


def test_links_of_an_introduction_are_checked_by_the_host(build) -> None:
    intro = "# Journal\n\n[One](posts/1.md), [lost](posts/none.md), ![](x.svg).\n"
    site = build({**TEXTS, "docs/blog/index.md": intro, "docs/blog/x.svg": "<svg/>"})
    [warning] = site.warnings
    assert "posts/none.md" in warning
    assert "../2026/" not in site.text("blog/")
    assert site.lost_links("blog/") == ["posts/none.md"]


def test_an_introduction_needs_no_heading(build) -> None:
    for text, title in (("Welcome.\n", "Blog"), ("---\ntitle: Journal\n---\n\nWelcome.\n", "Journal")):
        site = build({**TEXTS, "docs/blog/index.md": text})
        assert [words(heading) for heading in site.page("blog/").css("h1")] == [title]
        assert "Welcome." in words(site.page("blog/").css_first("section.h-feed"))


def test_the_table_of_contents_of_a_view_lists_posts_where_asked_for(build) -> None:
    site = build(TEXTS, "material", options={"blog_toc": True, "categories_toc": False})
    assert [words(link) for link in site.page("blog/").css(".md-nav--secondary a")][-3:] == ["P3", "P2", "P1"]
    assert site.lost_links("blog/", ".md-nav--secondary") == []
    assert "P3" not in words(site.page("blog/category/c/").css_first(".md-nav--secondary"))

"""A blog that comes from Material's own plugin: its neighbours decide, its templates and new pages are told."""

from __future__ import annotations

import pytest

from tests.hosts.built import words
from tests.hosts.written import post

AUTHORS = "authors:\n  ines: {name: Ines, description: Writes, avatar: 'https://example.net/i.png'}\n"

TEXTS = {
    "docs/tags.md": "# All tags\n\n<!-- material/tags -->\n",
    "docs/blog/.authors.yml": AUTHORS,
    "docs/blog/posts/a.md": post("2024-08-01", title="A", tags=["one"], categories=["C"], authors=["ines"], series="S"),
    "docs/blog/posts/b.md": post("2024-12-01", title="B"),
}


def pages(site) -> set[str]:
    return {path.parent.relative_to(site.out).as_posix() for path in site.out.rglob("index.html")}


def test_materials_tags_plugin_lists_tags_instead_of_ours(build) -> None:
    site = build(TEXTS, "material", plugins=["search", "tags", "iroco-blog"])
    assert not [page for page in pages(site) if page.startswith("blog/tag")]
    assert [link.text(strip=True) for link in site.page("tags/").css("article li a")] == ["A"]
    assert site.warnings == []


def test_tags_have_views_beside_that_plugin_where_they_are_asked_for(build) -> None:
    site = build(TEXTS, "material", plugins=["search", "tags", {"iroco-blog": {"tags": True}}])
    assert {"blog/tag/one", "blog/tags"} <= pages(site)


def test_one_note_lists_what_materials_plugin_would_not_have_made(build) -> None:
    moving = {"archive_toc": True}
    [note] = [note for note in build(TEXTS, "material", options=moving).notes if "would not make" in note]
    assert [word for word in note.split("`") if ": false" in word] == [
        "tags: false", "series: false", "authors_profiles: false", "overviews: false",
    ]  # fmt: skip
    assert not [note for note in build(TEXTS, "material").notes if "would not make" in note]
    off = {**moving, "tags": False, "series": False, "authors_profiles": False, "overviews": False}
    site = build(TEXTS, "material", options=off)
    assert not [note for note in site.notes if "would not make" in note]
    assert not [note for note in build(TEXTS, "mkdocs").notes if "would not make" in note]
    theirs = build(TEXTS, "material", plugins=["search", "blog"])
    assert pages(site) == pages(theirs)


@pytest.mark.parametrize(
    ("template", "fragment"),
    [("blog-post.html", "post.html"), ("blog.html", "view.html"), ("partials/post.html", "entry.html")],
)
def test_a_template_that_is_not_used_names_its_fragment(build, template, fragment) -> None:
    texts = {**TEXTS, f"own/{template}": "{% extends 'main.html' %}", "own/partials/copyright.html": "By hand"}
    site = build(texts, {"name": "material", "custom_dir": "own"})
    [note] = [note for note in site.notes if template in note]
    assert note.startswith(f"own/{template}: ")
    assert f"`iroco_blog/{fragment}`" in note
    assert site.warnings == []
    assert "By hand" in site.text("blog/")


def test_the_old_name_of_an_option_is_read(build) -> None:
    options = {"pagination_per_page": 1, "pagination_template": "page $page of $page_count"}
    site = build(TEXTS, "material", options=options)
    assert words(site.page("blog/").css_first(".iroco-pager ul")) == "page 1 of 2"
    assert site.warnings == []


def test_months_beside_the_page_that_material_has_for_the_year(build) -> None:
    site = build(TEXTS, "material", options={"archive_date_format": "MMMM yyyy"})
    assert {"blog/archive/2024/08", "blog/archive/2024/12", "blog/archive/2024"} <= pages(site)
    assert site.listed("blog/archive/2024/") == ["B", "A"]
    assert site.listed("blog/archive/2024/08/") == ["A"]


def test_quarters_are_told_apart_in_addresses_too(build) -> None:
    texts = {**TEXTS, "docs/blog/posts/c.md": post("2024-10-01", title="C")}
    site = build(texts, options={"archive_date_format": "QQQ yyyy"})
    assert site.listed("blog/archive/2024/q4/") == ["B", "C"]
    assert site.listed("blog/archive/2024/q3/") == ["A"]


def test_no_author_may_be_shown_on_lists(build) -> None:
    site = build(TEXTS, options={"post_excerpt_max_authors": 0})
    assert site.page("blog/").css(".iroco-entry .p-author") == []
    assert site.page(site.post("a")).css(".p-author")

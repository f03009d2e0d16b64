"""Authors, categories, tags and series: posts by the terms they name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.model import Blog, Taxonomy

Build = Callable[..., tuple[Blog, list[Finding]]]


def tagged(*tags: str, key: str = "tags") -> dict[str, str]:
    """A post a value, a day younger each."""
    text = "---\ntitle: Post {0}\ndate: 2024-10-{0:02}\n{1}: {2}\n---\n"
    return {f"{at}.md": text.format(at, key, tag) for at, tag in enumerate(tags, 1)}


def terms(taxonomy: Taxonomy) -> list[tuple[Any, ...]]:
    return [(term.name, term.path, [post.title for post in term.posts]) for term in taxonomy.terms]


def test_terms_have_views_at_addresses_that_their_slugs_make(build: Build) -> None:
    blog, findings = build(tagged("[Numérique responsable]", "[css, Numérique responsable]"))
    assert terms(blog.taxonomies["tags"]) == [
        ("css", "blog/tag/css", ["Post 2"]),
        ("Numérique responsable", "blog/tag/numérique-responsable", ["Post 2", "Post 1"]),
    ]
    assert findings == []


@pytest.mark.parametrize(
    ("kind", "key", "path"),
    [
        ("authors", "author", "blog/author/low-tech"),
        ("categories", "category", "blog/category/low-tech"),
        ("tags", "tag", "blog/tag/low-tech"),
        ("series", "series", "blog/series/low-tech"),
    ],
)
def test_every_kind_has_its_own_address(build: Build, kind: str, key: str, path: str) -> None:
    blog, _ = build(tagged("Low tech", key=key))
    assert terms(blog.taxonomies[kind]) == [("Low tech", path, ["Post 1"])]


def test_a_series_is_read_from_its_beginning(build: Build) -> None:
    blog, _ = build(tagged("A lighter page", "A lighter page", "A lighter page", key="series"))
    assert terms(blog.taxonomies["series"])[0][2] == ["Post 1", "Post 2", "Post 3"]


def test_spellings_that_differ_in_case_are_one_term_under_the_commonest(build: Build) -> None:
    blog, findings = build(tagged("low tech", "Low Tech", "Low Tech", "LOW TECH"))
    assert terms(blog.taxonomies["tags"]) == [
        ("Low Tech", "blog/tag/low-tech", ["Post 4", "Post 3", "Post 2", "Post 1"])
    ]
    assert [post.tags for post in blog.posts] == [("LOW TECH",), ("Low Tech",), ("Low Tech",), ("low tech",)]
    assert [finding.is_problem for finding in findings] == [False]


def test_of_spellings_used_alike_every_build_takes_the_same(build: Build) -> None:
    files = tagged("low tech", "Low tech")
    turned = dict(reversed(files.items()))
    assert terms(build(files)[0].taxonomies["tags"]) == terms(build(turned)[0].taxonomies["tags"])
    assert build(files)[1] == build(turned)[1]


def test_a_post_with_two_spellings_of_a_term_is_in_it_once(build: Build) -> None:
    blog, _ = build(tagged("[Web, web, WEB]"))
    [post] = blog.posts
    assert [term.name for term in blog.terms_of(post, "tags")] == ["WEB"]
    assert terms(blog.taxonomies["tags"])[0][2] == ["Post 1"]


@pytest.mark.parametrize("kind", ["categories", "tags", "series"])
@pytest.mark.parametrize(
    ("names", "slugs"),
    [
        (["C", "C++", "C#"], ["c", "c-plus-plus", "c-sharp"]),
        (["C#", "C++", "C"], ["c-sharp", "c-plus-plus", "c"]),
        (["C#", "C++"], ["c", "c-plus-plus"]),
        ([".NET", "NET"], ["dot-net", "net"]),
        ([".NET"], ["net"]),
        (["🎉", "🚀"], ["party-popper", "rocket"]),
        (["A&B", "AB", "A/B", "A§B"], ["a-and-b", "ab", "a-slash-b", "a-section-sign-b"]),
        (["C#", "C sharp", "C"], ["c-sharp-2", "c-sharp", "c"]),
        (["का", "की"], ["क", "क-2"]),
        (["\ue000", "\ue001"], ["KIND", "KIND-2"]),
        (["Web", "Web!"], ["web", "web-exclamation-mark"]),
    ],
)
def test_every_term_has_an_address_of_its_own(build: Build, kind: str, names: list[str], slugs: list[str]) -> None:
    blog, findings = build(tagged(*(f"['{name}']" for name in names), key=kind))
    by_spelling = blog.taxonomies[kind].by_spelling
    fallback = {"categories": "category", "tags": "tag", "series": "series"}[kind]
    assert [by_spelling[name].slug for name in names] == [slug.replace("KIND", fallback) for slug in slugs]
    assert [[post.title for post in by_spelling[name].posts] for name in names] == [
        [f"Post {number}"] for number in range(1, len(names) + 1)
    ]
    assert all(not finding.is_problem and "categories_slugify" in finding.hint for finding in findings)


def test_a_new_post_moves_no_address(build: Build) -> None:
    old = tagged("['C#']", "['C++']")
    new = {**old, "3.md": "---\ndate: 2024-11-01\ntags: ['C++', 'C?', 'C!']\n---\n"}
    before, after = (build(files)[0].taxonomies["tags"].by_spelling for files in (old, new))
    assert {name: before[name].path for name in before} == {name: after[name].path for name in before}


def test_drafts_decide_no_address(build: Build) -> None:
    files = {**tagged("['C#']"), "0.md": "---\ndate: 2020-01-01\ntags: ['C++']\ndraft: true\n---\n"}
    assert build(files, drafts=True)[0].taxonomies["tags"].by_spelling["C#"].slug == "c"


@pytest.mark.parametrize(("key", "kind"), [("category", "categories"), ("tag", "tags"), ("series", "series")])
@pytest.mark.parametrize("names", [("low-tech", "Low tech"), ("Cafe\u0301", "Caf\u00e9")])
def test_names_that_differ_only_in_what_joins_words_are_one_term(
    build: Build, key: str, kind: str, names: tuple[str, ...]
) -> None:
    blog, [note] = build(tagged(*(f"['{name}']" for name in names), key=key))
    assert not note.is_problem
    [term] = blog.taxonomies[kind].terms
    assert len(term.posts) == 2


def test_authors_with_one_slug_are_a_problem_on_one_page(build: Build) -> None:
    _, [problem] = build(tagged("Jean Paul", "Jean-Paul", key="author"))
    assert problem.is_problem
    assert all(f"`{name}`" in problem.what for name in ("Jean Paul", "Jean-Paul"))


@pytest.mark.parametrize(
    ("key", "option"),
    [("author", "authors_profiles"), ("category", "categories"), ("tag", "tags"), ("series", "series")],
)
def test_nothing_is_said_of_views_that_are_not_made(build: Build, key: str, option: str) -> None:
    files = tagged("Low tech", "low tech", "low-tech", key=key)
    assert build(files)[1] != []
    assert build(files, **{option: False})[1] == []


def test_spellings_of_case_and_of_slug_together_are_one_view_each(build: Build) -> None:
    blog, findings = build(tagged("Low tech", "low tech", "low-tech"))
    assert len(blog.taxonomies["tags"].terms) == 1
    assert [finding.is_problem for finding in findings] == [False]


@pytest.mark.parametrize(
    "names", [("Jean Paul", "Jean-Paul"), ("Zoé Martin", "ZOÉ MARTIN"), ("🎈", "🎉")], ids=["slug", "case", "no slug"]
)
def test_two_authors_never_share_a_page_in_silence(build: Build, names: tuple[str, ...]) -> None:
    blog, findings = build(tagged(*names, key="author"))
    paths = [view.path for view in blog.views if view.kind == "authors"]
    assert len(paths) == len(set(paths))
    assert len(paths) == len(names) or findings


def test_an_author_in_several_forms_has_one_page(build: Build) -> None:
    files = tagged("bruno", "Bruno Thomas", "{name: bruno thomas}", "[Bruno Thomas, Agathe Grandin]", key="authors")
    blog, findings = build(files, authors="bruno: {name: Bruno Thomas}")
    assert [(term.name, len(term.posts)) for term in blog.taxonomies["authors"].terms] == [
        ("Agathe Grandin", 1), ("Bruno Thomas", 4),
    ]  # fmt: skip
    assert findings == []


def test_terms_of_a_post_stand_in_the_author_s_order(build: Build) -> None:
    blog, _ = build(tagged("[web, css, fonts]"))
    assert [term.name for term in blog.terms_of(blog.posts[0], "tags")] == ["web", "css", "fonts"]


def test_terms_sort_by_name_whatever_their_case(build: Build) -> None:
    blog, _ = build(tagged("[zebra, Apple, apricot, 3.10]"))
    assert [term.name for term in blog.taxonomies["tags"].terms] == ["3.10", "Apple", "apricot", "zebra"]


def test_categories_sort_as_an_option_says(build: Build) -> None:
    files = tagged("Web", "Web", "Method", key="category")
    by_count = build(files, categories_sort_by=lambda term: len(term.posts), categories_sort_reverse=True)[0]
    assert [term.name for term in by_count.taxonomies["categories"].terms] == ["Web", "Method"]


def test_a_term_of_drafts_alone_is_none(build: Build) -> None:
    files = tagged("Notes") | {"d.md": "---\ntitle: D\ndate: 2024-10-09\ndraft: true\ntags: Secret\n---\n"}
    assert [term.name for term in build(files)[0].taxonomies["tags"].terms] == ["Notes"]
    assert [term.name for term in build(files, drafts=True)[0].taxonomies["tags"].terms] == ["Notes", "Secret"]


def test_a_term_of_unlisted_posts_alone_has_no_view(build: Build) -> None:
    blog, _ = build({"u.md": "---\ntitle: U\ndate: 2024-10-09\nunlisted: true\ntags: Private\n---\n"})
    assert terms(blog.taxonomies["tags"]) == [("Private", "", [])]
    assert [view.kind for view in blog.views] == ["index"]


@pytest.mark.parametrize("name", ["../../etc", "..", "/", "🎈", "a" * 400, "é" * 300, "?#%"])
def test_no_name_leads_out_of_the_blog(build: Build, name: str) -> None:
    for kind in ("tags", "categories", "series", "author"):
        blog, _ = build(tagged(f"['{name}']", key=kind))
        [path] = [view.path for view in blog.views if view.kind not in ("index", "archive")]
        assert path.startswith("blog/")
        assert not {"", ".", ".."} & set(path.split("/"))
        assert all(len(part.encode()) <= 250 for part in path.split("/"))

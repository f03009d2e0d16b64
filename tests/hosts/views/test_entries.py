"""How views list posts: as lists, with headings, badges, and dates without a year that is clear already."""

from typing import Any

import pytest

from tests.hosts.built import Site, words
from tests.hosts.written import post

TERMS: dict[str, Any] = {"categories": ["C"], "tags": ["t"], "authors": ["Ada"], "series": ["S"]}
TEXTS = {
    "docs/blog/posts/a.md": post("2025-12-31", title="Old", **TERMS),
    "docs/blog/posts/b.md": post("2026-01-02", title="New", pin=True, **TERMS),
    "docs/blog/posts/c.md": post("2026-03-04", title="Newer", **TERMS),
}
VIEWS = (
    "blog/", "blog/category/c/", "blog/tag/t/", "blog/series/s/", "blog/author/ada/", "blog/archive/2026/",
)  # fmt: skip


def dates(site: Site, url: str) -> list[str]:
    return [words(date) for date in site.page(url).css(".h-entry .dt-published")]


@pytest.mark.parametrize("style", ["titles", "excerpts"])
def test_posts_are_the_items_of_a_list_and_have_headings(build, style) -> None:
    site = build(TEXTS, options={"view_style": style})
    for url in VIEWS:
        by_year = style == "titles" and "author" in url
        feed, heading = site.page(url).css_first("section.h-feed"), "h3" if by_year else "h2"
        names = [words(link) for link in feed.css(f"ul.iroco-entries > li > article > {heading} > a.p-name.u-url")]
        assert names == site.listed(url)
        assert len(names) == len(feed.css("article.h-entry"))
        assert len(feed.css("ul.iroco-entries")) == (2 if by_year else 1)


def test_below_the_heading_of_a_year_titles_are_a_level_down(build) -> None:
    page = build(TEXTS).page("blog/archive/")
    levels = [(node.tag, words(node)) for node in page.css("section h1, section h2, section h3")]
    assert levels == [("h1", "Archive"), ("h2", "2026"), ("h3", "Newer"), ("h3", "New"), ("h2", "2025"), ("h3", "Old")]
    assert len(page.css("ul.iroco-entries")) == 2


def test_inside_a_year_dates_have_no_year(build) -> None:
    site = build(TEXTS)
    assert dates(site, "blog/archive/2026/") == ["Mar 4", "Jan 2"]
    assert dates(site, "blog/archive/") == ["Mar 4", "Jan 2", "Dec 31"]
    assert dates(site, "blog/tag/t/") == ["Mar 4, 2026", "Jan 2, 2026", "Dec 31, 2025"]
    stamps = [date.attributes["datetime"] for date in site.page("blog/archive/2026/").css(".dt-published")]
    assert stamps == ["2026-03-04", "2026-01-02"]


@pytest.mark.parametrize(
    ("lang", "pattern", "expected"),
    [
        ("fr", "long", ["4 mars", "2 janv."]),
        ("de", "d. MMMM yyyy", ["4. März", "2. Januar"]),
        ("ja", "yyyy年M月d日", ["3月4日", "1月2日"]),
        ("en", "yyyy-MM-dd", ["03-04", "01-02"]),
    ],
)
def test_they_keep_the_order_of_the_language_or_of_the_blogs_format(build, lang, pattern, expected) -> None:
    site = build(TEXTS, options={"lang": lang, "post_date_format": pattern})
    assert dates(site, "blog/archive/2026/") == expected


def test_a_month_is_inside_a_year_and_a_name_without_a_year_is_not(build) -> None:
    months = build(TEXTS, options={"archive_date_format": "MMMM yyyy", "archive_url_date_format": "yyyy/MM"})
    assert dates(months, "blog/archive/2026/03/") == ["Mar 4"]
    short = build(TEXTS, options={"archive_date_format": "''yy", "archive_url_date_format": "yyyy"})
    assert dates(short, "blog/archive/2026/") == ["Mar 4, 2026", "Jan 2, 2026"]


def test_excerpts_of_a_year_have_no_year_either(build) -> None:
    site = build(TEXTS, options={"view_style": "excerpts"})
    assert dates(site, "blog/archive/2026/") == ["March 4", "January 2"]
    assert dates(site, "blog/")[0] == "January 2, 2026"


@pytest.mark.parametrize("style", ["titles", "excerpts", "cards"])
def test_pinned_is_said_on_the_index_where_it_decides_the_order(build, style) -> None:
    site = build(TEXTS, options={"view_style": style})
    pinned = {url: [words(badge) for badge in site.page(url).css(".iroco-badge")] for url in VIEWS}
    assert pinned == {url: ["Pinned"] if url == "blog/" else [] for url in VIEWS}


def test_badges_stand_on_the_meta_line(build) -> None:
    texts = {**TEXTS, "docs/blog/posts/d.md": post("2026-05-05", title="Draft", draft=True)}
    page = build(texts, command="serve").page("blog/")
    assert [words(badge) for badge in page.css(".iroco-meta .iroco-badge")] == ["Pinned", "Draft"]
    assert len(page.css(".iroco-badge")) == 2


@pytest.mark.parametrize("fragment", ["entry", "title", "meta"])
def test_an_entry_of_ones_own_knows_the_kind_of_its_view(build, fragment) -> None:
    values = "{{ view.kind }} {{ view.style }} {{ view.level }} {{ view.in_year }}"
    own = f'{{% if view %}}<p class="own">{values}</p>{{% endif %}}'
    style = "titles" if fragment == "title" else "excerpts"
    site = build({**TEXTS, f"own/iroco_blog/{fragment}.html": own}, {"name": "mkdocs", "custom_dir": "own"},
                 options={"view_style": style})  # fmt: skip
    kinds = ["index", "categories", "tags", "series", "authors", "archive"]
    shown = {kind: {words(node) for node in site.page(url).css(".own")} for kind, url in zip(kinds, VIEWS, strict=True)}
    expected = {kind: {f"{kind} {style} 2 {kind == 'archive'}"} for kind in kinds}
    if fragment == "title":
        expected["authors"] = {"authors titles 3 True"}
    assert shown == expected
    if fragment == "title":
        assert {words(node) for node in site.page("blog/archive/").css(".own")} == {"archive titles 3 True"}

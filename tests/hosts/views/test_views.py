"""Views and overviews: what they list, in what order, under what address."""

import pytest

from tests.hosts.built import words
from tests.hosts.written import THEMES, post

AUTHORS = "authors:\n  bruno: {name: Bruno Thomas, description: Writes, avatar: 'images/b.svg'}\n"
SITE = {
    "docs/blog/.authors.yml": AUTHORS,
    "docs/images/b.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "docs/blog/posts/a.md": post(
        "2024-12-31", title="Last of 2024", categories=["Grand public"], tags=["css"], author="bruno",
        series="Home page",
    ),
    "docs/blog/posts/b.md": post(
        "2026-01-01", title="First of 2026", categories=["Grand public", "Numérique responsable"], tags="css, fonts",
        author="Bruno thomas", series="Home page",
    ),
    "docs/blog/posts/c.md": post("2026-03-05", title="March", tags=["3.10", "css"], authors={"name": "Ada"},
                                 series="Home page"),
}  # fmt: skip


def test_every_kind_of_view(build) -> None:
    site = build(SITE)
    listed = {url: site.listed(url) for url in site.urls if "h-feed" in site.text(url)}
    everything = ["March", "First of 2026", "Last of 2024"]
    assert listed == {
        "blog/": everything,
        "blog/archive/": everything,
        "blog/archive/2024/": ["Last of 2024"],
        "blog/archive/2026/": ["March", "First of 2026"],
        "blog/category/grand-public/": ["First of 2026", "Last of 2024"],
        "blog/category/numérique-responsable/": ["First of 2026"],
        "blog/tag/css/": everything,
        "blog/tag/fonts/": ["First of 2026"],
        "blog/tag/310/": ["March"],
        "blog/author/bruno/": ["First of 2026", "Last of 2024"],
        "blog/author/ada/": ["March"],
        "blog/series/home-page/": everything[::-1],
    }
    assert site.warnings == []
    for url in site.urls:
        assert site.lost_links(url) == []


def test_overviews_count_posts(build) -> None:
    site = build(SITE)

    def counts(url: str) -> dict[str, str]:
        items = site.page(url).css(".iroco-groups li")
        return {words(item.css_first("a")): words(item.css_first(".iroco-quiet")) for item in items}

    assert counts("blog/categories/") == {"Grand public": "2 posts", "Numérique responsable": "1 post"}
    assert counts("blog/tags/") == {"3.10": "1 post", "css": "3 posts", "fonts": "1 post"}
    assert counts("blog/series/") == {"Home page": "3 posts"}
    authors = site.page("blog/authors/")
    assert [words(name) for name in authors.css(".iroco-author strong")] == ["Ada", "Bruno Thomas"]
    assert [words(count) for count in authors.css(".iroco-count")] == ["1 post", "2 posts"]


def test_overviews_have_the_addresses_that_an_option_gives(build) -> None:
    site = build(SITE, options={"overviews": {"tags": "topics", "authors": False}})
    assert "blog/topics/" in site.urls
    assert {"blog/tags/", "blog/authors/"}.isdisjoint(site.urls)
    assert site.lost_links("blog/") == []


def test_the_archive_shows_all_titles_by_year(build) -> None:
    page = build(SITE).page("blog/archive/")
    assert [words(year) for year in page.css("section h2")] == ["2026", "2024"]
    assert [link.attributes["href"] for link in page.css("section h2 a")] == ["2026/", "2024/"]


def test_the_archive_can_go_by_months(build) -> None:
    options = {"archive_date_format": "MMMM yyyy", "archive_url_date_format": "yyyy/MM"}
    site = build(SITE, options=options)
    assert site.listed("blog/archive/2026/01/") == ["First of 2026"]
    assert words(site.page("blog/archive/2026/03/").css_first("h1")) == "March 2026"


@pytest.mark.parametrize("day", ["2024-12-29", "2024-12-30", "2024-12-31", "2025-01-01", "2027-01-01", "2027-01-03"])
def test_days_around_new_year_are_in_their_own_year(build, day) -> None:
    site = build({"docs/blog/posts/a.md": post(day, title="A")})
    year = day[:4]
    assert f"blog/{day.replace('-', '/')}/a/" in site.urls
    assert site.listed(f"blog/archive/{year}/") == ["A"]


def test_a_time_zone_may_move_a_post_to_another_day(build) -> None:
    late = {"docs/blog/posts/a.md": post("2025-12-31 23:30", title="A")}
    site = build(late, options={"timezone": "Europe/Paris"})
    assert site.entry("blog/2025/12/31/a/")["published"] == ["2025-12-31T23:30:00+0100"]
    assert site.listed("blog/archive/2025/") == ["A"]


def test_posts_of_one_day_are_in_order_of_time(build) -> None:
    site = build({
        "docs/blog/posts/a.md": post("2026-01-02 09:00", title="Morning"),
        "docs/blog/posts/b.md": post("2026-01-02 18:00:00 +0000", title="Evening"),
        "docs/blog/posts/c.md": post("2026-01-02", title="Day"),
        "docs/blog/posts/d.md": post("2026-01-02T20:00:00+05:00", title="Afternoon"),
    })  # fmt: skip
    assert site.listed("blog/") == ["Evening", "Afternoon", "Morning", "Day"]


def test_pinned_posts_come_first_on_the_index_only(build) -> None:
    texts = {f"docs/blog/posts/{n}.md": post(f"2026-01-0{n}", title=f"P{n}", tags=["t"], pin=n == 2) for n in (1, 2, 3)}
    site = build(texts)
    assert site.listed("blog/") == ["P2", "P3", "P1"]
    assert site.listed("blog/tag/t/") == ["P3", "P2", "P1"]
    assert words(site.page("blog/").css_first(".iroco-badge")) == "Pinned"


def test_spellings_that_differ_in_case_are_one_term(build) -> None:
    site = build({
        f"docs/blog/posts/{n}.md": post(f"2026-01-0{n}", title=f"P{n}", tags=[tag])
        for n, tag in enumerate(["CSS", "css", "css"], 1)
    })  # fmt: skip
    assert site.listed("blog/tag/css/") == ["P3", "P2", "P1"]
    assert words(site.page("blog/tag/css/").css_first("h1")) == "css"
    assert site.entry("blog/2026/01/01/p1/")["category"] == ["CSS"]
    assert len(site.notes) == 1
    assert site.problems == []


def test_an_author_page_introduces_the_author(build) -> None:
    site = build(SITE)
    [card] = [
        item for item in site.feed("blog/author/bruno/")["properties"].get("author", []) if isinstance(item, dict)
    ]
    assert card["properties"]["name"] == ["Bruno Thomas"]
    assert card["properties"]["note"] == ["Writes"]


@pytest.mark.parametrize(
    ("option", "gone"),
    [
        ({"archive": False}, "archive"), ({"categories": False}, "categor"), ({"tags": False}, "tag"),
        ({"series": False}, "series"), ({"authors_profiles": False}, "author"), ({"authors": False}, "author"),
    ],
)  # fmt: skip
def test_a_kind_of_view_can_be_switched_off(build, option, gone) -> None:
    site = build(SITE, options=option)
    assert not [url for url in site.urls if gone in url]
    assert not [url for url in site.urls if site.lost_links(url)]
    assert site.problems == []


def test_disabled_the_blog_is_ordinary_pages(build) -> None:
    site = build(SITE, options={"enabled": False})
    assert site.urls == {"", "blog/posts/a/", "blog/posts/b/", "blog/posts/c/"}


def test_an_overview_gives_way_to_a_page_of_the_site(build) -> None:
    site = build({**SITE, "docs/blog/tags.md": "# Our own tags\n"})
    assert words(site.page("blog/tags/").css_first("h1")) == "Our own tags"
    assert len(site.notes) == 1
    assert site.warnings == []


def test_non_ascii_terms_have_views_that_links_reach(build) -> None:
    text = post(title="日本", tags=["日本語", "C++", "c#", "été"], categories=["Ça va"])
    site = build({"docs/blog/posts/a.md": text})
    assert {"blog/tag/日本語/", "blog/tag/été/", "blog/category/ça-va/"} <= site.urls
    for url in site.urls:
        assert site.lost_links(url) == []


@pytest.mark.parametrize("theme", THEMES)
def test_one_spelling_of_a_title_with_an_ampersand(build, theme) -> None:
    site = build(
        {"docs/blog/posts/a.md": post(title="Fish &amp; chips", slug="fish", tags=["R&D"], description="A &lt; B")},
        theme,
    )
    url = site.post("fish")
    assert site.entry(url)["name"] == ["Fish & chips"]
    assert site.entry(url)["summary"] == ["A < B"]
    assert words(site.page(url).css_first("title")).startswith("Fish & chips")
    assert site.listed("blog/") == ["Fish & chips"]
    assert words(site.page("blog/tag/rd/").css_first("h1")) == "R&D"
    assert words(site.page("blog/tag/rd/").css_first("title")).startswith("R&D")

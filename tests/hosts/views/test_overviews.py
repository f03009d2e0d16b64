"""Overviews and authors' pages: terms in two orders, years, months and days, and an author's picture and links."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from tests.hosts.built import words
from tests.hosts.written import post

AUTHORS = """authors:
  ada:
    name: Ada Marsh
    description: Keeps the bees
    avatar: ada.svg
    url: https://ada.example/
    fediverse: "@ada@social.example"
    links:
      - https://github.com/ada
      - https://github.com/marsh
      - https://other.example/ada
  ben: {name: Ben Okoro, description: Apples}
  cleo: {name: Cleo Winter}
"""
TAGS = ("Ants", "bees", "Cider", "Dew", "Elder", "Frost", "Grass", "Hay", "Ivy")
SITE = {
    "docs/ada.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "docs/blog/.authors.yml": AUTHORS,
    "docs/blog/posts/a.md": post("2026-05-11", title="Ants", author="ada", tags=[*TAGS], categories=["One"]),
    "docs/blog/posts/b.md": post("2026-05-11", title="Bees", author="ben", tags=["Hay", "Ivy"], categories=["Two"]),
    "docs/blog/posts/c.md": post("2026-05-02", title="Cider", author="cleo", tags=["Ivy"]),
    "docs/blog/posts/d.md": post("2026-01-31", title="Dew", author="ada"),
    "docs/blog/posts/e.md": post("2024-12-31", title="Elder", author="ada"),
}  # fmt: skip


def counted(node) -> list[tuple[str, str]]:
    return [(words(item.css_first("a")), words(item.css_first(".iroco-quiet"))) for item in node.css("li")]


def months(site) -> dict[str, list[tuple[str, str | None]]]:
    """Return the months of each year, with their links."""
    page = site.page("blog/archive/")
    lists = [
        [(words(item), link.attributes["href"] if (link := item.css_first("a")) else None) for item in node.css("li")]
        for node in page.css(".iroco-months")
    ]
    return dict(zip(map(words, page.css("h2")), lists, strict=True))


def test_many_terms_are_listed_by_name_and_by_number_of_posts(build) -> None:
    page = build(SITE).page("blog/tags/")
    assert counted(page.css_first(".iroco-view > div > ul")) == [
        *((name, "1 post") for name in TAGS[:-2]), ("Hay", "2 posts"), ("Ivy", "3 posts"),
    ]  # fmt: skip
    [other] = page.css("details")
    assert words(other.css_first("summary")) == "By number of posts"
    assert "open" not in other.attributes
    assert counted(other)[:3] == [("Ivy", "3 posts"), ("Hay", "2 posts"), ("Ants", "1 post")]
    assert [item.attributes["id"] for item in page.css(".iroco-view li[id]")] == [name.lower() for name in TAGS]
    assert other.css("[id]") == []


def test_a_few_terms_are_seen_at_a_glance(build) -> None:
    assert build(SITE).page("blog/categories/").css("details") == []


def test_terms_in_an_order_of_the_site_s_own_are_listed_in_both_others(build) -> None:
    texts = {f"docs/blog/posts/{name}.md": post("2026-01-01", title=name, categories=[name]) for name in TAGS}
    page = build(texts, options={"categories_sort_reverse": True}).page("blog/categories/")
    assert [words(summary) for summary in page.css("summary")] == ["By name", "By number of posts"]
    [by_name, by_size] = page.css("details")
    assert counted(by_name) == counted(by_size) == counted(page)[::-1][:9]


def test_the_archive_counts_years_and_months(build) -> None:
    site = build(SITE)
    assert counted(site.page("blog/archive/").css_first(".iroco-groups")) == [("2026", "4 posts"), ("2024", "1 post")]
    assert months(site) == {
        "2026": [("May (3)", None), ("January (1)", None)],
        "2024": [("December (1)", None)],
    }
    assert site.lost_links("blog/archive/") == []


@pytest.mark.parametrize(
    ("lang", "month", "day"),
    [
        ("en", "May (3)", "11 (2 posts)"), ("ja", "5月（3）", "11（2件の記事）"), ("zh", "五月（3）", "11（2 篇文章）"),
        ("zh-Hant", "5月（3）", "11（2 篇文章）"), ("ko", "5월 (3)", "11 (글 2개)"), ("eo", "Majo (3)", "11 (2 posts)"),
    ],
)  # fmt: skip
def test_counts_stand_in_the_brackets_of_the_language(build, lang, month, day) -> None:
    site = build(SITE, options={"lang": lang})
    name, address = months(site)["2026"][0]
    assert (name.capitalize(), address) == (month, None)  # older versions of Babel write "majo"
    page = site.page("blog/archive/")
    assert [words(span) for span in page.css(".iroco-months [lang]")] == []
    assert words(page.css("figure td")[1]).endswith(day)


def test_months_that_have_pages_are_links_and_years_too(build) -> None:
    site = build(SITE, options={"archive_date_format": "MMMM yyyy"})
    assert months(site) == {
        "2026": [("May (3)", "2026/05/"), ("January (1)", "2026/01/")],
        "2024": [("December (1)", "2024/12/")],
    }
    assert [link.attributes["href"] for link in site.page("blog/archive/").css("h2 a")] == ["2026/", "2024/"]
    assert site.lost_links("blog/archive/") == []


def test_the_last_year_ends_with_the_month_of_the_newest_post(build) -> None:
    page = build(SITE).page("blog/archive/")
    figure = page.css_first("figure")
    assert [words(end) for end in figure.css("figcaption span")] == ["June 2025", "May 2026"]
    assert figure.css_first("svg[role=img]").attributes["aria-label"] == "Days with posts"
    rows = [[words(cell) for cell in row.css("th, td")] for row in figure.css("tr")]
    assert rows == [
        ["Month", "Number of posts", "Days with posts"],
        ["May 2026", "3", "2, 11 (2 posts)"],
        ["January 2026", "1", "31"],
    ]
    marks = [path.attributes["d"] for path in figure.css("path")[1:]]
    assert marks == ["M425 60v10M581 60v10", "M605 0v10"]  # a column for each week, a row for each day


def test_the_calendar_speaks_the_blog_s_language(build) -> None:
    figure = build(SITE, options={"lang": "fr"}).page("blog/archive/").css_first("figure")
    assert [words(cell) for cell in figure.css("tbody th")] == ["mai 2026", "janvier 2026"]
    assert figure.css_first("svg").attributes["aria-label"] == "Jours avec articles"


def test_the_calendar_of_a_post_a_day_is_small(build) -> None:
    first = date(2025, 1, 1)
    days = [first + timedelta(days=number) for number in range(365) for _ in range(number % 3 + 1)]
    texts = {f"docs/blog/posts/{n}.md": post(str(day), title=f"P{n}") for n, day in enumerate(days)}
    [drawing] = re.findall(r"<svg role.*?</svg>", build(texts).text("blog/archive/"), re.DOTALL)
    assert len(drawing) < 5000
    lengths = [(int(length) + 2) // 12 for length in re.findall(r"v(\d+)", drawing)]
    assert sum(lengths) == 365


def test_an_author_s_posts_are_listed_by_year_on_each_page(build) -> None:
    site = build(SITE, options={"pagination_per_page": {"authors": 2}})
    assert [words(year) for year in site.page("blog/author/ada/").css("h2")] == ["2026"]
    assert [words(year) for year in site.page("blog/author/ada/page/2/").css("h2")] == ["2024"]
    assert site.listed("blog/author/ada/") == ["Ants", "Dew"]
    excerpts = build(SITE, options={"view_style": {"authors": "excerpts"}}).page("blog/author/ada/")
    assert [words(title) for title in excerpts.css("h2")] == ["Ants", "Dew", "Elder"]


def test_an_author_s_page_is_their_card(build) -> None:
    site = build(SITE)
    cards = site.feed("blog/author/ada/")["properties"]["author"]
    [card] = [card["properties"] for card in cards if isinstance(card, dict)]
    assert card["name"] == ["Ada Marsh"]
    assert card["note"] == ["Keeps the bees"]
    assert [photo if isinstance(photo, str) else photo["value"] for photo in card["photo"]] == [
        "https://example.org/ada.svg"
    ]
    assert card["url"] == [
        "https://ada.example/", "https://social.example/@ada", "https://github.com/ada", "https://github.com/marsh",
        "https://other.example/ada",
    ]  # fmt: skip
    links = site.page("blog/author/ada/").css(".h-card a")
    assert {link.attributes["rel"] for link in links} == {"me"}
    assert [words(link) for link in links] == [
        "ada.example", "@ada@social.example", "GitHub", "GitHub", "other.example/ada",
    ]  # fmt: skip


def test_each_icon_is_drawn_once_and_named_where_the_text_does_not(build) -> None:
    icons = build(SITE).page("blog/author/ada/").css(".h-card svg")
    assert [icon.attributes.get("aria-label") for icon in icons] == ["Website", "Mastodon", None, None, None]
    assert all(("aria-label" in icon.attributes) != ("aria-hidden" in icon.attributes) for icon in icons)
    drawn = [path.attributes["id"] for icon in icons for path in icon.css("path")]
    used = [use.attributes["href"] for icon in icons for use in icon.css("use")]
    assert drawn == ["iroco-site-icon", "iroco-mastodon-icon", "iroco-github-icon", "iroco-link-icon"]
    assert used == ["#iroco-github-icon"]


def test_an_author_without_a_picture_leaves_no_room_for_one(build) -> None:
    site = build(SITE)
    [card] = site.page("blog/author/ben/").css(".h-card")
    assert card.css("img, ul") == []
    assert words(card.css_first(".p-note")) == "Apples"
    assert site.page("blog/author/cleo/").css(".iroco-header .h-card") == []


@pytest.mark.parametrize("url", ["blog/tags/", "blog/archive/", "blog/author/ada/"])
def test_no_two_elements_share_an_id(build, url) -> None:
    ids = Counter(node.attributes["id"] for node in build(SITE).page(url).css("[id]"))
    assert [name for name, times in ids.items() if times > 1] == []

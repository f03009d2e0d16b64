"""The pages of terms: what they are, how many posts they have, and where to find the others of their kind."""

from typing import Any

import pytest

from tests.hosts.built import Site, words
from tests.hosts.written import post

TERMS: dict[str, Any] = {"categories": ["C"], "tags": ["t"], "authors": ["Ada"], "series": ["S"]}
TEXTS = {f"docs/blog/posts/{n}.md": post(f"2026-01-0{n}", title=f"P{n}", **TERMS) for n in (1, 2, 3)}
PAGES = {
    "blog/category/c/": ("Category", "All categories", "blog/categories/"),
    "blog/tag/t/": ("Tag", "All tags", "blog/tags/"),
    "blog/series/s/": ("Series", "All series", "blog/series/"),
    "blog/author/ada/": ("Author", "All authors", "blog/authors/"),
    "blog/archive/2026/": ("Archive", "Whole archive", "blog/archive/"),
}


def header(site: Site, url: str) -> str:
    return words(site.page(url).css_first("section .iroco-header"))


def test_a_term_page_says_what_it_is_and_leads_to_all_terms(build) -> None:
    site = build(TEXTS)
    for url, (label, everything, overview) in PAGES.items():
        top = site.page(url).css_first("section .iroco-header")
        assert words(top.css_first("h1").prev.prev) == label == words(top.css_first(".iroco-kicker"))
        assert f"3 posts · {everything}" in words(top)
        [link] = [link for link in top.css("a") if words(link) == everything]
        assert site.target(url, link.attributes["href"]) == f"{overview}index.html"


def test_the_index_is_no_term(build) -> None:
    page = build(TEXTS).page("blog/")
    assert page.css("section .iroco-header .iroco-kicker") == []
    assert "3 posts" not in words(page.css_first("section .iroco-header"))


def test_later_pages_count_all_posts_and_say_their_number(build) -> None:
    site = build(TEXTS, options={"pagination_per_page": {"tags": 2}})
    assert header(site, "blog/tag/t/page/2/") == "Tag t 3 posts · All tags · Page 2 of 2"


def test_there_is_no_link_to_an_overview_that_is_switched_off(build) -> None:
    site = build(TEXTS, options={"overviews": False})
    assert header(site, "blog/tag/t/") == "Tag t 3 posts"


def test_the_words_are_in_the_blogs_language(build) -> None:
    site = build(TEXTS, options={"lang": "fr"})
    assert header(site, "blog/tag/t/") == "Étiquette t 3 articles · Toutes les étiquettes"


@pytest.mark.parametrize("text", ["Only words.\n", ""])
def test_a_description_shows_on_the_first_page_of_a_term(build, text) -> None:
    introduction = f"---\ntitle: Tea\ndescription: Leaves & water, <not> more.\n---\n\n{text}"
    site = build({**TEXTS, "docs/blog/tag/t.md": introduction}, options={"pagination_per_page": {"tags": 2}})
    [shown] = site.page("blog/tag/t/").css(".iroco-standfirst")
    assert words(shown) == "Leaves & water, <not> more."
    assert site.page("blog/tag/t/page/2/").css(".iroco-standfirst") == []

"""Views over several pages."""

from tests.hosts.built import Site, words
from tests.hosts.written import post


def posts(count: int, **front) -> dict[str, str | bytes]:
    return {f"docs/blog/posts/{n}.md": post(f"2026-01-{n:02}", title=f"P{n:02}", **front) for n in range(1, count + 1)}


def names(first: int, last: int) -> list[str]:
    return [f"P{n:02}" for n in range(first, last - 1, -1)]


def test_pages_have_addresses_and_lead_to_each_other(build) -> None:
    site = build(posts(7), options={"pagination_per_page": 3})
    assert site.listed("blog/") == names(7, 5)
    assert site.listed("blog/page/2/") == names(4, 2)
    assert site.listed("blog/page/3/") == names(1, 1)
    assert "blog/page/4/" not in site.urls

    first, second, third = (f"blog/{page}index.html" for page in ("", "page/2/", "page/3/"))
    numbers = {"1": first, "2": second, "3": third}
    assert ways(site, "blog/") == {**numbers, "Older posts": second}
    assert ways(site, "blog/page/2/") == {"Newer posts": first, **numbers, "Older posts": third}
    assert ways(site, "blog/page/3/") == {"Newer posts": second, **numbers}
    rels = {link.attributes["rel"]: words(link) for link in site.page("blog/page/2/").css(".iroco-pager a[rel]")}
    assert rels == {"prev": "Newer posts", "next": "Older posts"}


def ways(site: Site, url: str) -> dict[str, str | None]:
    """Where the pager's links lead, in their order, by their text."""
    links = site.page(url).css("[role=navigation].iroco-pager a")
    return {words(link): site.target(url, link.attributes["href"] or "") for link in links}


def test_a_pager_leads_to_the_first_and_the_last_page_where_its_format_says_so(build) -> None:
    options = {"pagination_per_page": 3, "pagination_format": "$link_first $link_previous ~2~ $link_next $link_last"}
    site = build(posts(7), options=options)
    first, second, third = (f"blog/{page}index.html" for page in ("", "page/2/", "page/3/"))
    numbers = {"1": first, "2": second, "3": third}
    assert ways(site, "blog/") == {**numbers, "»": third, "Older posts": second}
    assert ways(site, "blog/page/2/") == {"Newer posts": first, "«": first, **numbers, "»": third, "Older posts": third}
    assert ways(site, "blog/page/3/") == {"Newer posts": second, "«": first, **numbers}
    labels = [link.attributes["aria-label"] for link in site.page("blog/page/2/").css(".iroco-pager li a")]
    assert labels == ["First page", "Page 1", "Page 2", "Page 3", "Last page"]


def test_a_pager_may_count_in_words(build) -> None:
    options = {
        "pagination_per_page": 3,
        "pagination_format": "Page $page of $page_count · $first_item to $last_item",
    }
    pager = build(posts(7), options=options).page("blog/page/2/").css_first(".iroco-pager")
    assert words(pager) == "Newer posts Page 2 of 3 · 4 to 6 Older posts"


def test_a_series_begins_with_the_oldest_post_and_its_pager_says_so(build) -> None:
    site = build(posts(3, series="S"), options={"pagination_per_page": {"series": 1}})
    assert site.listed("blog/series/s/") == ["P01"]
    assert words(site.page("blog/series/s/page/2/").css_first(".iroco-pager")) == "Older posts 1 2 3 Newer posts"


def test_the_current_page_is_marked_once(build) -> None:
    site = build(posts(5), options={"pagination_per_page": 2})
    for url, number in (("blog/", "1"), ("blog/page/2/", "2"), ("blog/page/3/", "3")):
        [current] = site.page(url).css(".iroco-pager [aria-current='page']")
        assert words(current) == number


def test_the_head_says_which_pages_come_before_and_after(build) -> None:
    site = build(posts(5), options={"pagination_per_page": 2})
    links = site.page("blog/page/2/").css("head link[rel=prev], head link[rel=next]")
    found = {link.attributes["rel"]: site.target("blog/page/2/", link.attributes["href"]) for link in links}
    assert found == {"prev": "blog/index.html", "next": "blog/page/3/index.html"}


def test_many_pages_leave_a_gap(build) -> None:
    site = build(posts(12), options={"pagination_per_page": 1})
    pager = site.page("blog/page/6/").css_first(".iroco-pager")
    assert words(pager) == "Newer posts 1 … 4 5 6 7 8 … 12 Older posts"


def test_page_2_says_so_and_keeps_the_title(build) -> None:
    site = build(
        {**posts(3), "docs/blog/index.md": "---\ntitle: Journal\n---\n\nWelcome.\n"}, options={"pagination_per_page": 2}
    )
    page = site.page("blog/page/2/")
    assert words(page.css_first("h1")) == "Journal"
    assert "Page 2 of 2" in words(page.css_first(".iroco-header"))
    assert "Welcome." not in words(page.css_first("body"))
    titles = [words(site.page(url).css_first("title")) for url in ("blog/", "blog/page/2/")]
    assert titles[0] != titles[1]


def test_page_2_may_keep_the_introduction(build) -> None:
    texts = {**posts(3), "docs/blog/index.md": "# Journal\n\nWelcome [home](../index.md) ![x](x.png).\n"}
    texts["docs/blog/x.png"] = b"png"
    site = build(texts, options={"pagination_per_page": 2, "pagination_keep_content": True})
    page = site.page("blog/page/2/")
    assert "Welcome" in words(page.css_first("body"))
    assert words(page.css_first("h1")) == "Journal"
    assert site.lost_links("blog/page/2/") == []


def test_page_2_keeps_the_front_matter_of_the_introduction(build) -> None:
    theme = {"name": "mkdocs", "custom_dir": "own"}
    wide = "<html><head></head><body id=wide>{{ page.content }}</body></html>"
    intro = "---\ntemplate: wide.html\ndescription: Our journal\n---\n# Journal\n"
    texts = {**posts(3), "docs/blog/index.md": intro, "own/wide.html": wide}
    site = build(texts, theme, options={"pagination_per_page": 2})
    ids = [site.page(url).css_first("body").attributes.get("id") for url in ("blog/", "blog/page/2/")]
    assert ids == ["wide", "wide"]


def test_pagination_may_be_off(build) -> None:
    site = build(posts(12), options={"pagination": False})
    assert len(site.listed("blog/")) == 12
    assert not [url for url in site.urls if "/page/" in url]


def test_a_kind_may_have_pages_of_its_own(build) -> None:
    options = {"archive_pagination_per_page": 2, "categories_pagination": False, "pagination_per_page": {"tags": 10}}
    site = build(posts(12, categories=["C"], tags=["t"]), options=options)
    assert len(site.listed("blog/archive/2026/")) == 2
    assert len(site.listed("blog/category/c/")) == 12
    assert len(site.listed("blog/tag/t/")) == 10
    assert {"blog/page/2/", "blog/archive/2026/page/6/", "blog/tag/t/page/2/"} <= site.urls


def test_a_single_page_has_no_pager_unless_asked_for(build) -> None:
    assert build(posts(2)).page("blog/").css(".iroco-pager") == []
    site = build(posts(2), options={"pagination_if_single_page": True})
    assert [words(item) for item in site.page("blog/").css(".iroco-pager [aria-current]")] == ["1"]


def test_the_address_of_pages_may_be_chosen(build) -> None:
    options = {"pagination_per_page": 2, "pagination_url_format": "seite-{page}"}
    assert "blog/seite-2/" in build(posts(3), options=options).urls


def test_pages_without_directory_urls(build) -> None:
    options = {"pagination_per_page": 2}
    site = build(posts(3, tags=["t"]), options=options, config={"use_directory_urls": False})
    assert {"blog/", "blog/page/2/", "blog/tag/t.html", "blog/tag/t/page/2.html", "blog/tags.html"} <= site.urls
    assert "blog/2026/01/03/p03.html" in site.urls
    for url in site.urls:
        assert site.lost_links(url) == []

"""The blog in the site's navigation."""

import pytest

from tests.hosts.built import walk, words
from tests.hosts.written import THEMES, post

TEXTS = {
    "docs/index.md": "# Home\n", "docs/guide.md": "# Guide\n", "docs/last.md": "# Last\n",
    "docs/blog/posts/a.md": post("2026-01-01", title="Post A", tags=["t"]),
    "docs/blog/posts/b.md": post("2026-01-02", title="Post B", tags=["t"], categories=["C"]),
}  # fmt: skip
INDEX = {**TEXTS, "docs/blog/index.md": "# Journal\n\nWelcome.\n"}
OVERVIEWS = ["Archive", "Categories", "Tags"]
NAVS = {
    "none": None,
    "leaf": ["index.md", "guide.md", {"News": "blog/index.md"}, "last.md"],
    "section": ["index.md", "guide.md", {"News": ["blog/index.md"]}, "last.md"],
    "section with more": ["index.md", {"News": ["blog/index.md", "guide.md"]}, "last.md"],
    "without": ["index.md", "guide.md", "last.md"],
}


@pytest.mark.parametrize("nav", NAVS.values(), ids=NAVS)
@pytest.mark.parametrize("texts", [TEXTS, INDEX], ids=["generated", "own index"])
@pytest.mark.parametrize("theme", THEMES)
def test_index_and_overviews_are_in_the_navigation_once_and_posts_never(build, theme, texts, nav) -> None:
    site = build(texts, theme, config={"nav": nav} if nav else None)
    pages = [page.url for page in site.nav.pages]
    assert len(pages) == len(set(pages))
    assert {page.strip("./") for page in pages} == {
        "", "guide", "last", "blog", "blog/archive", "blog/categories", "blog/tags"
    }  # fmt: skip
    assert not [title for title in walk(site.outline()) if title.startswith("Post ")]
    assert site.warnings == []


def blog_section(site):
    """The section that holds the blog's index, as an outline."""
    index = next(page for page in site.nav.pages if page.url == "blog/")
    return index.parent


@pytest.mark.parametrize("texts", [TEXTS, INDEX], ids=["generated", "own index"])
def test_the_index_opens_a_section_that_holds_the_overviews(build, texts) -> None:
    section = blog_section(build(texts))
    assert section is not None
    assert [page.url for page in section.children] == ["blog/", "blog/archive/", "blog/categories/", "blog/tags/"]


@pytest.mark.parametrize("texts", [TEXTS, INDEX], ids=["generated", "own index"])
def test_a_blog_that_nav_does_not_name_comes_last(build, texts) -> None:
    site = build(texts, config={"nav": NAVS["without"]})
    *others, (_, children) = site.outline()
    assert len(others) == 3
    assert children[-3:] == OVERVIEWS


def test_a_leaf_becomes_a_section_of_the_same_name_in_the_same_place(build) -> None:
    site = build(INDEX, config={"nav": NAVS["leaf"]})
    outline = site.outline()
    assert outline[2][0] == "News"
    assert outline[2][1][1:] == OVERVIEWS
    assert len(outline) == 4
    assert words(site.page("blog/").css_first("h1")) in ("Journal", "News")


def test_a_section_keeps_its_name_and_what_it_holds(build) -> None:
    site = build(INDEX, config={"nav": NAVS["section with more"]})
    title, children = site.outline()[1]
    assert title == "News"
    assert len(children) == 5
    assert set(OVERVIEWS) < set(children)


def test_overviews_that_nav_names_stay_where_they_are(build) -> None:
    nav = ["index.md", {"News": "blog/index.md"}, {"By tag": "blog/tags.md"}, "guide.md", "last.md"]
    site = build({**INDEX, "docs/blog/tags.md": "# All tags\n"}, config={"nav": nav})
    assert "By tag" in list(walk(site.outline()))
    assert [page.url for page in site.nav.pages].count("blog/tags/") == 1


def test_nav_may_name_and_title_a_generated_overview(build) -> None:
    nav = ["index.md", {"News": "blog/index.md"}, {"By tag": "blog/tags.md"}, "guide.md", "last.md"]
    site = build(INDEX, config={"nav": nav})
    assert "By tag" in list(walk(site.outline()))
    assert [page.url for page in site.nav.pages].count("blog/tags/") == 1
    assert site.warnings == []


def active(site, theme: str, url: str) -> str:
    """What the theme marks as active, as text."""
    selector = {
        "material": ".md-tabs__item--active, .md-nav--primary .md-nav__item--active",
        "mkdocs": ".navbar .nav-link.active, .navbar .dropdown-item.active, .navbar li.active",
        "readthedocs": ".wy-menu-vertical .current",
        "bare": "#nav .active",
    }[theme]
    return " | ".join(words(node) for node in site.page(url).css(selector))


@pytest.mark.parametrize("nav", ["none", "leaf", "section", "without"])
@pytest.mark.parametrize("theme", THEMES)
def test_the_blogs_item_is_active_on_all_of_its_pages(build, theme, nav) -> None:
    config = {"nav": NAVS[nav]} if NAVS[nav] else {}
    named = {"name": theme, "features": ["navigation.tabs"]} if theme == "material" else theme
    site = build(INDEX, named, config=config, options={"pagination_per_page": 1})
    name = "News" if nav in ("leaf", "section") else "Blog"
    urls = ["blog/", "blog/page/2/", "blog/tags/", "blog/tag/t/", "blog/archive/2026/", "blog/2026/01/01/post-a/"]
    for url in urls:
        shown = active(site, theme, url)
        assert name in shown or "Journal" in shown, url
        assert "Guide" not in shown, url
    assert name not in active(site, theme, "guide/")


@pytest.mark.parametrize("theme", THEMES)
def test_previous_and_next_of_docs_pages_lead_to_a_written_index_and_pass_the_rest_by(build, theme) -> None:
    nav = ["index.md", {"News": "blog/index.md"}, "guide.md", "last.md"]
    site = build(INDEX, theme, config={"nav": nav})
    pages = {page.url: page for page in site.nav.pages}
    home = next(page for page in site.nav.pages if page.is_homepage)
    assert home.next_page is pages["blog/"]
    assert pages["guide/"].previous_page is pages["blog/"]
    assert pages["guide/"].next_page is pages["last/"]
    for page in site.nav.pages:
        if page.url.startswith("blog/") and page.url != "blog/":
            assert (page.previous_page, page.next_page) == (None, None)


@pytest.mark.parametrize("theme", THEMES)
def test_a_post_that_nav_names_is_linked_there_and_listed_by_the_blog(build, theme) -> None:
    nav = ["index.md", {"Best": "blog/posts/a.md"}, {"News": "blog/index.md"}, "guide.md", "last.md"]
    site = build(INDEX, theme, config={"nav": nav})
    assert site.listed("blog/") == ["Post B", "Post A"]
    assert site.entry("blog/2026/01/01/post-a/")["name"] == ["Post A"]
    assert [page.url for page in site.nav.pages].count("blog/2026/01/01/post-a/") == 1
    assert "Best" in list(walk(site.outline()))
    assert site.lost_links("") == []
    assert site.warnings == []


@pytest.mark.parametrize("theme", THEMES)
def test_titles_in_the_navigation_are_escaped_once(build, theme) -> None:
    nav = ["index.md", {"R&D <b>news</b>": "blog/index.md"}, "guide.md", "last.md"]
    page = build(INDEX, theme, config={"nav": nav}).page("blog/tags/")
    assert "R&D <b>news</b>" in words(page.css_first("body"))


def test_the_blogs_index_in_nav_without_a_file(build) -> None:
    """There is no `blog/index.md`, and nav names it: the blog makes it."""
    site = build(TEXTS, config={"nav": NAVS["leaf"]})
    assert site.outline()[2][0] == "News"
    assert site.warnings == []

"""Neighbours that make the navigation: the blog stands where they say, its lists and overviews once, posts never."""

import pytest

from tests.declared import checks
from tests.hosts.built import walk, words
from tests.neighbours.garden import BEES_URL, OVERVIEWS, POSTS

PLACES = pytest.mark.parametrize("place", ["first", "last"])
OWN = {"docs/blog/index.md": "# Journal\n\nWelcome.\n"}
INDEXES = pytest.mark.parametrize("index", [{}, OWN], ids=["made", "written"])
BESIDE = ["Archive", "Authors", "Categories", "Tags"]


def check(site, title: str, *, at: int, pages: int = 3) -> None:
    """The blog's section stands at a place, under a title; all pages are listed, and each once."""
    outline = site.outline()
    section, children = outline[at]
    assert section == title
    assert children[-4:] == BESIDE
    assert len(outline) == pages
    urls = [page.url for page in site.nav.pages]
    assert len(urls) == len(set(urls))
    assert {"blog/", *OVERVIEWS} <= set(urls)
    assert not {*POSTS, "blog/page/2/", "blog/tag/winter/"} & set(urls)
    assert "" not in walk(outline)
    assert "None" not in walk(outline)
    everywhere_active(site, title)


def everywhere_active(site, title: str) -> None:
    """The blog's section is the active one on all its pages, and on no other."""
    active = ".navbar .active, .md-nav--primary .md-nav__item--active"
    for url in (BEES_URL, "blog/", "blog/page/2/", "blog/tags/", "blog/tag/winter/"):
        assert title in words(site.page(url).css_first(active)), url
    marked = site.page("guide/").css_first(active)
    assert marked is None or title not in words(marked)


def neighbours_of(site, url: str) -> list[str | None]:
    """The addresses of a page's previous and next page."""
    page = next(page for page in site.nav.pages if page.url == url)
    return [other and other.url.removeprefix("./") for other in (page.previous_page, page.next_page)]


@checks("awesome-nav", "If `.nav.yml` does not name the blog, it is where its folder is.")
@PLACES
@INDEXES
def test_awesome_nav_finds_the_blog(beside, index, place) -> None:
    site = beside("awesome-nav", place=place, texts=index)
    check(site, "Blog", at=2)


@checks("awesome-nav", "If it names the blog, the blog is there, under its title.")
@PLACES
@INDEXES
def test_awesome_nav_names_the_folder(beside, index, place) -> None:
    nav = "nav:\n  - index.md\n  - News: blog\n  - guide.md\n"
    check(beside("awesome-nav", place=place, texts={**index, "docs/.nav.yml": nav}), "News", at=1)


@checks("awesome-nav", "A blog that it leaves out comes last.")
@PLACES
def test_awesome_nav_leaves_the_blog_out(beside, place) -> None:
    texts = {"docs/.nav.yml": "nav:\n  - index.md\n  - guide.md\n"}
    check(beside("awesome-nav", place=place, texts=texts), "Blog", at=2)


@checks("awesome-nav", "If it names only the index, the overviews are next to the index.")
@PLACES
def test_awesome_nav_names_the_index(beside, place) -> None:
    texts = {**OWN, "docs/.nav.yml": "nav:\n  - index.md\n  - blog/index.md\n  - guide.md\n"}
    site = beside("awesome-nav", place=place, texts=texts)
    check(site, "Journal", at=1)
    assert neighbours_of(site, "guide/") == ["blog/", None]


@checks("awesome-nav", "A `.nav.yml` in the blog's folder puts its overviews in order.")
@PLACES
def test_awesome_nav_in_the_blogs_folder(beside, place) -> None:
    own = {**OWN, "docs/blog/.nav.yml": "title: News\nnav:\n  - index.md\n  - tags.md\n  - '*'\n"}
    site = beside("awesome-nav", place=place, texts=own)
    [children] = [item[1] for item in site.outline() if item[0] == "News"]
    assert children == ["Journal", "Tags", "Archive", "Authors", "Categories"]


@checks("literate-nav", "If `SUMMARY.md` names the blog, the blog is there, under its title.")
@PLACES
@INDEXES
def test_literate_nav_names_the_blog(beside, index, place) -> None:
    summary = "* [Home](index.md)\n* [News](blog/index.md)\n* [Guide](guide.md)\n"
    check(beside("literate-nav", place=place, texts={**index, "docs/SUMMARY.md": summary}), "News", at=1)


@checks("literate-nav", "A folder or a wildcard adds the index and the overviews, and no posts.")
@PLACES
@INDEXES
@pytest.mark.parametrize(
    ("summary", "title", "at"),
    [
        ("* [Home](index.md)\n* [News](blog/)\n* [Guide](guide.md)\n", "News", 1),
        ("* [Home](index.md)\n* [Guide](guide.md)\n* *\n", "Blog", 2),
        ("* [Home](index.md)\n* [Guide](guide.md)\n* */\n", "Blog", 2),
        ("* [Home](index.md)\n* [Guide](guide.md)\n* News\n    * blog/*\n", "News", 2),
    ],
    ids=["folder", "all", "all-folders", "all-of-folder"],
)
def test_literate_nav_finds_the_blog(beside, index, place, summary, title, at) -> None:
    check(beside("literate-nav", place=place, texts={**index, "docs/SUMMARY.md": summary}), title, at=at)


@checks("literate-nav", "A post that `SUMMARY.md` names is linked there, and is in the blog.")
@PLACES
def test_literate_nav_names_a_post(beside, place) -> None:
    summary = "* [Home](index.md)\n* [Best of all](blog/posts/bees.md)\n* *\n"
    site = beside("literate-nav", place=place, texts={"docs/SUMMARY.md": summary})
    assert site.outline()[1] == "Best of all"
    assert [page.url for page in site.nav.pages if page.url in POSTS] == [BEES_URL]
    assert site.listed("blog/page/2/")[-1] == "The bees are asleep"


@checks("literate-nav", "If neither names the blog, it comes last.")
@PLACES
def test_literate_nav_leaves_the_blog_out(beside, place) -> None:
    texts = {"docs/SUMMARY.md": "* [Home](index.md)\n* [Guide](guide.md)\n"}
    check(beside("literate-nav", place=place, texts=texts), "Blog", at=2)


@checks("section-index", "The blog's index is the page of its section, wherever `nav` has it.")
@PLACES
@INDEXES
@pytest.mark.parametrize(
    ("nav", "title", "at"),
    [
        (["index.md", {"News": ["blog/index.md"]}, "guide.md"], "News", 1),
        (["index.md", {"News": "blog/index.md"}, "guide.md"], "News", 1),
        (["index.md", "guide.md"], "Blog", 2),
    ],
    ids=["section", "leaf", "none"],
)
def test_the_index_is_its_sections_page(beside, index, place, nav, title, at) -> None:
    site = beside("section-index", place=place, texts=index, config={"nav": nav})
    check(site, title, at=at)
    assert site.outline()[at] == (title, BESIDE)
    assert site.nav.items[at].url == "blog/"
    section = next(link for link in site.page("guide/").css(".md-nav--primary a") if words(link) == title)
    assert site.target("guide/", section.attributes["href"]) == "blog/index.html"
    assert site.listed("blog/")[0] == "Spring"
    if index:
        assert words(site.page("blog/").css_first("h1")) == "Journal"


@PLACES
@INDEXES
def test_an_index_without_a_title_in_nav_has_its_own(beside, index, place) -> None:
    site = beside("section-index", place=place, texts=index, config={"nav": ["index.md", "blog/index.md", "guide.md"]})
    assert site.outline()[1] == ("Journal" if index else "Blog", BESIDE)


@checks("section-index", "Other pages of the section are below its index. Previous and next in the docs skip the blog.")
@PLACES
def test_a_section_with_more_in_it(beside, place) -> None:
    nav = ["index.md", {"News": ["blog/index.md", "care/water.md"]}, {"Care": ["care/index.md"]}, "guide.md"]
    site = beside("section-index", place=place, texts=OWN, config={"nav": nav})
    assert site.outline()[1] == ("News", ["Water", *BESIDE])
    assert neighbours_of(site, "care/water/") == ["blog/", "care/"]


@checks("section-index", "It also works with awesome-nav or literate-nav before it.")
@PLACES
@pytest.mark.parametrize("other", ["awesome-nav", "literate-nav"])
def test_behind_another(beside, place, other) -> None:
    site = beside(other, "section-index", place=place, texts=OWN, config={"nav": None})
    [children] = [item[1] for item in site.outline() if item[0] == "Blog"]
    assert children == BESIDE
    assert site.listed("blog/")[0] == "Spring"


LINKS = ["Spring", "Frost"]


@checks("awesome-nav", "With `nav_posts`, the newest posts are linked behind the index.")
@checks("awesome-pages", "With `nav_posts`, the newest posts are linked behind the index.")
@checks("literate-nav", "With `nav_posts`, the newest posts are linked behind the index.")
@checks("section-index", "With `nav_posts`, the newest posts are linked below the blog's section.")
@PLACES
@pytest.mark.parametrize("name", ["awesome-nav", "awesome-pages", "literate-nav", "section-index"])
def test_links_to_the_newest_posts(beside, place, name) -> None:
    config = {"nav": ["index.md", "guide.md", {"Journal": "blog/index.md"}]} if name == "section-index" else {}
    site = beside(name, place=place, texts=OWN, config=config, options={"nav_posts": 2})
    plain = beside(name, place=place, texts=OWN, config=config)
    [(title, children)] = [item for item in site.outline() if item[0] in ("Blog", "Journal")]
    [before] = [item[1] for item in plain.outline() if item[0] == title]
    at = 0 if name == "section-index" else 1
    assert children == [*before[:at], *LINKS, *before[at:]]
    assert neighbours_of(site, "guide/") == neighbours_of(plain, "guide/")
    links = {words(link): link.attributes["href"] for link in site.page("guide/").css("a[href]")}
    assert site.target("guide/", links["Frost"]) == "blog/2026/04/05/frost/index.html"
    everywhere_active(site, title)

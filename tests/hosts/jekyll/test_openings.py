"""The text above the posts of a page that lists them: shown as HTML, whether it opens with a heading or not."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.hosts.built import Site, words

Build = Callable[..., Site]

POSTS = {
    f"_posts/2024-01-0{day}-hive.md": f"---\ntitle: Hive {day}\ntags: [bees]\ncategory: Hives\n---\nText.\n"
    for day in (1, 2, 3)
}
LINES = "{% for post in site.posts %}\n- [{{ post.title }}]({{ post.url }})\n{% endfor %}\n"
TERMS = "{% for term in site.KIND %}\n## {{ term[0] }}\n{% for post in term[1] %}\n- {{ post.title }}\n{% endfor %}"
TERMS += "{% endfor %}\n"
ITEMS = '<ul>{% for post in paginator.posts %}<li><a href="{{ post.url }}">{{ post.title }}</a></li>{% endfor %}</ul>\n'
LISTS = {"archive": LINES, "categories": TERMS.replace("KIND", "categories"), "tags": TERMS.replace("KIND", "tags")}
TEXT = "We *keep* bees & <b>count</b> them.\n"
MARKUP = "title: All <em>our</em> bees & hives\ndescription: Bees, <b>all</b> of them\n"


def build_lists(build: Build, opening: str, front: str = "", theme: str = "mkdocs") -> Site:
    """Build a site whose pages open with the same text, and have the same front matter besides their addresses."""
    pages = {f"{kind}.md": f"---\npermalink: /{kind}/\n{front}---\n{opening}\n{loop}" for kind, loop in LISTS.items()}
    index = {"index.html": f"---\n{front}---\n<h1>The <em>latest</em> news</h1>\n<p>{TEXT}</p>\n{ITEMS}"}
    settings = {"_config.yml": "title: Garden\nurl: https://example.org\npaginate: 2\nplugins: [jekyll-paginate]\n"}
    texts = {**settings, **POSTS, **pages, **index, "docs/index.md": None, "docs/.gitkeep": ""}
    site = build(texts, theme, options={"jekyll": "."}, config={"site_url": "https://example.org/"})
    assert site.warnings == []
    return site


def heading_of(site: Site, url: str) -> Any:
    [heading] = site.page(url).css("h1")
    return heading


@pytest.mark.parametrize("front", ["", "title: Our bees\n"], ids=["without a title", "with a title"])
@pytest.mark.parametrize("opening", ["# Bees *and* hives\n\n", "# Bees *and* hives {#hives}\n\n"])
def test_a_heading_of_the_text_is_the_lists_heading_and_the_text_stays_html(
    build: Build, opening: str, front: str
) -> None:
    site = build_lists(build, opening + TEXT, front)
    for kind in LISTS:
        page = site.page(f"{kind}/")
        heading = heading_of(site, f"{kind}/")
        assert (words(heading), words(heading.css_first("em"))) == ("Bees and hives", "and")
        [text] = [node for node in page.css(".iroco-header p") if "bees" in words(node)]
        assert (words(text), words(text.css_first("em")), words(text.css_first("b"))) == (
            "We keep bees & count them.", "keep", "count",
        )  # fmt: skip
        links = {link.attributes["href"] for link in page.css('a[href^="#"]')}
        assert f"#{heading.attributes['id']}" in links, "the table of contents leads to it"


def test_text_above_the_heading_stays_above_it(build: Build) -> None:
    site = build_lists(build, f"{TEXT}\n# Bees *and* hives\n")
    for kind in LISTS:
        page = words(site.page(f"{kind}/").body)
        assert page.index("We keep bees & count them.") < page.rindex("Bees and hives")
        assert "<" not in page


def test_html_pages_open_with_html(build: Build) -> None:
    site = build_lists(build, TEXT)
    for url in ("", "page2/"):
        assert words(heading_of(site, url)) == "The latest news"
        assert words(heading_of(site, url).css_first("em")) == "latest"
    assert "We *keep* bees & count them." in words(site.page("").css_first(".iroco-header"))
    assert "&lt;" not in site.text("index.html") + site.text("page2/index.html")


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_page_without_a_title_is_named_by_the_heading_that_it_opens_with(build: Build, theme: str) -> None:
    site = build_lists(build, f"# Bees *and* hives & co\n\n{TEXT}", theme=theme)
    for kind in LISTS:
        assert words(site.page(f"{kind}/").css_first("title")).startswith("Bees and hives & co - ")
    plain = build_lists(build, f"{TEXT}\n# Bees *and* hives\n", theme=theme)
    assert words(plain.page("tags/").css_first("title")).startswith("Tags - "), "it opens with something else"


def test_a_title_wins_over_the_heading(build: Build) -> None:
    site = build_lists(build, f"# Bees *and* hives\n\n{TEXT}", "title: Our bees\n")
    assert {words(site.page(f"{kind}/").css_first("title")) for kind in LISTS} == {"Our bees - Site"}


def test_titles_and_descriptions_lose_their_markup(build: Build) -> None:
    """Jekyll's layouts print them as HTML. The blog prints them as text, in links and elsewhere."""
    site = build_lists(build, TEXT, MARKUP)
    for kind in LISTS:
        page = site.page(f"{kind}/")
        assert words(heading_of(site, f"{kind}/")) == "All our bees & hives"
        assert words(page.css_first("title")) == "All our bees & hives - Site"
        assert "&lt;" not in site.text(f"{kind}/index.html")
        [description] = page.css('meta[property="og:description"]')
        assert description.attributes["content"] == "Bees, all of them"
    names = {words(link) for link in site.page("").css('a[href="tags/"]')}
    assert names == {"All our bees & hives"}


def test_an_authors_page_may_open_with_a_heading_that_is_not_the_name(build: Build) -> None:
    texts = {
        "_config.yml": "title: Garden\nurl: https://example.org\ncollections: {authors: {output: true}}\n",
        "_posts/2024-01-01-hive.md": "---\nauthor: ada\n---\nText.\n",
        "_authors/ada.md": f"---\nshort_name: ada\nname: Ada Marsh\n---\n# Bees *and* me\n\n{TEXT}",
        "docs/index.md": None,
        "docs/.gitkeep": "",
    }
    site = build(texts, options={"jekyll": "."}, config={"site_url": "https://example.org/"})
    page = site.page("authors/ada.html")
    assert words(heading_of(site, "authors/ada.html")) == "Bees and me"
    assert words(page.css_first("title")).startswith("Ada Marsh"), "the name stays the page's"
    assert "&lt;" not in site.text("authors/ada.html")

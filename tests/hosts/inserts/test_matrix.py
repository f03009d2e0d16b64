"""Lists on pages of the docs, on every theme and host: links, headings, ids, heads, search and tables of contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.hosts.built import Site, words
from tests.hosts.head_reading import said
from tests.hosts.written import post

TITLES = ("Frost", "Apples", "Walls")
TEXTS = {
    "docs/index.md": "# Home\n\nWelcome.\n\n## News\n\n<!-- iroco-blog/posts { limit: 2 } -->\n\n## Place\n\nA lane.\n",
    "docs/guide/deep/care.md": (
        "# Care\n\n## Cards\n\n<!-- iroco-blog/posts { style: cards, all: true } -->\n\n"
        "### Excerpts\n\n<!-- iroco-blog/posts { style: excerpts, tag: winter } -->\n\n"
        "## Tags\n\n<!-- iroco-blog/terms { kind: tags } -->\n\n"
        "## A wall\n\n<!-- iroco-blog/series { name: A wall } -->\n"
    ),
    "docs/plain.md": "# Plain\n\nNo list.\n",
    "docs/blog/index.md": "# Blog\n\nAbout frost:\n\n<!-- iroco-blog/posts { tag: winter } -->\n",
    "docs/blog/posts/a.md": post(
        "2026-03-01", "Cold.\n\n<!-- more -->\n\n## In the shed\n\n![A tap](tap.svg) [Care](../../guide/deep/care.md)",
        title="Frost", tags=["winter", "water"], categories=["Garden"], image={"path": "tap.svg", "alt": "A tap"},
    ),
    "docs/blog/posts/b.md": post(
        "2026-02-01", "Nine crates.\n\n<!-- iroco-blog/posts { limit: 9 } -->", title="Apples", tags=["winter"],
        authors=["Ada"],
    ),
    "docs/blog/posts/c.md": post("2026-01-01", "Two hands.", title="Walls", series="A wall"),
    "docs/blog/posts/tap.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>',
}  # fmt: skip
SLASH, FILES = {"use_directory_urls": True}, {"use_directory_urls": False, "site_url": "https://example.org/docs/"}
LISTS = ".iroco-insert"


def pages(site: Site) -> list[str]:
    """The addresses of the pages with a list: home, guide, index, a post."""
    ends = ("care/", "care.html", "apples/", "apples.html")
    return ["", *(url for url in site.urls if url.endswith(ends)), *({"blog/", "blog/index.html"} & site.urls)]


@pytest.fixture(params=[SLASH, FILES], ids=["folders", "files-below-a-path"])
def site(request: pytest.FixtureRequest, build_once: Callable[..., Site], theme: str) -> Site:
    return build_once(TEXTS, theme, config=request.param, strict=True)


def test_every_link_of_a_list_leads_to_a_file(site) -> None:
    assert len(pages(site)) == 4
    for url in pages(site):
        assert site.page(url).css(f"{LISTS} a[href]"), url
        assert site.lost_links(url, LISTS) == [], url


def test_no_id_is_there_twice(site) -> None:
    for url in pages(site):
        ids = Counter(node.attributes["id"] for node in site.page(url).css("[id]") if node.attributes["id"])
        ours = [node.attributes["id"] for node in site.page(url).css(f"{LISTS} [id]")]
        assert [name for name in ours if ids[name] > 1] == [], url
        assert "iroco-blog/" not in site.text(url), url


def test_headings_go_down_one_level_at_a_time(site) -> None:
    for url in pages(site):
        main = site.page(url).css_first("[role=main], main, .md-content, article") or site.page(url).body
        levels = [int(node.tag[1]) for node in main.css("h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1, url
        assert all(after <= before + 1 for before, after in pairwise(levels)), (url, levels)
    care = site.page(next(url for url in pages(site) if "care" in url))
    assert {node.tag for node in care.css(f"{LISTS} :is(h1, h2, h3, h4, h5, h6)")} == {"h3", "h4"}


def test_only_pages_with_a_list_load_the_stylesheet_and_they_do_so_once(site) -> None:
    def styles(url: str) -> int:
        return sum(value.endswith("iroco_blog/blog.css") for _, value in said(site, url))

    assert [styles(url) for url in pages(site)] == [1] * 4
    [plain] = (url for url in site.urls if url.startswith("plain"))
    assert styles(plain) == 0


def test_a_list_changes_nothing_that_the_head_says(site, build_once, theme) -> None:
    texts = {**TEXTS, "docs/index.md": "# Home\n\nWelcome.\n\n## News\n\n## Place\n\nA lane.\n"}
    before = build_once(texts, theme, config={"use_directory_urls": site.config.use_directory_urls,
                                              "site_url": site.config.site_url})  # fmt: skip
    tags = [tag for tag in said(site, "") if not tag[1].endswith("iroco_blog/blog.css")]
    assert tags == said(before, "")
    assert words(site.page("").css_first("title")) == words(before.page("").css_first("title"))


def test_search_finds_the_page_by_its_own_words_alone(site) -> None:
    home = [entry for entry in site.search if entry["location"].partition("#")[0] in ("", "index.html")]
    assert "Welcome." in " ".join(entry["text"] for entry in home)
    for entry in home:
        assert not any(title in entry["text"] + entry["title"] for title in TITLES), entry
    assert any(site.post("frost") == entry["location"] for entry in site.search)


def test_the_table_of_contents_and_the_navigation_have_the_headings_of_the_page_alone(site) -> None:
    tree = site.page("")
    for node in tree.css(LISTS):
        node.decompose()
    for link in tree.css("nav a[href], .toc a, .wy-menu a, #nav a"):
        assert not any(title in words(link) for title in TITLES), link.html

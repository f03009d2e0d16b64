"""`nav_posts`: the newest posts as links in the navigation."""

from __future__ import annotations

import posixpath
from typing import Any

import pytest

from tests.hosts.built import Site, contents, walk, words
from tests.hosts.written import THEMES, post, write

POSTS = {
    "old.md": post("2026-01-01", title="Oldest", slug="old", tags=["t"], pin=True),
    "mid.md": post("2026-02-02", "# R&D <b>bold</b> `a < b`\n\nText.", slug="mid"),
    "new.md": post("2026-03-03", title="Newest", slug="new", categories=["C"]),
    "hidden.md": post("2026-04-04", title="Hidden", hidden=True),
    "unlisted.md": post("2026-04-05", title="Unlisted", unlisted=True),
    "draft.md": post("2026-04-06", title="Draft", draft=True),
}
PAGES = {"docs/index.md": "# Home\n", "docs/guide.md": "# Guide\n", "docs/last.md": "# Last\n"}
TEXTS = PAGES | {f"docs/blog/posts/{name}": text for name, text in POSTS.items()}
NAV = ["index.md", "guide.md", {"News": "blog/index.md"}, "last.md"]
NEWEST, MID, OLDEST = "Newest", "R&D bold a < b", "Oldest"
TITLES = ["Newest", "R&amp;D bold a &lt; b", "Oldest"]
URLS = {NEWEST: "blog/2026/03/03/new/", MID: "blog/2026/02/02/mid/", OLDEST: "blog/2026/01/01/old/"}
OVERVIEWS = ["Archive", "Categories", "Tags"]
STRICT = {"nav": {"absolute_links": "warn", "not_found": "warn", "omitted_files": "warn"}}


def links(site: Site, url: str) -> dict[str, str | None]:
    """The posts that a page of the documentation links to, and the files behind the links."""
    nodes = {words(node): node.attributes.get("href") or "" for node in site.page(url).css("a[href]")}
    return {name: site.target(url, link) for name, link in nodes.items() if "2026/" in link}


def neighbours(site: Site) -> dict[str, tuple[Any, ...]]:
    """The pages before and after each page."""
    return {
        page.url: tuple(other and other.url for other in (page.previous_page, page.next_page))
        for page in site.nav.pages
    }  # fmt: skip


@pytest.mark.parametrize("theme", [*THEMES, "shadcn", "terminal", "dracula"])
def test_the_newest_posts_are_links_on_every_page(build, theme) -> None:
    nav = ["index.md", {"Docs": ["guide.md", "last.md"]}, {"News": "blog/index.md"}]
    site = build(TEXTS, theme, options={"nav_posts": 2}, config={"nav": nav, "validation": STRICT})
    for url in ("", "guide/"):
        assert links(site, url) == {name: f"{URLS[name]}index.html" for name in (NEWEST, MID)}
    assert [warning for warning in site.warnings if "git commit" not in warning] == []  # which shadcn looks for


def test_they_stand_after_the_index_and_before_the_overviews(build) -> None:
    site = build(TEXTS, options={"nav_posts": 10}, config={"nav": NAV})
    assert site.outline()[2] == ("News", ["News", *TITLES, *OVERVIEWS])


def test_by_default_there_are_none(build) -> None:
    assert not {*TITLES} & {*walk(build(TEXTS).outline())}


@pytest.mark.parametrize(
    ("nav", "section"),
    [
        (None, ("Blog", ["Blog", *TITLES[:1], *OVERVIEWS])),
        (["index.md", "guide.md", "last.md"], ("Blog", ["Blog", *TITLES[:1], *OVERVIEWS])),
        ([{"News": ["blog/index.md", "guide.md"]}], ("News", ["Blog", *TITLES[:1], "Guide", *OVERVIEWS])),
        ([{"News": ["guide.md", "blog/index.md"]}], ("Blog", ["Blog", *TITLES[:1], *OVERVIEWS])),
    ],
    ids=["none", "without", "section", "second in a section"],
)
def test_they_stand_in_the_blogs_section(build, nav, section) -> None:
    site = build(TEXTS, options={"nav_posts": 1}, config={"nav": nav} if nav else None)
    parent = next(page for page in site.nav.pages if page.url == "blog/").parent
    assert (parent.title, [str(item.title) for item in parent.children]) == section


def test_without_overviews_they_make_the_section(build) -> None:
    options = {"nav_posts": 1, "overviews": False}
    site = build(TEXTS, options=options, config={"nav": NAV})
    assert site.outline()[2] == ("News", ["News", NEWEST])
    assert build(PAGES, options=options, config={"nav": NAV}).outline()[2] == "News"


def test_a_post_that_the_section_lists_already_is_there_once(build) -> None:
    nav = ["index.md", {"News": ["blog/index.md", {"Read this": "blog/posts/new.md"}]}, "guide.md", "last.md"]
    site = build(TEXTS, options={"nav_posts": 2}, config={"nav": nav})
    assert site.outline()[1] == ("News", ["Blog", TITLES[1], "Read this", *OVERVIEWS])


@pytest.mark.parametrize("index", [None, "# Journal\n"], ids=["made", "written"])
@pytest.mark.parametrize("nav", [None, NAV, ["index.md", "guide.md", "last.md"]], ids=["none", "leaf", "without"])
def test_previous_and_next_are_those_of_a_site_without_links(build, nav, index) -> None:
    texts, config = {**TEXTS, "docs/blog/index.md": index}, {"nav": nav} if nav else None
    assert neighbours(build(texts, options={"nav_posts": 5}, config=config)) == neighbours(build(texts, config=config))


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_the_current_post_is_marked_and_its_section_is_active(build, theme) -> None:
    features = {"features": ["navigation.tabs", "navigation.sections"]} if theme == "material" else {}
    site = build(TEXTS, {"name": theme, **features}, options={"nav_posts": 2}, config={"nav": NAV})
    marks = {
        "material": ".md-nav--primary .md-nav__item--active > a",
        "mkdocs": ".dropdown-item.active[aria-current=page]",
        "readthedocs": ".wy-menu-vertical a.current",
    }
    marked = [words(node) for node in site.page(URLS[MID]).css(marks[theme])]
    assert MID in marked
    assert NEWEST not in marked
    sections = site.page(URLS[MID]).css(".md-tabs__item--active, .nav-link.active, ul.current")
    assert "News" in " ".join(map(words, sections))
    assert MID not in [words(node) for node in site.page("guide/").css(marks[theme])]


@pytest.mark.parametrize("theme", ["material", "mkdocs", "bare"])
def test_a_blog_on_the_home_page_has_a_section_beside_it(build, theme) -> None:
    texts = {**PAGES, **{f"docs/posts/{name}": text for name, text in POSTS.items()}}
    config = {"nav": ["index.md", "guide.md", "last.md"], "validation": STRICT}
    site = build(texts, theme, options={"blog_dir": ".", "nav_posts": 2}, config=config, strict=True)
    assert site.outline()[:2] == ["Home", ("Blog", [*TITLES[:2], *OVERVIEWS])]
    assert site.nav.homepage.is_homepage
    assert site.listed("") == [OLDEST, NEWEST, MID]
    assert list(links(site, "guide/")) == [NEWEST, MID]
    assert neighbours(site) == neighbours(build(texts, theme, options={"blog_dir": "."}, config=config))


def test_each_blog_has_its_own(build) -> None:
    texts = {**TEXTS, "docs/log/posts/a.md": post("2026-05-05", title="Log")}
    plugins = [
        "search",
        {"iroco-blog": {"nav_posts": 1}},
        {"iroco-blog": {"blog_dir": "log", "nav_posts": 1, "overviews": False}},
    ]
    site = build(texts, plugins=plugins, config={"nav": ["index.md", "blog/index.md", "log/index.md"]})
    assert site.outline()[1:] == [("Blog", ["Blog", NEWEST, *OVERVIEWS]), ("Blog", ["Blog", "Log"])]


@pytest.mark.parametrize(
    "config",
    [{"use_directory_urls": False}, {"site_url": "https://example.org/docs/en/"}, {"site_url": ""}],
    ids=["files", "sub-path", "no address"],
)
def test_links_lead_to_posts_from_pages_at_every_depth(build, config) -> None:
    site = build({**TEXTS, "docs/a/b/c.md": "# C\n"}, options={"nav_posts": 2}, config=config)
    for url in site.urls:
        assert site.lost_links(url, "ul") == [], url
    [deep] = [url for url in site.urls if url.startswith("a/b/c")]
    assert len(links(site, deep)) == 2


def test_the_page_of_an_error_links_from_the_root(build) -> None:
    site = build(TEXTS, "mkdocs", options={"nav_posts": 1})
    hrefs = [node.attributes["href"] for node in site.page("404.html").css(".dropdown-item")]
    assert f"/{URLS[NEWEST]}" in hrefs


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_an_edit_in_the_preview_changes_every_page(build, theme) -> None:
    site = build(TEXTS, theme, options={"nav_posts": 3}, command="serve")
    edits = [
        {"docs/blog/posts/mid.md": POSTS["mid.md"].replace("bold", "new words")},
        {"docs/blog/posts/newer.md": post("2026-05-05", title="Newer")},
        {"docs/blog/posts/newer.md": post("2025-05-05", title="Newer")},
    ]
    for edit in edits:
        write(site.root, edit)
        preview = contents(site.run(command="serve", fresh=False).out)
        assert preview == contents(site.run(command="serve").out), edit
    assert "new words" in site.text("guide/")
    assert "new words" in site.text("blog/tags/")


def test_a_text_that_changes_leaves_other_pages_as_they_are(build) -> None:
    site = build(TEXTS, options={"nav_posts": 2})
    before = contents(site.out)
    write(site.root, {"docs/blog/posts/new.md": POSTS["new.md"] + "\n\nMore.\n"})
    after = contents(site.run().out)
    pages = {posixpath.dirname(path) for path in before if path.endswith(".html") and before[path] != after[path]}
    assert "guide" not in pages
    assert posixpath.dirname(f"{URLS[NEWEST]}index.html") in pages

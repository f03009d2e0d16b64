"""Where the feeds of a site stand, and where its pages lead to them."""

from __future__ import annotations

import pytest

from tests.hosts.built import words
from tests.hosts.feed_reading import announced, entries, lost_addresses, parsed_feed, titles
from tests.hosts.garden import ALL, BEES, FILES, GARDEN, NEWEST_FIRST
from tests.hosts.written import THEMES, post


@pytest.mark.parametrize("theme", THEMES)
def test_every_page_of_the_blog_names_its_feeds_and_no_other_page_does(build, theme) -> None:
    site = build(GARDEN, theme, options={"feeds": ALL, "pagination_per_page": 2})
    ours = {url for url in site.urls if url.startswith("blog/")}
    assert {"blog/", "blog/page/2/", "blog/tags/", "blog/archive/2026/", BEES.removeprefix(site.config.site_url)} < ours
    for url in site.urls:
        assert announced(site, url) == (list(FILES) if url in ours else []), url
    link = site.page("blog/").css_first('head link[type="application/atom+xml"]')
    assert link.attributes == {
        "rel": "alternate", "type": "application/atom+xml", "title": "Site",
        "href": "https://example.org/blog/feed.xml",
    }  # fmt: skip


def test_readers_see_a_link_on_the_index_and_below_each_post(build) -> None:
    site = build(GARDEN)
    shown = site.page("blog/").css("details.iroco-follow a[rel=alternate]")
    assert [(words(link), link.attributes["href"]) for link in shown] == [("Atom", "feed.xml")]
    url = BEES.removeprefix(site.config.site_url)
    [follow] = site.page(url).css(".iroco-footer a[rel=alternate]")
    assert words(follow) == "Follow the blog by its feed"
    assert site.target(url, follow.attributes["href"]) == "blog/feed.xml"
    assert words(follow.parent) == "Back to all posts Permalink Follow the blog by its feed"


def test_several_links_say_which_feed_is_which(build) -> None:
    feeds = [*ALL, *({"of": "tags", "kind": kind} for kind in ("atom", "json"))]
    site = build(GARDEN, options={"feeds": feeds})
    [follow] = site.page("blog/").css(".iroco-follow")
    assert [words(part) for part in follow.css("summary, li")] == ["Follow", "Atom", "RSS", "JSON Feed"]
    [tag] = site.page("blog/tag/bees/").css(".iroco-follow")
    assert words(tag) == "Follow Atom JSON Feed"
    titled = [{"title": "Everything"}, {"title": "In short", "path": "short.xml", "content": "excerpt"}]
    named = build(GARDEN, options={"feeds": titled}).page("blog/").css(".iroco-follow a[rel=alternate]")
    assert [words(link) for link in named] == ["Atom (Everything)", "Atom (In short)"]


def test_without_the_sites_address_there_is_no_feed_and_one_note_says_what_to_write(build) -> None:
    plugins = ["search", {"iroco-blog": {}}, {"iroco-blog": {"blog_dir": "news"}}]
    texts = {**GARDEN, "docs/news/posts/a.md": post(title="A")}
    site = build(texts, config={"site_url": ""}, plugins=plugins, strict=True)
    assert list(site.out.rglob("feed.xml")) == []
    [note] = [note for note in site.notes if "feed" in note]
    assert note == (
        "mkdocs.yml: There are no feeds: they need whole addresses of posts, and `site_url` is not set. "
        "Add a line such as `site_url: https://example.org/`, or switch feeds off: `feeds: false` under `iroco-blog`."
    )
    for url in site.urls:
        assert site.page(url).css("[rel=alternate]") == []
        assert "json" not in site.text(url)
    off = build(GARDEN, config={"site_url": ""}, options={"feeds": False})
    assert [note for note in off.notes if "feed" in note] == []


@pytest.mark.parametrize(
    ("config", "options", "texts", "feed", "entry"),
    [
        ({"use_directory_urls": False}, {}, {}, "blog/feed.xml", "blog/2026/01/02/a.html"),
        ({}, {"blog_dir": "."}, {"docs/index.md": None}, "feed.xml", "2026/01/02/a/"),
        ({"use_directory_urls": False}, {"blog_dir": "."}, {"docs/index.md": None}, "feed.xml", "2026/01/02/a.html"),
        ({"site_url": "https://example.org/docs/"}, {}, {}, "blog/feed.xml", "blog/2026/01/02/a/"),
        (
            {"site_url": "https://example.org/docs"},
            {"blog_dir": "blög"},
            {},
            "blög/feed.xml",
            "bl%C3%B6g/2026/01/02/a/",
        ),
    ],
    ids=["files", "root", "root-files", "below", "letters"],
)
def test_wherever_the_blog_stands_its_feed_leads_there(build, config, options, texts, feed, entry) -> None:
    folder = options.get("blog_dir", "blog")
    here = f"docs/{folder}/posts/a.md".replace("/./", "/")
    site = build(
        {**texts, here: post(title="A", tags=["t"], body="[Self](a.md) ![p](p.png)"),
         here.replace("a.md", "p.png"): b"p"},
        options={**options, "feeds": ["atom", "rss", "json", {"of": "tags"}]}, config=config, strict=True,
    )  # fmt: skip
    base = site.config.site_url.rstrip("/") + "/"
    below = feed.removesuffix("feed.xml")
    for path in (feed, f"{below}rss.xml", f"{below}feed.json", f"{below}tag/t/feed.xml"):
        [only] = entries(site, path)
        assert (only.id, only.url) == (base + entry, base + entry)
        assert lost_addresses(site, only.html) == []
        assert lost_addresses(site, f'<a href="{only.url}">') == []
    home = parsed_feed((site.out / feed).read_bytes()).feed
    links = {link.rel: link.href for link in home.links}
    assert lost_addresses(site, "".join(f'<a href="{link}">' for link in links.values())) == []
    assert "iroco-view-index" in site.file(site.target("", links["alternate"])).read_text(encoding="utf-8")


def test_a_path_from_the_root_keeps_the_address_that_a_feed_had(build) -> None:
    feeds = [{"path": "/atom.xml"}, {"kind": "rss", "path": "/old/feed_rss_created.xml"},
             {"of": "tags", "path": "/feed/by_tag/{name}.xml"},
             {"of": "categories", "path": "c/{slug}/atom.xml"}]  # fmt: skip
    site = build(GARDEN, options={"feeds": feeds}, strict=True)
    assert titles(site, "atom.xml") == titles(site, "old/feed_rss_created.xml") == NEWEST_FIRST
    assert titles(site, "feed/by_tag/cider.xml") == titles(site, "blog/c/kitchen/atom.xml") == ["Apples"]
    assert announced(site, "blog/") == ["atom.xml", "old/feed_rss_created.xml"]
    for url in site.urls:
        assert site.lost_links(url) == []


def test_a_file_of_the_site_keeps_its_place(build) -> None:
    texts = {**GARDEN, "docs/blog/feed.xml": "<feed/>"}
    site = build(texts, strict=True)
    assert site.text("blog/feed.xml") == "<feed/>"
    [note] = [note for note in site.notes if "feed" in note]
    assert note == (
        "blog/feed.xml: This file has the address `/blog/feed.xml`, so the blog writes no feed there. "
        "To have both, give the feed another `path`."
    )
    assert announced(site, "blog/") == []


def test_a_feed_takes_no_place_of_a_page_that_the_theme_makes(build) -> None:
    site = build(GARDEN, options={"feeds": [{"path": "/sitemap.xml"}]})
    assert "urlset" in site.text("sitemap.xml")
    assert announced(site, "blog/") == []
    assert len([problem for problem in site.problems if "`/sitemap.xml`" in problem]) == 1


def test_two_feeds_at_one_address_are_a_problem(build) -> None:
    feeds = [{"of": "tags", "path": "/f/{slug}.xml"}, {"of": "categories", "path": "/f/{slug}.xml"}]
    texts = {"docs/blog/posts/a.md": post(title="A", tags=["Garden"], categories=["garden"])}
    site = build(texts, options={"feeds": feeds})
    [problem] = site.problems
    assert "`Garden` (tags) and of `garden` (categories) have the same address `/f/garden.xml`" in problem


def test_two_blogs_have_a_feed_each_named_after_them(build) -> None:
    texts = {**GARDEN, "docs/news/index.md": "# News\n", "docs/news/posts/a.md": post(title="A")}
    plugins = ["search", {"iroco-blog": {}}, {"iroco-blog": {"blog_dir": "news"}}]
    site = build(texts, plugins=plugins, strict=True)
    assert titles(site, "blog/feed.xml") == NEWEST_FIRST
    assert titles(site, "news/feed.xml") == ["A"]
    assert parsed_feed((site.out / "blog/feed.xml").read_bytes()).feed.title == "Site – Blog"
    assert parsed_feed((site.out / "news/feed.xml").read_bytes()).feed.title == "Site – News"
    assert announced(site, "news/2026/01/02/a/") == ["news/feed.xml"]


def test_two_blogs_cannot_share_a_feeds_address(build) -> None:
    texts = {**GARDEN, "docs/news/posts/a.md": post(title="A")}
    one = {"feeds": [{"path": "/feed.xml"}]}
    site = build(texts, plugins=["search", {"iroco-blog": one}, {"iroco-blog": {"blog_dir": "news", **one}}])
    assert titles(site, "feed.xml") == NEWEST_FIRST
    [problem] = site.problems
    assert "`/feed.xml`" in problem
    assert announced(site, "news/") == []


def test_one_blog_of_two_that_is_switched_off_names_no_feed(build) -> None:
    plugins = ["search", {"iroco-blog": {}}, {"iroco-blog": {"blog_dir": "news", "enabled": False}}]
    site = build(GARDEN, plugins=plugins)
    assert parsed_feed((site.out / "blog/feed.xml").read_bytes()).feed.title == "Site"


@pytest.mark.parametrize("kind", ["atom", "rss"])
def test_a_browser_finds_the_style_sheet_from_every_feed(build, kind) -> None:
    feeds = [{"kind": kind, "path": "/f.xml"}, {"kind": kind, "of": "tags"}]
    site = build(GARDEN, options={"feeds": feeds}, config={"site_url": "https://example.org/docs/"})
    for path in ("f.xml", "blog/tag/bees/" + ("feed.xml" if kind == "atom" else "rss.xml")):
        text = site.text(path)
        sheet = text.partition('<?xml-stylesheet href="')[2].partition('"')[0]
        assert "feed" in site.text(site.target(path, sheet) or "")
        assert sheet.endswith("iroco_blog/feed.css")
        assert 'xmlns="http://www.w3.org/1999/xhtml"' in text
        assert "Copy its address into a feed reader" in text

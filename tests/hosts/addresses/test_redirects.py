"""Old addresses that lead to posts, and posts that lead elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.hosts.built import Site
from tests.hosts.feed_reading import titles
from tests.hosts.written import SITE_URL, THEMES, post

A = "blog/2026/01/02/a/"


def leads(site: Site, url: str) -> str:
    """Where a redirect page leads, by all that it says, below the site's address."""
    page = LexborHTMLParser(site.text(url))
    [refresh] = page.css("meta[http-equiv=refresh]")
    [robots] = page.css("meta[name=robots]")
    [title] = page.css("title")
    [shown] = page.css("body a")
    [canonical] = page.css("link[rel=canonical]")
    link = (refresh.attributes["content"] or "").partition("url=")[2]
    assert shown.attributes["href"] == link
    assert robots.attributes["content"] == "noindex"
    assert title.text() == shown.text()
    base: str = site.config.site_url
    target = urljoin(base + url, link)
    assert canonical.attributes["href"] == target.partition("#")[0]
    return target.removeprefix(base)


@pytest.mark.parametrize("key", ["aliases", "redirect_from"])
def test_old_addresses_lead_to_the_post(build, key) -> None:
    old = ["/2019/a/", "/a.html", "short", f"{SITE_URL}whole/", "/é/"]
    front: dict[str, Any] = {key: old}
    site = build({"docs/blog/posts/a.md": post(title="A & B", slug="a", **front)}, strict=True)
    for url in ("2019/a/", "a.html", "short/", "whole/", "é/"):
        assert leads(site, url) == A
        assert "A &amp; B" in site.text(url)
    assert not any("2019" in url or "short" in url for url in site.sitemap)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/guide/", "guide/"),
        ("guide.md", "guide/"),
        ("/guide/?q=1#in-winter", "guide/?q=1#in-winter"),
        (f"{SITE_URL}guide/", "guide/"),
        ("blog/posts/b.md", "blog/2026/01/03/b/"),
        ("https://elsewhere.example/x?y#z", "https://elsewhere.example/x?y#z"),
    ],
)
def test_a_post_may_lead_elsewhere_and_stays_in_lists_and_feeds(build, written, expected) -> None:
    texts = {
        "docs/guide.md": "# Guide\n\n## In winter\n",
        "docs/blog/posts/a.md": post(title="A", redirect_to=written, aliases="/old/"),
        "docs/blog/posts/b.md": post("2026-01-03", title="B"),
    }
    site = build(texts, strict=True)
    assert leads(site, A) == expected
    assert leads(site, "old/") == expected  # at once, not by way of the post's own page
    assert site.listed("blog/") == titles(site, "blog/feed.xml") == ["B", "A"]
    assert A not in site.sitemap


@pytest.mark.parametrize("theme", THEMES)
def test_search_does_not_find_a_post_that_leads_elsewhere(build, theme) -> None:
    texts = {"docs/guide.md": "# Guide\n", "docs/blog/posts/a.md": post(title="A", redirect_to="/guide/")}
    assert A not in build(texts, theme).found


def test_a_redirect_leads_on_where_scripts_do_not_run_and_keeps_query_and_fragment_where_they_do(build) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A", aliases="/old/")})
    text = site.text("old/")
    assert '<meta http-equiv="refresh" content="0; url=../blog/2026/01/02/a/">' in text
    assert '<script>var u=new URL("../blog/2026/01/02/a/",location);' in text
    for kept in ("location.search", "location.hash", "location.replace(u)"):
        assert kept in text
    assert "<script src" not in text


@pytest.mark.parametrize(
    ("alias", "other"),
    [
        ("/guide/", "guide.md"),
        ("/blog/", "blog/index.md"),
        ("/blog/2026/01/03/b/", "blog/posts/b.md"),
        ("/blog/tag/t/", "blog/tag/t.md"),
        ("/404.html", "the template `404.html`"),
        ("/blog/feed.xml", "a feed"),
    ],
)
def test_a_clash_with_a_page_is_a_problem_and_the_page_stays(build, alias, other) -> None:
    texts = {
        "docs/guide.md": "# Guide\n",
        "docs/blog/posts/a.md": post(title="A", aliases=alias),
        "docs/blog/posts/b.md": post("2026-01-03", title="B", tags=["t"]),
    }
    site = build(texts)
    [problem] = site.problems
    assert problem.startswith("blog/posts/a.md:2: ")
    assert f"`{alias}` cannot redirect here" in problem
    assert other in problem
    assert problem.endswith("Delete the address here, or give the other page another one.")
    assert not any('http-equiv="refresh"' in path.read_text(encoding="utf-8") for path in site.out.rglob("*.html"))


def test_two_posts_cannot_have_one_old_address(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", aliases="/old/"),
             "docs/blog/posts/b.md": post("2026-01-03", title="B", aliases="old/index.html")}  # fmt: skip
    site = build(texts)
    assert leads(site, "old/") == A
    assert len(site.problems) == 1
    assert "already redirects to `blog/posts/a.md`" in site.problems[0]


def test_two_blogs_cannot_have_one_old_address(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", aliases="/old/"),
             "docs/news/posts/b.md": post("2026-01-03", title="B", aliases=["/old/", "/older/"])}  # fmt: skip
    site = build(texts, plugins=["search", {"iroco-blog": {}}, {"iroco-blog": {"blog_dir": "news"}}])
    assert leads(site, "old/") == A
    assert leads(site, "older/") == "news/2026/01/03/b/"
    [problem] = site.problems
    assert problem.startswith("news/posts/b.md:2: `/old/` cannot redirect here")


def test_pages_that_lead_to_each_other_show_their_own_text(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", redirect_to="blog/posts/b.md"),
             "docs/blog/posts/b.md": post("2026-01-03", title="B", redirect_to="/blog/2026/01/02/a/")}  # fmt: skip
    site = build(texts)
    [problem] = site.problems
    assert problem.startswith("blog/posts/a.md:3: ")
    assert "blog/posts/b.md:3" in problem
    assert site.entry(A)["name"] == ["A"]


def test_what_a_draft_asks_for_is_made_in_the_preview_alone(build) -> None:
    texts = {
        "docs/guide.md": "# Guide\n",
        "docs/blog/posts/a.md": post(title="A", draft=True, aliases=["/old/", "/guide/"]),
    }
    site = build(texts, strict=True)
    assert "old/" not in site.urls
    preview = build(texts, command="serve", strict=True)
    assert leads(preview, "old/") == A


@pytest.mark.parametrize(
    ("config", "options", "folder", "target"),
    [
        ({"use_directory_urls": False}, {}, "blog/", "blog/2026/01/02/a.html"),
        ({"site_url": "https://example.org/docs/"}, {}, "blog/", A),
        ({}, {"blog_dir": "."}, "", "2026/01/02/a/"),
    ],
)
def test_redirects_fit_wherever_the_blog_stands(build, config, options, folder, target) -> None:
    index = {"docs/index.md": None} if not folder else {}
    site = build({**index, f"docs/{folder}posts/a.md": post(title="A", aliases=["/old/x/", "/a.html"])},
                 config=config, options=options, strict=True)  # fmt: skip
    assert leads(site, "old/x/") == target
    assert leads(site, "a.html") == target


def test_without_the_sites_address_links_are_relative(build) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A", aliases="/old/")}, config={"site_url": ""}, strict=True)
    page = site.page("old/")
    assert page.css_first("link[rel=canonical]").attributes["href"] == "../blog/2026/01/02/a/"
    assert page.css_first("body a").attributes["href"] == "../blog/2026/01/02/a/"


def test_the_notice_is_in_the_blogs_language(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", aliases="/old/")}
    page = build(texts, options={"lang": "fr"}).page("old/")
    assert page.css_first("html").attributes["lang"] == "fr"
    assert page.css_first("p").text().startswith("Cette page a changé d’adresse")


def test_a_rebuild_forgets_a_redirect(build) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A", aliases="/old/")}, command="serve")
    Path(site.root / "docs/blog/posts/a.md").write_text(post(title="A", aliases="/older/"), encoding="utf-8")
    site.run(command="serve", fresh=False)
    assert {"older/"} <= site.urls
    assert "old/" not in site.urls


def test_hostile_titles_and_targets_stay_text(build) -> None:
    title = "</title><script>alert(1)</script>\"'>"
    texts = {"docs/blog/posts/a.md": post(title=title, slug="a", aliases="/old/"),
             "docs/blog/posts/b.md": post("2026-01-03", title="B",
                                          redirect_to='https://x.example/"><script>alert(1)')}  # fmt: skip
    site = build(texts)
    assert site.page("old/").css_first("title").text() == title
    for path in (site.file("old/"), site.file("blog/2026/01/03/b/")):
        scripts = [node.text() for node in LexborHTMLParser(path.read_text(encoding="utf-8")).css("script")]
        assert not any(text.startswith("alert") for text in scripts)

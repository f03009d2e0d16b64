"""Links between posts and the rest of the site, and the files beside posts."""

import pytest

from tests.hosts.built import words
from tests.hosts.written import post

HOME = "https://example.org/"
PLACES = [(HOME, True), (f"{HOME}sub/", True), ("", True), (HOME, False)]


@pytest.fixture(params=PLACES, ids=["root", "sub-path", "no site_url", "no directory urls"])
def place(request):
    site_url, directories = request.param
    return {"site_url": site_url, "use_directory_urls": directories}


def test_posts_and_docs_link_to_each_other_by_file(build, place) -> None:
    texts = {
        "docs/guide/a.md": "# Guide\n\n[A post](../blog/posts/deep/one.md#part), [blog](../blog/index.md).\n",
        "docs/blog/index.md": "# Blog\n",
        "docs/blog/posts/deep/one.md": post(
            "2026-01-01", "[Guide](../../../guide/a.md#guide), [two](../two.md), [home](../../../index.md).\n\n## Part",
            title="One",
        ),
        "docs/blog/posts/two.md": post("2026-01-02", "[One](deep/one.md), [index](../index.md).", title="Two"),
    }  # fmt: skip
    site = build(texts, config=place)
    assert site.warnings == []
    for url in site.urls:
        assert site.lost_links(url) == [], url
    one = site.post("one")
    guide = "guide/a/" if place["use_directory_urls"] else "guide/a.html"
    first = site.page(guide).css_first("a[href*='#part']").attributes["href"]
    assert site.target(guide, first) == site.file(one).relative_to(site.out).as_posix()


def test_the_host_warns_of_a_broken_link(build) -> None:
    texts = {
        "docs/blog/posts/a.md": post(title="A", body="[lost](none.md) and [post](b.md#no)."),
        "docs/blog/posts/b.md": post("2026-01-01", title="B"),
    }
    site = build(texts, config={"validation": {"anchors": "warn"}})
    assert len([line for line in site.warnings if "none.md" in line and "blog/posts/a.md" in line]) == 1
    assert len([line for line in site.warnings if "#no" in line]) == 1
    assert len(site.warnings) == 2


def test_a_link_to_a_draft_is_told(build) -> None:
    texts = {"docs/index.md": "[draft](blog/posts/a.md)\n", "docs/blog/posts/a.md": post(title="A", draft=True)}
    assert [line for line in build(texts).warnings if "blog/posts/a.md" in line]
    assert build(texts, command="serve").warnings == []


def test_files_beside_a_post_are_copied_and_found(build, place) -> None:
    texts = {
        "docs/blog/posts/trip/trip.md": post(body="![a](a.png) [f](files/b.csv)", title="Trip", image="a.png"),
        "docs/blog/posts/trip/a.png": b"png",
        "docs/blog/posts/trip/files/b.csv": b"1,2",
    }
    site = build(texts, config=place, options={"post_excerpt_fallback": "everything"})
    assert site.warnings == []
    for url in site.urls:
        assert site.lost_links(url) == [], url
    assert len(list(site.out.rglob("a.png"))) == len(list(site.out.rglob("b.csv"))) == 1


def test_a_path_from_the_root_is_one_from_the_docs_folder_where_the_file_is_there(build, place) -> None:
    body = (
        "![x](/images/x.png) <img src='/images/x.png' alt=''> [page](/guide.md) [raw](/images/x.png) "
        "![no](/images/none.png) <a href='//example.net/images/x.png'>other</a>"
    )
    texts = {"docs/blog/posts/a.md": post(body=body, title="A", categories=["C"]), "docs/images/x.png": b"png"}
    site = build({**texts, "docs/guide.md": "# Guide\n"}, config=place)
    for url in (site.post("a"), "blog/", next(url for url in site.urls if "category/c" in url)):
        article = site.page(url).css_first("article.h-entry")
        sources = [image.attributes["src"] for image in article.css("img")]
        assert sources[2] == "/images/none.png"
        assert {site.target(url, source) for source in sources[:2]} == {"images/x.png"}
        raw = next(link for link in article.css("a") if words(link) == "raw")
        assert site.target(url, raw.attributes["href"]) == "images/x.png"
        assert "//example.net/images/x.png" in [link.attributes["href"] for link in article.css("a")]


def test_links_from_the_root_may_be_encoded_or_have_queries(build) -> None:
    body = "![x](/images/a%20b.png) [y](/images/é.png?v=1#top)"
    texts = {"docs/blog/posts/a.md": post(body=body, title="A")}
    site = build({**texts, "docs/images/a b.png": b"png", "docs/images/é.png": b"png"})
    url = site.post("a")
    content = site.page(url).css_first(".e-content")
    assert site.target(url, content.css_first("img").attributes["src"]) == "images/a b.png"
    href = content.css_first("a").attributes["href"]
    assert href.endswith("?v=1#top")
    assert site.target(url, href) == "images/é.png"
    assert site.lost_links("blog/", "article") == []


def test_avatars_are_found(build, place) -> None:
    authors = "authors:\n  a: {name: A, avatar: images/a.png}\n  b: {name: B, avatar: https://example.net/b.png}\n"
    texts = {"docs/blog/.authors.yml": authors, "docs/images/a.png": b"png"}
    site = build({**texts, "docs/blog/posts/p.md": post(title="P", authors=["a", "b"])}, config=place)
    for url in (url for url in site.urls if url.startswith("blog/")):
        assert site.lost_links(url) == []
    sources = {image.attributes["src"] for image in site.page(site.post("p")).css("img.u-photo")}
    assert "https://example.net/b.png" in sources
    assert len(sources) == 2


def test_an_avatar_may_lie_beside_the_authors_file(build) -> None:
    authors = "authors:\n  a: {name: A, avatar: me.png}\n"
    texts = {"docs/blog/.authors.yml": authors, "docs/blog/me.png": b"png"}
    site = build({**texts, "docs/blog/posts/p.md": post(title="P", authors=["a"])})
    assert site.lost_links(site.post("p")) == []


@pytest.mark.parametrize(
    ("theme", "plugins"), [("mkdocs", None), ("material", ["meta", "search", "iroco-blog"])], ids=["alone", "with meta"]
)
def test_folder_defaults_apply(build, theme, plugins) -> None:
    texts = {
        "docs/blog/.meta.yml": "tags: [all]\nauthors: [Ada]\n",
        "docs/blog/posts/fr/.meta.yml": "lang: fr\ncategories: [Nouvelles]\n",
        "docs/blog/posts/fr/a.md": post("2026-01-02", title="A", tags=["own"]),
        "docs/blog/posts/b.md": post("2026-01-01", title="B"),
    }
    site = build(texts, theme, plugins=plugins)
    first, second = site.entry(site.post("a")), site.entry(site.post("b"))
    assert set(first["category"]) >= {"Nouvelles", "own"}
    assert second["category"] == ["all"]
    assert [author["value"] for author in second["author"]] == ["Ada"]
    assert site.page(site.post("a")).css_first(".e-content").attributes["lang"] == "fr"
    assert site.warnings == []
    assert not list(site.out.rglob(".meta.yml"))

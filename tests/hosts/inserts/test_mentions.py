"""Pages and posts list the posts that link to them."""

from __future__ import annotations

import posixpath
from typing import Any

import pytest

from tests.hosts.built import Site, contents, words
from tests.hosts.written import post, write

POSTS = "docs/blog/posts"
ON = {"mentions": True}
LIST = '[aria-label="Mentioned in"]'
TEXTS: dict[str, str | bytes | None] = {
    "docs/guide/hive.md": "# Hive\n\n## Frames\n\nText.\n\n### Wires\n",
    "docs/guide/wax.md": "# Wax\n\nText.\n",
    f"{POSTS}/june.md": post("2026-06-05", "See [it](../../guide/hive.md).", title="June"),
    f"{POSTS}/may.md": post(
        "2026-05-05", "[It](../../guide/hive.md), [it](/guide/hive/), [June](june.md).", title="May"
    ),
    f"{POSTS}/july.md": post("2026-07-05", "See [it](../../guide/hive.md#frames).", title="July & co", lang="de"),
}


def mentions(site: Site, url: str) -> list[str]:
    """The titles that a page lists, in order."""
    lists = site.page(url).css(LIST)
    assert len(lists) <= 1
    return [words(link) for node in lists for link in node.css("li a")]


def linking(link: str, **front: Any) -> dict[str, Any]:
    return {**TEXTS, f"{POSTS}/a.md": post("2026-01-02", f"See the [wax]({link}).", title="A", **front)}


def test_a_page_lists_the_posts_that_link_to_it_newest_first(build: Any, theme: str) -> None:
    site = build(TEXTS, theme, options=ON, strict=True)
    assert mentions(site, "guide/hive/") == ["July & co", "June", "May"]
    box = site.page("guide/hive/").css_first(f".iroco-insert[data-search-exclude] {LIST}")
    assert words(box.css_first("h2")) == "Mentioned in"
    assert box.attributes["role"] == "navigation"
    link, date = box.css_first("li a"), box.css_first("li time")
    assert (link.attributes["lang"], link.attributes["dir"]) == ("de", "auto")
    assert (date.attributes["datetime"], words(date)) == ("2026-07-05", "Jul 5, 2026")
    assert site.lost_links("guide/hive/", LIST) == []
    for url, count in (("guide/hive/", 1), ("guide/wax/", 0), ("", 0)):
        assert site.text(url).count("iroco_blog/blog.css") == count
        ids = [node.attributes["id"] for node in site.page(url).css("[id]")]
        ours = [node.attributes["id"] for node in site.page(url).css(".iroco-insert [id]")]
        assert [name for name in ours if ids.count(name) > 1] == []


def test_nothing_changes_without_the_option(build: Any) -> None:
    site, other = build(TEXTS), build(TEXTS, options=ON)
    pages = [name for name, data in contents(site.out).items() if contents(other.out)[name] != data]
    assert {name for name in pages if name.endswith(".html")} == {
        "guide/hive/index.html",
        f"{other.post('june')}index.html",
    }
    assert "Mentioned" not in site.text("guide/hive/")


def test_search_feeds_and_the_sitemap_do_not_have_them(build: Any) -> None:
    site, other = (build(TEXTS, options={"feeds": ["atom", "rss", "json"], **options}) for options in ({}, ON))
    for pattern in ("feed*", "rss*", "search_index.json", "sitemap.xml"):
        files = [*site.out.rglob(pattern)]
        assert files
        for file in files:
            assert file.read_bytes() == (other.out / file.relative_to(site.out)).read_bytes()


@pytest.mark.parametrize(
    "link",
    [
        "../../guide/wax.md", "../../guide/wax.md#top", "../../guide/wax.md?a=b", "/guide/wax/", "/guide/wax",
        "/guide/wax/index.html", "/guide/wax.md", "https://example.org/guide/wax/?a=b#top", "//example.org/guide/wax/",
        "http://example.org/guide/wax", "../../../../../guide/wax/",
    ],
)  # fmt: skip
def test_a_link_counts_however_it_is_written(build: Any, link: str) -> None:
    assert mentions(build(linking(link), options=ON), "guide/wax/") == ["A"]


@pytest.mark.parametrize("link", ["../../guide/wax.md", "/guide/wax.html", "https://example.org/guide/wax.html#top"])
def test_a_link_counts_where_pages_are_files(build: Any, link: str) -> None:
    site = build(linking(link), options=ON, config={"use_directory_urls": False})
    assert mentions(site, "guide/wax.html") == ["A"]
    assert site.lost_links("guide/wax.html", LIST) == []


@pytest.mark.parametrize(
    "link", ["../../guide/wax.md", "/docs/guide/wax/", "https://example.org/docs/guide/wax/", "/guide/wax/"]
)
def test_a_link_counts_on_a_site_below_a_path(build: Any, link: str) -> None:
    site = build(linking(link), options=ON, config={"site_url": "https://example.org/docs/"})
    assert mentions(site, "guide/wax/") == ["A"]


@pytest.mark.parametrize("link", ["https://example.org/docs", "https://example.org/docs/", "/docs/", "../../index.md"])
def test_a_link_to_the_home_page_counts(build: Any, link: str) -> None:
    site = build(linking(link), options=ON, config={"site_url": "https://example.org/docs/"})
    assert mentions(site, "") == ["A"]
    assert mentions(site, "guide/wax/") == []


@pytest.mark.parametrize("link", ["https://example.com/guide/wax/", "mailto:wax@example.org", "wax.png", "#wax", "[x"])
def test_a_link_to_somewhere_else_does_not(build: Any, link: str) -> None:
    texts = {**linking(link), f"{POSTS}/wax.png": b"picture"}
    assert mentions(build(texts, options=ON), "guide/wax/") == []


def test_a_reference_of_autorefs_counts(build: Any) -> None:
    pytest.importorskip("mkdocs_autorefs")
    texts = {
        **TEXTS,
        "docs/guide/wax.md": "# Wax\n\n## Melting wax\n",
        f"{POSTS}/a.md": post(body="[Melting wax][]", title="A"),
    }
    site = build(texts, options=ON, plugins=["search", "autorefs", {"iroco-blog": ON}])
    assert mentions(site, "guide/wax/") == ["A"]


@pytest.mark.parametrize(
    "front", [{"unlisted": True}, {"hidden": True}, {"draft": True},
              {"redirect_to": "/guide/hive/"}, {"status": "hidden"}],
)  # fmt: skip
def test_a_post_that_lists_leave_out_mentions_nothing(build: Any, front: Any) -> None:
    assert mentions(build(linking("../../guide/wax.md", **front), options=ON), "guide/wax/") == []


def test_a_draft_counts_in_the_preview_that_shows_it(build: Any) -> None:
    site = build(linking("../../guide/wax.md", draft=True), options=ON, command="serve")
    assert mentions(site, "guide/wax/") == ["A"]


@pytest.mark.usefixtures("locks")
def test_a_locked_post_mentions_nothing(build: Any) -> None:
    texts = linking("../../guide/wax.md", password="x")  # noqa: S106
    site = build(texts, plugins=["search", "encryptcontent", {"iroco-blog": ON}])
    assert mentions(site, "guide/wax/") == []
    assert mentions(site, "guide/hive/") == ["July & co", "June", "May"]


def test_only_the_text_of_a_post_counts(build: Any) -> None:
    texts = {
        **TEXTS,
        f"{POSTS}/a.md": post(title="A", links=["guide/wax.md"], tags=["t"], authors=["ada"]),
        "docs/blog/index.md": "# Blog\n\n[Wax](../guide/wax.md)\n",
        "docs/blog/.authors.yml": "authors:\n  ada: {name: Ada, url: guide/wax.md}\n",
        "hook.py": "def on_page_markdown(markdown, **_):\n    return f'{markdown}\\n\\n[Wax](/guide/wax/)\\n'\n",
    }
    site = build(texts, options=ON, config={"hooks": ["hook.py"]})
    assert mentions(site, "guide/wax/") == []
    assert mentions(site, "guide/hive/") == ["July & co", "June", "May"]


def test_a_post_lists_the_posts_that_mention_it(build: Any) -> None:
    site = build(TEXTS, options=ON)
    url = site.post("june")
    assert mentions(site, url) == ["May"]
    box = site.page(url).css_first(f".iroco-footer {LIST}")
    assert words(box.css_first("p")) == "Mentioned in"
    assert box.css_first("time").attributes["datetime"] == "2026-05-05"
    assert site.lost_links(url) == []
    assert mentions(site, site.post("may")) == []


def test_a_post_does_not_list_a_post_twice(build: Any) -> None:
    """Neither parts of its series, which link to each other all the time, nor related posts that mention it."""
    texts = {
        **TEXTS,
        f"{POSTS}/a.md": post("2026-01-01", "[B](b.md) [c](c.md)", title="A", series="S", tags=["t"]),
        f"{POSTS}/b.md": post("2026-01-02", "[A](a.md)", title="B", series="S", tags=["t"]),
        f"{POSTS}/c.md": post("2026-01-03", "[A](a.md)", title="C", tags=["t"]),
        f"{POSTS}/d.md": post("2026-01-04", "Text.", title="D", tags=["t"]),
    }
    site = build(texts, options=ON)
    related = '[aria-label="Related"] a'
    assert mentions(site, site.post("a")) == ["C"]
    assert [words(link) for link in site.page(site.post("a")).css(related)] == ["D"]
    assert mentions(site, site.post("c")) == ["A"]
    assert [words(link) for link in site.page(site.post("c")).css(related)] == ["D", "B"]
    assert "C" in [words(link) for link in build(texts).page(site.post("a")).css(related)]


def test_many_are_folded_up(build: Any) -> None:
    texts = {
        f"{POSTS}/{day}.md": post(f"2026-03-{day}", "[W](../../guide/wax.md)", title=f"Day {day}")
        for day in range(10, 25)
    }
    page = build({**TEXTS, **texts}, options=ON).page("guide/wax/")
    assert [words(link) for link in page.css(f"{LIST} > ul a")] == [f"Day {day}" for day in range(24, 19, -1)]
    assert words(page.css_first(f"{LIST} summary")) == "Older posts"
    assert [words(link) for link in page.css(f"{LIST} details a")] == [f"Day {day}" for day in range(19, 9, -1)]


@pytest.mark.parametrize("hide", ["[mentions]", "mentions", "[toc, mentions]"])
def test_a_page_or_a_post_can_do_without(build: Any, hide: str) -> None:
    june = post("2026-06-05", title="June").replace("title:", f"hide: {hide}\ntitle:")
    texts = {"docs/guide/hive.md": f"---\nhide: {hide}\n---\n# Hive\n", f"{POSTS}/june.md": june}
    site = build({**TEXTS, **texts}, options=ON)
    assert mentions(site, "guide/hive/") == mentions(site, site.post("june")) == []
    assert "blog.css" not in site.text("guide/hive/")
    assert site.warnings == []


def test_pages_of_a_jekyll_site_have_them(build: Any) -> None:
    texts = {
        "_config.yml": "title: Garden\n", "about.md": "---\ntitle: About\n---\nText.\n",
        "old.html": "---\ntitle: Old\n---\n<p>Text.</p>\n",
        "_posts/2026-06-01-a.md": "---\ntitle: A\n---\n[About]({% link about.md %}), [old](/old.html)\n",
        "_posts/2026-06-02-b.md": "---\ntitle: B\n---\n[A]({% post_url 2026-06-01-a %}), [about](/about)\n",
    }  # fmt: skip
    site = build(texts, options={"jekyll": ".", **ON})
    assert mentions(site, "about.html") == ["B", "A"]
    assert mentions(site, "old.html") == ["A"]
    assert mentions(site, "2026/06/01/a.html") == ["B"]
    assert site.text("about.html").count("iroco_blog/blog.css") == 1


BLOGS: dict[str, Any] = {
    **TEXTS, "docs/log/index.md": "# Log\n",
    "docs/log/posts/x.md": post("2026-06-20", "[H](../../guide/hive.md) [June](../../blog/posts/june.md)", title="X"),
    f"{POSTS}/y.md": post("2026-08-20", "[X](../../log/posts/x.md)", title="Y"),
}  # fmt: skip


@pytest.mark.parametrize("number", [1, 250])
def test_two_blogs_have_one_list(build: Any, number: int) -> None:
    """A second process lays out the pages of a larger blog before the other blog is there."""
    many = {f"{POSTS}/n{n}.md": post(title=f"N{n}") for n in range(number)}
    blogs = [{"iroco-blog": ON}, {"iroco-blog": {"blog_dir": "log", "lang": "fr", **ON}}]
    site = build({**BLOGS, **many}, plugins=["search", *blogs])
    assert mentions(site, "guide/hive/") == ["July & co", "X", "June", "May"]
    assert site.page("guide/hive/").css(f"{LIST} a")[1].attributes["lang"] == "fr"
    assert site.text("guide/hive/").count("iroco_blog/blog.css") == 1
    assert mentions(site, site.post("june")) == ["X", "May"]
    french = site.page(site.post("x")).css(".iroco-footer [role=navigation]")
    assert [words(link) for link in french[0].css("a")] == ["Y"]
    for url in ("guide/hive/", site.post("june"), site.post("x")):
        assert site.lost_links(url) == []


@pytest.mark.parametrize("first", [True, False])
def test_a_blog_without_the_option_is_not_in_the_list_and_has_none(build: Any, first: bool) -> None:
    blogs = [{"iroco-blog": {"mentions": first}}, {"iroco-blog": {"blog_dir": "log", "mentions": not first}}]
    site = build(BLOGS, plugins=["search", *blogs])
    assert mentions(site, "guide/hive/") == (["July & co", "June", "May"] if first else ["X"])
    assert mentions(site, site.post("june")) == (["May"] if first else [])
    assert mentions(site, site.post("x")) == []


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_each_language_lists_its_own_posts(build: Any, structure: str) -> None:
    pages = {
        ("index.md", "en"): "# Home\n", ("index.md", "fr"): "# Accueil\n",
        ("guide.md", "en"): "# Guide\n", ("guide.md", "fr"): "# Guide\n",
        ("blog/posts/a.md", "en"): post("2026-01-01", "[G](../../guide.md)", title="A in English"),
        ("blog/posts/a.md", "fr"): post("2026-01-01", "[G](../../guide.md)", title="A en français"),
        ("blog/posts/c.md", "fr"): post("2026-01-03", "[G](../../guide.md)", title="C"),
    }  # fmt: skip
    texts: dict[str, Any] = {"docs/index.md": None} if structure == "folder" else {}
    for (path, lang), text in pages.items():
        stem, ending = posixpath.splitext(path)
        name = path if lang == "en" else f"{stem}.{lang}{ending}"
        texts[f"docs/{lang}/{path}" if structure == "folder" else f"docs/{name}"] = text
    languages = [{"locale": "en", "default": True, "name": "English"}, {"locale": "fr", "name": "Français"}]
    plugins = ["search", {"i18n": {"docs_structure": structure, "languages": languages}}, {"iroco-blog": ON}]
    site = build(texts, "material", plugins=plugins)
    assert mentions(site, "guide/") == ["A in English"]
    french = site.page("fr/guide/").css_first(".iroco-insert")
    assert [words(link) for link in french.css("a")] == ["C", "A en français"]
    assert words(french.css_first("h2")) == "Articles qui en parlent"
    assert site.lost_links("fr/guide/", ".iroco-insert") == []


def test_the_preview_follows_a_link_in_a_post(build: Any) -> None:
    site = build(TEXTS, options=ON, command="serve")
    write(site.root, {f"{POSTS}/july.md": post("2026-07-05", "[W](../../guide/wax.md), [May](may.md)", title="July")})
    site.run(command="serve", fresh=False)
    assert mentions(site, "guide/hive/") == ["June", "May"]
    assert mentions(site, "guide/wax/") == ["July"]
    assert mentions(site, site.post("may")) == ["July"]
    after = contents(site.out)
    assert after == contents(site.run(command="serve").out)


def test_a_page_that_moves_keeps_its_mentions_in_a_warm_build(build: Any) -> None:
    """The links of a text are cached with it; where they lead is not."""
    site = build(TEXTS, options={**ON, "cache": ".cache"})
    (site.root / "docs/guide/wax.md").unlink()
    write(site.root, {f"{POSTS}/a.md": post(body="[W](/guide/wax/)", title="A")})
    site.run()
    write(site.root, {"docs/guide/wax.md": "# Wax\n"})
    assert mentions(site.run(), "guide/wax/") == ["A"]


def test_fragments_can_be_replaced(build: Any) -> None:
    link = "<u>{{ link.title }} {{ link.date.text }} {{ link.url }}</u>"
    fragment = f"{{% for link in mentions %}}{link}{{% endfor %}}<b>{{{{ in_footer }}}}{{{{ level }}}}</b>"
    site = build(
        {**TEXTS, "own/iroco_blog/mentions.html": fragment}, {"name": "mkdocs", "custom_dir": "own"}, options=ON
    )
    page, june = site.page("guide/hive/"), site.page(site.post("june"))
    assert words(page.css("u")[1]) == "June June 5, 2026 ../../blog/2026/06/05/june/"
    assert (words(page.css_first("b")), words(june.css_first("b"))) == ("False2", "TrueNone")
    assert words(june.css_first("u")) == "May May 5, 2026 ../../../05/05/may/"


LINE = "<!-- iroco-blog/mentions -->"


@pytest.mark.parametrize("options", [{}, ON])
def test_a_line_puts_the_list_in_its_place_and_nowhere_else(build: Any, options: Any) -> None:
    hive = f"# Hive\n\n## From the blog\n\n{LINE}\n\n## Below\n"
    site = build({**TEXTS, "docs/guide/hive.md": hive}, options=options, strict=True)
    assert mentions(site, "guide/hive/") == ["July & co", "June", "May"]
    [box] = site.page("guide/hive/").css(LIST)
    assert box.css("h1, h2, h3, p") == []
    assert site.text("guide/hive/").index("Mentioned in") < site.text("guide/hive/").rindex("Below")
    assert site.text("guide/hive/").count("iroco_blog/blog.css") == 1
    assert mentions(site, site.post("june")) == (["May"] if options else [])


def test_a_line_has_keys(build: Any) -> None:
    line = "<!-- iroco-blog/mentions { limit: 2, level: 3, empty: None yet. } -->"
    site = build(
        {**TEXTS, "docs/guide/hive.md": f"# Hive\n\n## More\n\n{line}\n", "docs/guide/wax.md": f"# Wax\n\n{line}\n"}
    )
    assert mentions(site, "guide/hive/") == ["July & co", "June"]
    assert words(site.page("guide/hive/").css_first(f"{LIST} h3")) == "Mentioned in"
    assert words(site.page("guide/wax/").css_first(".iroco-insert")) == "None yet."
    assert site.warnings == []


def test_a_line_without_mentions_shows_nothing(build: Any) -> None:
    site = build({**TEXTS, "docs/guide/wax.md": f"# Wax\n\n{LINE}\n"})
    assert "iroco-" not in site.text("guide/wax/")


def test_a_line_in_a_post_stands_for_the_list_in_its_footer(build: Any) -> None:
    june = post("2026-06-05", f"See [it](../../guide/hive.md).\n\n{LINE}\n\nEnd.", title="June")
    site = build({**TEXTS, f"{POSTS}/june.md": june}, options=ON)
    assert mentions(site, site.post("june")) == ["May"]
    assert site.page(site.post("june")).css(f".e-content {LIST}")
    assert "Mentioned" not in site.text("blog/")


def test_a_line_lists_the_posts_of_all_blogs(build: Any) -> None:
    texts = {
        **BLOGS,
        "docs/guide/hive.md": f"# Hive\n\n{LINE}\n",
        f"{POSTS}/june.md": post("2026-06-05", LINE, title="June"),
    }
    site = build(texts, plugins=["search", {"iroco-blog": {}}, {"iroco-blog": {"blog_dir": "log"}}])
    assert mentions(site, "guide/hive/") == ["July & co", "X", "May"]
    assert mentions(site, site.post("june")) == ["X", "May"]
    assert site.text("guide/hive/").count("iroco_blog/blog.css") == 1
    assert site.warnings == []


def test_where_one_blog_has_the_option_a_line_lists_its_posts(build: Any) -> None:
    texts = {**BLOGS, "docs/guide/hive.md": f"# Hive\n\n{LINE}\n"}
    site = build(texts, plugins=["search", {"iroco-blog": {}}, {"iroco-blog": {"blog_dir": "log", **ON}}])
    assert mentions(site, "guide/hive/") == ["X"]


def test_search_does_not_find_a_list_in_the_place_of_a_line(build: Any) -> None:
    site = build({**TEXTS, "docs/guide/hive.md": f"# Hive\n\n{LINE}\n"})
    [entry] = [entry for entry in site.search if entry["location"] == "guide/hive/"]
    assert "July" not in entry["text"]


def test_the_preview_follows_a_line_in_a_post(build: Any) -> None:
    texts = {**TEXTS, f"{POSTS}/june.md": post("2026-06-05", LINE, title="June")}
    site = build(texts, command="serve")
    write(site.root, {f"{POSTS}/july.md": post("2026-07-05", "[J](june.md)", title="July")})
    site.run(command="serve", fresh=False)
    assert mentions(site, site.post("june")) == ["July", "May"]
    assert contents(site.out) == contents(site.run(command="serve").out)


def test_the_preview_follows_a_title_and_another_blog(build: Any) -> None:
    blogs = [{"iroco-blog": ON}, {"iroco-blog": {"blog_dir": "log", **ON}}]
    site = build(BLOGS, plugins=["search", *blogs], command="serve")
    write(site.root, {"docs/log/posts/x.md": post("2026-06-20", "[June](../../blog/posts/june.md)", title="New")})
    write(site.root, {f"{POSTS}/y.md": post("2026-08-20", "[X](../../log/posts/x.md)", title="Changed")})
    site.run(command="serve", fresh=False)
    assert mentions(site, site.post("june")) == ["New", "May"]
    assert mentions(site, site.post("new")) == ["Changed"]
    assert contents(site.out) == contents(site.run(command="serve").out)

"""Where a blog may be: at the root, twice, in other folders, without pretty addresses; and second builds."""

import pytest
from mkdocs.exceptions import Abort

from tests.hosts.written import post, write


def sound(site) -> None:
    """No page of the blog has a link that leads nowhere."""
    for url in site.urls:
        assert site.lost_links(url) == [], url
    assert site.warnings == []


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("home", [True, False])
def test_a_blog_at_the_root(build, directories, home) -> None:
    texts = {
        "docs/posts/a.md": post(body="![x](x.png) [about](../about.md)", title="A", tags=["t"]),
        "docs/posts/x.png": b"png", "docs/about.md": "# About\n", "docs/index.md": "# Home\n\nWelcome.\n",
    }  # fmt: skip
    config = {"use_directory_urls": directories}
    site = build(texts, options={"blog_dir": "."}, config=config)
    if not home:
        (site.root / "docs" / "index.md").unlink()
        site.run()
    assert site.listed("") == ["A"]
    expected = {"2026/01/02/a/", "tag/t/", "tags/", "archive/2026/", "about/"}
    if not directories:
        expected = {f"{url.rstrip('/')}.html" for url in expected}
    assert expected <= site.urls
    sound(site)


def test_two_blogs_in_one_site(build) -> None:
    texts = {
        "docs/blog/posts/a.md": post(title="A", tags=["t"], body="[other](../../news/posts/b.md)"),
        "docs/news/posts/b.md": post(title="B", tags=["t"], body="[other](../../blog/posts/a.md)"),
        "docs/news/.authors.yml": "authors:\n  ada: {name: Ada}\n",
        "docs/news/posts/c.md": post("2025-01-02", title="C", author="ada"),
    }
    plugins = ["search", {"iroco-blog": {}}, {"iroco-blog": {"blog_dir": "news", "lang": "fr"}}]
    site = build(texts, plugins=plugins)
    assert (site.listed("blog/"), site.listed("news/")) == (["A"], ["B", "C"])
    assert (site.listed("blog/tag/t/"), site.listed("news/tag/t/")) == (["A"], ["B"])
    assert "Retour" in site.text("news/2026/01/02/b/")
    assert "Retour" not in site.text("blog/2026/01/02/a/")
    for url in site.urls:
        assert site.text(url).count('class="h-feed') <= 1
        assert site.text(url).count("e-content") <= 1
        assert site.text(url).count("iroco_blog/blog.css") == (1 if url else 0)
    assert site.found == {"", "blog/2026/01/02/a/", "news/2026/01/02/b/", "news/2025/01/02/c/"}
    sound(site)


def test_a_folder_whose_name_begins_the_same_holds_no_posts(build) -> None:
    texts = {
        "docs/blog/posts/a.md": post(title="A"), "docs/blog/posts-old/x.md": "# Old\n",
        "docs/blog/postscript.md": "# P\n",
    }  # fmt: skip
    site = build(texts)
    assert {"blog/posts-old/x/", "blog/postscript/"} <= site.urls
    assert site.listed("blog/") == ["A"]
    sound(site)


@pytest.mark.parametrize("post_dir", ["_articles", "{blog}/texts/", "./journal", "news"])
def test_posts_may_be_elsewhere(build, post_dir) -> None:
    folder = post_dir.replace("{blog}", "blog").strip("./")
    site = build({f"docs/{folder}/x/a.md": post(title="A", body="![x](x.png)"), f"docs/{folder}/x/x.png": b"png"},
                 options={"post_dir": post_dir}, config={"exclude_docs": "!_articles"})  # fmt: skip
    assert "blog/2026/01/02/a/" in site.urls
    sound(site)


@pytest.mark.parametrize(
    ("options", "address"),
    [
        ({"post_url_format": "{slug}"}, "blog/weighing/"),
        ({"post_url_format": "{date}/{file}", "post_url_date_format": "yyyy"}, "blog/2026/a/"),
        ({"post_url_format": "{categories}/{slug}"}, "blog/grand-public/weighing/"),
        ({"blog_dir": "journal/notes", "post_dir": "blog/posts"}, "journal/notes/2026/01/02/weighing/"),
    ],
)
def test_addresses_follow_options(build, options, address) -> None:
    site = build({"docs/blog/posts/a.md": post(title="Weighing", categories=["Grand public"])}, options=options)
    assert address in site.urls
    sound(site)


def test_of_two_posts_of_one_day_and_title_the_second_goes_by_its_file(build) -> None:
    texts = {f"docs/blog/posts/{name}.md": post(title="Same", body=f"Text {name}.") for name in ("first", "second")}
    site = build(texts)
    [note] = [note for note in site.notes if "address" in note]
    assert note.startswith("blog/posts/second.md:")
    assert "`blog/posts/first.md`" in note
    folder = site.post("same").rpartition("same")[0]
    assert "Text first." in site.text(f"{folder}same/")
    assert "Text second." in site.text(f"{folder}second/")
    assert site.listed("blog/") == ["Same", "Same"]
    assert site.problems == []


def test_a_second_dirty_build_keeps_excerpts(build) -> None:
    texts = {f"docs/blog/posts/{n}.md": post(f"2026-01-0{n}", f"Excerpt {n}.", title=f"P{n}") for n in (1, 2)}
    site = build(texts, dirty=True)
    write(site.root, {"docs/blog/posts/2.md": post("2026-01-02", "Changed.", title="P2")})
    site.run(dirty=True)
    assert site.listed("blog/") == ["P2", "P1"]
    assert "Excerpt 1." in site.text("blog/")
    assert "Changed." in site.text("blog/")
    assert "Changed." in site.text("blog/2026/01/02/p2/")


def test_names_of_files_may_hold_anything(build) -> None:
    names = ["a b", "é", "日本", "a#b", "50%", "q?x", "a+b", "2026-01-02-dated", "UPPER", "a&b", "it's"]
    texts = {f"docs/blog/posts/{name}.md": post("2026-01-02", title=f"T {n}") for n, name in enumerate(names)}
    site = build({**texts, "docs/blog/posts/a b.png": b"png"})
    assert len(site.listed("blog/")) == 10
    assert len([url for url in site.urls if url.startswith("blog/2026/")]) == len(names)
    for url in site.urls:
        assert site.lost_links(url) == [], url


def test_addresses_made_from_file_names_that_need_escapes(build) -> None:
    names = ["a b", "é", "50%", "a#b", "q?x"]
    texts = {f"docs/blog/posts/{name}.md": post("2026-01-02", title=f"T{n}") for n, name in enumerate(names)}
    site = build(texts, options={"post_url_format": "{file}"})
    for url in site.urls:
        assert site.lost_links(url) == [], url


def test_crlf_and_bom_are_fine(build) -> None:
    text = post(title="A", body="One.\n\n<!-- more -->\n\nTwo.")
    site = build({"docs/blog/posts/a.md": b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()})
    assert site.listed("blog/") == ["A"]
    sound(site)


def test_two_blogs_of_one_folder_are_refused(build) -> None:
    with pytest.raises(Abort):
        build({"docs/blog/posts/a.md": post(title="A")}, plugins=["search", "iroco-blog", "iroco-blog"])

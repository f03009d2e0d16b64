"""The pictures of posts have their sizes, and wait until a reader comes near: on pages and lists, and not in feeds."""

from __future__ import annotations

from typing import Any

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.hosts import jekyll_site
from tests.hosts.built import Site
from tests.hosts.written import Texts, post
from tests.pictures import png, svg

POSTS = "docs/blog/posts"
PICTURES = {
    f"{POSTS}/hive.png": png(120, 80), "docs/images/bee.svg": svg(60, 30), "docs/images/a b.png": png(30, 90),
    f"{POSTS}/wide.svg": '<svg width="100%" height="100%" viewBox="0 0 24 12"/>',
}  # fmt: skip
WORDS = "They sleep from November to March. " * 60
OWN = {"docs/blog/.authors.yml": "authors:\n  ada: {name: Ada, description: Keeps bees, avatar: blog/posts/hive.png}\n"}
WAITS = {"loading": "lazy", "decoding": "async"}


def pictures(site: Site, url: str, where: str = ".e-content") -> list[dict[str, Any]]:
    """The attributes of the pictures on a page, but for their addresses and descriptions."""
    return [
        {name: value for name, value in image.attributes.items() if name not in ("src", "alt", "title")}
        for image in site.page(url).css(f"{where} img")
    ]


def sized(width: int, height: int, **more: str) -> dict[str, str]:
    return {"width": str(width), "height": str(height), **more}


def test_every_picture_of_the_site_has_its_size_and_all_but_the_first_wait(build) -> None:
    body = "![](hive.png)\n\n![](../../images/bee.svg#part) ![](</images/a b.png?x=1>)\n\n[![](hive.png)](hive.png)"
    site = build({**PICTURES, f"{POSTS}/a.md": post(title="A", body=body)})
    assert pictures(site, site.post("a")) == [
        sized(120, 80), sized(60, 30, **WAITS), sized(30, 90, **WAITS), sized(120, 80, **WAITS)
    ]  # fmt: skip
    assert site.problems == site.notes == []


@pytest.mark.parametrize(
    ("front", "body", "waits"),
    [
        ({}, "![](hive.png)", False),
        ({}, f"{WORDS[:900]}\n\n![](hive.png)", False),
        ({}, f"{WORDS}\n\n![](hive.png)", True),  # not on the first screen
        ({"image": "hive.png"}, "![](hive.png)", True),  # the cover is there
    ],
)
def test_the_first_picture_does_not_wait_if_it_may_be_on_the_first_screen(build, front, body, waits) -> None:
    site = build({**PICTURES, f"{POSTS}/a.md": post(title="A", body=body, **front)})
    assert pictures(site, site.post("a")) == [sized(120, 80, **(WAITS if waits else {}))]


LEFT_ALONE = [
    '<img src="../hive.png" width="60">', '<img src="../hive.png" height="50%">',
    '<img src="../hive.png" style="float: right">', '<img src="../hive.png" srcset="../hive.png 2x">',
    '<picture><source srcset="../other.png"><img src="../hive.png"></picture>',
    '<img src="https://example.com/hive.png">', '<img src="//example.com/hive.png">',
    '<img src="data:image/gif;base64,R0==">', '<img src="http://[hive.png">', '<img src="../nowhere.png">',
    '<img src="../wide.svg">', '<img src="">', '<img alt="x">',
    '<code>&lt;img src="../hive.png"&gt;</code>',
]  # fmt: skip


@pytest.mark.parametrize("html", LEFT_ALONE)
def test_a_picture_that_is_laid_out_already_or_has_no_known_size_stays_as_it_is(build, html) -> None:
    site = build({
        **PICTURES, f"{POSTS}/a.md": post(title="A", body=f"<div>{html}</div>", slug="a"),
        f"{POSTS}/other.png": png(20, 20),
    }, options={"post_url_format": "{slug}"})  # fmt: skip
    [expected] = LexborHTMLParser(f"<div>{html}</div>").css("body > div")
    assert site.page("blog/a/").css_first(".e-content > div").html == expected.html


def test_what_the_author_says_of_loading_stays(build) -> None:
    body = '<img src="../../hive.png" loading="eager">\n<img src="../../hive.png" decoding="sync">\n'
    site = build(
        {**PICTURES, f"{POSTS}/a.md": post(title="A", body=body, slug="a")}, options={"post_url_format": "x/{slug}"}
    )
    assert pictures(site, "blog/x/a/") == [sized(120, 80, loading="eager"), sized(120, 80, decoding="sync")]


def test_on_a_list_all_pictures_wait_but_the_first_entrys_first(build) -> None:
    texts = {
        f"{POSTS}/{n}.md": post(f"2026-01-0{n}", "![](hive.png) ![](../../images/bee.svg)", title=f"P{n}")
        for n in (1, 2)
    }
    site = build({**PICTURES, **texts})
    both = [sized(120, 80, **WAITS), sized(60, 30, **WAITS)]
    assert pictures(site, "blog/", ".p-summary") == [sized(120, 80), *both[1:], *both]
    assert site.lost_links("blog/") == []


def test_a_cover_comes_first_and_has_its_size_on_the_posts_page(build) -> None:
    site = build({**PICTURES, f"{POSTS}/a.md": post(title="A", image="hive.png")})
    [cover] = pictures(site, site.post("a"), "figure")
    assert cover == {"class": "u-featured", **sized(120, 80), "fetchpriority": "high"}


def test_an_authors_picture_has_the_room_that_it_takes(build) -> None:
    site = build({**PICTURES, **OWN, f"{POSTS}/a.md": post(title="A", authors=["ada"])})
    for url, where, side in (
        (site.post("a"), ".iroco-meta", 24),
        (site.post("a"), ".iroco-footer", 48),
        ("blog/author/ada/", ".iroco-profile", 128),
    ):
        [avatar] = pictures(site, url, where)
        assert (avatar["width"], avatar["height"]) == (str(side), str(side * 2 // 3))  # right without a stylesheet, too


def test_feeds_have_the_size_of_a_picture_and_nothing_of_how_browsers_load_it(build) -> None:
    body = f'{WORDS}\n\n![](hive.png)\n\n<img src="../hive.png" srcset="../hive.png 2x" sizes="9em" loading="lazy">'
    site = build({**PICTURES, f"{POSTS}/a.md": post(title="A", body=body)}, options={"feeds": [{"content": "full"}]})
    [entry] = feedparser.parse(site.out.joinpath("blog/feed.xml").read_bytes(), sanitize_html=False).entries
    images = LexborHTMLParser(entry.content[0].value).css("img")
    assert [sorted(image.attributes) for image in images] == [["alt", "height", "src", "width"], ["src"]]


def test_a_file_that_another_plugin_made_has_its_size(build) -> None:
    hook = (
        "from mkdocs.structure.files import File\nfrom tests.pictures import png, svg\n\n\n"
        "def on_files(files, config):\n"
        "    files.append(File.generated(config, 'blog/posts/made.png', content=png(70, 50)))\n"
        "    files.append(File.generated(config, 'blog/posts/drawn.svg', content=svg(20, 10)))\n"
    )
    body = "![](made.png) ![](drawn.svg)"
    site = build({"hook.py": hook, f"{POSTS}/a.md": post(title="A", body=body)}, config={"hooks": ["hook.py"]})
    assert pictures(site, site.post("a")) == [sized(70, 50), sized(20, 10, **WAITS)]


def test_pictures_of_a_jekyll_site_have_their_sizes(tmp_path) -> None:
    body = "![](/assets/hive.png)\n\n![]({{ site.baseurl }}/assets/bee.svg)\n"
    texts: Texts = {
        "assets/hive.png": png(120, 80), "assets/bee.svg": svg(60, 30),
        "_posts/2026-01-02-bees.md": f"---\ntitle: Bees\n---\n{body}",
    }  # fmt: skip
    site = jekyll_site.place(tmp_path / "site", texts=texts).run()
    assert pictures(site, site.post("bees")) == [sized(120, 80), sized(60, 30, **WAITS)]


@pytest.mark.parametrize("level", ["warn", "info", "ignore"])
def test_a_picture_that_is_none_is_reported_as_a_missing_one_is(build, level) -> None:
    texts = {
        f"{POSTS}/a.md": post(title="A", body="![](empty.png) ![](empty.png)", image="pointer.jpg", authors=["ada"]),
        f"{POSTS}/b.md": post(title="B", body="![](empty.png)"),
        f"{POSTS}/empty.png": b"", f"{POSTS}/pointer.jpg": "version https://git-lfs.github.com/spec/v1\n",
        "docs/blog/ada.gif": "<!doctype html><p>Not found</p>",
        "docs/blog/.authors.yml": "authors:\n  ada: {name: Ada, avatar: ada.gif}\n",
    }  # fmt: skip
    site = build(texts, config={"validation": {"links": {"not_found": level}}})
    told = "\n".join(site.problems if level == "warn" else site.notes)
    assert ("blog/posts/empty.png` is empty" in told) is (level != "ignore")
    if level != "ignore":
        assert "blog/posts/pointer.jpg` is a pointer of Git LFS" in told
        assert "blog/ada.gif` is a web page" in told
        assert told.count("IB518") <= 3
    again = site.run()
    assert "\n".join(again.problems if level == "warn" else again.notes) == told

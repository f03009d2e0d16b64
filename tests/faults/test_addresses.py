"""Addresses: those of a Jekyll site without a slash, and those that something else has already."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from socket import socket
from urllib.parse import urljoin

import pytest

from tests.faults.built import Built, Folder

HOST = "https://example.org"
CONFIG = f"title: Garden\nurl: {HOST}\npermalink: /:year/:title\nplugins: [jekyll-feed, jekyll-redirect-from]\n"
ONE = """---
title: One
redirect_from: /old
categories: [A]
---
<p><img src="pic.png"> <a href="/about">About</a></p>

[Two]({% post_url 2024-02-02-two %}) and [Three](/2024/three)
"""
INDEX = "---\n---\n{% for post in site.posts %}<a href='{{ post.url }}'>{{ post.title }}</a>{% endfor %}\n"
JEKYLL = {
    "jekyll/_config.yml": CONFIG + "collections: {notes: {output: true, permalink: '/notes/:path'}}\n",
    "jekyll/_posts/2024-01-01-one.md": ONE,
    "jekyll/_posts/2024-02-02-two.md": "---\ntitle: Two\n---\nText.\n",
    "jekyll/_posts/2024-03-03-three.md": "---\ntitle: Three\npermalink: /2024/three.html\n---\nText.\n",
    "jekyll/_posts/2024-04-04-four.md": "---\ntitle: Four\npermalink: /2024/four/\n---\nText.\n",
    "jekyll/_posts/2024-05-05-v1.md": "---\ntitle: V1\npermalink: /v1.2\n---\nText.\n",
    "jekyll/about.md": "---\ntitle: About\npermalink: /about\n---\n[One](/2024/one) and [a note](/notes/n)\n",
    "jekyll/_notes/n.md": "---\ntitle: N\n---\nNote: {{ page.url }}\n",
    "jekyll/index.html": INDEX,
    "jekyll/2024/pic.png": "picture",
    "docs/guide.md": "# Guide\n\nText.\n",
}
BARE = ("/2024/one", "/2024/two", "/v1.2", "/about", "/notes/n")


def links(built: Built, path: str, address: str) -> set[str]:
    """The whole addresses of the links on a page, as a browser at `address` resolves them."""
    nodes = built.page(path).css("a[href]")
    return {urljoin(HOST + address, node.attributes["href"] or "").partition("#")[0] for node in nodes}


@pytest.mark.parametrize("theme", ["mkdocs", "material", "readthedocs"])
def test_addresses_without_a_slash_are_jekyll_s(build: Callable[..., Built], theme: str) -> None:
    built = build(JEKYLL, {"jekyll": "jekyll"}, theme=theme, site_url="")
    assert built.code == 0, built.log
    assert {f"{address[1:]}.html" for address in BARE} | {
        "old.html",
        "2024/three.html",
        "2024/four/index.html",
    } <= built.paths
    assert not {f"{address[1:]}/index.html" for address in BARE} & built.paths
    for address in BARE:
        [canonical] = built.page(f"{address[1:]}.html").css("link[rel=canonical]")
        assert canonical.attributes["href"] == HOST + address
    sitemap = built.text("sitemap.xml")
    assert all(f"<loc>{HOST}{address}</loc>" in sitemap for address in BARE)
    entries = {entry.title: entry.link for entry in built.entries("feed.xml")}
    assert entries["One"] == f"{HOST}/2024/one"
    assert entries["Three"] == f"{HOST}/2024/three.html"
    found = links(built, "2024/one.html", "/2024/one")
    assert {f"{HOST}/2024/two", f"{HOST}/2024/three.html", f"{HOST}/about"} <= found
    assert f"{HOST}/2024/one" in links(built, "index.html", "/") | links(built, "about.html", "/about")
    assert f"{HOST}/notes/n" in links(built, "about.html", "/about")
    assert built.page("2024/one.html").css_first("img[src='pic.png']") is not None
    assert "Note: /notes/n" in built.words("notes/n.html")
    [refresh] = built.page("old.html").css("meta[http-equiv=refresh]")
    assert urljoin(HOST + "/old", (refresh.attributes["content"] or "").partition("url=")[2]) == f"{HOST}/2024/one"


def test_every_link_of_such_a_site_leads_to_a_file(build: Callable[..., Built]) -> None:
    built = build(JEKYLL, {"jekyll": "jekyll"}, theme="material", site_url="")
    lost = set()
    for path in built.paths:
        if path.endswith(".html") and path != "404.html":
            bare = f"/{path.removesuffix('.html')}"
            address = bare if bare in BARE else f"/{path.removesuffix('index.html')}"
            tags = built.page(path).css("a[href], link[rel=stylesheet], script[src], img[src]")
            for node in tags:
                link = urljoin(HOST + address, node.attributes.get("href") or node.attributes.get("src") or "")
                inside = link.removeprefix(HOST + "/").partition("#")[0].partition("?")[0]
                names = {inside, f"{inside}.html", f"{inside}index.html"}
                if link.startswith(HOST) and not names & built.paths:
                    lost.add((path, link))
    assert lost == set()


def test_a_site_of_files_keeps_the_ending_in_its_links(build: Callable[..., Built]) -> None:
    built = build(JEKYLL, {"jekyll": "jekyll"}, use_directory_urls=False, site_url="")
    assert "2024/one.html" in built.paths
    assert f"{HOST}/2024/two.html" in links(built, "2024/one.html", "/2024/one.html")


def test_the_preview_answers_with_and_without_the_ending(folder: Folder) -> None:
    folder.write({"docs/index.md": "# Home\n", **JEKYLL})
    folder.configure({"jekyll": "jekyll"}, site_url="")
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    environment = folder.environment()
    server = subprocess.Popen(
        command, cwd=folder.root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )

    def status(path: str) -> int:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code

    try:
        for _ in range(300):
            time.sleep(0.1)
            try:
                if status("/") == 200:
                    break
            except OSError:
                continue
        paths = ["/2024/one", "/2024/one.html", "/about", "/v1.2", "/2024/four/", "/2024/three.html", "/old"]
        assert {path: status(path) for path in paths} == dict.fromkeys(paths, 200)
        assert status("/nowhere") == 404
    finally:
        server.terminate()
        server.wait(20)


TAKEN = (
    "/search/search_index.json", "/search/search_index.json/", "/sitemap.xml", "/sitemap.xml/", "/sitemap.xml.gz",
    "/404.html", "/404.html/x/", "/css/base.css/", "/img", "/img/favicon.ico/", "/blog/feed.xml/", "/pic.png",
    "/pic.png/x/", "/folder", "/folder.html", "/folder.html/",
)  # fmt: skip
DOCS = {"docs/pic.png": "picture", "docs/folder.html/a.txt": "text"}


def test_an_old_address_takes_nobody_else_s_place(build: Callable[..., Built]) -> None:
    posts = {
        f"docs/blog/posts/p{n}.md": f"---\ndate: 2024-01-{n + 1:02}\naliases: [{alias}]\n---\n# P\n"
        for n, alias in enumerate(TAKEN)
    }
    built = build(DOCS | posts)
    assert built.code == 0, built.log
    assert {
        "search/search_index.json",
        "sitemap.xml",
        "sitemap.xml.gz",
        "404.html",
        "css/base.css",
        "pic.png",
    } <= built.paths
    assert "redirect" not in built.text("404.html").lower().partition("<body")[0]
    assert built.text("pic.png") == "picture"
    quiet = [name for n, name in enumerate(TAKEN) if not any(f"posts/p{n}.md" in line for line in built.lines)]
    assert set(quiet) <= {"/img", "/folder", "/folder.html/"}


@pytest.mark.parametrize(
    "front",
    [
        "slug: sitemap.xml", "slug: 404.html", "slug: pic.png", "slug: css", "slug: search/search_index.json",
        "categories: sitemap.xml", "tags: [404.html]", "categories: pic.png/x", "slug: folder.html",
    ],
)  # fmt: skip
def test_a_slug_or_term_takes_nobody_else_s_place(build: Callable[..., Built], front: str) -> None:
    formats = ("post_url_format", "categories_url_format", "tags_url_format")
    options = {"blog_dir": ".", "post_dir": "blog/posts", **dict.fromkeys(formats, "{slug}")}
    built = build({**DOCS, "docs/blog/posts/p.md": f"---\ndate: 2024-01-01\n{front}\n---\n# P\n"}, options)
    assert built.code == 0, built.log
    assert {"sitemap.xml", "404.html", "pic.png", "css/base.css", "search/search_index.json"} <= built.paths
    assert built.text("pic.png") == "picture"


def test_a_feed_takes_nobody_else_s_place(build: Callable[..., Built]) -> None:
    feeds = [
        {"path": path}
        for path in ("/sitemap.xml", "/404.html", "/pic.png/feed.xml", "/img", "/search/search_index.json")
    ]
    built = build({**DOCS, "docs/blog/posts/p.md": "---\ndate: 2024-01-01\n---\n# P\n"}, {"feeds": feeds})
    assert built.code == 0, built.log
    assert "<urlset" in built.text("sitemap.xml")
    assert "<feed" not in built.text("404.html")
    assert len([line for line in built.lines if line.startswith(("feeds", "mkdocs.yml"))]) >= 4


HOOK = """
import pathlib

def on_env(env, config, files):
    for name in ("old/index.html", "folder"):
        path = pathlib.Path(config.site_dir, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("theirs")
"""


def test_what_another_plugin_has_written_stays(build: Callable[..., Built]) -> None:
    post = "---\ndate: 2024-01-01\naliases: [/old/, /folder/x/, /.kept/]\n---\n# P\n"
    built = build({"hook.py": HOOK, "docs/blog/posts/p.md": post}, hooks=["hook.py"])
    assert built.code == 0, built.log
    assert built.text("old/index.html") == built.text("folder") == "theirs"
    assert sum("posts/p.md:3" in line for line in built.lines) >= 1


def test_a_file_may_stand_where_an_earlier_build_had_a_folder(folder: Folder) -> None:
    options = {"post_url_format": "{slug}"}
    folder.configure(options)
    post = "---\ndate: 2024-01-01\nslug: {}\naliases: /.kept/x/\n---\n# P\n"
    for slug, file in (("b.html/c", "b.html/c/index.html"), ("b.html", "b.html"), ("b.html/c", "b.html/c/index.html")):
        folder.write({"docs/index.md": "# Home\n", "docs/blog/posts/p.md": post.format(slug)})
        built = folder.build("--strict")
        assert built.code == 0, built.log
        assert f"blog/{file}" in built.paths
        assert ".kept/x/index.html" in built.paths


@pytest.mark.parametrize(("feeds", "styled"), [(False, False), (True, True), ([{"kind": "json"}], True)])
def test_the_style_sheet_of_feeds_is_there_with_a_feed(
    build: Callable[..., Built], feeds: object, *, styled: bool
) -> None:
    built = build({"docs/blog/posts/p.md": "---\ndate: 2024-01-01\n---\n# P\n"}, {"feeds": feeds})
    assert ("iroco_blog/feed.css" in built.paths) is styled

"""Render documents for templates that show other documents."""

from __future__ import annotations

from datetime import UTC, datetime

from mkdocs_iroco_blog.jekyll.config.read import read_config
from mkdocs_iroco_blog.jekyll.read_site import read_site
from mkdocs_iroco_blog.jekyll.rendering import ConversionCache, Rendering
from mkdocs_iroco_blog.jekyll.site import JekyllSite

NOW = datetime(2026, 11, 1, tzinfo=UTC)


class Written:
    """A site in memory."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts

    def read(self, path: str, size: int = -1) -> bytes:
        data = self.texts[path].encode()
        return data if size < 0 else data[:size]

    def reads_as_page(self, path: str) -> bool:
        return not path.startswith("_")

    def beside(self, page: str, name: str) -> str | None:  # noqa: ARG002
        return None


def site_of(texts: dict[str, str]) -> JekyllSite:
    config, _ = read_config("_config.yml", b"title: Site\n")
    return read_site(config, texts, Written(texts), now=NOW)


def rendering(site: JekyllSite) -> Rendering:
    return Rendering(
        site,
        now=NOW,
        link=lambda _document, written: written,
        beside=lambda _page, _name: None,
        cache=ConversionCache(),
    )


def test_a_list_shows_the_excerpt_of_every_post() -> None:
    texts = {
        f"_posts/2024-01-{day:02}-p.md": f"---\ntitle: T{day}\n---\nOpening of {day}.\n\nMore.\n"
        for day in range(1, 29)
    }
    texts["list.html"] = "---\n---\n{% for post in site.posts %}[{{ post.excerpt | strip_html | strip }}]{% endfor %}"
    site = site_of(texts)
    [page] = [page for page in (*site.pages, *(one.document for one in site.listings.values())) if "list" in page.path]
    expected = "".join(f"[Opening of {day}.]" for day in range(28, 0, -1))
    assert rendering(site).html(page) == expected


def test_a_post_may_contain_itself() -> None:
    site = site_of({"_posts/2024-01-01-p.md": "---\ntitle: T\n---\nA {{ page.excerpt }} {{ page.content }}.\n\nB.\n"})
    assert "<p>A " in rendering(site).html(site.posts[0])


def test_a_new_static_file_changes_the_fingerprint() -> None:
    texts = {"list.html": "---\n---\n{{ site.static_files | size }}"}
    assert site_of(texts).fingerprint != site_of({**texts, "a.png": "png"}).fingerprint

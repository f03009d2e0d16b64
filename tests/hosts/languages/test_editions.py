"""A site in several languages, built by mkdocs-static-i18n: a whole blog in each, and the ways between them."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from tests.hosts.built import Site, walk, words
from tests.hosts.jekyll_site import URLS, place
from tests.hosts.written import post

STRUCTURES = ("suffix", "folder")
LANGUAGES = [{"locale": "en", "default": True, "name": "English"}, {"locale": "fr", "name": "Français"}]
BODY = "First.\n\n<!-- more -->\n\nSecond."


def placed(structure: str, texts: dict[tuple[str, str], Any]) -> dict[str, Any]:
    """Files by path and language, at their places."""
    found = {}
    for (path, lang), text in texts.items():
        stem, ending = posixpath.splitext(path)
        by_name = path if lang == "en" else f"{stem}.{lang}{ending}"
        found[f"docs/{lang}/{path}" if structure == "folder" else f"docs/{by_name}"] = text
    return found


def follow(site: Site, url: str, link: Any) -> str:
    """The page that a link leads to."""
    return (site.target(url, link.attributes["href"]) or "").removesuffix("index.html")


@pytest.fixture
def bilingual(build):
    """Build a site in English and French: `a` is in both, `b` in English alone, `c` in French alone."""

    def run(structure="suffix", theme="material", *, fallback=True, more=(), beside=(), **given):
        texts = placed(structure, {
            ("index.md", "en"): "# Home\n", ("index.md", "fr"): "# Accueil\n",
            ("guide.md", "en"): "# Guide\n\n[A](blog/posts/a.md)\n",
            ("guide.md", "fr"): "# Le guide\n\n[A](blog/posts/a.md)\n",
            ("blog/.authors.yml", "en"): "authors:\n  ada:\n    name: Ada\n    description: Writes\n",
            ("blog/posts/a.md", "en"): post("2026-01-01", title="A in English", categories=["News"], authors=["ada"],
                                            body=f"![picture](a.png) {BODY}"),
            ("blog/posts/a.md", "fr"): post("2026-01-01", title="A en français", categories=["Nouvelles"],
                                            authors=["ada"], body=f"![image](a.png) {BODY}"),
            ("blog/posts/a.png", "en"): b"picture",
            ("blog/posts/b.md", "en"): post("2026-01-02", title="B", tags=["t"], body=BODY),
            ("blog/posts/c.md", "fr"): post("2026-01-03", title="C", tags=["t"], body=BODY),
            **dict(more),
        })  # fmt: skip
        if structure == "folder":
            texts["docs/index.md"] = None
        i18n = {"docs_structure": structure, "fallback_to_default": fallback, "languages": LANGUAGES}
        plugins = [*beside, "search", {"i18n": i18n}, {"iroco-blog": given.pop("options", {})}]
        return build(texts, theme, plugins=plugins, **given)

    return run


def test_related_posts_are_those_of_the_edition(bilingual) -> None:
    more = {(f"blog/posts/{lang}.md", lang): post(title=f"More in {lang}", tags=["t"]) for lang in ("en", "fr")}
    site = bilingual(fallback=False, more=more)
    for url, other in (("blog/2026/01/02/b/", "More in en"), ("fr/blog/2026/01/03/c/", "More in fr")):
        [link] = site.page(url).css(".iroco-related-posts a")
        assert link.text() == other
        assert follow(site, url, link).startswith("fr/" if other.endswith("fr") else "blog/")


@pytest.mark.parametrize("structure", STRUCTURES)
def test_each_edition_links_to_its_own_newest_posts(bilingual, structure) -> None:
    site = bilingual(structure, options={"nav_posts": 2})
    for url, posts in (("guide/", ["B", "A in English"]), ("fr/guide/", ["C", "B"])):
        links = [link for link in site.page(url).css(".md-nav--primary a") if "2026" in link.attributes["href"]]
        assert [words(link) for link in links] == posts
        start = "fr/blog/2026/" if url.startswith("fr/") else "blog/2026/"
        assert all(follow(site, url, link).startswith(start) for link in links)
    assert site.warnings == []


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_whole_blog_in_each_language(bilingual, structure, theme) -> None:
    site = bilingual(structure, theme)
    assert site.warnings == []
    assert site.listed("blog/") == ["B", "A in English"]
    assert site.listed("fr/blog/") == ["C", "B", "A en français"]
    assert {"blog/category/news/", "fr/blog/category/nouvelles/", "blog/tag/t/", "fr/blog/tag/t/",
            "blog/author/ada/", "fr/blog/author/ada/", "blog/archive/", "fr/blog/archive/"} <= site.urls  # fmt: skip
    assert "fr/blog/category/news/" not in site.urls
    assert site.page("fr/blog/archive/").css_first("h1").text() == "Archives"
    assert site.page("blog/archive/").css_first("h1").text() == "Archive"
    shown = site.page("fr/blog/2026/01/01/a-en-français/").css_first(".iroco-date time")
    assert shown.text() == "1 janvier 2026"
    for url in site.urls:
        assert site.lost_links(url) == [], url


@pytest.mark.parametrize("structure", STRUCTURES)
def test_without_fallback_each_language_has_its_own_posts_alone(bilingual, structure) -> None:
    french = {("blog/posts/a.png", "fr"): b"image"}
    site = bilingual(structure, fallback=False, more=french)
    assert site.warnings == []
    assert site.listed("blog/") == ["B", "A in English"]
    assert site.listed("fr/blog/") == ["C", "A en français"]


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_post_that_stands_in_for_its_translation_says_its_language(bilingual, structure) -> None:
    site = bilingual(structure)
    entry = site.page("fr/blog/2026/01/02/b/")
    assert entry.css_first("h1").attributes["lang"] == "en"
    assert [link.text() for link in entry.css(".iroco-languages a")] == ["English"]
    assert "lang" not in site.page("blog/2026/01/02/b/").css_first("h1").attributes


@pytest.mark.parametrize("structure", STRUCTURES)
def test_the_authors_file_may_be_translated(bilingual, structure) -> None:
    french = {("blog/.authors.yml", "fr"): "authors:\n  ada:\n    name: Ada\n    description: Écrit\n"}
    site = bilingual(structure, more=french)
    assert "Écrit" in site.page("fr/blog/author/ada/").css_first(".p-note").text()
    assert "Writes" in site.page("blog/author/ada/").css_first(".p-note").text()
    assert "Writes" in bilingual(structure).page("fr/blog/author/ada/").css_first(".p-note").text()


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_post_leads_to_its_translation(bilingual, structure) -> None:
    site = bilingual(structure)
    [link] = site.page("blog/2026/01/01/a-in-english/").css(".iroco-languages a")
    assert (link.text(), link.attributes["hreflang"], link.attributes["lang"]) == ("Français", "fr", "fr")
    assert follow(site, "blog/2026/01/01/a-in-english/", link) == "fr/blog/2026/01/01/a-en-français/"
    [back] = site.page("fr/blog/2026/01/01/a-en-français/").css(".iroco-languages a")
    assert follow(site, "fr/blog/2026/01/01/a-en-français/", back) == "blog/2026/01/01/a-in-english/"
    assert site.page("blog/2026/01/02/b/").css(".iroco-languages") == []


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_views_lead_to_theirs_where_the_theme_does_not(bilingual, theme) -> None:
    site = bilingual(theme=theme)
    for url, other in (("blog/", "fr/blog/"), ("fr/blog/tag/t/", "blog/tag/t/"), ("blog/authors/", "fr/blog/authors/")):
        [link] = site.page(url).css(".iroco-languages a")
        assert follow(site, url, link) == other
        [alternate] = site.page(url).css("head link[rel=alternate][hreflang]")
        assert follow(site, url, alternate) == other
    assert site.page("blog/category/news/").css(".iroco-languages") == []


@pytest.mark.parametrize("structure", STRUCTURES)
def test_materials_own_switch_leads_to_the_same_page(bilingual, structure) -> None:
    site = bilingual(structure)

    def switched(url: str) -> dict[str, str]:
        links = site.page(url).css("a.md-select__link")
        return {link.attributes["hreflang"]: follow(site, url, link) for link in links}

    english, french = "blog/2026/01/01/a-in-english/", "fr/blog/2026/01/01/a-en-français/"
    assert switched(english) == switched(french) == {"en": english, "fr": french}
    assert switched("blog/2026/01/02/b/") == {"en": "blog/2026/01/02/b/", "fr": "fr/blog/2026/01/02/b/"}
    for path in ("blog/", "blog/tag/t/", "blog/archive/2026/", "blog/authors/"):
        assert switched(path) == switched(f"fr/{path}") == {"en": path, "fr": f"fr/{path}"}
    # Where there is no such page, the switch leads to the other language's home.
    assert switched("blog/category/news/")["fr"] == "fr/"
    assert site.page(english).css(".iroco-languages")
    assert not site.page("blog/").css(".iroco-languages")


@pytest.mark.parametrize("structure", STRUCTURES)
def test_the_sitemap_has_every_page_with_its_translations(bilingual, structure) -> None:
    more = {("blog/posts/u.md", "en"): post(title="Unlisted", unlisted=True)}
    site = bilingual(structure, more=more)
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    found = {}
    for url in ET.parse(site.out / "sitemap.xml").getroot().findall("s:url", space):  # noqa: S314 - our own
        links = url.findall("x:link", space)
        found[url.findtext("s:loc", "", space)] = {link.attrib["hreflang"]: link.attrib["href"] for link in links}
    root = "https://example.org/"
    french = "fr/blog/2026/01/01/a-en-fran%C3%A7ais/"
    assert found[f"{root}blog/2026/01/01/a-in-english/"] == {
        "en": f"{root}blog/2026/01/01/a-in-english/", "fr": f"{root}{french}",
    }  # fmt: skip
    assert found[f"{root}{french}"]["en"] == f"{root}blog/2026/01/01/a-in-english/"
    assert {f"{root}blog/", f"{root}fr/blog/", f"{root}fr/blog/tag/t/", f"{root}fr/blog/2026/01/03/c/"} <= found.keys()
    assert [url for url in found if "unlisted" in url] == []


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
@pytest.mark.parametrize("structure", STRUCTURES)
def test_search_finds_the_posts_of_every_language(bilingual, structure, theme) -> None:
    site = bilingual(structure, theme)
    places = {entry["location"].partition("#")[0] for entry in site.search}
    assert {"blog/2026/01/01/a-in-english/", "fr/blog/2026/01/03/c/"} <= places
    assert [place for place in places if "/tag/" in place or place.endswith(("blog/", "archive/"))] == []


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("nav", [None, [{"Start": "index.md"}, {"Journal": "blog/index.md"}, "guide.md"]])
def test_every_language_has_the_blog_in_its_navigation(bilingual, structure, nav) -> None:
    site = bilingual(structure, "mkdocs", config={"nav": nav} if nav else {})
    assert site.warnings == []
    outline = site.outline()  # of the language that was built last
    assert [item[0] for item in outline if isinstance(item, tuple)] == ["Journal" if nav else "Blog"]
    assert "A en français" not in list(walk(outline))
    assert [page.url for page in site.nav.pages if page.url.endswith("/blog/")] == ["fr/blog/"]


@pytest.mark.parametrize("structure", STRUCTURES)
def test_an_introduction_for_each_language(bilingual, structure) -> None:
    more = {("blog/index.md", "en"): "# Journal\n\nWelcome.\n", ("blog/index.md", "fr"): "# Carnet\n\nBienvenue.\n"}
    site = bilingual(structure, more=more)
    assert site.page("blog/").css_first("h1").text().startswith("Journal")
    assert site.page("fr/blog/").css_first("h1").text().startswith("Carnet")


def test_a_language_without_a_post_says_where_there_are_some(build) -> None:
    i18n = {"docs_structure": "suffix", "fallback_to_default": False, "languages": LANGUAGES}
    texts = {"docs/index.fr.md": "# Accueil\n", "docs/blog/posts/a.md": post(title="A")}
    site = build(texts, "mkdocs", plugins=["search", {"i18n": i18n}, "iroco-blog"])
    assert site.warnings == []
    [link] = site.page("fr/blog/").css(".iroco-languages a")
    assert follow(site, "fr/blog/", link) == "blog/"
    assert "first-post.fr.md" in site.text("fr/blog/")


def test_a_bad_post_is_told_once(bilingual) -> None:
    site = bilingual(more={("blog/posts/bad.md", "en"): post(title="Bad", pin="perhaps")})
    assert len([line for line in site.problems if line.startswith("blog/posts/bad.md:")]) == 1


@pytest.mark.parametrize("structure", STRUCTURES)
def test_redirects_to_posts(bilingual, structure) -> None:
    source = {"suffix": "blog/posts/a.md", "folder": "en/blog/posts/a.md"}[structure]
    maps = {
        "old.md": source,
        "older.md": source.replace("a.md", "a.fr.md") if structure == "suffix" else "fr/blog/posts/a.md",
    }
    site = bilingual(structure, beside=[{"redirects": {"redirect_maps": maps}}])
    assert site.warnings == []
    assert 'url=../blog/2026/01/01/a-in-english/"' in site.text("old/")
    assert "url=../fr/blog/2026/01/01/a-en-fran" in site.text("older/")


def test_a_redirect_to_a_list_is_told(bilingual) -> None:
    maps = {"old.md": "blog/tags.md", "older.md": "blog/posts/a.md#top", "oldest.md": "https://example.org/blog/tags/"}
    site = bilingual(beside=[{"redirects": {"redirect_maps": maps}}])
    [told] = site.problems
    assert told.startswith("mkdocs.yml: The plugin redirects cannot lead `old.md` to `blog/tags.md`")


def test_a_jekyll_site_is_there_in_the_default_language(tmp_path) -> None:
    i18n = {"docs_structure": "suffix", "languages": LANGUAGES}
    plugins = ["search", {"i18n": i18n}, {"iroco-blog": {"jekyll": "."}}]
    pages = {"docs/guide.md": "# Guide\n", "docs/guide.fr.md": "# Le guide\n"}
    site = place(tmp_path / "site", texts=pages, config={"plugins": plugins}).run()
    assert site.problems == []
    assert set(URLS) - {f"/{url}" for url in site.urls} == set(URLS) - {f"/{url}" for url in alone(tmp_path).urls}
    assert "fr/guide/" in site.urls
    assert not [url for url in site.urls if url.startswith("fr/") and url != "fr/guide/"]


def alone(tmp_path: Path) -> Site:
    """The same site in one language."""
    return place(tmp_path / "alone").run()

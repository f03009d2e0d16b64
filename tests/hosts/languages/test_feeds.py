"""What a site in several languages publishes: a feed for each, and redirects and metadata that fit each."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from tests.hosts.feed_reading import announced, entries, lost_addresses, parsed_feed, titles
from tests.hosts.languages.test_editions import LANGUAGES, STRUCTURES, placed
from tests.hosts.written import SITE_URL, post

FEEDS = [{}, {"kind": "rss", "path": "/rss.xml"}, {"of": "tags"}, {"of": "tags", "path": "/{view}/all.xml"}]
BODY = "![p](p.png) [B](b.md)\n\n<!-- more -->\n\n[Guide](../../guide.md#in-winter)"
TEXTS = {
    ("index.md", "en"): "# Home\n", ("index.md", "fr"): "# Accueil\n",
    ("guide.md", "en"): "# Guide\n\n## In winter\n", ("guide.md", "fr"): "# Guide\n\n## In winter\n",
    ("blog/posts/a.md", "en"): post("2026-01-01", title="A in English", tags=["t"], body=BODY, aliases="/old/"),
    ("blog/posts/a.md", "fr"): post("2026-01-01", title="A en français", tags=["t"], body=BODY, aliases="/fr/vieux/"),
    ("blog/posts/p.png", "en"): b"picture",
    ("blog/posts/b.md", "en"): post("2026-01-02", title="B", tags=["t"], body="[A](a.md)", aliases="/old-b/"),
}  # fmt: skip


@pytest.fixture
def bilingual(build):
    """Build a site in English and French: `a` is in both, `b` in English alone."""

    def run(structure: str, theme: str = "mkdocs", **given):
        texts = {**placed(structure, TEXTS), **({"docs/index.md": None} if structure == "folder" else {})}
        i18n = {"docs_structure": structure, "languages": LANGUAGES}
        plugins = ["search", {"i18n": i18n}, {"iroco-blog": {"feeds": FEEDS, **given.pop("options", {})}}]
        return build(texts, theme, plugins=plugins, **given)

    return run


@pytest.mark.parametrize("structure", STRUCTURES)
def test_each_language_has_feeds_of_its_own(bilingual, structure) -> None:
    site = bilingual(structure, strict=True)
    english = {"blog/feed.xml", "rss.xml", "blog/tag/t/feed.xml", "blog/tag/t/all.xml"}
    assert {path.relative_to(site.out).as_posix() for path in site.out.rglob("*.xml")} == {
        "sitemap.xml", *english, *(f"fr/{path}" for path in english),
    }  # fmt: skip
    for path in english:
        assert titles(site, path) == ["B", "A in English"]
        assert titles(site, f"fr/{path}") == ["B", "A en français"]
        for written in (path, f"fr/{path}"):
            for entry in entries(site, written):
                links = f'{entry.html}<a href="{entry.url}">'
                assert lost_addresses(site, links) == []
    french = entries(site, "fr/blog/feed.xml")
    assert [unquote(entry.id) for entry in french] == [
        f"{SITE_URL}fr/blog/2026/01/02/b/",
        f"{SITE_URL}fr/blog/2026/01/01/a-en-français/",
    ]
    assert f"{SITE_URL}fr/guide/#in-winter" in french[1].html
    assert f"{SITE_URL}fr/blog/2026/01/02/b/" in french[1].html


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_feed_says_its_language_and_pages_lead_to_it(bilingual, structure) -> None:
    site = bilingual(structure)
    feed = parsed_feed((site.out / "fr/blog/feed.xml").read_bytes())
    assert feed.feed.language == "fr"
    assert feed.feed.id == f"{SITE_URL}fr/blog/feed.xml"
    assert feed.feed.link == f"{SITE_URL}fr/blog/"
    assert [entry.title_detail.language for entry in feed.entries] == ["en", "fr"]
    assert parsed_feed((site.out / "blog/feed.xml").read_bytes()).feed.language == "en"
    for url in site.urls:
        language = "fr/" if url.startswith("fr/") else ""
        expected = [f"{language}blog/feed.xml", f"{language}rss.xml"] if "blog/" in url else []
        terms = [f"{language}blog/tag/t/feed.xml", f"{language}blog/tag/t/all.xml"] if url.endswith("tag/t/") else []
        assert announced(site, url) == expected + terms, url
        assert site.lost_links(url) == []


@pytest.mark.parametrize("structure", STRUCTURES)
def test_old_addresses_lead_to_the_language_that_names_them(bilingual, structure) -> None:
    site = bilingual(structure, strict=True)
    leads = {
        "old/": "blog/2026/01/01/a-in-english/index.html",
        "fr/vieux/": "fr/blog/2026/01/01/a-en-français/index.html",
        "old-b/": "blog/2026/01/02/b/index.html",
    }
    for url, target in leads.items():
        assert site.target(url, site.page(url).css_first("p a").attributes["href"]) == target


def test_without_the_sites_address_one_note_is_enough(bilingual) -> None:
    site = bilingual("suffix", config={"site_url": ""})
    assert len([note for note in site.notes if "There are no feeds" in note]) == 1


def test_a_lost_picture_is_told_once(bilingual) -> None:
    site = bilingual("suffix", options={"image": "none.png"})
    [problem] = site.problems
    assert problem.startswith("mkdocs.yml: The option `image` names `none.png`")

"""What a Jekyll site's readers and old links find: the feeds that jekyll-feed made, and redirects."""

from __future__ import annotations

import posixpath
from typing import Any

import pytest
import yaml

from tests.hosts.feed_reading import announced, entries, lost_addresses, parsed_feed, titles
from tests.hosts.head_reading import head
from tests.hosts.jekyll_site import OWN, POSTS, SOURCE, built, changed, place

CONFIG = "_config.yml"
NEWEST = sorted(POSTS, key=lambda post: post["date"], reverse=True)


def id_of(post: dict[str, Any]) -> str:
    """What jekyll-feed calls an entry: the folder of its address, and its slug."""
    name = posixpath.splitext(posixpath.basename(post["source"]))[0][len("2024-01-01-") :]
    folder = posixpath.dirname(post["url"].rstrip("/"))
    return f"{OWN.rstrip('/')}{posixpath.join(folder, name)}"


def configured(**feed: Any) -> dict[str, str]:
    """`_config.yml` with other settings for jekyll-feed."""
    values = yaml.safe_load((SOURCE / CONFIG).read_text(encoding="utf-8"))
    return {CONFIG: yaml.safe_dump(values | {"feed": feed}, allow_unicode=True)}


def test_the_feed_stands_where_it_stood_with_the_ids_that_readers_know(tmp_path) -> None:
    site = built(tmp_path / "site")
    found = entries(site, "flux.xml")
    assert [entry.id for entry in found] == [id_of(post) for post in NEWEST[:10]]
    assert [entry.url for entry in found] == [OWN.rstrip("/") + post["url"] for post in NEWEST[:10]]
    assert [entry.title for entry in found] == [post["title"] for post in NEWEST[:10]]
    assert [entry.published for entry in found] == [post["date"] for post in NEWEST[:10]]
    feed = parsed_feed((site.out / "flux.xml").read_bytes()).feed
    assert (feed.id, feed.link) == (f"{OWN}flux.xml", OWN)
    assert not (site.out / "feed.xml").exists()
    for entry in found:
        assert lost_addresses(site, entry.html) == []


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_posts_and_lists_lead_to_it(tmp_path, theme) -> None:
    site = built(tmp_path / "site", theme)
    for url in ("", "2023/03/peser-une-page/", "page/2/"):
        assert announced(site, url) == ["flux.xml"], url
    [shown] = site.page("").css(".iroco-follow a[rel=alternate]")
    assert shown.attributes["href"] == "flux.xml"


@pytest.mark.parametrize(
    ("feed", "path", "count"),
    [
        ({}, "feed.xml", 10),
        ({"path": "/atom.xml", "posts_limit": 3}, "atom.xml", 3),
        ({"posts_limit": "many"}, "feed.xml", 10),
        ({"collections": {"posts": {"path": "/changes.xml"}}, "path": "other.xml"}, "changes.xml", 10),
    ],
)
def test_settings_of_jekyll_feed_are_followed(tmp_path, feed, path, count) -> None:
    site = built(tmp_path / "site", texts=configured(**feed))
    assert titles(site, path) == [post["title"] for post in NEWEST[:count]]
    assert announced(site, "") == [path]


def test_excerpts_alone(tmp_path) -> None:
    site = built(tmp_path / "site", texts=configured(excerpt_only=True, posts_limit=20))
    whole = built(tmp_path / "whole", texts=configured(posts_limit=20))
    for one, other in zip(entries(site, "feed.xml"), entries(whole, "feed.xml"), strict=True):
        assert one.id == other.id
        assert len(one.html) <= len(other.html)
    assert sum(len(entry.html) for entry in entries(site, "feed.xml")) < 10_000


def test_feeds_of_categories(tmp_path) -> None:
    site = built(tmp_path / "site", texts=configured(categories=["Mesure", "Atelier"]))
    for name in ("Mesure", "Atelier"):
        expected = [id_of(post) for post in NEWEST if name in post["categories"]][:10]
        assert [entry.id for entry in entries(site, f"feed/{name}.xml")] == expected
        assert parsed_feed((site.out / f"feed/{name}.xml").read_bytes()).feed.id == f"{OWN}feed/{name}.xml"
    assert not (site.out / "feed/Écriture.xml").exists()
    assert announced(site, "category/mesure/") == ["feed.xml", "feed/Mesure.xml"]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (True, {"feed/by_tag/poids.xml", "feed/by_tag/python.xml", "feed/by_tag/html.xml"}),
        ({"only": ["poids"]}, {"feed/by_tag/poids.xml"}),
        ({"only": ["poids", "html"], "except": ["html"], "path": "/tags/t-"}, {"tags/t-poids.xml"}),
        ({"path": "atom/"}, {"atom/poids.xml", "atom/html.xml"}),
    ],
)
def test_feeds_of_tags(tmp_path, tags, expected) -> None:
    site = built(tmp_path / "site", texts=configured(tags=tags))
    found = {path.relative_to(site.out).as_posix() for path in site.out.rglob("*.xml")} - {"sitemap.xml", "feed.xml"}
    if isinstance(tags, dict) and "only" in tags:
        assert found == expected
    assert expected <= found
    [weight] = [path for path in found if path.endswith("poids.xml")]
    assert [entry.id for entry in entries(site, weight)] == [id_of(post) for post in NEWEST if "poids" in post["tags"]]


def test_tags_that_are_left_out_have_no_feed(tmp_path) -> None:
    site = built(tmp_path / "site", texts=configured(tags={"except": ["poids"]}))
    assert (site.out / "feed/by_tag/html.xml").is_file()
    assert not (site.out / "feed/by_tag/poids.xml").exists()


def test_feeds_of_other_collections_are_told(tmp_path) -> None:
    site = built(tmp_path / "site", texts=configured(collections=["tools"]), strict=True)
    [note] = [note for note in site.notes if "`tools`" in note]
    assert note.startswith("_config.yml:")
    assert note.endswith("`feed` asks for feeds of `tools`: only posts have feeds here.")


def test_without_the_plugin_the_blog_has_its_usual_feed_and_ids(tmp_path) -> None:
    texts = changed(CONFIG, "  - jekyll-feed\n", "") | changed("Gemfile", '  gem "jekyll-feed"\n', "")
    site = built(tmp_path / "site", texts=texts)
    [first, *_] = entries(site, "feed.xml")
    assert first.id == first.url == OWN.rstrip("/") + NEWEST[0]["url"]


def test_a_template_of_the_sites_own_stays_the_feed(tmp_path) -> None:
    own = "---\n---\n<feed>{% for post in site.posts limit:1 %}{{ post.title }}{% endfor %}</feed>\n"
    site = built(tmp_path / "site", texts={"flux.xml": own}, strict=True)
    assert site.text("flux.xml").strip() == f"<feed>{NEWEST[0]['title']}</feed>"
    [note] = [note for note in site.notes if "`/flux.xml`" in note]
    assert note.startswith("flux.xml: This file has the address")


def test_what_mkdocs_yml_says_wins(tmp_path) -> None:
    site = built(tmp_path / "site", options={"feeds": [{"kind": "rss", "path": "/mine.xml", "limit": 2}]})
    assert [entry.id for entry in entries(site, "mine.xml")] == [id_of(post) for post in NEWEST[:2]]
    assert not (site.out / "flux.xml").exists()


def test_a_site_without_an_address_has_no_feed(tmp_path) -> None:
    texts = changed(CONFIG, "url: https://pages-legeres.example\n", "")
    site = place(tmp_path / "site", texts=texts).run()
    assert not (site.out / "flux.xml").exists()
    assert len([note for note in site.notes if "There are no feeds" in note]) == 1


REDIRECTS = {
    "_posts/2026-01-02-moved.md": "---\ntitle: Moved\nredirect_from: [/old/, /older.html]\n---\nText.\n",
    "_posts/2026-01-03-gone.md": "---\ntitle: Gone\nredirect_to: https://elsewhere.example/x\n---\nText.\n",
    "place.md": "---\ntitle: Place\npermalink: /place/\nredirect_from: /where/\n---\nHere.\n",
    "moved-page.md": "---\ntitle: Left\npermalink: /left/\nredirect_to: /place/\n---\nNot here.\n",
    "secret.md": "---\ntitle: Secret\npermalink: /secret/\nsitemap: false\n---\nShh.\n",
}


def test_posts_and_pages_keep_their_old_addresses(tmp_path) -> None:
    site = built(tmp_path / "site", texts=REDIRECTS, strict=True)
    leads = {
        "old/": "2026/01/moved/", "older.html": "2026/01/moved/", "where/": "place/", "left/": "place/",
        "2026/01/gone/": "https://elsewhere.example/x",
    }  # fmt: skip
    for url, target in leads.items():
        [canonical] = site.page(url).css("link[rel=canonical]")
        assert canonical.attributes["href"] == (target if target.startswith("https:") else OWN + target), url
        assert site.page(url).css_first("meta[http-equiv=refresh]") is not None
        assert site.lost_links(url) == []
        assert url not in site.sitemap
    assert "2026/01/moved/" in site.sitemap
    assert "place/" in site.sitemap


def test_what_jekyll_sitemap_left_out_stays_out(tmp_path) -> None:
    site = built(
        tmp_path / "site", texts=REDIRECTS | changed("_posts/2025-04-01-comptes.md", "---\n", "---\nsitemap: false\n")
    )
    assert "2025/04/comptes/" not in site.sitemap
    assert "secret/" not in site.sitemap


def test_what_jekyll_seo_tag_reads_counts(tmp_path) -> None:
    texts = changed("_posts/2025-04-01-comptes.md", "---\n", "---\ncanonical_url: https://first.example/comptes/\n")
    site = built(tmp_path / "site", texts=texts)
    assert head(site, "2025/04/comptes/")["canonical"] == "https://first.example/comptes/"
    assert head(site, "2023/03/peser-une-page/")["og:site_name"] == "Une page à la fois"

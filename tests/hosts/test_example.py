"""What the example site publishes: its feeds, what its posts say of themselves, where links lead."""

from __future__ import annotations

import os
import subprocess
from urllib.parse import unquote

import pytest

from tests.hosts import example
from tests.hosts.built import Site, contents, words
from tests.hosts.feed_reading import addresses, entries, feeds_of, lost_addresses, parsed_feed
from tests.hosts.head_reading import graph, head
from tests.hosts.host import COMMAND
from tests.hosts.written import epoch

FEEDS = {
    "blog/feed.xml", "rss.xml", "blog/feed.json", "journal/feed.xml",
    *(f"blog/author/{name}/feed.xml" for name in ("ines", "iroco", "maud", "oriane-kettu-blay", "tomek")),
    *(f"blog/category/{name}/feed.xml" for name in ("engineering", "field-notes", "grand-public", "project")),
}  # fmt: skip
SVG_COVERS = ("energy", "carousel", "description", "pictures", "requests", "scale")
SAID = ("headline", "datePublished", "dateModified", "author", "image", "mainEntityOfPage")


@pytest.fixture
def site() -> Site:
    return example.built("mkdocs")


def test_every_feed_is_valid_and_pages_lead_to_all_of_them(site) -> None:
    assert set(feeds_of(site)) == FEEDS
    made = {path.relative_to(site.out).as_posix() for end in ("xml", "json") for path in site.out.rglob(f"*{end}")}
    assert {path for path in made if not path.startswith("search/")} - {"sitemap.xml"} == FEEDS
    for path in FEEDS:
        found = entries(site, path)
        assert found, path
        ids = [entry.id for entry in found]
        assert len(set(ids)) == len(ids)
        dates = [entry.published for entry in found]
        if not path.endswith("rss.xml"):  # where dates do not sort as text
            assert dates == sorted(dates, reverse=True), path


def test_every_link_and_picture_of_every_entry_is_whole_and_leads_somewhere(site) -> None:
    seen = 0
    for path in FEEDS:
        for entry in entries(site, path):
            own = "".join(f'<a href="{url}">' for url in (entry.url, *(file[0] for file in entry.enclosures)))
            assert lost_addresses(site, entry.html + own) == [], (path, entry.title)
            seen += len(list(addresses(entry.html)))
    assert seen > 200


def test_an_enclosure_says_how_long_its_file_is(site) -> None:
    files = {file for path in FEEDS for entry in entries(site, path) for file in entry.enclosures}
    assert {(url.removeprefix(site.config.site_url), kind) for url, kind, _ in files} == {
        *((f"images/covers/{name}.svg", "image/svg+xml") for name in SVG_COVERS),
        *((f"images/covers/{name}.jpg", "image/jpeg") for name in ("library", "pool", "train")),
        ("images/covers/budget.png", "image/png"),
    }
    for url, _, length in files:
        assert length == (site.out / url.removeprefix(site.config.site_url)).stat().st_size


def test_persons_and_lists_of_terms_that_feeds_name_have_pages(site) -> None:
    for path in FEEDS - {"blog/feed.json", "rss.xml"}:
        feed = parsed_feed((site.out / path).read_bytes())
        named = [link.href for link in feed.feed.links] + [feed.feed.icon]
        named += [author.href for entry in feed.entries for author in entry.authors if "href" in author]
        named += [tag.scheme for entry in feed.entries for tag in entry.tags]
        assert lost_addresses(site, "".join(f'<a href="{address}">' for address in set(named))) == []


@pytest.mark.parametrize("theme", example.THEMES)
def test_every_post_says_what_search_engines_ask_for(theme) -> None:
    site = example.built(theme)
    posts = [url for url in site.urls if 'class="h-entry iroco-post' in site.text(url)]
    assert len(posts) > 20
    for url in posts:
        posting = graph(site, url)["BlogPosting"]
        assert [name for name in SAID if not posting.get(name)] == [], url
        image = posting["image"]
        named = [
            image if isinstance(image, str) else image["url"],
            *(one["url"] for one in posting["author"] if "url" in one),
        ]
        assert lost_addresses(site, "".join(f'<a href="{address}">' for address in named)) == []
        assert head(site, url)["description"]


def test_pages_that_stand_for_others_lead_to_them(site) -> None:
    leads = {
        "about.html": "blog/2023/11/06/start-here-what-this-blog-is-for/",
        "blog/2026/02/16/goodbye-to-the-carousel/": "blog/2026/02/16/goodbye-carousel/",
        "blog/2024/04/15/how-we-chose-our-first-budget/": "guide/budgets/#choose-the-first-number",
    }
    for url, target in leads.items():
        page = site.page(url)
        assert (
            page.css_first("link[rel=canonical]").attributes["href"] == site.config.site_url + target.partition("#")[0]
        )
        assert site.lost_links(url) == []
        assert url not in site.sitemap


@pytest.mark.parametrize("theme", example.THEMES)
def test_every_address_of_the_sitemap_is_a_page_that_may_be_found(theme) -> None:
    site = example.built(theme)
    assert len(site.sitemap) > 40
    for url in site.sitemap:
        page = site.page(unquote(url))
        assert page.css_first("meta[name=robots]") is None
        assert head(site, unquote(url))["canonical"] == site.config.site_url + url


def test_two_builds_are_the_same_to_the_byte(site, tmp_path) -> None:
    again = example.copy(tmp_path / "again", "mkdocs")
    environment = os.environ | {
        "PYTHONHASHSEED": "4711", "SOURCE_DATE_EPOCH": epoch(example.NOW), "NO_MKDOCS_2_WARNING": "1",
    }  # fmt: skip
    subprocess.run([*COMMAND, "build", "-q"], cwd=again.root, env=environment, check=True, capture_output=True)
    one, two = contents(site.out), contents(again.out)
    assert set(one) == set(two)
    assert [path for path in one if one[path] != two[path]] == []


def test_it_shows_two_authors_with_pictures_and_links_and_a_licence(site) -> None:
    for name in ("ines", "tomek"):
        page = site.page(f"blog/author/{name}/")
        assert len(page.css("img.u-photo")) == 1
        assert len(page.css('.h-card a[rel~="me"]')) >= 2
        assert site.lost_links(f"blog/author/{name}/") == []
    licences = {graph(site, url)["BlogPosting"]["license"] for url in site.urls if 'rel="license"' in site.text(url)}
    assert licences == {f"https://creativecommons.org/licenses/{kind}/4.0/" for kind in ("by", "by-sa")}


def test_every_french_post_says_that_it_is_french(site) -> None:
    for url in site.urls:
        if 'class="h-entry iroco-post' in site.text(url):
            text = site.page(url).css_first(".e-content").text()
            is_french = text.count(" le ") + text.count(" de ") > text.count(" the ") + text.count(" of ")
            languages = [node.attributes.get("lang") for node in site.page(url).css(".iroco-post, .e-content")]
            assert ("fr" in languages) is is_french, url


def test_the_home_page_shows_the_latest_posts_as_cards_and_a_guide_page_the_posts_about_it(site) -> None:
    home = site.page("").css(".iroco-insert .iroco-card h3 a.u-url")
    assert [words(link)[:12] for link in home] == ["Goodbye to t", "A budget tha", "An afternoon"]
    assert site.lost_links("", ".iroco-insert") == []
    guide = site.page("guide/weigh-a-page/")
    titles = [words(link) for link in guide.css(".iroco-insert li > a")]
    assert "The font that weighed more than the article" in titles
    assert {words(link) for link in guide.css(".iroco-parts li a")} == {
        "Weigh before you cut", "Thirty-one pictures", "The last twenty-nine requests",
    }  # fmt: skip
    assert site.lost_links("guide/weigh-a-page/", ".iroco-insert") == []

"""All that can go together in one site: nothing is lost, and each still does its work on the blog."""

import feedparser
import pytest

from tests.hosts.built import words
from tests.neighbours.garden import BEES_URL, POSTS, SPRING_URL, spring
from tests.neighbours.known import COMMITTED, KNOWN
from tests.neighbours.looked_at import docs_are_as_without_it, every_post_and_list_is_right

MAKERS = ("awesome-nav", "awesome-pages", "literate-nav")
"""Each makes the navigation, so that a site has one of them."""
EITHER = pytest.mark.parametrize(("maker", "place"), [("awesome-nav", "first"), ("literate-nav", "last")])
GATHERED = (
    "feed_json_created.json", "feed_json_updated.json", "feed_rss_created.xml", "feed_rss_updated.xml",
    "tags/index.html", "tags.json", "print_page/index.html",
    "yield/index.html",  # has the time of the build, since git does not know it
    "assets/images/social/lab.png",  # has another title in the first build of a process, with a blog or without
)  # fmt: skip
EVERYTHING = """\
{{ keeper }} says: {% include-markdown "../../snippet.md" %}

Learn [to count][garden.bees.count] in [winter][in-winter].

<!-- more -->

## A section {: #own }

Revised on {{ git_revision_date_localized }}, [once more][garden.bees.count].
"""
TEXTS = {
    "docs/blog/posts/spring.md": spring(EVERYTHING),
    "docs/blog/index.md": "# News\n\nTold by {{ keeper }}, who [counts][garden.bees.count].\n",
    "docs/guide.md": "# Guide\n\n![A hive](images/hive.png)\n\n## In winter\n\nKeep the mice out, says {{ keeper }}.\n",
}


def everything(beside, maker: str, place: str):
    names = [name for name in KNOWN if name == maker or name not in {*MAKERS, "static-i18n"}]
    return beside(*names, place=place, texts=TEXTS, config={"nav": None})


@EITHER
def test_every_post_and_list_is_right(beside, maker, place) -> None:
    every_post_and_list_is_right(everything(beside, maker, place), makes_tags=True)


@EITHER
def test_the_docs_are_as_without_a_blog(beside, maker, place) -> None:
    without = everything(beside, maker, "absent")
    docs_are_as_without_it(everything(beside, maker, place), without, but=GATHERED)


@EITHER
def test_all_of_them_serve_the_blog(beside, maker, place) -> None:
    site = everything(beside, maker, place)
    for url in (SPRING_URL, "blog/", "blog/category/garden/"):
        said = words(site.page(url).css_first("article"))
        assert "Ada Lovelace says: Shared with all" in said
        pictures = site.page(url).css(".h-entry a.glightbox")
        assert {site.target(url, link.attributes["href"]) for link in pictures} == {"images/hive.png"}
        led = {site.target(url, link.attributes["href"]) for link in site.page(url).css(".h-entry a.autorefs")}
        assert led == {"api/index.html", "guide/index.html"}
        assert site.lost_links(url) == []
    assert words(site.page(BEES_URL).css_first(".md-source-file")).split()[:2] == [COMMITTED[1], COMMITTED[0]]
    assert f"Revised on {COMMITTED[0]}, once more." in words(site.page(SPRING_URL).css_first("article"))
    assert site.page(SPRING_URL).css_first("meta[property='og:title']").attributes["content"] == "Spring - Site"
    feed = feedparser.parse((site.out / "feed_rss_created.xml").read_bytes())
    assert len([entry for entry in feed.entries if "/blog/" in entry.link]) == len(POSTS)
    assert {url for url in site.found if url.startswith("blog/")} == {*POSTS, "blog/"}
    introduction = " ".join(entry["text"] for entry in site.search if entry["location"].partition("#")[0] == "blog/")
    assert "Told by Ada Lovelace" in introduction
    assert "Shared with all" not in introduction
    assert "\n<" not in site.text("blog/").partition("</head>")[0]
    [children] = [item[1] for item in site.outline() if item[0] == "Blog"]
    assert children == ["Archive", "Authors", "Categories"]

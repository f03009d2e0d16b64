"""The plugins that Material for MkDocs brings: tags, meta, social."""

import pytest
from PIL import Image

from tests.declared import checks
from tests.hosts.built import words
from tests.hosts.written import SITE_URL, post
from tests.neighbours.garden import BEES_URL, LISTS, MICE_URL, OF_TAGS, OVERVIEWS, POSTS

PLACES = pytest.mark.parametrize("place", ["first", "last"])


@checks(
    "Material's tags",
    "Its list of tags has every post, by its own name, and no draft. The blog makes no pages of tags then.",
)
@PLACES
def test_tags_of_posts(beside, place) -> None:
    texts = {"docs/blog/posts/apples.md": post("2026-02-03", "# The *last* apples\n\nNine.", tags=["winter"])}
    site = beside("Material's tags", place=place, texts=texts)
    listed = {
        words(link): site.target("tags/", link.attributes["href"]) for link in site.page("tags/").css("article a")
    }
    assert listed == {
        "Care": "care/index.html", "Frost": "blog/2026/04/05/frost/index.html",
        "R&D on mice": f"{MICE_URL}index.html", "The bees are asleep": f"{BEES_URL}index.html",
        "The last apples": "blog/2026/02/03/the-last-apples/index.html",
    }  # fmt: skip
    assert not set(OF_TAGS) & site.urls


@checks("Material's tags", "A post's tags lead to that list, or with `tags: true` to the blog's own pages.")
@PLACES
def test_links_of_tags(beside, place) -> None:
    site = beside("Material's tags", place=place)
    shown = [site.target(BEES_URL, tag.attributes["href"]) for tag in site.page(BEES_URL).css("a.md-tag")]
    assert shown == ["tags/index.html"]
    both = beside("Material's tags", place=place, options={"tags": True})
    assert set(OF_TAGS) <= both.urls
    assert both.page(BEES_URL).css(".md-tag") == []
    links = [both.target(BEES_URL, link.attributes["href"]) for link in both.page(BEES_URL).css("a.p-category")]
    assert links == ["blog/category/bees/index.html", "blog/tag/winter/index.html"]
    assert both.entry(BEES_URL)["category"] == ["Bees", "winter"]


@checks("Material's meta", "Front matter in `.meta.yml` counts for posts of that folder, and the nearest file wins.")
@PLACES
def test_front_matter_of_folders(beside, place) -> None:
    site = beside("Material's meta", place=place)
    for url, said in ((BEES_URL, "From the garden"), ("guide/", "Of bees")):
        assert site.page(url).css_first("meta[name=description]").attributes["content"] == said
    assert site.entry(BEES_URL)["summary"] == ["From the garden"]


@checks(
    "Material's social",
    "Every post and list has a card, and names it once in its head. Tried offline, with a font in its cache.",
)
@PLACES
def test_cards(beside, place) -> None:
    site = beside("Material's social", place=place)
    for url in (*POSTS, *LISTS, *OVERVIEWS):
        told = [
            (node.attributes["property"], node.attributes["content"]) for node in site.page(url).css("[property^=og]")
        ]
        about = dict(told)
        assert len(told) == len(about), url
        card = site.out / about["og:image"].removeprefix(SITE_URL)
        with Image.open(card) as image:
            assert image.size == (1200, 630)
        assert about["og:url"] == SITE_URL + url
        assert about["og:title"].endswith(" - Site")
    titles = {url: site.page(url).css_first("meta[property='og:title']").attributes["content"] for url in POSTS}
    assert titles == {url: f"{written.name} - Site" for url, written in POSTS.items()}

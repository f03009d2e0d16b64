"""A post's cover: with caption and credit on its page, beside its excerpt on lists, and in words to other programs."""

from __future__ import annotations

import json
from typing import Any

import feedparser
import pytest

from tests.hosts.built import Site, words
from tests.hosts.head_reading import graph, head
from tests.hosts.written import SITE_URL, Texts, post
from tests.pictures import png

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><path d="M0 0h30v20H0z"/></svg>'
PICTURES: Texts = {
    "docs/blog/posts/hive.png": png(120, 80), "docs/images/night.png": png(120, 80), "docs/images/hive.svg": SVG,
    "docs/images/site.png": png(40, 20),
}  # fmt: skip
WHOLE = {
    "path": "hive.png", "alt": "A hive", "caption": "The hive in snow.", "position": "Left  20%",
    "credit": {"name": "Ada Marsh", "url": "https://ada.example/"}, "dark": "/images/night.png",
}  # fmt: skip
URL = "blog/2026/01/02/a/"


def texts(image: Any, **front: Any) -> Texts:
    return {
        **PICTURES,
        "docs/blog/posts/a.md": post(title="A", body="Text.\n\n<!-- more -->\n\nMore.", image=image, **front),
    }


def test_a_cover_has_its_caption_and_credit_on_the_posts_page(build) -> None:
    site = build(texts(WHOLE, lang="fr"))
    figure = site.page(URL).css_first(".iroco-post > figure.iroco-picture")
    assert figure.attributes["lang"] == "fr"
    assert words(figure.css_first("figcaption")) == "The hive in snow. · Ada Marsh"
    assert figure.css_first("figcaption a").attributes["href"] == "https://ada.example/"
    assert site.entry(URL)["featured"] == [{"value": f"{SITE_URL}blog/hive.png", "alt": "A hive"}]
    assert site.lost_links(URL) == []
    assert site.problems == []


@pytest.mark.parametrize("image", ["hive.png", {"path": "hive.png", "alt": "A hive", "caption": None, "credit": False}])
def test_a_cover_without_words_has_no_line_below_it(build, image) -> None:
    site = build(texts(image))
    assert site.page(URL).css_first("figure.iroco-picture img")
    assert site.page(URL).css_first("figcaption") is None
    assert site.warnings == []


@pytest.mark.parametrize(
    ("credit", "shown", "href"),
    [
        ("Ada Marsh", "Ada Marsh", None),
        ("[Ada Marsh](https://ada.example/)", "Ada Marsh", "https://ada.example/"),
        ("https://www.pictures.example/ada/", "pictures.example/ada", "https://www.pictures.example/ada/"),
        ({"name": "Ada", "url": "../../index.md"}, "Ada", "../../../../../"),
        ({"name": "<b>Ada</b>"}, "<b>Ada</b>", None),
    ],
)
def test_a_credit_is_a_name_or_a_link(build, credit, shown, href) -> None:
    site = build({**texts({"path": "hive.png", "credit": credit}), "docs/index.md": "# Home\n"})
    line = site.page(URL).css_first("figcaption")
    assert words(line) == shown
    assert [link.attributes["href"] for link in line.css("a")] == ([href] if href else [])
    assert site.problems == []


def cover(site: Site, url: str) -> Any:
    return site.page(url).css_first("article.iroco-entry > a.iroco-cover")


def test_lists_show_a_cover_that_leads_to_the_post_and_is_no_second_link_for_the_keyboard(build) -> None:
    site = build(texts(WHOLE, categories=["C"]), options={"view_style": "excerpts"})
    for url in ("blog/", "blog/category/c/", "blog/archive/2026/"):
        link = cover(site, url)
        assert site.target(url, link.attributes["href"]) == f"{URL}index.html"
        assert (link.attributes["tabindex"], link.attributes["aria-hidden"]) == ("-1", "true")
        images = [image.attributes for image in link.css("img")]
        assert [site.target(url, image["src"]) for image in images] == ["blog/hive.png", "images/night.png"]
        assert {image["style"] for image in images} == {"object-position: left 20%"}
        assert {image["loading"] for image in images} == {"lazy"}
        assert words(link.next) + words(link.parent.css_first("h2")) == "A"
        assert link.parent.css_first("figcaption") is None
        [entry] = [item for item in site.feed(url)["children"] if "h-entry" in item["type"]]
        assert [picture["alt"] for picture in entry["properties"]["featured"]] == ["A hive"]
    assert site.lost_links("blog/") == []


@pytest.mark.parametrize("options", [{"post_excerpt_image": False}, {"view_style": "titles"}])
def test_lists_without_covers(build, options) -> None:
    site = build(texts(WHOLE), options=options)
    assert site.listed("blog/") == ["A"]
    assert site.page("blog/").css(".iroco-view img") == []
    assert site.page(URL).css_first("figure.iroco-picture img")


def test_a_locked_post_shows_no_cover_on_lists(build) -> None:
    front = {"password": "sesame"}
    site = build({**texts(WHOLE, **front), "docs/blog/posts/b.md": post(title="B")})
    assert sorted(site.listed("blog/")) == ["A", "B"]
    assert site.page("blog/").css(".iroco-view img") == []
    assert "hive.png" not in site.text("blog/")


def test_a_whole_post_on_the_index_has_its_cover_as_on_its_page(build) -> None:
    site = build(texts(WHOLE), options={"index_full_posts": 1})
    assert cover(site, "blog/") is None
    figure = site.page("blog/").css_first("article.iroco-entry > figure.iroco-picture")
    assert words(figure.css_first("figcaption")) == "The hive in snow. · Ada Marsh"
    assert site.lost_links("blog/") == []


def test_only_a_cover_without_a_dark_variant_is_fetched_before_the_page_is_laid_out(build) -> None:
    """Browsers fetch a picture that is not lazy even where it is not shown."""
    site = build({**texts(WHOLE), "docs/blog/posts/b.md": post("2026-01-03", title="B", image="hive.png")})
    alone = site.page("blog/2026/01/03/b/").css_first("img.u-featured").attributes
    assert (alone["fetchpriority"], "loading" in alone) == ("high", False)
    pair = [image.attributes for image in site.page(URL).css(".iroco-picture img")]
    assert [(image["fetchpriority"], image["loading"]) for image in pair] == [("high", "lazy")] * 2
    assert [image["class"] for image in pair] == ["u-featured iroco-light", "iroco-dark"]


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("alt", ["A", "B"], "is a list or a mapping"),
        ("alt", True, "is `true`"),
        ("caption", {"text": "A"}, "is a list or a mapping"),
        ("credit", ["Ada"], "is a list or a mapping"),
        ("credit", {"url": "https://ada.example/"}, "has no `name`"),
        ("credit", {"name": "Ada", "url": "javascript:alert(1)"}, "which is not a link"),
        ("credit", "[Ada](javascript:alert)", "which is not a link"),
        ("position", "centre", "is `centre`"),
        ("position", "50", "is `50`"),
        ("position", "top 20%", "is `top 20%`"),
        ("position", "left right", "is `left right`"),
        ("position", "0%; background: url(x)", "is `0%; background: url(x)`"),
        ("position", ["left", "top"], "is a list or a mapping"),
        ("dark", True, "is `true`"),
        ("dark", "javascript:alert(1)", "which is not the address of a picture"),
        ("dark", {"path": "night.png"}, "is a list or a mapping"),
    ],
)
def test_a_part_that_makes_no_sense_is_reported_and_the_rest_of_the_cover_stays(build, key, value, fault) -> None:
    site = build(texts({"path": "hive.png", key: value}))
    [problem] = site.problems
    assert problem.startswith("blog/posts/a.md:3: ")
    assert f"The `{key}` of `image` " in problem
    assert fault in problem
    [image] = site.page(URL).css("figure.iroco-picture img")
    assert "style" not in image.attributes
    assert site.page(URL).css_first("figcaption") is None
    assert "javascript:" not in site.text(URL).partition("<article")[2].partition("</article")[0]


@pytest.mark.parametrize(
    "position", ["top", "Center", "30%", "100% 0%", "left top", "bottom right", "right 12.5%", "20% bottom"]
)
def test_positions_that_browsers_know(build, position) -> None:
    site = build(texts({"path": "hive.png", "position": position}))
    assert site.problems == []
    [image] = cover(site, "blog/").css("img")
    assert image.attributes["style"] == f"object-position: {position.lower()}"


@pytest.mark.parametrize(("key", "meant"), [("captoin", "caption"), ("credits", "credit"), ("Alt", "alt")])
def test_a_misspelt_key_of_a_cover_is_reported_with_the_key_that_is_meant(build, key, meant) -> None:
    image = {"path": "hive.png", key: "Words"}
    [problem] = build(texts(image)).problems
    assert problem.startswith("blog/posts/a.md:3: `image` has the unknown key")
    assert f"Write `{meant}`" in problem
    assert build(texts(image), options={"known_keys": [key]}).problems == []


def test_keys_of_other_tools_pass_in_silence(build) -> None:
    papermod: dict[str, Any] = {"image": "hive.png", "alt": "A hive", "relative": True, "hidden": False, "credits": 1}
    chirpy: dict[str, Any] = {"path": "hive.png", "width": 120, "height": 80, "lqip": "data:x"}
    for key, value in (("cover", papermod), ("image", chirpy)):
        front: dict[str, Any] = {key: value}
        site = build({**PICTURES, "docs/blog/posts/a.md": post(title="A", **front)})
        assert site.page(URL).css_first("img.u-featured")
        assert site.warnings == []


@pytest.mark.parametrize("part", [{"dark": "nigth.png"}, {"credit": {"name": "Ada", "url": "nigth.png"}}])
def test_a_dark_variant_or_a_credit_that_leads_nowhere_is_a_problem_with_its_line(build, part) -> None:
    [problem] = build(texts({"path": "hive.png", **part})).problems
    assert problem.startswith("blog/posts/a.md:3: `image` names `nigth.png`, but the site has no such file.")


ATTACK = '"><script>alert(1)</script>{{ 7*7 }}&amp;'


def test_words_of_a_cover_are_text(build) -> None:
    site = build(texts({"path": "hive.png", "alt": ATTACK, "caption": ATTACK, "credit": ATTACK}))
    for url in (URL, "blog/"):
        for image in site.page(url).css("img.u-featured"):
            assert image.attributes["alt"] == ATTACK
    assert words(site.page(URL).css_first("figcaption")) == f"{ATTACK} · {ATTACK}"
    assert graph(site, URL)["BlogPosting"]["image"]["creditText"] == ATTACK


def test_links_to_the_post_tell_the_size_and_type_of_its_cover(build) -> None:
    site = build(texts(WHOLE))
    tags = head(site, URL)
    names = ("og:image", "og:image:alt", "og:image:width", "og:image:height", "og:image:type", "twitter:card")
    assert [tags[name] for name in names] == [
        f"{SITE_URL}blog/hive.png", "A hive", "120", "80", "image/png", "summary_large_image",
    ]  # fmt: skip
    assert graph(site, URL)["BlogPosting"]["image"] == {
        "@type": "ImageObject", "url": f"{SITE_URL}blog/hive.png", "caption": "The hive in snow.", "width": 120,
        "height": 80, "creditText": "Ada Marsh",
    }  # fmt: skip


def test_networks_that_show_no_drawings_get_the_picture_of_the_site(build) -> None:
    drawn = texts("/images/hive.svg")
    site = build(drawn, options={"image": "images/site.png"})
    tags = head(site, URL)
    names = ("og:image", "og:image:width", "og:image:height", "og:image:type", "twitter:card")
    assert [tags[name] for name in names] == [f"{SITE_URL}images/site.png", "40", "20", "image/png", "summary"]
    assert graph(site, URL)["BlogPosting"]["image"]["url"] == f"{SITE_URL}images/hive.svg"
    for options in ({}, {"image": "images/hive.svg"}):
        assert head(build(drawn, options=options), URL)["og:image"] == f"{SITE_URL}images/hive.svg"


def test_feeds_name_the_caption_and_the_credit(build) -> None:
    feeds = [{"kind": kind, "path": f"feed.{kind}"} for kind in ("atom", "rss", "json")]
    for image, title, credit in (
        (WHOLE, "The hive in snow.", "Ada Marsh"),
        ({"path": "hive.png", "alt": "A hive"}, "A hive", ""),
        ("hive.png", "", ""),
    ):  # fmt: skip
        site = build(texts(image), options={"feeds": feeds})
        for kind in ("atom", "rss"):
            [entry] = feedparser.parse((site.out / f"blog/feed.{kind}").read_bytes()).entries
            assert [thumbnail["url"] for thumbnail in entry.media_thumbnail] == [f"{SITE_URL}blog/hive.png"]
            assert [each["content"] for each in entry.get("media_credit", ())] == ([credit] if credit else [])
            assert entry.title == "A"
            [file] = entry.enclosures
            assert file.get("title", "") == (title if kind == "atom" else "")
        [item] = json.loads((site.out / "blog/feed.json").read_bytes())["items"]
        assert item["attachments"][0].get("title", "") == title


def test_a_jekyll_site_has_the_covers_of_its_posts(build) -> None:
    image = {"path": "/assets/hive.png", "alt": "A hive", "height": 80, "width": 120}
    files: Texts = {"_config.yml": "title: Garden\n", "assets/hive.png": png(120, 80)}
    site = build({**files, "_posts/2026-01-02-a.md": post(title="A", image=image)}, options={"jekyll": "."})
    [url] = [url for url in site.urls if url.startswith("2026")]
    assert site.entry(url)["featured"] == [{"value": f"{SITE_URL}assets/hive.png", "alt": "A hive"}]
    assert head(site, url)["og:image:width"] == "120"
    assert site.lost_links(url) == []
    assert site.problems == []

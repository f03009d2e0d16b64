"""Views in cards: pictures or patterns, a link that covers the card, and the same markup for programs as elsewhere."""

from __future__ import annotations

from typing import Any

import mf2py
import pytest

from mkdocs_iroco_blog.layout.pattern import pattern
from tests.hosts.built import Site, words
from tests.hosts.written import post

TERMS: dict[str, Any] = {"categories": ["C", "D"], "tags": ["t"], "authors": ["Ada"], "series": ["S"]}
VIEWS = {
    "index": "blog/", "categories": "blog/category/c/", "tags": "blog/tag/t/", "series": "blog/series/s/",
    "authors": "blog/author/ada/", "archive": "blog/archive/2026/",
}  # fmt: skip
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><path d="M0 0h8v4z"/></svg>'
TEXTS = {
    "docs/blog/posts/a.md": post("2026-01-02", "First.\n\nSecond.", title="Drawn", **TERMS,
                                 image={"path": "a.svg", "alt": "A drawing"}),
    "docs/blog/posts/b.md": post("2026-03-04", "Some *words*, [a link](a.md).\n\nSecond.", title="A & <b>", **TERMS),
    "docs/blog/posts/c.md": post("2026-05-06", "Text.", title="Described", description="In a few words.", **TERMS),
    "docs/blog/posts/a.svg": DRAWING,
}  # fmt: skip
LOCK = {"password": "x"}
OWN = {"name": "mkdocs", "custom_dir": "own"}
CARDS = {"view_style": "cards"}


def cards(site: Site, url: str) -> list[Any]:
    return site.page(url).css("ul.iroco-entries.iroco-cards > li > article.h-entry.iroco-card")


@pytest.mark.parametrize("kind", VIEWS)
def test_any_kind_of_view_can_be_in_cards(build, kind) -> None:
    site = build(TEXTS, options={"view_style": {kind: "cards"}})
    assert {name: len(cards(site, url)) for name, url in VIEWS.items()} == dict.fromkeys(VIEWS, 0) | {kind: 3}


def test_programs_read_cards_as_they_read_any_list(build) -> None:
    site = build(TEXTS, options=CARDS)
    for url in VIEWS.values():
        [feed] = [item for item in mf2py.parse(doc=site.text(url))["items"] if item["type"] == ["h-feed"]]
        entries = {item["properties"]["name"][0]: item["properties"] for item in feed["children"]}
        assert entries.keys() == {"Drawn", "A & <b>", "Described"}
        for entry in entries.values():
            assert {"name", "url", "published", "author", "category", "summary"} <= entry.keys()
        [picture] = entries["Drawn"]["featured"]
        assert picture["alt"] == "A drawing"
        assert picture["value"].endswith("a.svg")
        assert "featured" not in entries["A & <b>"]
        assert [entries[name]["summary"] for name in ("A & <b>", "Described")] == [
            ["Some words, a link."], ["In a few words."],
        ]  # fmt: skip
        assert site.lost_links(url) == []


def test_a_card_has_a_heading_and_one_link_to_its_post(build) -> None:
    site = build(TEXTS, options=CARDS)
    for url in VIEWS.values():
        for card in cards(site, url):
            [heading] = card.css("h1, h2, h3, h4")
            links = [link.attributes["href"] for link in card.css("a")]
            target = heading.css_first("a.p-name.u-url").attributes["href"]
            assert heading.tag == "h2"
            assert links.count(target) == 1
            assert len(links) == 4  # two categories, the title, the author


def test_a_post_without_a_picture_has_a_small_pattern_that_nobody_hears(build) -> None:
    drawn, *others = reversed(cards(build(TEXTS, options=CARDS), "blog/"))
    assert drawn.css_first("svg") is None
    patterns = [card.css_first("svg.iroco-pattern") for card in others]
    assert all(svg.attributes["aria-hidden"] == "true" for svg in patterns)
    assert all(len(svg.html) < 300 for svg in patterns)
    assert len({svg.html for svg in patterns}) == 2
    assert all(card.css_first("img") is None for card in others)


def test_without_pictures_on_lists_all_have_patterns(build) -> None:
    site = build(TEXTS, options={**CARDS, "post_excerpt_image": False})
    shown = cards(site, "blog/")
    assert [len(card.css("svg.iroco-pattern")) for card in shown] == [1, 1, 1]
    assert [card.css("img") for card in shown] == [[], [], []]


def test_a_pattern_is_always_that_of_the_title() -> None:
    titles = [*(f"Notes of day {number}" for number in range(50)), "図書館", "", "x" * 5000]
    drawn = [pattern(title) for title in titles]
    assert drawn == [pattern(title) for title in titles]
    assert len(set(drawn)) > 50
    assert pattern("Fonts").startswith("M")
    assert max(map(len, drawn)) < 190


def test_a_card_says_no_more_than_a_few_lines(build) -> None:
    long = post("2026-02-02", "word " * 900 + "\n\n```\ncode\n```\n\n| a |\n|---|\n| b |", title="Long")
    site = build({"docs/blog/posts/l.md": long}, options={**CARDS, "post_excerpt_fallback": "everything"})
    [card] = cards(site, "blog/")
    assert len(words(card.css_first(".p-summary"))) <= 161
    assert card.css("pre, table, .iroco-more") == []


def test_a_locked_post_shows_its_title_and_date_alone(build) -> None:
    secret = post("2026-02-02", "Secret text.", title="Locked", **LOCK, image="a.svg", description="Secret.", **TERMS)
    site = build({**TEXTS, "docs/blog/posts/d.md": secret}, options=CARDS)
    [card] = [card for card in cards(site, "blog/") if "Locked" in words(card)]
    assert words(card) in {"Locked Published Feb 2, 2026", "Locked Published: Feb 2, 2026"}
    assert card.css("img") == []
    assert card.css_first("svg.iroco-pattern")


def test_whole_posts_come_before_the_cards(build) -> None:
    site = build(TEXTS, options={**CARDS, "index_full_posts": 1})
    assert site.listed("blog/") == ["Described", "A & <b>", "Drawn"]
    assert len(cards(site, "blog/")) == 2
    assert len(site.page("blog/").css("ul.iroco-cards > li > article.iroco-entry")) == 1


def test_dates_are_short_and_pinned_posts_and_drafts_say_so(build) -> None:
    texts = {
        **TEXTS,
        "docs/blog/posts/p.md": post("2025-12-31", title="Pinned", pin=True),
        "docs/blog/posts/d.md": post("2026-06-07", title="Unfinished", draft=True),
    }
    site = build(texts, options=CARDS, command="serve")
    pinned, draft, *_ = cards(site, "blog/")
    assert [words(node) for node in pinned.css(".iroco-badge, time")] == ["Pinned", "Dec 31, 2025"]
    assert [words(node) for node in draft.css(".iroco-badge, time")] == ["Draft", "Jun 7, 2026"]
    assert words(site.page("blog/archive/2026/").css_first("time")) == "Jun 7"


def test_a_card_of_ones_own_gets_the_pattern_and_the_summary(build) -> None:
    own = '{{ post.summary }} <svg><path d="{{ post.pattern }}"/></svg> {{ view.style }}'
    site = build({**TEXTS, "own/iroco_blog/card.html": f"<p class=own>{own}</p>"}, OWN,
                 options=CARDS)  # fmt: skip
    shown = site.page("blog/").css("li > p.own")
    assert [words(node) for node in shown] == ["In a few words. cards", "Some words, a link. cards", "First. cards"]
    assert shown[0].css_first("path").attributes["d"] == pattern("Described")


def test_a_block_of_a_card_can_be_changed_alone(build) -> None:
    picture = '{% block picture %}<p class="own">{{ post.title }}</p>{% endblock %}'
    own = f'{{% extends "original/iroco_blog/card.html" %}}{picture}'
    site = build({**TEXTS, "own/iroco_blog/card.html": own}, OWN, options=CARDS)
    first = cards(site, "blog/")[0]
    assert words(first.css_first(".own")) == "Described"
    assert words(first.css_first("h2")) == "Described"
    assert first.css_first("svg") is None

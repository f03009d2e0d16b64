"""Posts on the same subject, below a post whose front matter names no links."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.hosts.built import Site, words
from tests.hosts.written import post

POSTS = "docs/blog/posts"
BEES: dict[str, Any] = {"tags": ["bees"]}
TEXTS: dict[str, str | bytes | None] = {
    f"{POSTS}/swarm.md": post("2026-06-05", title="Swarm", tags=["bees", "spring"]),
    f"{POSTS}/queen.md": post("2026-06-04", "Smoke, smoke.", title="Queen & co", slug="queen", lang="de", **BEES),
    f"{POSTS}/wax.md": post("2026-06-03", title="Wax", **BEES),
    f"{POSTS}/candles.md": post("2026-06-02", "Smoke and smoke.", title="Candles", **BEES),
    f"{POSTS}/frost.md": post("2026-06-01", title="Frost", categories=["Weather"], tags=["spring"]),
    f"{POSTS}/other.md": post("2026-05-01", title="Other", tags=["else"], authors=["ada"]),
    f"{POSTS}/more.md": post("2026-04-01", title="More", authors=["ada"]),
}
NAMES = ("swarm", "queen", "wax", "candles")


def related(site: Site, name: str) -> list[str]:
    return [words(link) for link in site.page(site.post(name)).css(".iroco-related-posts a")]


def test_a_post_shows_posts_that_share_its_terms(build: Any) -> None:
    site = build(TEXTS)
    assert related(site, "swarm") == ["Frost", "Queen & co", "Wax"]
    assert related(site, "candles") == ["Queen & co", "Swarm", "Wax"]
    assert related(site, "other") == related(site, "more") == []
    page = site.page(site.post("candles"))
    box = page.css_first('.iroco-footer[data-search-exclude] .iroco-related[role="navigation"]')
    assert box.attributes["aria-label"] == words(box.css_first("p")) == "Related"
    link, date = box.css_first("li a"), box.css_first("li time")
    assert (link.attributes["lang"], link.attributes["dir"]) == ("de", "auto")
    assert (date.attributes["datetime"], words(date)) == ("2026-06-04", "Jun 4, 2026")
    assert site.lost_links(site.post("candles")) == []
    assert site.warnings == []


def test_links_in_front_matter_take_their_place(build: Any) -> None:
    site = build({**TEXTS, f"{POSTS}/wax.md": post("2026-06-03", title="Wax", **BEES, links=["index.md"])})
    assert related(site, "wax") == []
    assert words(site.page(site.post("wax")).css_first(".iroco-related a")) == "Home"
    assert "Wax" in related(site, "queen")


@pytest.mark.parametrize(("value", "number"), [(True, 3), (False, 0), ({}, 3), ({"count": 2}, 2), ({"count": 9}, 3)])
def test_an_option_sets_their_number(build: Any, value: object, number: int) -> None:
    assert len(related(build(TEXTS, options={"related": value}), "candles")) == number


def test_a_post_can_show_none(build: Any) -> None:
    site = build({**TEXTS, f"{POSTS}/wax.md": post("2026-06-03", title="Wax", **BEES, related=False)})
    assert related(site, "wax") == []
    assert "Wax" in related(site, "queen")
    assert site.problems == []


def test_a_value_that_makes_no_sense_shows_them(build: Any) -> None:
    site = build({**TEXTS, f"{POSTS}/wax.md": post("2026-06-03", title="Wax", **BEES, related="some")})
    assert related(site, "wax")
    [problem] = site.problems
    assert problem.startswith("blog/posts/wax.md:")
    assert "`related: false`" in problem


@pytest.mark.parametrize(
    "front",
    [{"unlisted": True}, {"draft": True}, {"publishDate": "2099-01-01"}, {"status": "hidden"}, {"private": True}],
)
def test_what_is_not_for_everyone_is_related_to_nothing_not_even_in_a_preview(build: Any, front: Any) -> None:
    hidden = {
        f"{POSTS}/h{number}.md": post(f"2026-06-1{number}", "Smoke, smoke.", title="Hush", **BEES, **front)
        for number in range(4)
    }
    shown = build(TEXTS)
    for command in ("build", "serve"):
        site = build({**TEXTS, **hidden}, command=command)
        for name in NAMES:
            assert related(site, name) == related(shown, name)


def test_a_post_that_the_index_leaves_out_is_related_like_any_other(build: Any) -> None:
    site = build({**TEXTS, f"{POSTS}/frost.md": post("2026-06-01", title="Frost", tags=["spring"], hidden=True)})
    assert related(site, "swarm")[0] == "Frost"


@pytest.mark.usefixtures("locks")
def test_nothing_of_a_locked_post_decides(build: Any) -> None:
    plugins = ["search", "encryptcontent", "iroco-blog"]
    locked = post("2026-06-06", "Smoke, smoke, smoke.", title="Locked", tags=["bees"], password="x")  # noqa: S106
    site = build({**TEXTS, f"{POSTS}/locked.md": locked}, plugins=plugins)
    other = build(
        {**TEXTS, f"{POSTS}/locked.md": locked.replace("Smoke, smoke, smoke", "Wax and wax")}, plugins=plugins
    )
    for name in NAMES:
        assert "Locked" not in related(site, name)
        assert related(site, name) == related(other, name)


def test_feeds_search_and_metadata_do_not_have_them(build: Any) -> None:
    site = build(TEXTS, options={"feeds": ["atom", "rss", "json"]})
    without = build(TEXTS, options={"feeds": ["atom", "rss", "json"], "related": False})
    files = [*site.out.rglob("feed*"), *site.out.rglob("search_index.json")]
    assert len(files) > 3
    for file in files:
        assert file.read_bytes() == (without.out / file.relative_to(site.out)).read_bytes()
    scripts = [page.page(site.post("wax")).css('script[type="application/ld+json"]') for page in (site, without)]
    assert [json.loads(script.text()) for script in scripts[0]] == [json.loads(script.text()) for script in scripts[1]]


def test_a_fragment_gets_them(build: Any) -> None:
    link = "<i>{{ link.title }}|{{ link.url }}|{{ link.date.text }}|{{ link.lang }}</i>"
    fragment = f"{{% for link in post.related %}}{link}{{% endfor %}}"
    theme = {"name": "mkdocs", "custom_dir": "own"}
    site = build({**TEXTS, "own/iroco_blog/post_footer.html": fragment}, theme)
    assert [words(item) for item in site.page(site.post("candles")).css(".iroco-post i")] == [
        "Queen & co|../../04/queen/|June 4, 2026|de",
        "Swarm|../../05/swarm/|June 5, 2026|None",
        "Wax|../../03/wax/|June 3, 2026|None",
    ]


def test_a_jekyll_site_has_them(build: Any) -> None:
    files = {f"_posts/2026-06-0{n}-{n}.md": f"---\ntags: bees\n---\n\nText {n}.\n" for n in range(1, 4)}
    site = build({**files, "_config.yml": "title: Garden\n"}, options={"jekyll": "."})
    links = site.page("2026/06/02/2.html").css(".iroco-related-posts a")
    assert [link.attributes["href"] for link in links] == ["../03/3.html", "../01/1.html"]

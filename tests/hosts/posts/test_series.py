"""A post of a series leads to the other parts; the series' page has them in order, planned ones last."""

from __future__ import annotations

import re
from typing import Any

from tests.hosts.built import Site, words
from tests.hosts.head_reading import graph, head
from tests.hosts.written import SITE_URL, post

PAGE = "docs/blog/series/hive.md"
SERIES = "blog/series/hive/"


def parts(*fronts: Any, folder: str = "docs/blog/posts") -> dict[str, str]:
    """A post a month for each value of `series`."""
    return {
        f"{folder}/p{n}.md": post(f"2026-{n:02}-01", f"Text {n}.", title=f"P{n}", series=series)
        for n, series in enumerate(fronts, 1)
    }


def box(site: Site, name: str, number: int = 0) -> list[tuple[str, str, str]]:
    """The parts in the box on a post's page: number, words, and where they lead."""
    [*boxes] = site.page(site.post(name)).css("article > details.iroco-parts")
    return [
        (item.attributes["value"] or "", words(item), link.attributes["href"] or "" if link else "")
        for item in boxes[number].css("ol > li")
        for link in [item.css_first("a")]
    ]


def next_parts(site: Site, name: str) -> list[str]:
    """The parts that the footer leads to first."""
    footer = site.page(site.post(name)).css_first(".iroco-footer")
    assert footer is not None
    blocks = footer.css(".iroco-next-part")
    assert blocks in ([], footer.css("section > *")[:1])
    return [words(node) for block in blocks for node in block.css("p")]


def relations(site: Site, name: str) -> set[tuple[str, str]]:
    """The files that the page says come before and after it."""
    url = site.post(name)
    nodes = site.page(url).css('[rel="next"], [rel="prev"]')
    return {(node.attributes["rel"] or "", site.target(url, node.attributes["href"] or "") or "") for node in nodes}


def test_the_box_lists_all_parts_and_the_footer_begins_with_the_next(build) -> None:
    site = build(
        parts("Hive", {"name": "Hive", "part": 1}, "Hive") | {PAGE: "---\nplanned: [Paint, p1]\n---\n# Hive\n"}
    )
    assert site.warnings == []
    details = site.page(site.post("p1")).css_first(".iroco-header + details.iroco-parts")
    assert "open" not in details.attributes
    assert words(details.css_first("summary")) == "Part 2 of 4: Hive"
    assert box(site, "p1") == [
        ("1", "P2", "../../../02/01/p2/"), ("2", "P1", ""), ("3", "P3", "../../../03/01/p3/"),
        ("4", "Paint Planned", ""),
    ]  # fmt: skip
    [current] = details.css("[aria-current]")
    assert (current.tag, current.attributes["aria-current"], words(current)) == ("strong", "page", "P1")
    assert [link.attributes["href"] for link in details.css("p a")] == ["../../../../series/hive/"]
    assert site.page(site.post("p1")).css(".iroco-part") == []
    assert [next_parts(site, name) for name in ("p2", "p1", "p3")] == [
        ["Next part · Hive P1"], ["Next part · Hive P3"], ["Next part · Hive Paint Planned"],
    ]  # fmt: skip
    for url in (*map(site.post, ("p1", "p2", "p3")), SERIES):
        assert site.lost_links(url, ".iroco-post, .iroco-view") == []


def test_the_last_part_leads_on_to_nothing(build) -> None:
    site = build(parts("Hive", "Hive"))
    assert [next_parts(site, name) for name in ("p1", "p2")] == [["Next part · Hive P2"], []]


def test_next_and_previous_mean_the_series_for_programs(build, theme) -> None:
    texts = parts({"name": "Hive", "part": 3}, "Hive", None, ["Hive", "Wood"], "Wood")
    site = build(texts, theme)
    p1, p2, p4 = (f"{site.post(name)}index.html" for name in ("p1", "p2", "p4"))
    assert relations(site, "p2") == {("next", p4)}
    assert relations(site, "p4") == {("prev", p2), ("next", p1)}
    assert relations(site, "p1") == {("prev", p4)}
    assert relations(site, "p5") == {("prev", p4)}
    assert relations(site, "p3") == {("prev", p2), ("next", p4)}
    assert {key for key in head(site, site.post("p3")) if key in ("next", "prev")} == set()
    assert head(site, site.post("p4"))["next"] == SITE_URL + site.post("p1")


def test_a_post_in_two_series_has_a_box_for_each(build) -> None:
    site = build(parts("Hive", [{"name": "Wood", "part": 2}, "Hive"], "Wood"))
    assert [number for number, *_ in box(site, "p2")] == ["1", "2"]
    assert [text for _, text, _ in box(site, "p2")] == ["P3", "P2"]
    assert [text for _, text, _ in box(site, "p2", 1)] == ["P1", "P2"]
    assert next_parts(site, "p2") == []
    assert next_parts(site, "p1") == ["Next part · Hive P2"]


def test_a_series_of_one_post_is_one_line_and_an_unlisted_posts_has_no_number(build) -> None:
    site = build(
        parts("Hive", ["Wood", "hive"]) | {"docs/blog/posts/u.md": post(title="U", series="Wood", unlisted=True)}
    )
    assert [words(node) for node in site.page(site.post("p2")).css(".iroco-part")] == ["Part 1 of 1: Wood"]
    assert [words(node) for node in site.page(site.post("u")).css(".iroco-part")] == ["Wood"]
    assert site.page(site.post("u")).css("details.iroco-parts") == []
    assert len(box(site, "p2")) == 2


def test_without_pages_of_series_the_box_leads_to_none(build) -> None:
    site = build(parts("Hive", "Hive"), options={"series": False})
    assert len(box(site, "p1")) == 2
    assert site.page(site.post("p1")).css("details.iroco-parts p") == []
    [series] = graph(site, site.post("p1"))["BlogPosting"]["isPartOf"][1:]
    assert series == {"@type": "CreativeWorkSeries", "name": "Hive"}


def test_the_page_of_a_series_numbers_its_parts_in_words(build) -> None:
    texts = parts({"name": "Hive", "part": 4}, "Hive", "Hive") | {PAGE: "---\nplanned: Paint\n---\n# Hive\n"}
    site = build(texts, options={"pagination_per_page": {"series": 2}})
    assert site.listed(SERIES) == ["P2", "P3"]
    first, last = site.page(SERIES), site.page(f"{SERIES}page/2/")
    assert [words(node) for node in first.css(".iroco-entries .iroco-part")] == ["Part 1", "Part 2"]
    assert [words(node) for node in last.css(".iroco-entries > li")] == [
        "Part 4 Jan 1, 2026 P1",
        "Part 5 Paint Planned",
    ]
    assert site.page("blog/").css(".iroco-part") == []


def test_a_planned_part_that_is_no_title_is_a_problem(build) -> None:
    site = build(parts("Hive", "Hive") | {PAGE: "---\ntitle: Hive\nplanned:\n  - Paint: last\n---\n\n# Hive\n"})
    [problem] = site.problems
    assert problem.startswith("blog/series/hive.md:3: `planned` is not a list of titles, so no planned part is shown.")
    assert len(box(site, "p1")) == 2


def test_a_locked_part_shows_its_title_alone(build) -> None:
    locked = post("2026-05-01", "Secret text.", title="S", series="Hive", password="open sesame")  # noqa: S106
    site = build(parts("Hive", "Hive") | {"docs/blog/posts/s.md": locked})
    assert [text for _, text, _ in box(site, "p2")] == ["P1", "P2", "S"]
    assert next_parts(site, "p2") == ["Next part · Hive S"]
    assert all("Secret text" not in site.text(url) for url in site.urls)


def test_hostile_names_and_titles_are_text(build) -> None:
    attack = "\"><script>alert(1)</script>'{{ 7*7 }}"
    texts = parts({"name": attack, "part": 2}, attack) | {"docs/blog/posts/x.md": post(title=attack, series=attack)}
    [slug] = [url for url in build(texts).urls if re.fullmatch("blog/series/[^/]+/", url)]
    site = build(texts | {f"docs/{slug.rstrip('/')}.md": post(planned=[f"Planned: {attack}"])})
    for url in site.urls:
        scripts = site.page(url).css("script:not([type])")
        assert [node.text() for node in scripts if node.text().startswith("alert")] == []
    assert [text for _, text, _ in box(site, "p1")] == [attack, "P1", "P2", f"Planned: {attack} Planned"]


def test_structured_data_name_the_series_and_the_part(build) -> None:
    texts = parts({"name": "Hive", "part": 2}, "Hive")
    site = build(texts)
    series = {
        "@type": "CreativeWorkSeries",
        "@id": f"{SITE_URL}{SERIES}#series",
        "url": SITE_URL + SERIES,
        "name": "Hive",
    }
    posting = graph(site, site.post("p1"))["BlogPosting"]
    assert (posting["position"], posting["isPartOf"][1]) == (2, series)
    assert posting["isPartOf"][0]["@type"] == "Blog"
    entity = graph(site, SERIES)["CollectionPage"]["mainEntity"]
    assert {key: entity[key] for key in series} == series
    assert [(part["position"], part["headline"], part["url"]) for part in entity["hasPart"]] == [
        (1, "P2", SITE_URL + site.post("p2")), (2, "P1", SITE_URL + site.post("p1")),
    ]  # fmt: skip


def test_of_a_long_series_a_page_lists_the_parts_around_it(build) -> None:
    texts = {
        f"docs/blog/posts/p{n}.md": post(f"2026-{n // 28 + 1:02}-{n % 28 + 1:02}", title=f"P{n}", series="Hive")
        for n in range(1, 61)
    }
    site = build(texts | {PAGE: "---\nplanned: [Paint]\n---\n"})
    for number, first, last in ((1, 1, 11), (5, 1, 11), (30, 25, 35), (60, 51, 61)):
        listed = box(site, f"p{number}")
        assert [value for value, *_ in listed] == [str(part) for part in range(first, last + 1)]
        assert words(site.page(site.post(f"p{number}")).css_first("summary")) == f"Part {number} of 61: Hive"
    assert next_parts(site, "p60") == ["Next part · Hive Paint Planned"]
    for shorter in range(41, 61):
        texts.pop(f"docs/blog/posts/p{shorter}.md")
    for shorter in range(21, 41):
        texts.pop(f"docs/blog/posts/p{shorter}.md")
    assert len(box(build(texts), "p3")) == 20

"""A post that has grown old says so: the page to read instead, the versions that it is about, its years."""

from __future__ import annotations

from typing import Any

import feedparser
import pytest

from tests.hosts.built import Site, words
from tests.hosts.head_reading import graph, several
from tests.hosts.written import post, require_plugins

POSTS = "docs/blog/posts"
TERMS = "http://purl.org/dc/terms/"
GUIDE = {"docs/guide.md": "# The *guide*\n\n## Part\n\nText.\n"}
OLD_AFTER_2 = {"post_old_after": 2}


def old(date: str = "2020-01-02", **front: Any) -> dict[str, str]:
    return {f"{POSTS}/old.md": post(date, "Old text.", title="Old", tags=["t"], **front)}


def new(**front: Any) -> dict[str, str]:
    return {f"{POSTS}/new.md": post("2026-01-02", "New text.", title="New", tags=["t"], **front)}


def notice(site: Site, slug: str = "old") -> str:
    """The words of the only notice on a post's page; empty if there is none."""
    nodes = site.page(site.post(slug)).css(".iroco-notice")
    assert len(nodes) <= 1
    return words(nodes[0]) if nodes else ""


def link(site: Site, slug: str = "old") -> str | None:
    """The file that the notice leads to."""
    url = site.post(slug)
    [anchor] = site.page(url).css(".iroco-notice a")
    return site.target(url, anchor.attributes["href"] or "")


def related(site: Site, slug: str) -> list[str]:
    return [words(node) for node in site.page(site.post(slug)).css(".iroco-related-posts a")]


# Superseded posts


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("path", ["new.md", "../posts/new.md", "blog/posts/new.md", "/blog/posts/new.md"])
def test_a_superseded_post_leads_to_the_newer_one_which_leads_back(build, path, directories) -> None:
    site = build({**old(superseded_by=path), **new()}, config={"use_directory_urls": directories})
    assert site.warnings == []
    assert notice(site) == "This post is out of date. Read instead: New"
    assert link(site) == site.file(site.post("new")).relative_to(site.out).as_posix()
    [replaces] = site.page(site.post("new")).css(".iroco-replaces")
    assert words(replaces) == "Replaces: Old"
    for url in map(site.post, ("old", "new")):
        assert site.lost_links(url, ".iroco-post") == []


@pytest.mark.parametrize(
    ("target", "title", "leads_to"),
    [
        ("../../guide.md#part", "The guide", "guide/index.html"),
        ("guide.md", "The guide", "guide/index.html"),
        ("/guide/", "The guide", "guide/index.html"),
        ("index.md", "Home", "index.html"),
        ("data.csv", "data", "data.csv"),
        ("https://example.net/new/", "https://example.net/new/", None),
        ("//example.net/new/", "//example.net/new/", None),
    ],
)
def test_any_page_can_supersede_a_post(build, target, title, leads_to) -> None:
    site = build({**old(superseded_by=target), **GUIDE, "docs/data.csv": "1,2"})
    assert site.warnings == []
    assert notice(site) == f"This post is out of date. Read instead: {title}"
    assert link(site) == leads_to
    assert site.lost_links(site.post("old"), ".iroco-notice") == []


def test_programs_learn_it_from_json_ld_and_a_link(build) -> None:
    site = build({**old(superseded_by="new.md"), **new()})
    before, after = (f"https://example.org/{site.post(slug)}" for slug in ("old", "new"))
    posting = graph(site, site.post("old"))["BlogPosting"]
    assert posting["creativeWorkStatus"] == "Obsolete"
    assert posting[f"{TERMS}isReplacedBy"] == {"@id": after}
    assert several(site, site.post("old"), "DCTERMS.isReplacedBy") == [after]
    assert several(site, site.post("old"), "schema.DCTERMS") == [TERMS]
    newer = graph(site, site.post("new"))["BlogPosting"]
    assert newer[f"{TERMS}replaces"] == [{"@id": before}]
    assert "creativeWorkStatus" not in newer
    assert "DCTERMS" not in site.text(site.post("new"))


@pytest.mark.parametrize(
    ("target", "url"), [("index.md", "https://example.org/"), ("//example.net/", "//example.net/")]
)
def test_the_home_page_and_another_site_are_whole_addresses(build, target, url) -> None:
    site = build(old(superseded_by=target))
    assert several(site, site.post("old"), "DCTERMS.isReplacedBy") == [url]


def test_a_notice_is_no_part_of_the_text(build) -> None:
    site = build({**old(superseded_by="new.md"), **new()}, options=OLD_AFTER_2)
    entries = feedparser.parse((site.out / "blog/feed.xml").read_bytes()).entries
    assert {entry.title: entry.content[0].value.strip() for entry in entries}["Old"] == "<p>Old text.</p>"
    assert not any("out of date" in entry["text"] for entry in site.search)
    url = site.post("old")
    assert site.page(url).css_first("meta[name=description]").attributes["content"] == "Old text."
    assert site.entry(url)["content"][0]["value"].strip() == "Old text."
    assert "out of date" not in site.text("blog/")
    assert "Read instead" not in words(site.page(url).css_first(".e-content"))


def test_a_superseded_post_is_related_to_no_other(build) -> None:
    others = {f"{POSTS}/{n}.md": post(f"2025-0{n}-01", title=f"P{n}", tags=["t"]) for n in (1, 2)}
    assert "Old" in related(build({**old(), **new(), **others}), "p1")
    site = build({**old(superseded_by="new.md"), **new(), **others})
    assert related(site, "p1") == ["New", "P2"]
    assert {*related(site, "old")} == {"New", "P1", "P2"}


def test_a_chain_leads_to_its_end(build) -> None:
    middle = {f"{POSTS}/middle.md": post("2023-01-02", title="Middle", superseded_by="new.md")}
    site = build({**old(superseded_by="middle.md"), **middle, **new()})
    assert site.warnings == []
    assert [notice(site, slug)[-3:] for slug in ("old", "middle")] == ["New", "New"]
    assert words(site.page(site.post("new")).css_first(".iroco-replaces")) == "Replaces: Middle, Old"
    assert site.page(site.post("middle")).css(".iroco-replaces") == []


def test_posts_that_supersede_each_other_are_one_problem(build) -> None:
    texts = {
        f"{POSTS}/a.md": post(title="A", superseded_by="b.md"), f"{POSTS}/b.md": post(title="B", superseded_by="a.md"),
        f"{POSTS}/c.md": post(title="C", superseded_by="a.md"), f"{POSTS}/d.md": post(title="D", superseded_by="d.md"),
    }  # fmt: skip
    site = build(texts)
    ways = ["`blog/posts/a.md` → `blog/posts/b.md` → `blog/posts/a.md`", "`blog/posts/d.md` → `blog/posts/d.md`"]
    for name, way, line in zip("ad", ways, site.problems, strict=True):
        assert line.startswith(f"blog/posts/{name}.md:3: `superseded_by` leads back to this post, through {way}, so")
    assert [notice(site, slug) for slug in "abd"] == ["", "", ""]
    assert notice(site, "c").endswith(": A")


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("nwe.md", "Write `blog/posts/new.md`."),
        ("../new.md", "Write `blog/posts/new.md`."),
        ("quite-another.md", "Write the path of a file from the docs folder, or delete the line."),
    ],
)
def test_a_path_that_leads_nowhere_is_reported_as_loudly_as_related_links(build, target, hint) -> None:
    texts = {**old(superseded_by=target), **new()}
    site = build(texts)
    assert site.problems == [
        f"blog/posts/old.md:3: `superseded_by` names `{target}`, but the site has no such file. {hint}"
    ]
    assert notice(site) == ""
    assert "isReplacedBy" not in site.text(site.post("old"))
    quiet = build(texts, config={"validation": {"links": {"not_found": "info"}}})
    assert quiet.problems == []
    assert any("no such file" in line for line in quiet.notes)


def test_a_draft_is_no_successor_in_a_build_and_its_own_faults_are_notes(build) -> None:
    texts = {**old(superseded_by="new.md"), **new(draft=True, superseded_by="gone.md")}
    assert len(build(texts).problems) == 1
    preview = build(texts, command="serve")
    assert preview.problems == []
    assert notice(preview) == "This post is out of date. Read instead: New"


def test_an_unlisted_post_is_superseded_without_a_word_on_the_newer_one(build) -> None:
    site = build({**old(superseded_by="new.md", unlisted=True), **new()})
    assert notice(site).endswith("New")
    assert site.page(site.post("new")).css(".iroco-replaces") == []
    assert f"{TERMS}replaces" not in graph(site, site.post("new"))["BlogPosting"]


def test_a_post_of_another_language_leads_to_its_own(build) -> None:
    i18n = {"i18n": {"docs_structure": "suffix", "languages": [
        {"locale": "en", "name": "English", "default": True, "build": True},
        {"locale": "fr", "name": "Français", "build": True},
    ]}}  # fmt: skip
    plugins = ["search", i18n, "iroco-blog"]
    require_plugins({"plugins": plugins, "theme": {"name": "mkdocs"}})
    french = {
        f"{POSTS}/old.fr.md": post("2020-01-02", title="Vieux", slug="vieux", superseded_by="new.md"),
        f"{POSTS}/new.fr.md": post("2026-01-02", title="Neuf", slug="neuf"),
    }
    site = build({**old(superseded_by="new.md"), **new(), **french}, plugins=plugins)
    assert notice(site).endswith(": New")
    assert notice(site, "vieux") == "Cet article n’est plus à jour. À lire à la place : Neuf"
    assert link(site, "vieux") == f"{site.post('neuf')}index.html"


def test_a_dirty_build_reads_the_title_in_the_source(build) -> None:
    site = build({**old(superseded_by="guide.md"), **GUIDE})
    site.run(dirty=True)
    assert notice(site).startswith("This post is out of date. Read instead: The ")


@pytest.mark.parametrize("target", ["_posts/2026-01-02-new.md", "2026-01-02-new.md", "/2026/01/02/new.html"])
def test_a_post_of_a_jekyll_site_too(build, target) -> None:
    posts = {
        "_posts/2020-01-02-old.md": f"---\ntitle: Old\nsuperseded_by: {target}\n---\nOld.\n",
        "_posts/2026-01-02-new.md": "---\ntitle: New\nsupersededBy: nothing.md\n---\nNew.\n",
    }
    site = build({**posts, "_config.yml": "title: Garden\n"}, options={"jekyll": "."})
    assert site.problems == []
    assert words(site.page("2020/01/02/old.html").css_first(".iroco-notice")).endswith("Read instead: New")


# Versions


BADGES = ".iroco-badge:not(strong)"


@pytest.mark.parametrize("style", ["excerpts", "titles", "cards"])
def test_the_versions_are_a_badge_on_the_post_and_in_lists(build, style) -> None:
    site = build({**old(applies_to=">=2.0"), **new()}, options={"view_style": style})
    assert [words(node) for node in site.page(site.post("old")).css(BADGES)] == ["Applies to >=2.0"]
    for url in ("blog/", "blog/archive/", "blog/tag/t/"):
        [badge] = site.page(url).css(BADGES)
        assert words(badge) == "Applies to >=2.0"
        assert words(badge.css_first(".iroco-label")) == "Applies to"
        assert badge.tag == "span"
    assert site.page(site.post("new")).css(BADGES) == []


@pytest.mark.usefixtures("locks")
def test_a_locked_post_has_no_badge_in_lists(build) -> None:
    plugins = ["search", "encryptcontent", "iroco-blog"]
    site = build({**old(applies_to=">=2.0", password="hush"), **new()}, plugins=plugins)  # noqa: S106
    assert site.page("blog/").css(BADGES) == []


# The age


@pytest.mark.parametrize(
    ("date", "updated", "said"),
    [
        ("2024-10-31", None, "Written more than 2 years ago"),
        ("2024-11-01", None, ""),
        ("2016-05-05", None, "Written more than 10 years ago"),
        ("2016-05-05", "2026-10-01", ""),
        ("2016-05-05", "2024-10-31", "Written more than 10 years ago"),
        ("2026-10-01", "2016-05-05", ""),
        ("2027-10-01", None, ""),
    ],
)
def test_readers_learn_how_old_a_post_is(build, date, updated, said) -> None:
    site = build(old(date, updated=updated), options=OLD_AFTER_2)
    assert site.warnings == []
    assert notice(site) == said


def test_nobody_tells_them_unless_the_option_says_so(build) -> None:
    assert notice(build(old())) == ""
    assert notice(build(old(), options={"post_old_after": 0})) == ""
    assert notice(build(old(), options={"post_old_after": 7})) == ""


def test_a_superseded_post_has_one_notice_and_a_post_may_hide_its_own(build) -> None:
    site = build({**old(superseded_by="new.md"), **new()}, options=OLD_AFTER_2)
    assert notice(site).endswith("New")
    assert notice(build(old(hide=["age"]), options=OLD_AFTER_2)) == ""


def test_it_is_in_the_plural_of_the_blogs_language(build) -> None:
    said = {
        date: notice(build(old(date), options={"post_old_after": 1, "lang": "pl"}))
        for date in ("2025-10-01", "2023-10-01", "2020-10-01")
    }
    assert said == {
        "2025-10-01": "Napisano ponad rok temu", "2023-10-01": "Napisano ponad 3 lata temu",
        "2020-10-01": "Napisano ponad 6 lat temu",
    }  # fmt: skip


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_warm_cache_does_not_hide_that_a_day_has_passed(build, monkeypatch, command) -> None:
    texts = {**old("2024-11-01", review_by="2026-11-01"), **new()}
    site = build(texts, options=OLD_AFTER_2, command=command)
    assert notice(site) == ""
    assert site.notes == []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793620800")  # 2026-11-02, noon
    site.run(command=command, fresh=command == "build")
    assert notice(site) == "Written more than 2 years ago"
    assert [line for line in site.notes if "read the post again by 2026-11-01" in line]


def test_fragments_get_it_all(build) -> None:
    fragment = (
        "<p id=it>{{ post.applies_to.title }}|{{ post.superseded_by.title }}|{{ post.superseded_by.url }}"
        "|{{ post.age }}|{{ post.replaces | map(attribute='title') | join }}</p>"
    )
    theme = {"name": "mkdocs", "custom_dir": "own"}
    own = {"own/iroco_blog/post.html": fragment, "own/iroco_blog/title.html": fragment.replace(" id=it", " class=it")}
    site = build(
        {**old(superseded_by="new.md", applies_to=1), **new(), **own}, theme,
        options={**OLD_AFTER_2, "view_style": "titles"},
    )  # fmt: skip
    pages = [site.text(f"blog/{date}/{slug}/") for date, slug in (("2020/01/02", "old"), ("2026/01/02", "new"))]
    assert "<p id=it>1|New|../../../../2026/01/02/new/|6|</p>" in pages[0]
    assert "<p id=it>|||0|Old</p>" in pages[1]
    assert "<p class=it>1|New|2026/01/02/new/|6|</p>" in site.text("blog/")

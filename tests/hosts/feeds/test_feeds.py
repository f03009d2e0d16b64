"""The feeds of a site: which there are, and what is in them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.hosts.built import words
from tests.hosts.feed_reading import announced, entries, faults, lost_addresses, parsed_feed, titles
from tests.hosts.garden import ALL, BEES, FILES, GARDEN, NEWEST_FIRST, PICTURE
from tests.hosts.written import post


def test_a_blog_has_one_atom_feed_and_a_pinned_post_is_not_first_in_it(build) -> None:
    site = build(GARDEN)
    feed = parsed_feed((site.out / "blog/feed.xml").read_bytes())
    assert feed.version == "atom10"
    assert feed.feed.title == "Site"
    assert feed.feed.id == "https://example.org/blog/feed.xml"
    assert {link.rel: link.href for link in feed.feed.links} == {
        "alternate": "https://example.org/blog/",
        "self": "https://example.org/blog/feed.xml",
    }
    assert feed.feed.updated == "2026-03-05T00:00:00+00:00"
    assert [entry.title for entry in feed.entries] == NEWEST_FIRST
    assert [path.name for path in site.out.rglob("*.xml")] == ["sitemap.xml", "feed.xml"]


def test_an_entry_says_all_that_a_reader_can_show(build) -> None:
    site = build(GARDEN)
    [bees, *_] = entries(site, "blog/feed.xml")
    assert (bees.id, bees.url) == (BEES, BEES)
    assert bees.published == "2026-03-01T10:00:00+01:00"
    assert bees.authors == ("Ada Marsh", "Ben Okoro")
    assert bees.categories == ("Garden", "bees")
    assert bees.summary == "They sleep."
    assert "See the" in bees.html
    assert f'href="{site.config.site_url}guide/#in-winter"' in bees.html
    assert lost_addresses(site, bees.html) == []
    assert bees.enclosures == ((f"{site.config.site_url}blog/hive.png", "image/png", len(PICTURE)),)


def test_atom_names_authors_pages_and_kinds_of_terms(build) -> None:
    site = build(GARDEN)
    data = (site.out / "blog/feed.xml").read_bytes()
    entry = parsed_feed(data).entries[0]
    assert entry.updated == "2026-03-05T00:00:00+00:00"
    assert [author.href for author in entry.authors] == [
        "https://example.org/blog/author/ada/",
        "https://example.org/blog/author/ben/",
    ]
    assert [(tag.term, tag.scheme) for tag in entry.tags] == [
        ("Garden", "https://example.org/blog/categories/"),
        ("bees", "https://example.org/blog/tags/"),
    ]
    assert entry.content[0].type == "text/html"


@pytest.mark.parametrize("kind", ["atom", "rss"])
def test_ids_that_are_no_addresses_stay_as_they_are_for_readers_that_resolve_them(build, kind: str) -> None:
    posts = {f"docs/blog/posts/{name}.md": post("2026-03-01", title=name, guid=f"/old/{name}") for name in "ab"}
    site = build(posts, options={"feeds": [{"kind": kind}]})
    [feed] = [path for path in site.out.rglob("*.xml") if path.name != "sitemap.xml"]
    assert sorted(entry.id for entry in parsed_feed(feed.read_bytes()).entries) == ["/old/a", "/old/b"]


def test_three_formats_say_the_same(build) -> None:
    site = build(GARDEN, options={"feeds": ALL})
    said = [
        [
            (one.id, one.url, one.title, one.html, one.authors, one.categories, one.enclosures)
            for one in entries(site, path)
        ]
        for path in FILES
    ]
    assert said[0] == said[1] == said[2]
    assert [entry[2] for entry in said[0]] == NEWEST_FIRST
    assert json.loads((site.out / "blog/feed.json").read_bytes())["version"] == "https://jsonfeed.org/version/1.1"
    assert parsed_feed((site.out / "blog/rss.xml").read_bytes()).version == "rss20"


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("authors", {"author/ada": ["Bees & “honey” <3"], "author/ben": ["Bees & “honey” <3", "Apples"]}),
        ("categories", {"category/garden": ["Bees & “honey” <3", "Apples"], "category/kitchen": ["Apples"]}),
        ("tags", {"tag/bees": ["Bees & “honey” <3"], "tag/cider": ["Apples"]}),
        ("series", {"series/build": ["Walls"]}),
    ],
)
def test_every_term_of_a_kind_may_have_a_feed_that_its_page_leads_to(build, of, expected) -> None:
    site = build(GARDEN, options={"feeds": [{"of": of}], "thin_views": 1})
    assert {str(path.relative_to(site.out / "blog").parent): titles(site, f"blog/{path.relative_to(site.out / 'blog')}")
            for path in site.out.rglob("feed.xml")} == expected  # fmt: skip
    for view in expected:
        assert announced(site, f"blog/{view}/") == [f"blog/{view}/feed.xml"]
        shown = site.page(f"blog/{view}/").css_first(".iroco-header a[rel=alternate]")
        assert (words(shown), shown.attributes["href"]) == ("Atom", "feed.xml")
    assert announced(site, "blog/") == []
    assert site.page("blog/").css_first("a[rel=alternate]") is None


def test_feeds_of_a_term_are_named_after_it(build) -> None:
    feeds = [{"of": "tags"}, {"of": "categories", "title": "All of {name}", "terms": ["kitchen"]}]
    site = build(GARDEN, options={"feeds": feeds})
    feed = parsed_feed((site.out / "blog/tag/bees/feed.xml").read_bytes()).feed
    assert (feed.title, feed.links[0].href) == ("Site – bees", "https://example.org/blog/tag/bees/")
    assert parsed_feed((site.out / "blog/category/kitchen/feed.xml").read_bytes()).feed.title == "All of Kitchen"
    assert not (site.out / "blog/category/garden/feed.xml").exists()


def test_a_feed_has_as_many_entries_as_it_is_asked_for_and_20_otherwise(build) -> None:
    many = {f"docs/blog/posts/{n}.md": post(f"2026-01-{n:02}", title=f"N {n}") for n in range(1, 26)}
    site = build(many, options={"feeds": ["atom", {"kind": "rss", "limit": 3}]})
    assert titles(site, "blog/feed.xml") == [f"N {n}" for n in range(25, 5, -1)]
    assert titles(site, "blog/rss.xml") == ["N 25", "N 24", "N 23"]


@pytest.mark.parametrize(("kind", "path"), list(zip(("atom", "rss", "json"), FILES, strict=True)))
def test_a_feed_may_hold_excerpts_alone(build, kind, path) -> None:
    site = build(GARDEN, options={"feeds": [{"kind": kind, "content": "excerpt"}]})
    [bees, *_] = entries(site, path)
    assert bees.html == "<p>They <em>sleep</em>.</p>"


@pytest.mark.parametrize("command", ["build", "serve"])
@pytest.mark.parametrize(
    "state",
    [{"draft": True}, {"published": False}, {"unlisted": True}, {"date": "2026-12-24"}],
    ids=["draft", "published", "unlisted", "scheduled"],
)
def test_what_is_not_for_everybody_is_in_no_feed(build, state, command) -> None:
    told: dict[str, Any] = {"date": "2026-05-05", "title": "Hush-hush", "tags": ["bees"], "categories": ["Garden"],
                            "authors": ["ada"], "series": "Build", **state}  # fmt: skip
    feeds = [*ALL, *({"of": of} for of in ("tags", "categories", "authors", "series"))]
    site = build(
        {**GARDEN, "docs/blog/posts/hidden.md": post(**told)},
        options={"feeds": feeds, "draft_if_future_date": True}, command=command,
    )  # fmt: skip
    files = [*site.out.rglob("feed.xml"), site.out / "blog/rss.xml", site.out / "blog/feed.json"]
    assert len(files) > 8
    assert [path for path in files if "ush-hush" in path.read_text(encoding="utf-8")] == []


def test_a_post_keeps_the_id_that_it_had_elsewhere(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", guid="tag:old.example,2012:42")}
    site = build(texts, options={"feeds": ALL})
    assert {entries(site, path)[0].id for path in FILES} == {"tag:old.example,2012:42"}
    assert 'isPermaLink="false">tag:old.example,2012:42<' in (site.out / "blog/rss.xml").read_text(encoding="utf-8")


def test_feeds_may_be_switched_off(build) -> None:
    site = build(GARDEN, options={"feeds": False})
    assert list(site.out.rglob("*feed.xml")) == []
    assert [url for url in site.urls if 'rel="alternate"' in site.text(url)] == []


def test_the_preview_has_feeds_that_lead_to_itself(build) -> None:
    site = build(GARDEN, command="serve")
    assert {entry.url.partition("/blog/")[0] for entry in entries(site, "blog/feed.xml")} == {"http://127.0.0.1:8000"}


def test_a_rebuild_forgets_what_is_gone(build) -> None:
    site = build(GARDEN, command="serve")
    (site.root / "docs/blog/posts/walls.md").unlink()
    site.run(command="serve", fresh=False)
    assert titles(site, "blog/feed.xml") == ["Bees & “honey” <3", "Apples"]


def test_a_blog_without_posts_has_a_feed_without_entries(build) -> None:
    site = build({"docs/blog/index.md": "# Blog\n"}, options={"feeds": ALL})
    for path in FILES:
        assert entries(site, path) == []


HOSTILE = {
    "script": "<script>alert(1)</script>", "cdata": "]]>", "comment": "<!-- -->", "entity": "&nbsp;&#0;",
    "quote": "\"'>",
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_stays_text(build, text) -> None:
    told = {"title": f"T {text}", "description": f"D {text}"}
    named: dict[str, Any] = {"tags": [f"G {text}"], "authors": [{"name": f"A {text}"}]}
    site = build(
        {"docs/blog/posts/a.md": post(slug="a", **told, **named)}, options={"feeds": [*ALL, {"of": "tags"}]},
        config={"site_name": f"S {text}", "site_description": f"E {text}"},
    )  # fmt: skip
    shown = f"T {text}".replace("&nbsp;", "\N{NO-BREAK SPACE}").replace("&#0;", "\N{REPLACEMENT CHARACTER}")
    for path in (*FILES, *(path.relative_to(site.out).as_posix() for path in site.out.glob("blog/tag/*/feed.xml"))):
        [entry] = entries(site, path)
        assert entry.title == shown
    for path in FILES[:2]:
        assert faults((site.out / path).read_bytes()) == []


EXTENSIONS: list[Any] = [
    "admonition", "footnotes", "tables", {"toc": {"permalink": True}}, "pymdownx.details",
    {"pymdownx.highlight": {"pygments_lang_class": True}},
    {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]}},
    {"pymdownx.arithmatex": {"generic": True}}, {"pymdownx.tabbed": {"alternate_style": True}}, "attr_list",
]  # fmt: skip
RICH = """\
Intro.[^1]

<!-- more -->

## A heading

!!! note "Mind the gap"

    Text.

=== "One"

    First.

=== "Two"

    Second.

```python title="f.py"
def f(x): ...
```

```mermaid
graph LR; A-->B
```

The sum $a^2 + b$ of it.

<script>alert(1)</script>
<button class="md-clipboard">Copy</button>

| a |
| - |
| 1 |

[down](#a-heading) [guide](/guide.md)

[^1]: A note.
"""


def test_what_a_page_does_by_script_or_style_is_said_in_plain_html(build) -> None:
    texts = {**GARDEN, "docs/blog/posts/rich.md": post("2026-06-01", title="Rich", body=RICH)}
    site = build(texts, config={"markdown_extensions": EXTENSIONS})
    [rich, *_] = entries(site, "blog/feed.xml")
    for gone in ("<script", "<button", "headerlink", "¶", "<input", "<label", "style=", "onclick"):
        assert gone not in rich.html
    for kept in (
        "Mind the gap",
        "One",
        "Second.",
        "f.py",
        'class="language-python"',
        "graph LR",
        r"\(a^2 + b\)",
        "A note.",
    ):
        assert kept in rich.html
    assert lost_addresses(site, rich.html) == []

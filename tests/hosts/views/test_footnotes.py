"""Excerpts: titles of front matter alone, heading links, footnotes, several authors, and the time they take to read."""

from __future__ import annotations

import pytest

from tests.hosts.built import words
from tests.hosts.written import THEMES, post

TOC = {
    "permalinks": [{"toc": {"permalink": True}}],
    "signs": [{"toc": {"permalink": "⚓︎", "permalink_title": "Link here"}}],
    "whole headings": [{"toc": {"anchorlink": True}}],
    "before headings": [{"toc": {"permalink": "#", "permalink_leading": True}}],
    "twice": ["toc", {"toc": {"permalink": True}}],
    "off": [{"toc": {"toc_depth": 0}}],
    "ids off": [{"toc": {"toc_depth": "6-6", "permalink": True}}],
}
HEADED = "# The *heading*\n\nOpening.\n\n## A section\n\nText.\n\n<!-- more -->\n\n## Another\n\nRest."


@pytest.mark.parametrize("extensions", TOC.values(), ids=TOC)
def test_headings_of_an_excerpt_are_text_however_toc_is_set(build, extensions) -> None:
    texts = {"docs/blog/posts/a.md": post(body=HEADED, title=None, slug="a", categories=["C"])}
    site = build(texts, config={"markdown_extensions": extensions}, options={"blog_toc": True})
    for url in ("blog/", "blog/category/c/"):
        assert site.listed(url) == ["The heading"]
        summary = site.page(url).css_first(".p-summary")
        assert [words(heading) for heading in summary.css("h2, h3, h4")] == ["A section"]
        assert summary.css(".headerlink") == []
        assert site.lost_links(url) == []
    assert words(site.page(site.post("a")).css_first("h1")) == "The heading"
    assert site.warnings == []


@pytest.mark.parametrize("theme", THEMES)
def test_a_title_of_front_matter_alone_names_the_post_everywhere(build, theme) -> None:
    body = "Opening.\n\n<!-- more -->\n\n## A section\n\nRest."
    site = build({"docs/blog/posts/a.md": post(body=body, title="Only here", tags=["t"])}, theme)
    url = site.post("only-here")
    assert site.entry(url)["name"] == ["Only here"]
    assert [words(heading) for heading in site.page(url).css("h1")] == ["Only here"]
    assert words(site.page(url).css_first("title")).startswith("Only here")
    for view in ("blog/", "blog/tag/t/", "blog/archive/2026/"):
        assert site.listed(view) == ["Only here"]
    titles = {entry["location"].partition("#")[0]: entry["title"] for entry in reversed(site.search)}
    assert titles[url] == "Only here"


FOOTNOTES = "Text[^1] and[^two].\n\n<!-- more -->\n\nRest[^late].\n\n[^1]: First.\n[^two]: Second.\n[^late]: Late."


@pytest.mark.parametrize("extensions", [["footnotes"], [{"footnotes": {"UNIQUE_IDS": True}}]], ids=["plain", "unique"])
@pytest.mark.parametrize("style", ["cut", "whole"])
def test_footnotes_of_several_posts_on_one_view(build, style, extensions) -> None:
    body = FOOTNOTES if style == "cut" else FOOTNOTES.replace("<!-- more -->\n\n", "")
    texts = {f"docs/blog/posts/{n}.md": post(f"2026-01-0{n}", body, title=f"P{n}", tags=["t"]) for n in (1, 2, 3)}
    options = {"view_style": "excerpts", "post_excerpt": "optional"}
    site = build(texts, options=options, config={"markdown_extensions": extensions})
    for url in ("blog/", "blog/tag/t/", "blog/archive/2026/"):
        page = site.page(url)
        ids = [node.attributes["id"] for node in page.css("body [id]:not([id^='__'])")]  # `__` marks a theme's own
        assert len(ids) == len(set(ids)), url
        assert site.lost_links(url) == []
        shown = [words(node) for node in page.css(".p-summary")]
        assert len(shown) == 3
        for text in shown:
            assert ("Late." in text) is (style == "whole")
            assert "Rest" in text or style == "cut"
            assert not [node for node in page.css(".footnote-backref") if style == "cut"]


def test_footnotes_that_stand_above_the_cut_are_not_shown_either(build) -> None:
    """The extension puts them where its place marker is; those of the rest would stand there without their text."""
    body = FOOTNOTES.replace("<!-- more -->", "///Footnotes Go Here///\n\n<!-- more -->")
    site = build({"docs/blog/posts/a.md": post(body=body, title="A")}, config={"markdown_extensions": ["footnotes"]})
    assert "Late." in words(site.page(site.post("a")).css_first(".e-content"))
    assert words(site.page("blog/").css_first(".p-summary")) == "Text1 and2."
    assert site.lost_links("blog/") == []


def test_a_footnote_of_the_excerpt_leads_to_the_post(build) -> None:
    """The reader of an excerpt cannot see the note, and finds it where the post is."""
    texts = {"docs/blog/posts/a.md": post(body=FOOTNOTES, title="A")}
    site = build(texts, config={"markdown_extensions": ["footnotes"]})
    references = [link.attributes["href"] for link in site.page("blog/").css(".p-summary a")]
    assert [site.target("blog/", link) for link in references] == [f"{site.post('a')}index.html"] * len(references)


@pytest.mark.parametrize("shown", [1, 2, 5])
def test_an_entry_shows_the_first_of_several_authors(build, shown) -> None:
    authors = "authors:\n" + "".join(f"  {name}: {{name: {name.title()}, avatar: x.png}}\n" for name in "abc")
    texts = {
        "docs/blog/.authors.yml": authors, "docs/x.png": b"png",
        "docs/blog/posts/1.md": post("2026-01-01", title="Three", authors=["c", "a", "b"], categories=["C"]),
        "docs/blog/posts/2.md": post("2026-01-02", title="One", authors=["b"], categories=["C"]),
        "docs/blog/posts/3.md": post("2026-01-03", title="None", categories=["C"]),
    }  # fmt: skip
    site = build(texts, options={"post_excerpt_max_authors": shown})
    for url in ("blog/", "blog/category/c/"):
        entries = [item["properties"] for item in site.feed(url)["children"] if "h-entry" in item["type"]]
        found = {entry["name"][0]: [card["properties"]["name"][0] for card in entry.get("author", [])]
                 for entry in entries}  # fmt: skip
        assert found == {"None": [], "One": ["B"], "Three": ["C", "A", "B"][:shown]}
        assert site.lost_links(url) == []
    names = [card["properties"]["name"][0] for card in site.entry(site.post("three"))["author"]]
    assert names == ["C", "A", "B"]


ICONS = ":material-scale-balance: :octicons-star-16: 🎈 👩🏽‍💻 — … "
EMOJI = """
from material.extensions.emoji import to_svg, twemoji

def on_config(config):
    config.markdown_extensions.append("pymdownx.emoji")
    config.mdx_configs["pymdownx.emoji"] = {"emoji_index": twemoji, "emoji_generator": to_svg}
"""


def test_icons_emoji_and_drawings_add_nothing_to_the_reading_time(build) -> None:
    drawing = "<svg><style>" + ".a { fill: red } " * 500 + "</style><text>" + "word " * 500 + "</text></svg>"
    bodies = {"icons": ICONS * 300, "drawing": drawing, "balloons": "🎈 " * 600, "characters": "节" * 530 + "。" * 900}
    texts = {f"docs/blog/posts/{n}.md": post(body=f"{text}\n\nText.", title=n) for n, text in bodies.items()}
    site = build({**texts, "hook.py": EMOJI}, "material", config={"hooks": ["hook.py"]})
    assert len(site.page(site.post("icons")).css(".e-content svg")) == 600
    shown = {name: words(site.page(site.post(name)).css_first(".iroco-readtime")) for name in bodies}
    assert {name: text.split()[0] for name, text in shown.items()} == {
        "icons": "1", "drawing": "1", "balloons": "1", "characters": "2",
    }  # fmt: skip

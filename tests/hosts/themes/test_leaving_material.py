"""A blog written for the theme Material, on other themes: what its author is told, and what its pages are given."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest

from mkdocs_iroco_blog.core.html.material_syntax import FEATURES
from tests.hosts.built import Site, words
from tests.hosts.written import write, write_config

OTHERS = ("mkdocs", "readthedocs", "bare")
SHEET = resources.files("mkdocs_iroco_blog.layout") / "templates" / "iroco_blog" / "markdown.css"
EXTENSIONS = """
markdown_extensions:
- admonition
- attr_list
- md_in_html
- pymdownx.details
- pymdownx.keys
- pymdownx.superfences
- pymdownx.tabbed:
    alternate_style: true
"""
ICONS = """\
- pymdownx.emoji:
    emoji_index: !!python/name:material.extensions.emoji.twemoji
    emoji_generator: !!python/name:material.extensions.emoji.to_svg
"""
MATERIAL = """\
---
date: 2026-01-02
title: Tabs and more
---

A :material-heart: opens it.

!!! note "Mind"

    The excerpt holds this.

<!-- more -->

=== "C"

    ``` c
    return 0; // (1)!
    ```

    1.  Zero is well.

=== "Rust"

    Nothing.

<div class="grid cards" markdown>

- One :octicons-tag-16:
- Two

</div>

Here (1) too.
{ .annotate }

1.  The note.

[Subscribe](#){ .md-button }

![Day](day.png#only-light) ![Night](night.png#only-dark)
"""
PLAIN = "---\ndate: 2026-01-01\ntitle: Plain\n---\n\nIn words (1), with `:material-heart:` in code.\n"


@pytest.fixture
def leave(tmp_path: Path):
    """Build a blog with the extensions that Material's manual names, on a theme."""

    def run(theme="mkdocs", extensions=EXTENSIONS + ICONS, texts=None, **options) -> Site:
        if ICONS in extensions:
            pytest.importorskip("material")
        posts = {"docs/blog/posts/tabs.md": MATERIAL, "docs/blog/posts/plain.md": PLAIN}
        pictures = {f"docs/blog/posts/{name}.png": b"a picture" for name in ("day", "night")}
        write(tmp_path, {"docs/index.md": "# Home\n", **posts, **pictures, **(texts or {})})
        write_config(tmp_path, theme, options, {}, None)
        with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as file:
            file.write(extensions)
        return Site(tmp_path).run()

    return run


def styled(site: Site, url: str) -> bool:
    hrefs = [link.attributes["href"] or "" for link in site.page(url).css("head link[rel=stylesheet]")]
    found = [href for href in hrefs if href.endswith("markdown.css")]
    assert [site.target(url, href) for href in found] == ["iroco_blog/markdown.css"] * len(found)
    return len(found) == 1


def told(site: Site) -> list[str]:
    return [note for note in site.notes if "the theme Material" in note]


def test_a_note_names_features_lines_and_what_becomes_of_them(leave) -> None:
    [note] = told(leave())
    assert note.startswith("blog/posts/tabs.md:6: The post is written for the theme Material. ")
    assert re.findall(r"[A-Z][^(.]+ \(\d+, first on line \d+\) [^.]+\.", note) == [
        "Content tabs (2, first on line 14) stay tabs.",
        "Icons (2, first on line 6) are drawn as before, as long as the package `mkdocs-material` is installed.",
        "Grids (1, first on line 26) stay grids, their cards with a plain border.",
        "Annotations (1, first on line 34) keep their numbers, and show what these mean in the list below the text.",
        FEATURES["code"].name.capitalize() + f" (1, first on line 17) {FEATURES['code'].becomes}.",
        "Buttons (1, first on line 38) are links with a border.",
        "Pictures for light or dark pages (2, first on line 40) are the light ones unless the page says it is dark.",
    ]


@pytest.mark.parametrize("theme", OTHERS)
def test_every_other_theme_gets_note_and_stylesheet_where_they_are_due(leave, theme) -> None:
    site = leave(theme)
    assert len(told(site)) == 1
    assert {url: styled(site, url) for url in (site.post("tabs-and-more"), site.post("plain"), "blog/")} == {
        site.post("tabs-and-more"): True, site.post("plain"): False, "blog/": True,
    }  # fmt: skip
    assert not styled(site, "blog/archive/")
    assert (site.out / "iroco_blog/markdown.css").read_bytes() == SHEET.read_bytes()
    assert site.warnings == []


def test_our_own_pages_need_no_such_stylesheet(leave) -> None:
    text = "---\ndate: 2026-01-01\ntitle: Plain\ntags: [{}]\n---\n\n## One\n\nA.\n\n## Two\n\nB.\n"
    names = {"plain": ", ".join("abcdefghijklmnopqrstuvwxyz"), "tabs": "z"}
    posts = {f"docs/blog/posts/{name}.md": text.format(tags) for name, tags in names.items()}
    site = leave(texts=posts, tags=True)
    assert site.page("blog/tags/").css("details.iroco-order")
    assert [url for url in site.urls if styled(site, url)] == []


def test_material_itself_gets_neither(leave) -> None:
    site = leave("material")
    assert told(site) == []
    assert not any(styled(site, url) for url in (site.post("tabs-and-more"), "blog/"))


def test_drafts_are_told_of_too(leave) -> None:
    draft = MATERIAL.replace("title: Tabs", "draft: true\ntitle: Other tabs")
    [note] = told(leave(texts={"docs/blog/posts/draft.md": draft}, draft=True))
    assert {"blog/posts/draft.md", "blog/posts/tabs.md"} <= set(re.findall(r"blog/posts/\w+\.md", note))


@pytest.mark.parametrize("theme", OTHERS)
def test_what_becomes_of_each_is_true(leave, theme) -> None:
    site = leave(theme)
    body = site.page(site.post("tabs-and-more")).css_first(".e-content")
    names = [words(label) for label in body.css(".tabbed-set .tabbed-labels label")]
    panels = [words(block) for block in body.css(".tabbed-set .tabbed-content .tabbed-block")]
    assert names == ["C", "Rust"]
    assert len(body.css(".tabbed-set > input[type=radio]")) == len(panels) == 2
    assert panels == ["return 0; // (1)! Zero is well.", "Nothing."]
    assert len(body.css(".twemoji svg path")) == 2
    assert len(body.css(".grid.cards > ul > li")) == 2
    assert words(body.css_first("p.annotate")) == "Here (1) too."
    assert words(body.css_first("p.annotate + ol")) == "The note."
    assert words(body.css_first("a.md-button")) == "Subscribe"
    assert [image.attributes["src"].partition("#")[2] for image in body.css("img")] == ["only-light", "only-dark"]
    assert body.css("script") == []


@pytest.mark.parametrize("theme", OTHERS)
def test_a_view_shows_admonitions_and_icons_of_excerpts(leave, theme) -> None:
    [excerpt, _] = leave(theme).page("blog/").css(".p-summary")
    assert words(excerpt.css_first(".admonition .admonition-title")) == "Mind"
    assert excerpt.css_first(".twemoji svg")


def test_tabs_of_two_excerpts_stay_apart(leave) -> None:
    tabs = '=== "A"\n\n    a\n\n=== "B"\n\n    b\n'
    texts = {
        f"docs/blog/posts/{name}.md": f"---\ndate: 2026-02-01\ntitle: {name}\n---\n\n{tabs}\n<!-- more -->\n"
        for name in ("one", "two")
    }
    sets = leave(texts=texts).page("blog/").css(".tabbed-set")
    groups = [{node.attributes["name"] for node in found.css("input")} for found in sets]
    assert [len(names) for names in groups] == [1, 1]
    assert groups[0].isdisjoint(groups[1])
    for found in sets:
        ids = [node.attributes["id"] for node in found.css("input")]
        assert ids == [node.attributes["for"] for node in found.css("label")]


def test_without_the_extension_it_is_told_that_the_text_stays(leave) -> None:
    site = leave(extensions="")
    assert "Content tabs (2, first on line 14) appear as plain text: add `pymdownx.tabbed` to" in (told(site)[0])
    assert '=== "C"' in site.page(site.post("tabs-and-more")).css_first(".e-content").text()


@pytest.mark.parametrize("extensions", [EXTENSIONS, EXTENSIONS + "- pymdownx.emoji\n"])
def test_icons_of_another_index_stay_text(leave, extensions) -> None:
    site = leave(extensions=extensions)
    assert re.search(r"Icons \(2, first on line 6\) appear as plain text: ", told(site)[0])
    assert "A :material-heart: opens it." in words(site.page(site.post("tabs-and-more")).css_first(".e-content"))


def test_plain_html_needs_no_stylesheet(leave) -> None:
    text = "---\ndate: 2026-01-03\ntitle: Html\n---\n\n<details><summary>S</summary>T</details>\n"
    site = leave(texts={"docs/blog/posts/html.md": text})
    assert not styled(site, site.post("html"))


def test_the_stylesheet_is_small_and_loads_nothing() -> None:
    css = SHEET.read_text(encoding="utf-8")
    assert len(css.encode()) < 4000
    assert not re.search(r"@import|url\(|https?:|data:", css)


def test_its_rules_are_for_the_blogs_own_pages() -> None:
    """All of them are nested in one."""
    css = re.sub(r"/\*.*?\*/", "", SHEET.read_text(encoding="utf-8"), flags=re.DOTALL).strip()
    assert css.startswith(":where(.iroco-post, .iroco-view) {")
    depth = [css[:at].count("{") - css[:at].count("}") for at in range(css.index("{") + 1, len(css))]
    assert min(depth) == 1
    assert css.count("{") == css.count("}")

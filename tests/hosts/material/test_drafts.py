"""Drafts on Material, with its own plugins: not in navigation, tags or search, nor through a folder's defaults."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hosts.built import walk, words
from tests.hosts.posts.test_states import mentions
from tests.hosts.written import post

SHOWN = {
    "docs/blog/posts/shown.md": post("2026-01-01", "Shown text.", title="Shown", tags=["open"], categories=["Open"])
}
DRAFT = post("2026-02-02", "Secret text.", title="Secret title", draft=True, tags=["Secret"], categories=["Secret"])
TAGS = {"docs/tags.md": "# All tags\n\n<!-- material/tags -->\n"}
PLUGINS = ["search", "meta", "tags", "iroco-blog"]
FEATURES = ["navigation.indexes", "navigation.instant", "navigation.footer", "navigation.tabs", "navigation.path"]


def test_a_draft_is_nowhere_beside_materials_own_plugins(build) -> None:
    named = {"name": "material", "features": FEATURES}
    site = build({**SHOWN, **TAGS, "docs/blog/posts/d.md": DRAFT}, named, plugins=PLUGINS)
    assert mentions(site, "ecret") == []
    assert not [path for path in site.out.rglob("*") if "ecret" in path.name]
    assert site.warnings == []


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_draft_that_nav_names_is_told_and_not_built(build, theme) -> None:
    """Whoever wrote the navigation and marked the post a draft has to hear that the two do not go together."""
    nav = ["index.md", {"Blog": "blog/index.md"}, {"Preview": "blog/posts/d.md"}]
    site = build({**SHOWN, "docs/blog/posts/d.md": DRAFT}, theme, config={"nav": nav})
    assert mentions(site, "ecret") == []
    assert [warning for warning in site.warnings if "blog/posts/d.md" in warning]
    assert site.listed("blog/") == ["Shown"]


@pytest.mark.parametrize("plugins", [PLUGINS, ["search", "tags", "iroco-blog"]], ids=["meta", "without meta"])
def test_a_folder_may_make_drafts_of_its_posts(build, plugins) -> None:
    texts = {
        **SHOWN, **TAGS, "docs/blog/posts/later/.meta.yml": "draft: true\ntags: [Secret]\n",
        "docs/blog/posts/later/d.md": post("2026-02-02", "Secret text.", title="Secret title"),
        "docs/blog/posts/later/own.md": post("2026-01-03", "Out.", title="Out", draft=False, tags=["own"]),
    }  # fmt: skip
    asked = [{"iroco-blog": {"tags": True}} if plugin == "iroco-blog" else plugin for plugin in plugins]
    site = build(texts, "material", plugins=asked)
    assert site.listed("blog/") == ["Out", "Shown"]
    assert mentions(site, "ecret t") == []
    assert site.listed("blog/tag/secret/") == ["Out"]
    assert site.warnings == []


def test_folder_defaults_reach_posts_views_and_the_theme(build) -> None:
    texts = {
        **TAGS, "docs/blog/posts/.meta.yml": "hide: [toc]\ncategories: [Every]\nauthors: [Ada]\nmood: calm\n",
        "docs/blog/posts/guides/.meta.yml": "tags: [guide]\ncategories: [Guides]\n",
        "docs/blog/posts/guides/a.md": post("2026-01-02", "## Part\n\nText.", title="A", tags=["own"]),
        "docs/blog/posts/b.md": post("2026-01-01", "## Part\n\nText.", title="B", categories=["Mine"]),
    }  # fmt: skip
    for plugins in (PLUGINS, ["search", "tags", "iroco-blog"]):
        site = build(texts, "material", plugins=plugins)
        assert site.listed("blog/category/every/") == ["A", "B"]
        assert site.listed("blog/category/guides/") == ["A"]
        assert site.listed("blog/author/ada/") == ["A", "B"]
        assert site.entry(site.post("b"))["category"][:2] == ["Every", "Mine"]
        assert "guide" in words(site.page("tags/").css_first("article"))
        for url in (site.post("a"), site.post("b")):
            assert "hidden" in site.page(url).css_first(".md-sidebar--secondary").attributes
        assert site.warnings == []


@pytest.mark.parametrize("command", ["build", "serve"])
def test_terms_of_drafts_only_have_views_where_drafts_are_shown(build, command) -> None:
    front: dict[str, Any] = {
        "categories": ["Only"],
        "authors": ["Only Author"],
        "series": ["Only series"],
        "tags": ["only"],
    }
    texts = {**SHOWN, "docs/blog/posts/d.md": post("2025-02-02", title="D", draft=True, **front)}
    site = build(texts, "material", command=command)
    views = {"blog/category/only/", "blog/author/only-author/", "blog/series/only-series/", "blog/tag/only/",
             "blog/archive/2025/"}  # fmt: skip
    assert views & site.urls == (views if command == "serve" else set())
    for url in site.urls:
        assert site.lost_links(url) == [], url
    shown = "Only" in words(site.page("blog/categories/").css_first("article"))
    assert shown is (command == "serve")
    assert ("Series" in list(walk(site.outline()))) is (command == "serve")


def test_an_allowed_category_that_only_drafts_have_is_no_view_and_no_problem(build) -> None:
    texts = {**SHOWN, "docs/blog/posts/d.md": DRAFT}
    site = build(texts, options={"categories_allowed": ["Open", "Secret", "Unused"]}, strict=True)
    assert {url for url in site.urls if "category" in url} == {"blog/category/open/"}

"""The blog beside what else a site has: edit links, Material's own plugins, a blog at the root in the navigation."""

import pytest

from tests.hosts.built import walk, words
from tests.hosts.written import THEMES, post

TEXTS = {
    "docs/guide.md": "# Guide\n",
    "docs/blog/posts/a.md": post("2026-01-01", title="Post A", tags=["t"], categories=["C"]),
    "docs/blog/posts/b.md": post("2026-01-02", title="Post B", tags=["t"]),
}


def test_posts_have_edit_links_to_their_source_and_views_have_none(build) -> None:
    config = {"repo_url": "https://example.net/us/site", "edit_uri": "edit/main/docs/"}
    texts = {**TEXTS, "docs/blog/tags.md": "# Tags\n", "docs/blog/category/c.md": "# Of C\n"}
    site = build(texts, "mkdocs", config=config)

    def edit(url: str) -> list[str]:
        links = [link.attributes["href"] or "" for link in site.page(url).css("a[href*='edit/main']")]
        return sorted({link.partition("edit/main/docs/")[2] for link in links})

    assert edit("blog/2026/01/01/post-a/") == ["blog/posts/a.md"]
    assert edit("blog/category/c/") == ["blog/category/c.md"]
    assert [edit(url) for url in ("blog/", "blog/tag/t/", "blog/archive/", "blog/archive/2026/")] == [[]] * 4


@pytest.mark.parametrize("theme", THEMES)
def test_a_blog_at_the_root_leaves_the_rest_in_the_navigation(build, theme) -> None:
    texts = {path.replace("docs/blog/", "docs/"): text for path, text in TEXTS.items()}
    site = build(texts, theme, options={"blog_dir": "."})
    assert {page.url.strip("./") for page in site.nav.pages} == {"", "guide", "archive", "categories", "tags"}
    assert site.nav.homepage is not None
    assert not [title for title in walk(site.outline()) if title.startswith("Post ")]
    guide = next(page for page in site.nav.pages if page.url == "guide/")
    assert (guide.previous_page, guide.next_page) == (site.nav.homepage, None)  # `index.md` is the author's


@pytest.mark.parametrize("features", [[], ["navigation.tabs"], ["navigation.indexes", "navigation.sections"]])
def test_materials_features(build, features) -> None:
    named = {"name": "material", "features": [*features, "navigation.footer", "navigation.path", "toc.follow"]}
    site = build({**TEXTS, "docs/blog/index.md": "# Journal\n"}, named)
    for url in site.urls:
        assert site.lost_links(url) == [], url
        assert len(site.page(url).css("h1")) == 1, url
    assert site.warnings == []


def test_materials_tags_plugin_lists_posts_and_no_drafts(build) -> None:
    texts = {**TEXTS, "docs/tags.md": "# All tags\n\n<!-- material/tags -->\n",
             "docs/blog/posts/d.md": post(title="Draft D", draft=True, tags=["secret"]),
             "docs/blog/posts/u.md": post(title="Unlisted U", unlisted=True, tags=["hidden"])}  # fmt: skip
    site = build(texts, "material", plugins=["search", "tags", "iroco-blog"])
    shown = words(site.page("tags/").css_first("article"))
    assert "Post A" in shown
    assert "Post B" in shown
    for word in ("Draft D", "secret", "Unlisted U", "hidden"):
        assert word not in shown
    assert site.lost_links("tags/") == []


def test_a_category_named_as_a_number(build) -> None:
    texts = {"docs/blog/posts/a.md": "---\ndate: 2026-01-02\ntitle: 2026\ntags: [3.10, 2024, yes, null]\n---\nText.\n"}
    site = build(texts, plugins=["search", "iroco-blog"])
    assert site.entry("blog/2026/01/02/2026/")["category"] == ["3.10", "2024", "yes"]
    assert all(isinstance(tag, str) for entry in site.search for tag in entry.get("tags", []))


def test_materials_blog_and_ours_side_by_side(build) -> None:
    texts = {**TEXTS, "docs/news/posts/n.md": post(title="News", body="One.\n\n<!-- more -->\n\nTwo.")}
    plugins = ["search", {"blog": {"blog_dir": "news"}}, "iroco-blog"]
    site = build(texts, "material", plugins=plugins)
    assert site.listed("blog/") == ["Post B", "Post A"]
    assert "news/2026/01/02/news/" in site.urls
    assert site.warnings == []

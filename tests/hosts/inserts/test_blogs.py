"""Several blogs, and a blog in several languages: whose posts a line lists."""

from __future__ import annotations

import pytest

from tests.hosts.built import Site, words
from tests.hosts.written import post

LINE = "<!-- iroco-blog/posts -->"
LIMITED = "<!-- iroco-blog/posts { limit: 1 } -->"
BLOG = "<!-- iroco-blog/posts { blog: blog } -->"
NEWS = "<!-- iroco-blog/posts { blog: news } -->"
TEXTS = {
    "docs/blog/posts/a.md": post("2026-01-01", f"First.\n\n{LINE}\n\n{NEWS}\n", title="Apples", tags=["fruit"]),
    "docs/blog/posts/b.md": post("2026-02-01", "First.", title="Beans"),
    "docs/news/posts/n.md": post("2026-03-01", f"First.\n\n{LINE}\n", title="Nectar"),
    "docs/news/posts/o.md": post("2026-04-01", f"First.\n\n{BLOG}\n", title="Oats"),
    "docs/guide.md": f"# Guide\n\n{LINE}\n",
    "docs/both.md": f"# Both\n\n{NEWS}\n\n## Blog\n\n{BLOG}\n",
    "docs/news/index.md": f"# News\n\n{LIMITED}\n\n{BLOG}\n",
}
PLUGINS = ["search", {"iroco-blog": {}}, {"iroco-blog": {"blog_dir": "news"}}]


def titles(site: Site, url: str) -> list[str]:
    return [words(node) for node in site.page(url).css(".iroco-insert .iroco-entry-title")]


@pytest.mark.parametrize("order", [1, -1])
def test_a_line_lists_the_blog_that_it_names_or_its_own_or_the_first(build, order: int) -> None:
    site = build(TEXTS, plugins=["search", *PLUGINS[1:][::order]])
    assert titles(site, "guide/") == (["Beans", "Apples"] if order == 1 else ["Oats", "Nectar"])
    assert titles(site, "both/") == ["Oats", "Nectar", "Beans", "Apples"]
    assert titles(site, site.post("nectar")) == ["Oats"]
    assert titles(site, site.post("oats")) == ["Beans", "Apples"]
    assert titles(site, site.post("apples")) == ["Beans", "Oats", "Nectar"]
    assert titles(site, "news/") == ["Oats", "Beans", "Apples"]
    for url in ("guide/", "both/", "news/", site.post("oats"), site.post("apples")):
        assert site.lost_links(url) == []
        assert site.text(url).count("iroco_blog/blog.css") == 1
        assert "<!-- iroco-blog" not in site.text(url)
    assert site.problems == []


def test_the_preview_updates_lists_of_another_blog(build) -> None:
    site = build(TEXTS, plugins=PLUGINS, command="serve")
    (site.root / "docs/blog/posts/c.md").write_text(post("2026-05-01", title="Carrots"), encoding="utf-8")
    site.run(command="serve", fresh=False)
    assert titles(site, site.post("oats")) == ["Carrots", "Beans", "Apples"]
    assert titles(site, "news/") == ["Oats", "Carrots", "Beans", "Apples"]


def test_a_blog_that_does_not_exist_is_a_problem_of_the_line(build) -> None:
    texts = {**TEXTS, "docs/guide.md": "# Guide\n\nText.\n\n<!-- iroco-blog/posts { blog: nwes } -->\n"}
    site = build(texts, plugins=PLUGINS)
    [problem] = site.problems
    assert problem.startswith("guide.md:5: There is no blog `nwes`")
    assert "Write `news`." in problem
    assert "iroco-blog/posts" not in site.text("guide/")


LANGUAGES = [{"locale": "en", "default": True, "name": "English"}, {"locale": "fr", "name": "Français"}]


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_each_edition_lists_its_own_posts(build, structure: str) -> None:
    def path(name: str, lang: str) -> str:
        if structure == "folder":
            return f"docs/{lang}/{name}.md"
        return f"docs/{name}.md" if lang == "en" else f"docs/{name}.{lang}.md"

    line = "<!-- iroco-blog/posts { all: true } -->"
    texts: dict[str, str | None] = {
        path("index", "en"): f"# Home\n\n{line}\n", path("index", "fr"): f"# Accueil\n\n{line}\n",
        path("guide", "en"): "# Guide\n\n<!-- iroco-blog/posts { blog: blog, tag: nope } -->\n",
        path("blog/posts/a", "en"): post("2026-01-01", title="Apples"),
        path("blog/posts/a", "fr"): post("2026-01-01", title="Pommes"),
        path("blog/posts/b", "fr"): post("2026-02-01", title="Blé"),
    }  # fmt: skip
    if structure == "folder":
        texts["docs/index.md"] = None
    i18n = {"docs_structure": structure, "languages": LANGUAGES}
    site = build(texts, plugins=["search", {"i18n": i18n}, "iroco-blog"])
    assert titles(site, "") == ["Apples"]
    assert titles(site, "fr/") == ["Blé", "Pommes"]
    assert [words(site.page(url).css_first(".iroco-all")) for url in ("", "fr/")] == ["All posts", "Tous les articles"]
    for url in ("", "fr/"):
        assert site.lost_links(url, ".iroco-insert") == []
    assert len([note for note in site.notes if "`nope`" in note]) == 1

"""Browser titles: the page of a term says what it is. Navigation, lists and the links between pages stay short."""

from __future__ import annotations

import pytest

from tests.hosts.built import words
from tests.hosts.head_reading import graph, head
from tests.hosts.written import THEMES, post, require_plugins

TEXTS = {
    "docs/blog/posts/a.md": post(
        title="A", tags=["Images", "R&D <x>"], categories=["News"], series="Tours", author="Ada"
    ),
    "docs/blog/posts/b.md": post("2026-01-03", title="B", tags=["Images"]),
}
TITLES = {
    "blog/tag/images/": "Images · Tag",
    "blog/tag/rd/": "R&D <x> · Tag",
    "blog/category/news/": "News · Category",
    "blog/series/tours/": "Tours · Series",
    "blog/author/ada/": "Ada · Author",
    "blog/archive/2026/": "2026 · Archive",
}


@pytest.mark.parametrize("theme", THEMES)
def test_the_page_of_a_term_says_what_it_is(build, theme) -> None:
    site = build(TEXTS, theme, config={"site_name": "Plume & Co"})
    site_name = "" if theme == "bare" else " · Plume & Co"
    for url, title in TITLES.items():
        assert words(site.page(url).css_first("title")) == f"{title}{site_name}"
        assert head(site, url)["og:title"] == title
        assert words(site.page(url).css_first("h1")) == title.partition(" · ")[0]


@pytest.mark.parametrize("theme", ["terminal", "shadcn", "dracula", "windmill", "cerulean"])
def test_other_themes_say_it_too(build, theme) -> None:
    site = build(TEXTS, theme, config={"site_name": "Plume"})
    assert words(site.page("blog/tag/images/").css_first("title")).startswith("Images · Tag")


def test_only_the_head_of_the_page_changes(build) -> None:
    site = build(TEXTS, config={"nav": [{"Blog": "blog/index.md"}, {"Pictures": "blog/tag/images.md"}]})
    assert words(site.page("blog/tag/images/").css_first("title")) == "Pictures · Tag · Site"
    assert "· Tag" not in words(site.page("blog/tag/images/").css_first("body"))
    assert "Pictures" in str(site.outline())
    assert "· Tag" not in str(site.outline())
    assert graph(site, "blog/tag/images/")["CollectionPage"]["name"] == "Pictures"


def test_titles_of_other_pages_stay(build) -> None:
    site = build(TEXTS)
    expected = {"blog/": "Blog - Site", "blog/tags/": "Tags - Site", site.post("a"): "A - Site"}
    assert {url: words(site.page(url).css_first("title")) for url in expected} == expected


def test_later_pages_say_their_number_last(build) -> None:
    site = build(TEXTS, options={"pagination_per_page": 1})
    assert words(site.page("blog/tag/images/page/2/").css_first("title")) == "Images · Tag · Page 2 · Site"


def test_the_word_is_in_the_blogs_language(build) -> None:
    site = build(TEXTS, options={"lang": "fr"})
    assert words(site.page("blog/tag/images/").css_first("title")) == "Images · Étiquette · Site"
    assert words(site.page("blog/category/news/").css_first("title")) == "News · Catégorie · Site"


def test_a_title_that_says_it_already_does_not_repeat_it(build) -> None:
    texts = {
        **TEXTS,
        "docs/blog/tag/images.md": "# The tag Images\n",
        "docs/blog/category/news.md": "# Vintagecategory\n",
    }
    site = build(texts)
    assert words(site.page("blog/tag/images/").css_first("title")) == "The tag Images - Site"
    assert words(site.page("blog/category/news/").css_first("title")) == "Vintagecategory · Category · Site"


def test_a_title_of_the_users_own_stays(build) -> None:
    theme = {"name": "mkdocs", "custom_dir": "own"}
    main = '{% extends "base.html" %}{% block htmltitle %}<title>Plume: {{ page.title }}</title>{% endblock %}'
    site = build({**TEXTS, "own/main.html": main}, theme)
    assert words(site.page("blog/tag/images/").css_first("title")) == "Plume: Images"


def test_minify_changes_nothing(build) -> None:
    plugins = ["search", "iroco-blog", {"minify": {"minify_html": True}}]
    require_plugins({"plugins": plugins, "theme": {"name": "mkdocs"}})
    site = build(TEXTS, plugins=plugins)
    assert words(site.page("blog/tag/images/").css_first("title")) == "Images · Tag · Site"

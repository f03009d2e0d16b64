"""`blog` and `blogs` in templates: lists of posts where the theme puts them."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.hosts.built import Site, words
from tests.hosts.written import THEMES, post

POSTS = "docs/blog/posts"
TEXTS = {
    f"{POSTS}/1.md": post("2026-01-01", "Text 1.", title="Spring", categories=["Releases"], tags=["bees"]),
    f"{POSTS}/2.md": post("2026-02-01", "Text 2.", title="Summer", categories=["News"], tags=["bees", "wip"]),
    f"{POSTS}/3.md": post("2026-03-01", "Text 3.", title="Autumn <&>", categories=["Releases"], author="Ada"),
    "docs/guide/care.md": "# Care\n\nOf bees.\n",
}
OWN = {"custom_dir": "own"}


def main(text: str) -> dict[str, str]:
    """A `main.html` that puts something below the content of each page."""
    return {
        "own/main.html": f"{{% extends 'base.html' %}}{{% block content %}}{{{{ super() }}}}\n{text}\n{{% endblock %}}"
    }


def titles(site: Site, url: str) -> list[str]:
    """The titles of the posts that a page's template lists."""
    return [words(node) for node in site.page(url).css(".iroco-insert .p-name:not(.p-author *)")]


def targets(site: Site, url: str) -> list[str | None]:
    """The files of the site that an insert's links lead to."""
    links = site.page(url).css(".iroco-insert a[href]")
    return [site.target(url, link.attributes["href"] or "") for link in links]


def styles(site: Site, url: str) -> list[str | None]:
    """The files that a page's links to the blog's stylesheet lead to."""
    links = site.page(url).css("head link[rel=stylesheet][href*='blog.css']")
    return [site.target(url, link.attributes["href"] or "") for link in links]


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_template_lists_posts_on_every_page(build, theme) -> None:
    site = build({**TEXTS, **main("<h2>New</h2>{{ blog.posts(limit=2) }}")}, {"name": theme, **OWN}, strict=True)
    for url in ("", "guide/care/", "blog/", "blog/category/news/", site.post("summer")):
        expected = ["Autumn <&>", "Spring"] if "summer" in url else ["Autumn <&>", "Summer"]
        assert titles(site, url) == expected, url
        assert styles(site, url) == ["iroco_blog/blog.css"], url
        assert site.lost_links(url, ".iroco-insert") == []
    assert not [entry for entry in site.search if "Autumn" in entry["text"] and "guide" in entry["location"]]


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ('posts(category="Releases")', ["Autumn <&>", "Spring"]),
        ('posts(category=["releases", "News"], not_={"tag": "wip"})', ["Autumn <&>", "Spring"]),
        ('posts(tag="bees", order="oldest", limit=1)', ["Spring"]),
        ('posts(author="Ada", style="cards")', ["Autumn <&>"]),
        ("posts(year=2025)", []),
        ("posts(limit=page.meta.count or 1)", ["Autumn <&>"]),
    ],
)
def test_a_call_has_the_keys_of_a_line_in_a_page(build, call, expected) -> None:
    site = build({**TEXTS, **main(f"{{{{ blog.{call} }}}}")}, {"name": "mkdocs", **OWN}, strict=True)
    assert titles(site, "") == expected


def test_terms_a_series_and_mentions(build) -> None:
    texts = {
        **TEXTS, f"{POSTS}/4.md": post("2026-04-01", "[Care](../../guide/care.md)", title="Winter", series="Year"),
        **main('{{ blog.terms(kind="tags") }}{{ blog.series(name="Year") }}{{ blog.mentions }}'),
    }  # fmt: skip
    site = build(texts, {"name": "mkdocs", **OWN}, strict=True)
    text = " ".join(words(node) for node in site.page("guide/care/").css(".iroco-insert"))
    assert "bees" in text
    assert "blog/tag/bees/index.html" in targets(site, "guide/care/")
    assert targets(site, "guide/care/").count("blog/2026/04/01/winter/index.html") == 2
    assert targets(site, "").count("blog/2026/04/01/winter/index.html") == 1


@pytest.mark.parametrize("directories", [True, False])
def test_links_are_right_at_every_depth_of_a_site_below_a_path(build, directories) -> None:
    config = {"site_url": "https://example.org/docs/v1/", "use_directory_urls": directories}
    site = build({**TEXTS, **main("{{ blog.posts(all=true) }}")}, {"name": "mkdocs", **OWN}, config=config, strict=True)
    for url in site.urls:
        assert targets(site, url)
        assert site.lost_links(url, ".iroco-insert") == []
        assert styles(site, url) == ["iroco_blog/blog.css"]


@pytest.mark.parametrize(
    ("theme", "site_url"),
    [("mkdocs", "https://example.org/"), ("mkdocs", ""), *((name, "https://example.org/docs/") for name in THEMES[:2])],
)
def test_the_404_page_links_from_the_root_of_the_server(build, theme, site_url) -> None:
    page = "{% extends 'base.html' %}{% block content %}{{ blog.posts(style='excerpts', all=true) }}{% endblock %}"
    texts = {
        **TEXTS,
        "own/404.html": page,
        f"{POSTS}/3.md": post("2026-03-01", "[Care](../../guide/care.md)", title="Autumn"),
    }
    site = build(texts, {"name": theme, **OWN}, config={"site_url": site_url}, strict=True)
    base = urlsplit(site_url).path or "/"
    text = site.page("404.html")
    links = [node.attributes["href"] for node in text.css(".iroco-insert a[href], link[href*='blog.css']")]
    assert {f"{base}blog/2026/03/01/autumn/", f"{base}guide/care/", f"{base}iroco_blog/blog.css"} <= set(links)
    assert all(link.startswith(base) for link in links)


def test_other_templates_of_the_site(build) -> None:
    texts = {**TEXTS, "own/search/new.html": "<html><head></head><body>{{ blog.posts(limit=1) }}</body></html>",
             "docs/news.html": "<html><head></head><body>{{ blog.posts(limit=1) }}</body></html>"}  # fmt: skip
    theme = {"name": "mkdocs", "static_templates": ["search/new.html"], **OWN}
    site = build(texts, theme, config={"extra_templates": ["news.html"]}, strict=True)
    for url in ("search/new.html", "news.html"):
        assert titles(site, url) == ["Autumn <&>"]
        assert styles(site, url) == ["iroco_blog/blog.css"]
        assert site.lost_links(url, ".iroco-insert") == []


def test_a_page_with_a_template_of_its_own(build) -> None:
    texts = {**TEXTS, "docs/index.md": "---\ntemplate: home.html\n---\n\n# Home\n",
             "own/home.html": "{% extends 'main.html' %}{% block content %}{{ blog.posts(limit=1) }}{% endblock %}",
    }  # fmt: skip
    site = build(texts, {"name": "mkdocs", **OWN}, strict=True)
    assert titles(site, "") == ["Autumn <&>"]
    assert styles(site, "") == ["iroco_blog/blog.css"]
    assert styles(site, "guide/care/") == []


TWO = ["search", {"iroco-blog": {"blog_dir": "blog"}}, {"iroco-blog": {"blog_dir": "docs/log"}}]
LOG = {"docs/docs/log/posts/1.md": post("2026-05-01", "Text.", title="Logged", slug="logged")}


def test_each_of_several_blogs_has_its_name(build) -> None:
    text = "{{ blog.posts(limit=1) }}{% for name in blogs %}<b>{{ name }}</b>{% endfor %}"
    text += "<i>{{ blogs['docs/log'].posts(limit=1) }}</i><u>{{ blogs.blog.posts(limit=1) }}</u>"
    site = build({**TEXTS, **LOG, **main(text)}, {"name": "mkdocs", **OWN}, plugins=TWO, strict=True)
    assert [words(node) for node in site.page("").css("b")] == ["blog", "docs/log"]
    assert titles(site, "") == ["Autumn <&>", "Logged", "Autumn <&>"]
    assert titles(site, "docs/log/") == ["Logged", "Logged", "Autumn <&>"]
    assert titles(site, "blog/") == ["Autumn <&>", "Logged", "Autumn <&>"]
    assert titles(site, site.post("logged")) == ["Autumn <&>"]  # a post does not list itself
    for url in ("", "docs/log/", "blog/", site.post("logged")):
        assert styles(site, url) == ["iroco_blog/blog.css"]


@pytest.mark.parametrize("place", ["context", "globals"])
def test_a_blog_of_the_users_own_wins(build, place) -> None:
    hook = {
        "context": "def on_page_context(context, **_):\n    context['blog'] = 'Mine'\n    return context\n",
        "globals": "def on_env(env, **_):\n    env.globals['blog'] = 'Mine'\n",
    }[place]
    text = "<b>{{ blog }}</b>{{ blogs['blog'].posts(limit=1) }}"
    site = build({**TEXTS, **main(text), "hook.py": hook}, {"name": "mkdocs", **OWN}, config={"hooks": ["hook.py"]})
    for url in ("", "blog/"):
        assert words(site.page(url).css_first("b")) == "Mine"
        assert titles(site, url) == ["Autumn <&>"]
    assert site.problems == []
    [note] = site.notes
    assert "`blog`" in note
    assert '`blogs["blog"]`' in note


@pytest.mark.parametrize(
    ("call", "part"),
    [
        ("blog.posts(limti=2)", "`limit`"),
        ('blog.posts(limit="many")', "`limit`"),
        ('blog.posts(style="card")', "`cards`"),
        ('blog.posts(category="Relases")', "Releases"),
        ('blog.posts(not_={"tga": "wip"})', "`tag`"),
        ('blogs["blogg"].posts()', "`blog`"),
        ("blog.post(limit=2)", "`blog.posts`"),
        ("blog.posts(3)", "posts"),
        ("blog.postes", "`blog.posts`"),
    ],
)
def test_a_mistake_is_named_once_with_file_and_line(build, call, part) -> None:
    site = build({**TEXTS, **main(f"<hr>\n{{{{ {call} }}}}<hr>")}, {"name": "mkdocs", **OWN})
    [problem] = site.problems
    assert problem.startswith("own/main.html:3: ")
    assert part in problem
    assert site.page("").css_first("hr + hr, .iroco-insert + hr")


def test_a_mistake_in_an_included_file_is_found_there(build) -> None:
    texts = {**TEXTS, **main("{% include 'news.html' %}"), "own/news.html": "\n\n{{ blog.posts(stile='cards') }}\n"}
    site = build(texts, {"name": "mkdocs", **OWN})
    [problem] = site.problems
    assert problem.startswith("own/news.html:3: ")


def test_values_from_strangers_are_escaped(build) -> None:
    text = """{{ blog.posts(tag="<script>x</script>", empty="<i>--></i>", all="<b>All</b>") }}"""
    site = build({**TEXTS, **main(text)}, {"name": "mkdocs", **OWN})
    assert site.page("").css(".iroco-insert i, .iroco-insert b, .iroco-insert script") == []
    assert "<i>-->" in words(site.page("").css_first("body"))


def test_templates_that_ask_for_nothing_get_nothing(build) -> None:
    plain, blogless = ({**TEXTS, **main(text)} for text in ("", "{% if blog is defined %}{% endif %}"))
    first, second = (build(texts, {"name": "mkdocs", **OWN}, strict=True) for texts in (plain, blogless))
    for url in ("", "guide/care/"):
        assert "iroco" not in first.text(url)
        assert first.text(url) == second.text(url)


def test_the_theme_is_asked_for_its_parts_with_a_template_that_lists_posts(build) -> None:
    """A call in the theme's template fails nowhere: the blog renders it to see what it links to."""
    nav = {"nav": ["index.md", {"Blog": ["blog/index.md", "blog/tags.md", "blog/categories.md", "blog/archive.md"]}]}
    [first, second] = [
        build({**TEXTS, **main(text)}, {"name": "material", **OWN}, config=nav) for text in ("", "{{ blog.posts() }}")
    ]
    assert [len(site.page("blog/").css(".iroco-browse")) for site in (first, second)] == [0, 0]


def test_a_macro_that_a_template_imports_knows_the_page(build) -> None:
    text = "{% from 'lists.html' import news with context %}{% import 'lists.html' as lists %}{{ lists.news() }}"
    lists = {"own/lists.html": "{% macro news() %}{{ blog.posts(limit=1) }}{% endmacro %}"}
    site = build({**TEXTS, **main(text), **lists}, {"name": "mkdocs", **OWN}, strict=True)
    for url in ("", "guide/care/", "blog/"):
        assert titles(site, url) == ["Autumn <&>"], url
        assert site.lost_links(url, ".iroco-insert") == []
    assert titles(site, site.post("spring")) == ["Autumn <&>"]


def test_without_the_blog_a_template_shows_nothing_in_its_place(build) -> None:
    text = "<hr>{{ blog.posts(limit=3) }}{{ blogs['blog'].terms() }}<hr>"
    site = build({**TEXTS, **main(text)}, {"name": "mkdocs", **OWN}, options={"enabled": False}, strict=True)
    assert site.page("").css_first("hr + hr")
    both = ["search", {"iroco-blog": {"blog_dir": "log", "enabled": False}}, "iroco-blog"]
    for plugins in (both, [both[0], *both[:0:-1]]):
        site = build({**TEXTS, **main(text)}, {"name": "mkdocs", **OWN}, plugins=plugins, strict=True)
        assert len(titles(site, "")) == 3


@pytest.mark.parametrize("place", ["first", "last"])
def test_each_language_lists_its_own_posts(build, place) -> None:
    texts = {
        "docs/index.md": "# Home\n", "docs/index.fr.md": "# Accueil\n",
        f"{POSTS}/a.md": post("2026-01-01", title="Apples"), f"{POSTS}/a.fr.md": post("2026-01-01", title="Pommes"),
    }  # fmt: skip
    texts |= main("{{ blog.posts(all=true) }}{{ blog.posts(tag='nope') }}{{ blogs['blog'].posts() }}")
    languages = [{"locale": "en", "default": True, "name": "English"}, {"locale": "fr", "name": "Français"}]
    i18n = {"i18n": {"docs_structure": "suffix", "languages": languages}}
    plugins = ["iroco-blog", i18n] if place == "first" else [i18n, "iroco-blog"]
    site = build(texts, {"name": "mkdocs", **OWN}, plugins=["search", *plugins])
    for url, name in (("", "Apples"), ("fr/", "Pommes"), ("blog/", "Apples"), ("fr/blog/", "Pommes")):
        assert titles(site, url) == [name, name]
        assert site.lost_links(url, ".iroco-insert") == []
        assert len(styles(site, url)) == 1
    assert len([note for note in site.notes if "`nope`" in note]) == 1

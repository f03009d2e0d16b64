"""Every section of a post is in a table of contents, on every theme."""

import pytest

from tests.hosts.built import words
from tests.hosts.written import post

URL = "blog/2024/10/04/weighing-a-page/"
BODY = "Opening words.\n\n## First\n\nA.\n\n### Deeper\n\nB.\n\n## Second\n\nC."
SITE = {"docs/blog/posts/weigh.md": post("2024-10-04", BODY, title="Weighing a page")}


def toc(site, theme, url):
    """Every heading that the page's table of contents leads to."""
    selector = {
        "material": ".md-nav--secondary a[href^='#']",
        "mkdocs": ".bs-sidebar a[href^='#'], #toc-collapse a[href^='#']",
        "readthedocs": ".iroco-toc a[href^='#'], .wy-menu-vertical a[href^='#']",
        "bare": ".iroco-toc a[href^='#']",
    }[theme]
    return {link.attributes["href"]: words(link) for link in site.page(url).css(selector)}


def test_every_section_is_in_the_table_of_contents(build, theme) -> None:
    found = toc(build(SITE, theme), theme, URL)
    expected = {"#first": "First", "#second": "Second"}
    if theme != "mkdocs":  # which shows two levels, and the first is the page's heading
        expected["#deeper"] = "Deeper"
    assert expected.items() <= found.items()


def test_sections_written_as_h1_are_in_the_table_of_contents(build, theme) -> None:
    body = "Intro.\n\n# First\n\nA.\n\n## Inner\n\nB.\n\n# Second\n\nC."
    site = build({"docs/blog/posts/a.md": post(body=body, title="Weighing")}, theme)
    url = site.post("weighing")
    assert {"#first": "First", "#second": "Second"}.items() <= toc(site, theme, url).items()
    levels = {node.attributes["id"]: node.tag for node in site.page(url).css(".e-content [id]")}
    assert levels == {"first": "h2", "inner": "h3", "second": "h2"}


OURS = {
    "material": ["iroco-toc iroco-below-60"], "mkdocs": ["iroco-toc iroco-below-48"],
    "readthedocs": ["iroco-toc"], "bare": ["iroco-toc"],
}  # fmt: skip
"""Our own: with the width from which the theme shows one, if it does."""
LISTS_HEADINGS = """{{% extends "main.html" %}}
{{% block content %}}
<div class="{}">
{{% for title in page.toc %}}{{% for it in title.children %}}<a href="{{{{ it.url }}}}">x</a>
{{% endfor %}}{{% endfor %}}
</div>
{{{{ super() }}}}
{{% endblock %}}
"""


def ours(site, url):
    """The classes of our own tables of contents on a page."""
    return [node.attributes["class"] for node in site.page(url).css(".iroco-toc")]


def test_ours_is_folded_up_and_hidden_where_the_theme_shows_one(build, theme) -> None:
    site = build(SITE, theme)
    assert ours(site, URL) == OURS[theme]
    assert "open" not in site.page(URL).css_first("details.iroco-toc").attributes


def test_the_option_settles_whether_there_is_one(build, theme) -> None:
    assert ours(build(SITE, theme, options={"post_toc": True}), URL) == ["iroco-toc"]
    assert ours(build(SITE, theme, options={"post_toc": False}), URL) == []


def test_material_with_an_integrated_table_of_contents_shows_one_in_the_text(build) -> None:
    site = build(SITE, {"name": "material", "features": ["toc.integrate"]})
    assert {link.attributes["href"] for link in site.page(URL).css(".iroco-toc a")} == {"#first", "#deeper", "#second"}


@pytest.mark.parametrize(
    ("name", "features", "listed", "loose"),
    [
        ("readthedocs", [], "iroco-toc iroco-below-48", "iroco-toc"),
        ("material", ["toc.integrate"], "iroco-toc iroco-below-76", "iroco-toc"),
        ("material", [], "iroco-toc iroco-below-60", "iroco-toc iroco-below-60"),
    ],
)
def test_a_theme_may_show_one_for_posts_in_the_navigation_alone(build, name, features, listed, loose) -> None:
    posts = {**SITE, "docs/blog/posts/a.md": post("2026-01-01", BODY, title="A", slug="a")}
    nav = ["index.md", {"Blog": ["blog/index.md", "blog/posts/a.md"]}]
    site = build(posts, {"name": name, "features": features}, config={"nav": nav})
    assert ours(site, "blog/2026/01/01/a/") == [listed]
    assert ours(site, URL) == [loose]


@pytest.mark.parametrize(
    ("classes", "expected"),
    [("own", []), ("hidden xl:flex", ["iroco-toc iroco-below-80"]), ("navbar-expand-md", ["iroco-toc iroco-below-48"])],
)
def test_each_template_is_asked_by_itself(build, classes, expected) -> None:
    posts = {
        **SITE,
        "docs/blog/posts/b.md": post("2026-01-02", BODY, title="B", slug="b", template="b.html"),
        "own/b.html": LISTS_HEADINGS.format(classes),
    }
    site = build(posts, {"name": "readthedocs", "custom_dir": "own"})
    assert ours(site, "blog/2026/01/02/b/") == expected
    assert ours(site, URL) == ["iroco-toc"]


def test_links_in_the_text_and_headings_with_common_names_decide_nothing(build) -> None:
    body = "[Down](#search)\n\n## Search\n\nA.\n\n## Contents\n\nB."
    site = build({"docs/blog/posts/a.md": post(body=body, title="A")}, "readthedocs")
    assert ours(site, site.post("a")) == ["iroco-toc"]


def test_a_template_that_needs_what_another_plugin_adds_leaves_ours(build) -> None:
    hook = "def on_page_context(context, **_):\n    context['other'] = {'a': {'b': 1}}\n    return context\n"
    main = '{% extends "base.html" %}{% block content %}{{ other.a.b }}{{ super() }}{% endblock %}'
    texts = {**SITE, "hook.py": hook, "own/main.html": main}
    site = build(texts, {"name": "mkdocs", "custom_dir": "own"}, config={"hooks": ["hook.py"]})
    assert ours(site, URL) == ["iroco-toc"]


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_page_is_the_same_without_shortcuts_and_among_other_posts(build, theme) -> None:
    others = {f"docs/blog/posts/z{n}.md": post("2020-01-01", BODY, title=f"Z {n}", unlisted=True) for n in range(3)}
    pages = [
        build({**SITE, **more}, theme, options=options).page(URL).css_first(".iroco-toc").html
        for more, options in (({}, {}), ({}, {"cache": False}), (others, {}))
    ]
    assert len(set(pages)) == 1


@pytest.mark.parametrize("theme", ["readthedocs", "bare"])
def test_hide_toc_hides_it(build, theme) -> None:
    site = build({"docs/blog/posts/a.md": post(body="## One\n\nText.", title="A", hide=["toc"])}, theme)
    assert site.page(site.post("a")).css(".iroco-toc") == []


def test_the_toc_extension_may_be_configured_or_off(build, theme) -> None:
    for extensions in (
        [{"toc": {"permalink": True}}],
        [{"toc": {"permalink": "#", "toc_depth": 2}}],
        ["toc", {"toc": {"baselevel": 1}}],
    ):
        site = build(SITE, theme, config={"markdown_extensions": extensions})
        assert "#first" in toc(site, theme, URL)
        assert site.entry(URL)["name"] == ["Weighing a page"]
        assert [word for word in site.listed("blog/") if "¶" in word or "#" in word] == []

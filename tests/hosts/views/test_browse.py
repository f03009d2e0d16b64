"""The links above the posts of the index: overviews that the theme's navigation lacks, and feeds behind one word."""

import pytest

from tests.hosts.built import Site, words
from tests.hosts.written import THEMES, post

TEXTS = {
    f"docs/blog/posts/{n}.md": post(f"2026-01-0{n}", title=f"P{n}", tags=["t"], categories=["C"]) for n in (1, 2, 3)
}
LIST = (
    "{% for item in nav %}{% if item.is_page %}<a href='{{ item.url|url }}'>{{ item.title }}</a>{% endif %}{% endfor %}"
)
PAGE = "<html><head></head><body>{nav}<main>{{{{ page.content }}}}</main></body></html>"


def browse(site: Site, url: str = "blog/") -> list[str]:
    return [words(link) for link in site.page(url).css("section.iroco-view .iroco-browse a")]


@pytest.mark.parametrize("theme", THEMES)
def test_the_index_links_to_no_overview_that_the_navigation_links_to(build, theme) -> None:
    site = build(TEXTS, theme)
    assert browse(site) == []
    for url in ("blog/archive/", "blog/categories/", "blog/tags/"):
        outside = {
            site.target("blog/", link.attributes["href"] or "") for link in site.page("blog/").css("body a[href]")
        }
        assert f"{url}index.html" in outside


def test_it_links_to_all_of_them_where_the_theme_shows_only_the_top_of_the_navigation(build) -> None:
    theme = {"name": "mkdocs", "custom_dir": "own"}
    site = build({**TEXTS, "own/main.html": PAGE.format(nav=LIST)}, theme)
    assert browse(site) == ["Archive", "Categories", "Tags"]
    assert site.lost_links("blog/") == []


def test_it_links_to_those_that_are_missing(build) -> None:
    link = "<a href='tags/'>Tags</a> <a href='/blog/archive/'>Archive</a>"
    site = build({**TEXTS, "own/main.html": PAGE.format(nav=link)}, {"name": "mkdocs", "custom_dir": "own"})
    assert browse(site) == ["Categories"]


def test_a_navigation_that_the_page_hides_does_not_count(build) -> None:
    texts = {**TEXTS, "docs/blog/index.md": "---\nhide: [navigation]\n---\n\n# Blog\n"}
    assert browse(build(texts, "material")) == ["Archive", "Categories", "Tags"]


def test_a_theme_that_needs_more_than_we_know_gets_all_links(build) -> None:
    hook = "def on_page_context(context, **_):\n    context['added'] = {'value': 1}\n"
    texts = {**TEXTS, "own/main.html": PAGE.format(nav="{{ added.value }}" + LIST), "hook.py": hook}
    site = build(texts, {"name": "mkdocs", "custom_dir": "own"}, config={"hooks": ["hook.py"]})
    assert browse(site) == ["Archive", "Categories", "Tags"]


def test_later_pages_have_neither(build) -> None:
    theme = {"name": "mkdocs", "custom_dir": "own"}
    texts = {**TEXTS, "own/main.html": PAGE.format(nav="")}
    site = build(texts, theme, options={"pagination_per_page": 2})
    assert len(browse(site)) == 3
    assert browse(site, "blog/page/2/") == []
    follow = {url: len(site.page(url).css("details.iroco-follow")) for url in ("blog/", "blog/page/2/")}
    assert follow == {"blog/": 1, "blog/page/2/": 0}

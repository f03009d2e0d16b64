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


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_theme_that_shows_one_gets_no_other(build, theme) -> None:
    assert build(SITE, theme).page(URL).css(".iroco-toc") == []


def test_material_with_an_integrated_table_of_contents_shows_one_in_the_header(build) -> None:
    site = build(SITE, {"name": "material", "features": ["toc.integrate"]})
    assert {link.attributes["href"] for link in site.page(URL).css(".iroco-toc a")} == {"#first", "#deeper", "#second"}


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

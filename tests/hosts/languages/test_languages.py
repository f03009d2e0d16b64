"""The blog speaks the site's language."""

import re

import pytest

from tests.hosts.built import words
from tests.hosts.written import THEMES, post

TEXTS = {
    "docs/blog/posts/a.md": post("2024-10-04", "Un.\n\n<!-- more -->\n\nDeux.", title="A", tags=["t"]),
    "docs/blog/posts/b.md": post("2024-08-01", title="B", lang="en"),
}
FRENCH = {
    "material": ({"name": "material", "language": "fr"}, {}),
    "mkdocs": ({"name": "mkdocs", "locale": "fr"}, {}),
    "readthedocs": ({"name": "readthedocs", "locale": "fr"}, {}),
    "bare": ("bare", {"lang": "fr"}),
}


def date(site, url: str) -> str:
    return words(site.page(url).css_first("time.dt-published"))


@pytest.mark.parametrize("theme", THEMES)
def test_french(build, theme) -> None:
    named, options = FRENCH[theme]
    site = build(TEXTS, named, options=options)
    url = site.post("a")
    assert date(site, url) == "4 octobre 2024"
    assert words(site.page(url).css_first(".iroco-back a")) == "Retour à tous les articles"
    assert words(site.page("blog/").css_first(".iroco-more")) == "Lire la suite"
    assert words(site.page("blog/tags/").css_first(".iroco-groups")) == "t 1 article"
    assert [words(site.page(f"blog/{view}/").css_first("h1")) for view in ("archive", "tags")] == [
        "Archives",
        "Étiquettes",
    ]
    assert site.warnings == []


@pytest.mark.parametrize("theme", THEMES)
def test_a_languages_own_option_wins_and_is_said_in_the_page(build, theme) -> None:
    site = build(TEXTS, theme, options={"lang": "fr"})
    assert date(site, site.post("a")) == "4 octobre 2024"
    for url in (site.post("a"), "blog/", "blog/tags/"):
        assert language(site.page(url)) == "fr", url


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_that_says_no_language_gets_it_from_the_blog(build, theme) -> None:
    site = build(TEXTS, theme)
    for url in (site.post("a"), "blog/", "blog/tags/"):
        assert language(site.page(url)) == "en", url


def language(page, mark: str = ".h-entry, .h-feed, .iroco-view") -> str:
    """The language that a part of a page is in, by what it or an element around it says."""
    node = page.css_first(mark)
    while node is not None:
        if node.attributes.get("lang"):
            return str(node.attributes["lang"])
        node = node.parent
    return ""


@pytest.mark.parametrize("theme", ["material", "bare"])
def test_a_post_says_its_own_language(build, theme) -> None:
    named, options = FRENCH[theme]
    site = build(TEXTS, named, options=options)
    for mark, expected in ((".e-content", "en"), ("h1.p-name", "en"), (".iroco-footer", "fr")):
        assert language(site.page(site.post("b")), mark) == expected
    assert [language(site.page("blog/"), f".iroco-entries > li:nth-of-type({n}) a.p-name") for n in (1, 2)] == [
        "fr",
        "en",
    ]


@pytest.mark.parametrize(
    ("named", "options"),
    [
        ({"name": "material", "language": "pt-BR"}, {}), ({"name": "mkdocs", "locale": "pt_BR"}, {}),
        ("bare", {"lang": "pt-BR"}), ("bare", {"lang": "pt_BR"}),
    ],
)  # fmt: skip
def test_brazilian_dates(build, named, options) -> None:
    site = build(TEXTS, named, options=options)
    assert date(site, site.post("a")) == "4 de outubro de 2024"
    assert site.problems == []
    assert not [note for note in site.notes if "not translated" in note]


def test_a_language_that_the_interface_does_not_speak(build) -> None:
    site = build(TEXTS, "bare", options={"lang": "cy"})
    assert date(site, site.post("a")) == "4 Hydref 2024"
    assert words(site.page("blog/").css_first(".iroco-more")) == "Continue reading"
    assert site.problems == []
    assert len([note for note in site.notes if "not translated" in note]) == 1


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("full", "vendredi 4 octobre 2024"), ("short", "04/10/2024"), ("d MMM y", "4 oct. 2024")],
)
def test_the_format_of_dates(build, pattern, expected) -> None:
    site = build(TEXTS, "bare", options={"lang": "fr", "post_date_format": pattern})
    assert date(site, site.post("a")) == expected


def test_months_of_the_archive_in_french(build) -> None:
    options = {"lang": "fr", "archive_date_format": "MMMM yyyy", "archive_url_date_format": "yyyy/MM"}
    site = build(TEXTS, options=options)
    assert words(site.page("blog/archive/2024/08/").css_first("h1")).casefold() == "août 2024"


def test_a_theme_in_english_by_default(build) -> None:
    site = build(TEXTS)
    assert date(site, site.post("a")) == "October 4, 2024"


@pytest.mark.parametrize("lang", ["fr", "ja"])
def test_labels_are_joined_as_the_language_does(build, lang) -> None:
    site = build(TEXTS, "bare", options={"lang": lang, "pagination_per_page": 1})
    labels = [node.attributes["aria-label"] for url in site.urls for node in site.page(url).css("[aria-label]")]
    expected = {"fr": "Lire la suite\u00a0: A", "ja": "続きを読む：A"}
    assert expected[lang] in labels
    assert not [label for label in labels if re.search("[A-z] ?[:;?!]", label)]

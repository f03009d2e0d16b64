"""A site in several languages, and one in several versions; tests/hosts has more of both."""

import pytest

from tests.declared import checks
from tests.neighbours.garden import BEES_URL, LISTS, POSTS, bees

PLACES = pytest.mark.parametrize("place", ["first", "last"])
ASLEEP = "fr/blog/2026/01/05/les-abeilles-dorment/"


@checks("static-i18n", "Each language has its own posts, lists and overviews, and a post links to its translation.")
@PLACES
def test_each_language_has_a_blog(beside, place) -> None:
    site = beside("static-i18n", place=place)
    assert site.listed("fr/blog/page/2/")[-1] == "Les abeilles dorment"
    assert site.listed("fr/blog/category/bees/") == ["Les abeilles dorment"]
    assert site.entry(ASLEEP)["published"] == ["2026-01-05"]
    for here, there in ((BEES_URL, ASLEEP), (ASLEEP, BEES_URL)):
        links = site.page(here).css("[role=main] a[hreflang]")
        assert [site.target(here, link.attributes["href"]) for link in links] == [f"{there}index.html"]


@checks(
    "static-i18n",
    "A post without a translation is shown in other languages, too, or left out, depending on `fallback_to_default`.",
)
@PLACES
@pytest.mark.parametrize("fallback", [True, False])
def test_posts_without_a_translation(beside, place, fallback) -> None:
    languages = [{"locale": "en", "name": "English", "default": True}, {"locale": "fr", "name": "Français"}]
    named = [{"i18n": {"docs_structure": "suffix", "fallback_to_default": fallback, "languages": languages}}]
    home = {"docs/index.fr.md": "# Accueil\n"}
    site = beside("static-i18n", place=place, plugins=named, texts=home)
    shown = [*LISTS["blog/"], "The last apples", "Les abeilles dorment"] if fallback else ["Les abeilles dorment"]
    assert site.listed("fr/blog/") == shown[:3]
    assert ("fr/blog/2026/04/05/frost/" in site.urls) is fallback


@checks("mike", "All versions of a post have one canonical address, in `canonical_version`.")
@PLACES
def test_one_canonical_address(beside, place, monkeypatch) -> None:
    monkeypatch.setenv("MIKE_DOCS_VERSION", "2.0")
    site = beside("mike", place=place, texts={"docs/version.md": "# Version 2.0\n"})
    for url in (BEES_URL, "blog/", "blog/tag/winter/"):
        canonical = site.page(url).css_first("link[rel=canonical]").attributes["href"]
        assert canonical == f"https://example.org/latest/{url}"


@checks("mike", "Without that option, there is a Problem, because every version would have its own posts.")
def test_versions_without_a_canonical_one(beside, monkeypatch) -> None:
    monkeypatch.setenv("MIKE_DOCS_VERSION", "2.0")
    [told] = beside("mike", plugins=["mike"], strict=False).warnings
    assert "mike puts this blog into version `2.0`" in told
    assert "canonical_version" in told


@checks(
    "static-i18n", "In each language htmlproofer finds no broken link, and awesome-nav and literate-nav list no posts."
)
@PLACES
@pytest.mark.parametrize("other", ["htmlproofer", "literate-nav", "awesome-nav"])
def test_beside_languages_and_another(beside, place, other) -> None:
    # With i18n, htmlproofer takes no link to a heading of a docs page for right, be there a blog or not.
    texts = {"docs/blog/posts/bees.md": bees("See ![A hive](../../images/hive.png) and [the guide](../../guide.md).")}
    site = beside("static-i18n", other, place=place, texts=texts)
    assert [site.listed(url)[1:] for url in ("blog/", "fr/blog/")] == [LISTS["blog/"][1:]] * 2
    assert not {*POSTS, ASLEEP} & {page.url for page in site.nav.pages}
    assert site.lost_links(ASLEEP) == []

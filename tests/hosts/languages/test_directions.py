"""Languages that are written from right to left, on themes that know of it and on those that don't."""

import pytest

from tests.hosts.built import Site, words
from tests.hosts.written import post

ARABIC = {
    "docs/blog/posts/a.md": post("2024-10-04", "أولًا.\n\n<!-- more -->\n\nثانيًا.", title="نقل المدوّنة", tags=["كتب"]),
    "docs/blog/posts/b.md": post("2024-08-01", "Text.", title="English", lang="en", description="Short"),
}
ENGLISH = {
    "docs/blog/posts/a.md": post("2024-10-04", "أولًا.", title="كتب", lang="ar", description="وصف"),
    "docs/blog/posts/b.md": post("2024-08-01", "Un.", title="Livres", lang="fr"),
}
PAGES = ("blog/2024/10/04/نقل-المدونة/", "blog/", "blog/tags/", "blog/tag/كتب/", "blog/archive/")
LAYOUT = ".iroco-post, .iroco-view"


def directions(site: Site) -> list[tuple[str | None, str | None]]:
    """The language and direction that our part of each page names."""
    parts = [site.page(url).css(LAYOUT)[0].attributes for url in PAGES]
    return [(part.get("lang"), part.get("dir")) for part in parts]


@pytest.mark.parametrize(
    ("theme", "options", "expected"),
    [
        ({"name": "material", "language": "ar"}, {}, (None, None)),
        ({"name": "material", "language": "en"}, {"lang": "ar"}, ("ar", "rtl")),
        ({"name": "material", "language": "ar", "direction": "ltr"}, {}, (None, "rtl")),
        ({"name": "mkdocs", "locale": "ar"}, {}, (None, "rtl")),
        ({"name": "readthedocs", "locale": "ar"}, {}, (None, "rtl")),
        ("bare", {"lang": "ar"}, ("ar", "rtl")),
    ],
    ids=["material", "material in English", "material by its option", "mkdocs", "readthedocs", "bare"],
)
def test_the_blog_names_its_direction_unless_the_theme_does(build, theme, options, expected) -> None:
    site = build(ARABIC, theme, options=options)
    assert directions(site) == [expected] * len(PAGES)
    assert site.problems == []
    assert not [note for note in site.notes if "not translated" in note]


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        ({"name": "material", "language": "he"}, "ltr"), ({"name": "material", "direction": "rtl"}, "ltr"),
        ({"name": "material", "language": "fr"}, None), ({"name": "mkdocs", "locale": "ar"}, None),
    ],
    ids=["in Hebrew", "from right to left", "in French", "that names no direction"],
)  # fmt: skip
def test_an_english_blog_on_a_theme(build, theme, expected) -> None:
    site = build(ENGLISH, theme, options={"lang": "en"})
    assert site.page("blog/").css_first(LAYOUT).attributes.get("dir") == expected


def test_a_template_of_the_users_own_that_names_a_direction(build) -> None:
    texts = {**ARABIC, "theme/main.html": '<html lang="ar" class="x" dir=rtl><body>{{ page.content }}</body></html>'}
    site = build(texts, {"name": None, "custom_dir": "theme"}, options={"lang": "ar"})
    assert directions(site) == [("ar", None)] * len(PAGES)


def test_a_post_in_another_direction_than_the_blog(build) -> None:
    site = build(ENGLISH)
    page, index = site.page("blog/2024/10/04/كتب/"), site.page("blog/")
    for node in (
        page.css_first("h1"), page.css_first(".iroco-standfirst"), page.css_first(".e-content"),
        index.css_first(".iroco-entry .p-name"), index.css_first(".iroco-entry .p-summary"),
        site.page("blog/archive/2024/").css_first(".iroco-title .p-name"),
    ):  # fmt: skip
        assert (node.attributes["lang"], node.attributes["dir"]) == ("ar", "rtl"), node.html
    french = site.page("blog/2024/08/01/livres/").css_first(".e-content").attributes
    assert (french["lang"], "dir" in french) == ("fr", False)
    back = build(ARABIC, "bare", options={"lang": "ar"}).page("blog/2024/08/01/english/")
    assert [back.css_first(mark).attributes["dir"] for mark in ("h1", ".e-content")] == ["ltr", "ltr"]


@pytest.mark.parametrize(
    ("lang", "title", "slug", "date", "count"),
    [
        ("ar", "نقلُ المدوّنة، أولًا", "نقل-المدونة-أولا", "4 أكتوبر 2024", "تدوينة واحدة"),
        ("he", "העברת הבלוג: ספרים", "העברת-הבלוג-ספרים", "4 באוקטובר 2024", "פוסט אחד"),
        ("fa", "انتقال وبلاگ؛ کتاب", "انتقال-وبلاگ-کتاب", "4 اکتبر 2024", "1 نوشته"),
    ],
)
def test_addresses_dates_and_numbers(build, lang, title, slug, date, count) -> None:
    site = build({"docs/blog/posts/a.md": post("2024-10-04", title=title, tags=["x"])}, options={"lang": lang})
    page = site.page(f"blog/2024/10/04/{slug}/")
    assert words(page.css_first("h1")) == title
    assert words(page.css_first("time")) == date
    assert words(site.page("blog/tags/").css_first(".iroco-groups .iroco-quiet")) == count


def test_commas_between_names(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", authors=["Salma", "Maryam"])}
    for lang, comma in (("ar", "،"), ("ja", "、"), ("en", ",")):
        site = build(texts, options={"lang": lang})
        byline = words(site.page(site.post("a")).css_first(".iroco-byline"))
        assert byline.partition("Salma")[2].startswith(comma), lang


def test_feeds_and_redirects_in_a_browser(build) -> None:
    texts = {"docs/blog/posts/a.md": post("2024-10-04", title="كتب", redirect_from="/old/")}
    site = build(texts, options={"lang": "ar"})
    feed = next(path for path in site.out.rglob("*.xml") if "feed" in path.name).read_text(encoding="utf-8")
    assert '<div lang="ar" dir="rtl" xmlns="http://www.w3.org/1999/xhtml">' in feed
    redirect = site.page("old/")
    assert redirect.css_first("html").attributes["lang"] == "ar"
    assert redirect.css_first("p").attributes["dir"] == "auto"

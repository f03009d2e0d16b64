"""What each page of a blog says of itself in its head, on every theme: each thing once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hosts.head_reading import ONCE, crumbs, graph, head, several
from tests.hosts.written import SITE_URL, THEMES, post

AUTHORS = """\
authors:
  ada:
    name: Ada Marsh
    description: Keeps the bees
    url: https://ada.example/
    avatar: ada.png
    fediverse: "@ada@social.example"
    links:
      - https://social.example/@ada
      - https://code.example/ada
  ben:
    name: Ben Okoro
"""
GARDEN = {
    "docs/guide.md": "# Guide\n",
    "docs/images/site.png": b"site",
    "docs/ada.png": b"ada",
    "docs/blog/.authors.yml": AUTHORS,
    "docs/blog/posts/bees.md": post(
        "2026-03-01 10:00:00 +0100", updated="2026-03-05", title="Bees", authors=["ada", "ben"], categories=["Garden"],
        tags=["bees", "winter"], description="What bees do in winter.", image={"path": "hive.png", "alt": "A hive"},
    ),
    "docs/blog/posts/hive.png": b"hive",
    "docs/blog/posts/apples.md": post("2025-10-04", title="Apples", authors=["ada"], categories=["Garden"],
                                      body="Nine *crates*.\n\n<!-- more -->\n\nMore."),
    "docs/blog/posts/walls.md": post("2025-11-11", title="Walls", categories=["Building"], body="Two hands."),
}  # fmt: skip
BEES, APPLES, WALLS = "blog/2026/03/01/bees/", "blog/2025/10/04/apples/", "blog/2025/11/11/walls/"
DESCRIBED = {"site_description": "A garden on a hill."}
IMAGE = {"image": "images/site.png"}


@pytest.mark.parametrize("theme", THEMES)
def test_a_post_says_who_what_when_and_where(build, theme) -> None:
    site = build(GARDEN, theme, config=DESCRIBED, strict=True)
    url = SITE_URL + BEES
    told = head(site, BEES)
    assert {name: told[name] for name in told if name in ONCE} == {
        "description": "What bees do in winter.", "author": "Ada Marsh, Ben Okoro", "canonical": url,
        "og:type": "article", "og:title": "Bees", "og:description": "What bees do in winter.", "og:url": url,
        "og:site_name": "Site", "og:locale": "en_US", "og:image": f"{SITE_URL}blog/hive.png",
        "og:image:alt": "A hive", "article:published_time": "2026-03-01T10:00:00+01:00",
        "article:modified_time": "2026-03-05T00:00:00+00:00", "article:section": "Garden",
        "twitter:card": "summary_large_image",
    }  # fmt: skip
    assert several(site, BEES, "article:tag") == ["bees", "winter"]
    assert several(site, BEES, "article:author") == [f"{SITE_URL}blog/author/{name}/" for name in ("ada", "ben")]
    assert several(site, BEES, "fediverse:creator") == ["@ada@social.example"]


@pytest.mark.parametrize("theme", THEMES)
def test_search_engines_read_a_post_as_a_posting(build, theme) -> None:
    site = build(GARDEN, theme, config=DESCRIBED)
    url, blog = SITE_URL + BEES, {"@type": "Blog", "name": "Blog", "url": f"{SITE_URL}blog/"}
    posting = graph(site, BEES)["BlogPosting"]
    publisher = posting.pop("publisher")
    assert (publisher["@type"], publisher["name"], publisher["url"]) == ("Organization", "Site", SITE_URL)
    assert posting == {
        "@type": "BlogPosting", "headline": "Bees", "description": "What bees do in winter.", "url": url,
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "datePublished": "2026-03-01T10:00:00+01:00", "dateModified": "2026-03-05T00:00:00+00:00",
        "author": [
            {"@type": "Person", "name": "Ada Marsh", "description": "Keeps the bees",
             "url": f"{SITE_URL}blog/author/ada/", "image": f"{SITE_URL}ada.png",
             "sameAs": ["https://ada.example/", "https://social.example/@ada", "https://code.example/ada"]},
            {"@type": "Person", "name": "Ben Okoro", "url": f"{SITE_URL}blog/author/ben/"},
        ],
        "image": {"@type": "ImageObject", "url": f"{SITE_URL}blog/hive.png", "caption": "A hive"},
        "inLanguage": "en", "articleSection": ["Garden"], "keywords": ["bees", "winter"], "timeRequired": "PT1M",
        "isPartOf": {**blog, "@id": f"{SITE_URL}blog/#blog"},
    }  # fmt: skip
    assert crumbs(site, BEES) == [("Site", ""), ("Blog", "blog/"), ("Garden", "blog/category/garden/"), ("Bees", BEES)]


@pytest.mark.parametrize("theme", THEMES)
def test_no_page_of_the_blog_says_a_thing_twice_and_no_other_page_is_touched(build, theme) -> None:
    site = build(GARDEN, theme, config=DESCRIBED, options={**IMAGE, "pagination_per_page": 1})
    for url in site.urls:
        if url.startswith("blog/"):
            told = head(site, url)
            assert told["canonical"] == told["og:url"] == SITE_URL + url
            assert told["og:title"] in (site.page(url).css_first("title").text() or "")
            assert told["og:image"].startswith(SITE_URL)
            assert len(graph(site, url)) == 2
        else:
            assert "ld+json" not in site.text(url)
            assert "og:" not in site.text(url)


def test_the_excerpt_describes_a_post_and_its_introduction_a_list(build) -> None:
    texts = {**GARDEN, "docs/blog/index.md": "# News\n\nWhat *grows*.\n\nAnd more.\n",
             "docs/blog/category/garden.md": "---\ndescription: All that grows.\n---\n\n# Garden\n\nA.\n"}  # fmt: skip
    site = build(texts, config=DESCRIBED)
    described = {BEES: "What bees do in winter.", APPLES: "Nine crates.", WALLS: "Two hands.",
                 "blog/": "What grows. And more.", "blog/category/garden/": "All that grows.",
                 "blog/author/ada/": "Keeps the bees"}  # fmt: skip
    for url, text in described.items():
        assert (head(site, url)["description"], head(site, url)["og:description"]) == (text, text), url
    assert head(build(GARDEN, config=DESCRIBED), "blog/")["description"] == "A garden on a hill."


def test_what_a_user_says_of_a_post_is_text(build) -> None:
    text = 'Said "so" & <b>so</b>'
    texts = {"docs/blog/posts/a.md": post(title=text, description=text, slug="a", author={"name": text}, tags=text)}
    for theme in THEMES:
        site = build(texts, theme, config={"site_description": text})
        told = head(site, "blog/2026/01/02/a/")
        assert {told[name] for name in ("description", "author", "og:title", "og:description", "article:tag")} == {text}
        assert graph(site, "blog/2026/01/02/a/")["BlogPosting"]["author"][0]["name"] == text


OVERRIDE = """\
{% extends "base.html" %}
{% block extrahead %}
<meta property="og:title" content="Card of {{ page.title }}">
<meta property="og:image" content="https://cards.example/{{ page.url }}card.png">
<meta property="og:image:width" content="1200">
<meta property="og:url" content="{{ page.canonical_url }}">
<meta name="twitter:card" content="summary_large_image">
<meta name="description" content="{{ config.site_description }}">
{% endblock %}
"""


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_what_a_template_says_stays_and_is_not_said_again(build, theme) -> None:
    named = {"name": theme, "custom_dir": "overrides"}
    site = build({**GARDEN, "overrides/main.html": OVERRIDE}, named, config=DESCRIBED)
    told = head(site, BEES)
    assert told["og:title"] == "Card of Bees"
    assert told["og:image"] == f"https://cards.example/{BEES}card.png"
    assert "og:image:alt" not in told
    assert told["description"] == "What bees do in winter."
    assert told["og:description"] == "What bees do in winter."


@pytest.mark.parametrize("theme", THEMES)
def test_an_author_may_name_the_address_of_the_original(build, theme) -> None:
    original = "https://first.example/bees/"
    texts = {"docs/blog/posts/a.md": post(title="A", canonical_url=original)}
    site = build(texts, theme)
    told = head(site, "blog/2026/01/02/a/")
    assert (told["canonical"], told["og:url"]) == (original, original)
    posting = graph(site, "blog/2026/01/02/a/")["BlogPosting"]
    assert (posting["url"], posting["mainEntityOfPage"]["@id"]) == (original, original)
    assert "blog/2026/01/02/a/" not in site.sitemap


def test_a_picture_is_the_posts_or_the_authors_or_the_sites(build) -> None:
    texts = {**GARDEN, "docs/blog/posts/none.md": post("2025-01-01", title="None", authors=["ben"])}
    site = build(texts, options=IMAGE)
    none = "blog/2025/01/01/none/"
    pictures = {url: head(site, url)["og:image"].removeprefix(SITE_URL) for url in (BEES, APPLES, none, "blog/")}
    assert pictures == {BEES: "blog/hive.png", APPLES: "ada.png", none: "images/site.png", "blog/": "images/site.png"}
    assert {url: head(site, url)["twitter:card"] for url in (BEES, APPLES)} == {
        BEES: "summary_large_image", APPLES: "summary",
    }  # fmt: skip
    assert graph(site, none)["BlogPosting"]["image"] == f"{SITE_URL}images/site.png"


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_a_post_without_any_picture_has_the_sites_icon(build, theme) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A")}, theme)
    image = graph(site, "blog/2026/01/02/a/")["BlogPosting"]["image"]
    assert (site.out / image.removeprefix(SITE_URL)).is_file()


def test_a_picture_of_the_site_that_is_not_there_is_a_problem(build) -> None:
    site = build(GARDEN, options={"image": "images/none.png"})
    [problem] = site.problems
    assert problem == (
        "mkdocs.yml: The option `image` names `images/none.png`, but there is no such file, so links to posts without "
        "a picture show none. Write the path of a file from the docs folder, or delete the line."
    )
    assert build(GARDEN, options={"image": "https://cdn.example/p.png"}).problems == []


@pytest.mark.parametrize("theme", THEMES)
def test_an_authors_page_is_a_profile_that_names_their_other_homes(build, theme) -> None:
    site = build(GARDEN, theme)
    url = "blog/author/ada/"
    assert several(site, url, "me") == ["https://social.example/@ada", "https://code.example/ada"]
    assert several(site, url, "fediverse:creator") == ["@ada@social.example"]
    profile = graph(site, url)["ProfilePage"]
    assert profile["mainEntity"] == {
        "@type": "Person", "name": "Ada Marsh", "description": "Keeps the bees", "url": SITE_URL + url,
        "image": f"{SITE_URL}ada.png",
        "sameAs": ["https://ada.example/", "https://social.example/@ada", "https://code.example/ada"],
    }  # fmt: skip
    assert several(site, "blog/", "me") == []
    assert several(site, "blog/author/ben/", "me") == []


def test_the_index_of_one_person_is_that_persons_too(build) -> None:
    alone = {**GARDEN, "docs/blog/posts/bees.md": None}
    assert several(build(alone), "blog/", "me") == ["https://social.example/@ada", "https://code.example/ada"]


@pytest.mark.parametrize("theme", THEMES)
def test_later_pages_have_a_title_an_address_and_neighbours_of_their_own(build, theme) -> None:
    site = build(GARDEN, theme, options={"pagination_per_page": 1})
    pages = ["blog/", "blog/page/2/", "blog/page/3/"]
    told = [head(site, url) for url in pages]
    assert [one["canonical"].removeprefix(SITE_URL) for one in told] == pages
    assert [one.get("prev", "").removeprefix(SITE_URL) for one in told] == ["", *pages[:2]]
    assert [one.get("next", "").removeprefix(SITE_URL) for one in told] == [*pages[1:], ""]
    assert [one["og:title"] for one in told] == ["Blog", "Blog – Page 2", "Blog – Page 3"]
    titles = [site.page(url).css_first("title").text() for url in pages]
    assert len(set(titles)) == 3
    assert [set(graph(site, url)) - {"BreadcrumbList"} for url in pages] == [
        {"Blog"},
        {"CollectionPage"},
        {"CollectionPage"},
    ]
    assert {"prev", "next"}.isdisjoint(head(site, BEES))


@pytest.mark.parametrize("theme", THEMES)
def test_without_the_sites_address_nothing_is_said_that_needs_it(build, theme) -> None:
    site = build(GARDEN, theme, config={"site_url": ""}, options=IMAGE, strict=True)
    told: dict[str, Any] = head(site, BEES)
    assert told["og:title"] == "Bees"
    assert told["description"] == "What bees do in winter."
    assert "ld+json" not in site.text(BEES)
    assert {"canonical", "og:url", "og:image"}.isdisjoint(told)


def test_a_blog_at_the_root_and_a_site_below_one(build) -> None:
    root = {path.replace("docs/blog/", "docs/"): text for path, text in GARDEN.items()}
    site = build({**root, "docs/index.md": None}, options={"blog_dir": "."}, config={"site_url": f"{SITE_URL}docs/"})
    url = "2025/11/11/walls/"
    assert head(site, url)["canonical"] == f"{SITE_URL}docs/{url}"
    assert crumbs(site, url) == [("Blog", ""), ("Building", "category/building/"), ("Walls", url)]
    assert set(graph(site, "")) == {"Blog"}
    assert head(site, "")["canonical"] == f"{SITE_URL}docs/"
    files = build(GARDEN, config={"use_directory_urls": False})
    assert head(files, "blog/2025/11/11/walls.html")["canonical"] == f"{SITE_URL}blog/2025/11/11/walls.html"


def test_a_french_blog_says_so(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A"), "docs/blog/posts/b.md": post("2026-01-03", title="B", lang="de")}
    site = build(texts, options={"lang": "fr"})
    locales = {url: head(site, url)["og:locale"] for url in ("blog/", "blog/2026/01/02/a/", "blog/2026/01/03/b/")}
    assert list(locales.values()) == ["fr_FR", "fr_FR", "de_DE"]
    assert graph(site, "blog/2026/01/03/b/")["BlogPosting"]["inLanguage"] == "de"

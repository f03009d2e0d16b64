"""A Jekyll site of which `mkdocs.yml` says only where it lies: every address answers, and nothing is written there."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest

from tests.hosts.built import Site, contents, walk, words
from tests.hosts.jekyll_site import CASES, OWN, POSTS, SOURCE, URLS, built, changed, place

FEED = "/flux.xml"


@pytest.fixture(scope="module", params=["material", "mkdocs"])
def site(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SOURCE_DATE_EPOCH", "1795435200")
        yield built(tmp_path_factory.mktemp("jekyll") / "site", request.param)


@pytest.mark.parametrize("url", [url for url in URLS if url != FEED])
def test_every_address_answers(site, url) -> None:
    assert site.file(unquote(url).lstrip("/")).is_file()


def test_posts_and_the_page_that_is_shown_where_none_is_are_in_no_navigation(site) -> None:
    titles = set(walk(site.outline()))
    assert not titles & {"Page introuvable", *(post["title"] for post in POSTS)}
    assert "À propos" in titles
    assert "404.html" not in site.found | site.sitemap


def test_nothing_is_told_but_what_is_read_otherwise(site) -> None:
    assert site.warnings == []
    places = [note.partition(": ")[0] for note in site.notes]
    maths = "_posts/2023-11-02-les-petits-signes.md:43"
    assert places == ["_config.yml", "_config.yml:45", maths, "assets/main.scss", "carte.html"]


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_strict(tmp_path, theme) -> None:
    assert built(tmp_path / "site", theme, strict=True).file("about/").is_file()


def test_nothing_is_written_into_the_site(tmp_path) -> None:
    site = place(tmp_path / "site")
    before = contents(site.root)
    site.run()
    written = contents(site.root)
    assert {name: data for name, data in written.items() if not name.startswith(("site/", ".cache/"))} == before


def test_what_jekyll_copies_is_copied(site) -> None:
    for name in (".htaccess", ".well-known/security.txt", "images/balance.svg", "images/pile.svg"):
        assert site.file(name).read_bytes() == (SOURCE / name).read_bytes()


def test_what_jekyll_leaves_out_is_left_out(site) -> None:
    """And what is MkDocs' own; and nothing is there that is neither Jekyll's, the theme's nor the blog's."""
    copied = set(contents(site.out))
    for name in (
        "README.md", "Gemfile", "publier.sh", "sources/mesures.txt", "_config.yml", "_data/places.yml", "mkdocs.yml",
        "docs/.gitkeep", "site/index.html", "assets/main.scss", "2025/01/cachee/index.html", "la-video/index.html",
    ):  # fmt: skip
        assert name not in copied
    sources = (".md", ".markdown", ".yml", ".scss", ".sh", ".rb")
    assert not [name for name in copied if name.endswith(sources) or name.startswith(("_posts", "_drafts", "docs"))]


def test_files_with_front_matter_are_rendered(site) -> None:
    assert site.text("robots.txt") == (CASES / "robots.txt").read_text(encoding="utf-8")
    own, theirs = json.loads(site.text("search.json")), json.loads((CASES / "search.json").read_bytes())
    for ours, one in zip(own, theirs, strict=True):
        assert abs(ours.pop("words") - one.pop("words")) <= 2  # line numbers and maths stand apart otherwise
        assert ours == one


def test_the_sitemap_is_the_hosts(site) -> None:
    assert "2023/05/petit-lexique/" in site.sitemap
    assert "{%" not in site.text("sitemap.xml")


def test_language(site) -> None:
    """The blog's for the page, dates and interface; a post's own on its entry."""
    assert all(site.page(url).css('html[lang="fr"]') for url in sorted(site.urls))
    post = site.page("2023/05/petit-lexique/")
    assert words(post.css_first(".dt-published")) == "14 mai 2023"
    assert site.page("2024/03/what-a-budget-buys/").css('.e-content[lang="en"]')
    assert not post.css(".e-content[lang]")


def test_a_language_of_mkdocs_wins(tmp_path) -> None:
    config = {"theme": {"name": "mkdocs", "locale": "de"}}
    site = built(tmp_path / "site", config=config)
    page = site.page("2023/05/petit-lexique/")
    assert page.css('html[lang="de"]')
    assert words(page.css_first(".dt-published")) == "14. Mai 2023"


def test_index(site) -> None:
    """Newest first, as many on a page as Jekyll has there, with the introduction of Jekyll's own page."""
    newest = [post["title"] for post in reversed(POSTS)]
    shown = [site.listed(url) for url in ("", "page/2/", "page/3/")]
    assert shown == [newest[:4], newest[4:8], newest[8:]]
    assert "Nous pesons des pages, une à la fois." in words(site.page("").css_first(".iroco-view"))


def test_archive_has_every_post_and_its_title(site) -> None:
    assert words(site.page("archive/").css_first("h1")) == "Archives"
    for post in POSTS:
        assert words(site.page("archive/").css_first("main, .container, body")).count(post["title"]) >= 1


@pytest.mark.parametrize(
    ("url", "title", "anchors"),
    [
        (
            "categories/",
            "Rubriques",
            {"Mesure-ref": "Mesure", "Premiers pas-ref": "Premiers pas", "notes-ref": "notes"},
        ),
        ("tags/", "Mots-clés", {"vocabulaire": "vocabulaire", "mise-en-page": "mise en page", "été": "été"}),
    ],
)
def test_old_links_to_a_term_land_on_it(site, url, title, anchors) -> None:
    page = site.page(url)
    assert words(page.css_first("h1")) == title
    for anchor, name in anchors.items():
        [node] = [node for node in page.css("[id]") if node.attributes["id"] == anchor]
        assert name in words(node if words(node) else node.parent)


def test_a_listings_description(site) -> None:
    if site.config.theme.name == "material":  # the theme mkdocs describes no page but the home page
        [described] = site.page("categories/").css('meta[name="description"]')
        assert described.attributes["content"] == "Tout ce que nous avons écrit, rangé."


@pytest.mark.parametrize(
    ("url", "name", "says", "count"),
    [
        ("authors/maud/", "Maud Achour", "Maud mesure, et tient la table des ordinateurs", 8),
        ("authors/tomek/", "Tomek Lindqvist", "Old laptops, small servers, and no carousel.", 4),
    ],
)
def test_authors(site, url, name, says, count) -> None:
    """Introduced by their own page, without the heading and the list that ours has already."""
    page = site.page(url)
    main = page.css_first(".iroco-view")
    assert says in words(main)
    assert [words(node) for node in page.css(".iroco-view h1")] == [name]
    assert [words(node) for node in page.css(".iroco-view h2")].count("Articles") == 0
    pages = [url, *(f"{url}page/{number}/" for number in (2, 3))]
    assert sum(len(site.listed(page)) for page in pages if page in site.urls) == count
    assert len({node.attributes["href"] for node in main.css('a[href*="petit-lexique"]')}) == 1


def test_pages(site) -> None:
    about = site.page("about/")
    assert words(about.css_first("h1")) == "À propos"
    assert "Ce carnet est tenu par L’atelier de Brénac. Il compte 3 villages." in words(about.body)
    assert about.css("strong")  # in what is included
    assert "octet par octet" in words(site.page("outils/balance.html").css_first("strong"))
    assert "Il n’y a rien ici." in words(site.page("404.html").body)


@pytest.mark.parametrize(
    "url", ["", "about/", "archive/", "categories/", "tags/", "authors/maud/", "outils/balance.html"]
)
def test_links_of_pages_lead_somewhere(site, url) -> None:
    assert site.lost_links(url) == []


def test_below_a_path_links_stay_in_the_site(tmp_path) -> None:
    """In posts, lists, pages and raw HTML; the blog's own domain means the site itself."""
    site = built(tmp_path / "site", config={"site_url": "https://example.org/sub/"})
    for url in sorted(site.urls):
        assert (url, site.lost_links(url)) == (url, [])
        links = [
            node.attributes.get("href") or node.attributes.get("src")
            for node in site.page(url).css("main [href], main [src]")
        ]
        assert not [link for link in links if link and link.startswith(("/", OWN))]


def test_two_builds_are_the_same_bytes(tmp_path) -> None:
    first, second = (contents(built(tmp_path / name).out) for name in ("one", "two"))
    assert {name for name in first if first[name] != second.get(name)} == set()
    assert first.keys() == second.keys()


def test_a_long_list_at_an_address_that_ends_in_html(tmp_path) -> None:
    """Jekyll's own permalink for a collection, where the site has the style `date`."""
    texts = changed("_config.yml", "permalink: /:year/:month/:title/", "permalink: date")
    site = built(tmp_path / "site", texts=texts, options={"authors_profiles_pagination_per_page": 3})
    assert site.file("authors/maud.html").is_file()
    pages = [url for url in site.urls if url.startswith("authors/maud")]
    assert sum(len(site.listed(url)) for url in pages) == 8


def test_a_folder_of_its_own(tmp_path) -> None:
    """`jekyll` is relative to `mkdocs.yml`, and may name any folder."""
    site = place(tmp_path / "site" / "blog")
    (site.root / "mkdocs.yml").rename(site.root.parent / "mkdocs.yml")
    (site.root / "docs").rename(site.root.parent / "docs")
    text = (site.root.parent / "mkdocs.yml").read_text(encoding="utf-8")
    (site.root.parent / "mkdocs.yml").write_text(text.replace("jekyll: .", "jekyll: blog"), encoding="utf-8")
    whole = Site(site.root.parent).run(strict=True)
    assert {url for url in URLS if url != FEED} <= {f"/{url}" for url in [*whole.urls, "404.html", "sitemap.xml"]}


def test_pages_of_the_docs_folder_are_there_too(tmp_path) -> None:
    texts = {"docs/guide.md": "# Guide\n\n[Lexique](_posts/2023-05-14-petit-lexique.markdown)\n"}
    site = built(tmp_path / "site", texts=texts)
    assert words(site.page("guide/").css_first("h1")) == "Guide"
    assert site.lost_links("guide/") == []


def test_a_post_is_linked_with_or_without_a_slash(tmp_path) -> None:
    path = "_posts/2024-06-21-midsummer-notes.md"
    links = "[a](/2023/05/petit-lexique) [b](/2023/05/petit-lexique/) [c](/2023/05/petit-lexique/index.html#octet)"
    site = built(tmp_path / "site", texts=changed(path, "Et c’est tout.", links))
    found = site.page("2024/06/midsummer-notes/").css(".e-content p a")
    assert [node.attributes["href"] for node in found] == [
        "../../../2023/05/petit-lexique/", "../../../2023/05/petit-lexique/", "../../../2023/05/petit-lexique/#octet",
    ]  # fmt: skip

"""What neighbours do to a page's text, they do to posts, to excerpts on lists, and to introductions."""

import copy

import pytest

from tests.declared import checks
from tests.hosts.built import words
from tests.neighbours.garden import BEES_URL, SPRING_URL, spring
from tests.neighbours.known import COMMITTED, KNOWN

PLACES = pytest.mark.parametrize("place", ["first", "last"])


def text(site, url: str) -> str:
    return words(site.page(url).css_first("main, [role=main]"))


def links(site, url: str, within: str) -> list[str | None]:
    """Where links inside a part of a page lead, as files of the site."""
    return [site.target(url, node.attributes["href"] or "") for node in site.page(url).css(f"{within} [href]")]


@checks("macros", "Macros run in posts, in introductions, and in excerpts on lists.")
@PLACES
def test_macros_run(beside, place) -> None:
    site = beside("macros", place=place)
    assert "Ada Lovelace counted 42 hives." in text(site, SPRING_URL)
    assert f"On {SPRING_URL}." in text(site, SPRING_URL)
    assert "Told by Ada Lovelace." in text(site, "blog/")
    assert "Ada Lovelace counted 42 hives." in text(site, "blog/")
    assert not [url for url in site.urls if "{{" in text(site, url)]


@checks("macros", "A link from a macro works on each list.")
@PLACES
def test_a_macro_writes_a_link(beside, place) -> None:
    texts = {"docs/blog/posts/spring.md": spring("See [it](../../{{ page_name }}.md).\n\n<!-- more -->\n\nOn.")}
    site = beside("macros", place=place, texts=texts, config={"extra": {"keeper": "Ada", "page_name": "guide"}})
    assert links(site, SPRING_URL, ".e-content") == ["guide/index.html"]
    assert "guide/index.html" in links(site, "blog/", ".h-feed .h-entry")


@checks("macros", "A call of `blog.posts` lists posts, on a page and in a post.")
@PLACES
def test_a_call_in_a_page_lists_posts(beside, place) -> None:
    texts = {
        "docs/news.md": '# News\n\n{% for name in ["Garden"] %}{{ blog.posts(category=name, limit=1) }}{% endfor %}\n',
        "docs/blog/posts/spring.md": spring("{{ blog.posts(limit=1, order='oldest') }}"),
    }
    site = beside("macros", place=place, texts=texts)
    assert links(site, "news/", ".iroco-insert .h-entry") == [f"{SPRING_URL}index.html"]
    assert links(site, SPRING_URL, ".iroco-insert .h-entry") == [f"{BEES_URL}index.html"]


JEKYLL = {
    "_config.yml": "title: The garden\n",
    "_posts/2026-02-03-liquid.md": "---\ntitle: Liquid\n---\nOf {{ site.title }}: {% raw %}{{ keeper }}{% endraw %}.\n",
}


@checks(
    "macros",
    "Posts of a Jekyll site are left as Liquid made them, unless their front matter says `render_macros: true`.",
)
@PLACES
def test_macros_leave_jekyll_alone(beside, place) -> None:
    site = beside("macros", place=place, texts=JEKYLL, options={"jekyll": "."})
    assert "Of The garden: {{ keeper }}." in text(site, "2026/02/03/liquid.html")
    own = {
        path: source.replace("title: Liquid", "title: Liquid\nrender_macros: true") for path, source in JEKYLL.items()
    }
    site = beside("macros", place=place, texts=own, options={"jekyll": "."})
    assert "Of The garden: Ada Lovelace." in text(site, "2026/02/03/liquid.html")


@checks(
    "include-markdown", "Text included in posts, introductions and excerpts is there, with links and pictures right."
)
@PLACES
def test_included_text(beside, place) -> None:
    site = beside("include-markdown", place=place)
    for url, within in ((SPRING_URL, ".e-content"), ("blog/", ".iroco-header"), ("blog/", ".h-entry .p-summary")):
        part = next(node for node in site.page(url).css(within) if "Shared" in words(node))
        assert site.target(url, part.css_first("img").attributes["src"]) == "images/hive.png"
        assert site.target(url, part.css_first("p a").attributes["href"]) == "guide/index.html"


@checks("include-markdown", "If you set other tags (`opening_tag`), it leaves Jekyll's includes alone.")
@PLACES
def test_includes_of_jekyll(beside, place) -> None:
    shown = JEKYLL["_posts/2026-02-03-liquid.md"].replace("{{ keeper }}", "{% include a.html %}")
    own = '# Care\n\n{! include-markdown "snippet.md" !}\n'
    texts = {**JEKYLL, "_posts/2026-02-03-liquid.md": shown, "docs/care.md": own}
    named = [{"include-markdown": {"opening_tag": "{!", "closing_tag": "!}"}}]
    site = beside("include-markdown", place=place, texts=texts, options={"jekyll": "."}, plugins=named)
    assert "{% include a.html %}" in text(site, "2026/02/03/liquid.html")
    assert "Shared with all" in text(site, "care/")


@checks("git-revision-date-localized", "Posts have the dates of their files, besides those in front matter.")
@PLACES
def test_revision_dates(beside, place) -> None:
    site = beside("git-revision-date-localized", place=place)
    first, second = COMMITTED
    assert revised(site, BEES_URL) == [second, first]
    assert revised(site, SPRING_URL) == [first, first]
    assert revised(site, "guide/") == [first, first]
    assert site.entry(BEES_URL)["published"] == ["2026-01-05"]


@checks("git-revision-date-localized", "A list without a file of its own has no date, not even that of the build.")
@PLACES
def test_lists_have_no_revision_dates(beside, place) -> None:
    own = {"docs/blog/tags.md": "# All tags\n\nAs of {{ git_revision_date_localized }}.\n"}
    site = beside("git-revision-date-localized", place=place, texts=own)
    assert revised(site, "blog/tags/") == [COMMITTED[0]] * 2
    assert f"As of {COMMITTED[0]}." in text(site, "blog/tags/")
    for url in ("blog/", "blog/page/2/", "blog/archive/", "blog/archive/2026/", "blog/author/ada/", "blog/tag/winter/"):
        assert revised(site, url) == [], url


def revised(site, url: str) -> list[str]:
    """The dates of revision and of creation that Material shows below a page."""
    return words(site.page(url).css_first(".md-source-file")).split()


@checks("glightbox", "Pictures open in posts, in introductions, and in excerpts on every list.")
@PLACES
def test_pictures_open(beside, place) -> None:
    site = beside("glightbox", place=place, options={"blog_toc": True})
    for url in (BEES_URL, "blog/", "blog/page/2/", "blog/category/bees/"):
        pictures = site.page(url).css("a.glightbox")
        assert pictures, url
        for link in pictures:
            assert site.target(url, link.attributes["href"]) == "images/hive.png"
            assert site.target(url, link.css_first("img").attributes["src"]) == "images/hive.png"


@checks("glightbox", "Every page of the blog has its script and its styles, once.")
@PLACES
def test_scripts_of_the_lightbox(beside, place) -> None:
    site = beside("glightbox", place=place)
    for url in (BEES_URL, "blog/", "blog/page/2/", "blog/tags/"):
        page = site.page(url)
        assert len(page.css("#init-glightbox")) == 1
        assert [site.target(url, node.attributes["src"]) for node in page.css("script[src*=glightbox]")] == [
            "assets/javascripts/glightbox.min.js"
        ]
        assert [site.target(url, node.attributes["href"]) for node in page.css("link[href*=glightbox]")] == [
            "assets/stylesheets/glightbox.min.css"
        ]
        assert len(page.css("html")) == len(page.css("body")) == site.text(url).count("<body") == 1


@checks("autorefs", "References in posts, and in their excerpts on lists, lead to the heading, wherever they are.")
@PLACES
def test_references_to_headings(beside, place) -> None:
    site = beside("autorefs", place=place)
    assert [link.attributes["href"] for link in site.page(SPRING_URL).css(".e-content a")] == [
        "../../../../../guide/#in-winter"
    ] * 2
    assert "../guide/#in-winter" in [link.attributes["href"] for link in site.page("blog/").css(".h-entry a")]
    assert not [url for url in site.urls if "<autoref" in site.text(url)]


@checks("autorefs", "References to headings of posts work, from docs and from other posts.")
@PLACES
def test_references_to_posts(beside, place) -> None:
    texts = {"docs/care.md": "# Care\n\nSee [what we did][until-spring].\n",
             "docs/blog/posts/spring.md": spring("After [all that][until-spring].")}  # fmt: skip
    site = beside("autorefs", place=place, texts=texts)
    for url, within in (("care/", "[role=main]"), (SPRING_URL, ".e-content"), ("blog/", ".h-entry")):
        assert f"{BEES_URL}index.html" in links(site, url, within)
        assert site.lost_links(url) == []


@checks("autorefs", "A reference that leads nowhere is a warning with the post's file.")
def test_a_lost_reference(beside) -> None:
    texts = {"docs/blog/posts/spring.md": spring("See [it][no-such-heading].")}
    site = beside("autorefs", texts=texts, strict=False)
    assert [line for line in site.warnings if "blog/posts/spring.md" in line and "no-such-heading" in line]
    assert len(site.warnings) == 1


@checks(
    "mkdocstrings",
    "References to objects in posts, in their excerpts and in introductions lead to the page of the API.",
)
@PLACES
def test_references_to_objects(beside, place) -> None:
    site = beside("mkdocstrings", place=place)
    for url, count in ((SPRING_URL, 2), ("blog/", 2), ("blog/category/garden/", 1)):
        found = [
            site.target(url, link.attributes["href"]) for link in site.page(url).css("a[href*='garden.bees.count']")
        ]
        assert found == ["api/index.html"] * count, url
        assert site.lost_links(url) == []


@checks("mkdocstrings", "A post may document objects itself.")
@PLACES
def test_a_post_documents_an_object(beside, place) -> None:
    texts = {"docs/blog/posts/spring.md": spring("New:\n\n<!-- more -->\n\n::: garden.bees.weigh\n"),
             "docs/api.md": "# API\n\n::: garden.bees.count\n",
             "docs/blog/index.md": "# News\n\nWe [weigh][garden.bees.weigh].\n"}  # fmt: skip
    site = beside("mkdocstrings", place=place, texts=texts)
    assert "Weigh a hive." in text(site, SPRING_URL)
    assert site.page(SPRING_URL).css_first("[id='garden.bees.weigh']")
    assert f"{SPRING_URL}index.html" in links(site, "blog/", ".iroco-header")
    assert f"{SPRING_URL}index.html" in links(site, "api/", "[role=main]")


@checks("mkdocstrings", "Objects that list references to them list posts, too.")
@PLACES
def test_backlinks(beside, place) -> None:
    plugins = copy.deepcopy(list(KNOWN["mkdocstrings"].plugins))
    plugins[1]["mkdocstrings"]["handlers"]["python"]["options"] = {"backlinks": "flat"}
    site = beside("mkdocstrings", place=place, plugins=plugins)
    assert {f"{SPRING_URL}index.html", "blog/index.html"} <= set(links(site, "api/", ".doc-backlinks"))

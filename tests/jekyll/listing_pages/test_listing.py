"""Pages that only list posts, and their own text."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from mkdocs_iroco_blog.jekyll.config.read import read_config
from mkdocs_iroco_blog.jekyll.documents.file_kinds import Kind
from mkdocs_iroco_blog.jekyll.documents.read_document import DocumentReader
from mkdocs_iroco_blog.jekyll.liquid import Liquid, LiquidSite
from mkdocs_iroco_blog.jekyll.listing_pages.listing import Listing, detect_listing, old_anchors

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
LINK = "<li><a href='{{ post.url }}'>{{ post.title }}</a></li>"
EACH = f"{{% for post in site.posts %}}{LINK}{{% endfor %}}"
TAGS = "{% for tag in site.tags %}{{ tag[0] }} {% endfor %}"
DATA = {"features": [{"title": "Fast", "text": "Very fast."}, {"title": "Small", "text": "Quite small."}]}
PROSE = "<p>Here we write about what computers cost the earth.</p>"


def listing(
    body: str, path: str = "page.html", front: str = "title: A", includes: dict[str, str] | None = None
) -> Listing | None:
    config, _ = read_config("_config.yml", b"permalink: pretty")
    reader = DocumentReader(config=config, zone=UTC, now=NOW)
    document, _ = reader.read(path, f"---\n{front}\n---\n{body}".encode(), Kind.PAGE)
    assert document
    liquid = Liquid(LiquidSite(
        values={"posts": [], "categories": {}, "tags": {}, "data": DATA}, includes=(includes or {}).get,
        beside=lambda _page, _name: None, post_url=lambda _: None, link=lambda _: None, baseurl="", url="", zone=UTC,
        now=NOW, markdownify=str,
    ))  # fmt: skip
    return detect_listing(document, includes or {}, lambda text: liquid.render(text, {}, source=path)[0], "Garden")


@pytest.mark.parametrize(
    ("body", "path", "front", "kind"),
    [
        ("", "index.md", "layout: home", "index"),
        ("", "tags.md", "layout: tags", "tags"),
        ("", "year.md", "layout: archive", "archive"),
        ("", "index.md", "layout: default", None),
        ("{% for post in paginator.posts %}x{% endfor %}", "index.html", "a: b", "index"),
        ("{% for post in paginator.posts %}x{% endfor %}" + TAGS, "index.html", "a: b", "index"),
        (EACH, "index.html", "a: b", "index"),
        (EACH, "blog.html", "a: b", "index"),
        (EACH, "archive.html", "a: b", "archive"),
        (EACH, "catalog.html", "a: b", "archive"),
        ("{% for post in site.posts %}{{ post.date | date: '%Y' }}{% endfor %}", "posts.md", "a: b", "archive"),
        ("{% assign years = site.posts | group_by_exp: 'p', 'p.date' %}{% for y in years %}x{% endfor %}",
         "history.md", "a: b", "archive"),
        ("{% for post in site.posts limit: 5 %}x{% endfor %}", "index.html", "a: b", "index"),
        ("{% for post in site.posts limit: 5 %}x{% endfor %}", "about.html", "a: b", None),
        ("{% for c in site.categories %}<h2>{{ c[0] }}</h2>{% for post in c[1] %}x{% endfor %}{% endfor %}",
         "c.html", "a: b", "categories"),
        ("{% capture t %}" + TAGS + "{% endcapture %}{% assign ts = t | split: ' ' | sort %}{% for tag in ts %}"
         "{% for post in site.tags[tag] %}x{% endfor %}{% endfor %}", "t.html", "a: b", "tags"),
        ("{% for a in site.authors %}{{ a.name }}{% endfor %}", "team.html", "a: b", "authors"),
        ("{% for c in site.categories %}x{% endfor %}" + TAGS, "tags.html", "a: b", "tags"),
        ("{% for c in site.categories %}x{% endfor %}" + TAGS, "both.html", "a: b", None),
        ("{% for post in site.categories.news %}x{% endfor %}", "news.html", "a: b", None),
        ("{% assign some = site.posts | where: 'lang', 'fr' %}{% for post in some %}x{% endfor %}",
         "fr.html", "a: b", None),
        ("{% for p in site.pages %}x{% endfor %}" + EACH, "sitemap.html", "a: b", None),
        ("<script>var all = [" + EACH + "]</script>", "search.html", "a: b", None),
        (EACH, "feed.xml", "a: b", None),
        (EACH, "index.html", "redirect_to: /blog/", None),
        (EACH + "<p>More than it needs, said again.</p>" * 40, "about.html", "a: b", None),
        ("Some words of my own.", "about.md", "layout: archive", None),
    ],
    ids=str,
)  # fmt: skip
def test_kinds_of_listings(body: str, path: str, front: str, kind: str | None) -> None:
    result = listing(body, path, front)
    assert (result.kind if result else None) == kind


def test_an_include_may_contain_the_loop() -> None:
    includes = {"list.html": "<ul>{% for post in include.posts %}x{% endfor %}</ul>", "all.html": EACH}
    assert listing("{% include list.html posts=site.posts %}", "index.html", includes=includes) == Listing("index", "")
    assert listing("{% include all.html %}", "archive.html", includes=includes) == Listing("archive", "")
    assert listing("{% include none.html %}", "archive.html", includes=includes) is None
    assert listing("{% include a %}", includes={"a": "{% include a %}"}) is None


LATEST = f"{{% for post in site.posts limit: 4 %}}{LINK}{{% endfor %}}"
FEATURES = "{% for f in include.data %}<h3>{{ f.title }}</h3><p>{{ f.text }}</p>{% endfor %}"


@pytest.mark.parametrize(
    ("body", "includes", "stays"),
    [
        ("{% include hero.html %}" + LATEST, {"hero.html": "<h1>Grow</h1><p>Tools for every garden.</p>"}, True),
        ("{% include hero.html %}" + EACH, {"hero.html": "<h1>Grow</h1><p>Tools for every garden.</p>"}, True),
        ("{% include hero.html %}" + LATEST, {"hero.html": "<img src='hero.jpg'>"}, True),
        (LATEST + "{% include features.html data=site.data.features %}", {"features.html": FEATURES}, True),
        ("{% include_cached features.html data=site.data.features %}" + EACH, {"features.html": FEATURES}, True),
        ("{% include all.html %}", {"all.html": f"<p>Tools for every garden.</p>{LATEST}"}, True),
        ("{% include x.md %}" + LATEST, {"x.md": "We grow."}, True),
        ("{% include x.html %}" + LATEST, {"x.html": "<h3>Hammer</h3>"}, True),
        ("<div style='background-image: url(garden.jpg)'></div>" + LATEST, {}, True),
        ("<img src='garden.jpg'>" + LATEST, {}, True),
        ("<form action='/go'></form>" + EACH, {}, True),
        ("{% include head.html %}" + EACH, {"head.html": "<header><h1>A</h1><p>Garden</p></header>"}, False),
        ("{% include nav.html %}" + EACH, {"nav.html": "<nav>Home, about us, contact, news</nav>"}, False),
        (EACH + "{% include feed.html %}", {"feed.html": "<p><a href='feed.xml'>subscribe via RSS</a></p>"}, False),
        (EACH + "{% include x.html data=site.data.nothing %}", {"x.html": FEATURES}, False),
        ("{% for f in site.data.nothing %}<p>{{ f.text }}</p>{% endfor %}" + EACH, {}, True),
    ],
)
def test_a_page_that_shows_more_than_posts_stays(body: str, includes: dict[str, str], stays: bool) -> None:
    assert (listing(body, "index.html", includes=includes) is None) == stays


@pytest.mark.parametrize(
    ("body", "introduction"),
    [
        (f"<h1>Posts</h1>\n<ul>{EACH}</ul>\n<p>subscribe <a href='/feed.xml'>via RSS</a></p>", ""),
        (f"<p>Bees rule.</p>\n<ul>{EACH}</ul>", "<p>Bees rule.</p>"),
        (f"<h2>All our posts</h2>{EACH}<p>Page of</p>", ""),
        (f"<div class='home'>\n{PROSE}\n<ul>{EACH}</ul></div>", PROSE),
        (f"{PROSE}\n{{% if site.posts %}}{EACH}{{% endif %}}", PROSE),
        (f"<ul>{EACH}</ul>\n{PROSE}", PROSE),
        (f"# News\n\nWe write **here** every other week.\n\n{EACH}", "# News\n\nWe write **here** every other week."),
        (f"<!-- {PROSE} -->{EACH}", ""),
        (f"<style>p {{ color: red; margin: a b c d e f g h }}</style>{EACH}", ""),
    ],
)
def test_text_beside_a_loop_introduces_our_page(body: str, introduction: str) -> None:
    result = listing(body, "index.html")
    assert result
    assert result.introduction == introduction


def test_text_of_a_page_with_layout_home_introduces_the_index() -> None:
    assert listing("Welcome.", "index.md", "layout: home") == Listing("index", "Welcome.")


def test_hostile_templates_take_no_time() -> None:
    start = time.process_time()
    for piece in ("{% for", "{{", "<h1>", "<!--", "<a '", "{% if x %}", "{% include a %}", "<script", "{% raw %}"):
        listing(EACH + piece * 20_000, "index.html", includes={"a": "{% include a %}" * 20})
    assert time.process_time() - start < 10


NAMES = ("Grand public", "C", "C#", "Été", "Foo Bar")


@pytest.mark.parametrize(
    ("html", "anchors"),
    [
        ('<h2 id="Grand public-ref">Grand public</h2>', {"Grand public-ref": "Grand public"}),
        ('<h2 id="grand-public">Grand public (12)</h2>', {"grand-public": "Grand public"}),
        ('<section id="tag-foo-bar"><p>x</p></section>', {"tag-foo-bar": "Foo Bar"}),
        ('<h3 id="C#">C#</h3><h3 id="C">C</h3>', {"C#": "C#", "C": "C"}),
        ('<a name="%C3%89t%C3%A9"></a>', {"%C3%89t%C3%A9": "Été"}),
        ('<h3 id="ete">Été</h3>', {"ete": "Été"}),
        ('<h3 id="x1">» Foo Bar</h3>', {"x1": "Foo Bar"}),
        ('<div id="archives"><h2>C</h2></div><ul id="list"></ul>', {}),
    ],
)
def test_old_anchors_mark_terms(html: str, anchors: dict[str, str]) -> None:
    assert old_anchors(html, NAMES) == anchors

"""Posts of a Jekyll site say here what they say in Jekyll: same address, title, date, terms, words, order, links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.hosts.built import Site, words
from tests.hosts.jekyll_site import OWN, POSTS, built

POST = pytest.mark.parametrize("post", POSTS, ids=[post["source"].rpartition("/")[2] for post in POSTS])
ADDED = ".headerlink, .footnote-backref, .reversefootnote, .footnote > hr, .gutter, .linenos, script, style"
"""What themes, extensions and Rouge add to a text."""
NUMBERED = "figure.highlight, table.highlighttable"
"""Code with line numbers, which are a table's first column."""
SHOWN = {
    "h", "p", "ul", "ol", "li", "dl", "dt", "dd", "pre", "blockquote", "table", "tr", "th", "td", "code", "em",
    "strong", "b", "del", "kbd", "abbr", "sup", "br", "hr", "input", "a", "img", "details", "summary",
    "figure", "figcaption",
}  # fmt: skip


@pytest.fixture(scope="module", params=["material", "mkdocs"])
def site(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SOURCE_DATE_EPOCH", "1795435200")
        yield built(tmp_path_factory.mktemp("jekyll") / "site", request.param)


def address(post: dict[str, Any]) -> str:
    return unquote(post["url"]).lstrip("/")


def tree(html: str) -> LexborHTMLParser:
    """A text without what is added to it."""
    parsed = LexborHTMLParser(html)
    for table in parsed.css(NUMBERED):
        code = "".join(cell.text() for cell in table.css("td.code")) or table.text()
        [made] = LexborHTMLParser(f"<pre><code>{_escaped(code)}</code></pre>").css("pre")
        table.replace_with(made)
    for node in parsed.css(ADDED):
        node.decompose()
    return parsed


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def jekylls(post: dict[str, Any]) -> LexborHTMLParser:
    return tree(f"<main>{post['content']}</main>")


def ours(site: Site, post: dict[str, Any]) -> LexborHTMLParser:
    [content] = site.page(address(post)).css(".e-content")
    return tree(f"<main>{content.html}</main>")


def place(url: str, link: str) -> str:
    """Where a link leads, without what makes no difference: the domain, a slash at the end."""
    parts = urlsplit(urljoin(OWN + url, link))
    path = unquote(parts.path).removesuffix("index.html").rstrip("/") or "/"
    home = "" if f"{parts.scheme}://{parts.netloc}/" == OWN else f"{parts.scheme}://{parts.netloc}"
    return home + path + (f"#{unquote(parts.fragment)}" if parts.fragment else "")


def outline(parsed: LexborHTMLParser, url: str) -> list[str]:
    """Elements in their order: headings with id, links and pictures with their target, code with its text."""
    found = []
    for node in parsed.css("main *"):
        tag = "h" if re.fullmatch("h[1-6]", node.tag or "") else str(node.tag)
        told = {name: value or "" for name, value in node.attributes.items()}
        if tag == "h":
            found.append(f"h #{told.get('id')} {words(node)}")
        elif tag == "a" and "href" in told:
            found.append(f"a {place(url, told['href'])}")
        elif tag == "img":
            found.append(f"img {place(url, told['src'])} {told.get('alt')}")
        elif tag in ("pre", "code"):
            found.append(f"{tag} {node.text().strip()}")
        elif tag == "input":
            found.append("input checked" if "checked" in told else "input")
        elif tag in SHOWN and (tag != "p" or _counts(node)):
            found.append(tag)
    return found


def _counts(paragraph: Any) -> bool:
    """In items of lists, the two differ in whether a lone paragraph is one."""
    return paragraph.parent.tag not in ("li", "dd") and bool(words(paragraph) or paragraph.css("img"))


def text(parsed: LexborHTMLParser) -> str:
    [main] = parsed.css("main")
    return re.sub(r"\s+", "", main.text())


@POST
def test_words(site, post) -> None:
    assert text(ours(site, post)) == text(jekylls(post))


@POST
def test_elements(site, post) -> None:
    url = address(post)
    assert outline(ours(site, post), url) == outline(jekylls(post), url)


@POST
def test_heading_levels_differ_by_the_same(site, post) -> None:
    """The page's title is its one `h1`."""
    pairs = zip(*(side.css("h1, h2, h3, h4, h5, h6") for side in (ours(site, post), jekylls(post))), strict=True)
    assert len({int(own.tag[1]) - int(theirs.tag[1]) for own, theirs in pairs}) <= 1


@POST
def test_title_date_and_terms(site, post) -> None:
    entry = site.entry(address(post))
    assert entry["name"] == [post["title"]]
    published, expected = entry["published"][0], datetime.fromisoformat(post["date"])
    if "T" in published:
        assert datetime.fromisoformat(published) == expected
    else:  # a day without a time is shown as a day
        assert (published, expected.hour) == (expected.date().isoformat(), 0)
    assert set(entry.get("category", [])) == {*post["categories"], *post["tags"]}


@POST
def test_links_lead_somewhere(site, post) -> None:
    assert site.lost_links(address(post)) == []


@POST
def test_pictures_are_there(site, post) -> None:
    url = address(post)
    for picture in ours(site, post).css("img"):
        target = site.target(url, picture.attributes["src"] or "")
        assert target is not None
        assert (site.out / posixpath.normpath(target)).is_file()


@pytest.mark.parametrize(
    ("slug", "names"),
    [
        ("peser-une-page", ["Maud Achour"]),
        ("petit-lexique", ["Maud Achour", "Tomek Lindqvist"]),
        ("les-petits-signes", ["Tomek Lindqvist"]),
        ("what-a-budget-buys", ["Tomek Lindqvist", "Oriane Kettu-Blay"]),
        ("python-on-old-laptops", ["Tomek Lindqvist"]),
        ("midsummer-notes", ["Maud Achour"]),
        ("vieux-portable", ["Maud Achour"]),
    ],
)
def test_authors(site, slug, names) -> None:
    """By id, by list, by a name of theirs, or by `defaults`."""
    authors = site.entry(site.post(slug))["author"]
    assert [author["properties"]["name"][0] for author in authors] == names


def test_attribute_lists(site) -> None:
    for slug, selectors in {
        "petit-lexique": ["h2#octet.mot", "table#table-des-mesures.mesures"],
        "les-petits-signes": [
            'p.chapeau[lang="fr"]', 'em.fort[title="Important"]', 'a.dehors[rel="nofollow"]',
            'img[width="40"][height="20"]', "ul.serree", "span.x > em",
        ],
        "du-html-dans-la-page": ["div.note > ul", "div.brut > img", "details > summary"],
        "givre": ["figure.large"],
    }.items():  # fmt: skip
        content = site.page(site.post(slug)).css_first(".e-content")
        assert [selector for selector in selectors if not content.css(selector)] == []


def test_maths_are_left_for_a_script(site) -> None:
    content = site.page(site.post("les-petits-signes")).css_first(".e-content")
    assert [words(node) for node in content.css(".arithmatex")] == [
        r"\[ p = \sum_{i=1}^{n} o_i \times 8 \]",
        r"\(p < 10^6\)",
    ]


def test_abbreviations(site) -> None:
    [first, *_] = site.page(site.post("petit-lexique")).css(".e-content abbr")
    assert (first.text(), first.attributes["title"]) == ("HTML", "HyperText Markup Language")


def test_excerpts_end_where_jekylls_do(site) -> None:
    """At the site's separator, at one of the post's own, and in a post without any: at the end of what is shown."""
    shown = {}
    for page in ("", "page/2/", "page/3/"):
        for entry in site.page(page).css(".h-feed .h-entry"):
            shown[words(entry.css_first(".p-name"))] = re.sub(r"\s+", "", words(entry.css_first(".p-summary")))
    for post in POSTS:
        whole = text(LexborHTMLParser(f"<main>{post['excerpt']}</main>"))
        assert shown[post["title"]]
        if "more -->" in post["content"] or "end-->" in post["content"]:
            assert shown[post["title"]] == whole

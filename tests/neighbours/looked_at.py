"""What holds of the garden's site, whatever stands beside its blog."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.hosts.built import Site, words
from tests.neighbours.garden import DRAFT, LISTS, OF_TAGS, OVERVIEWS, POSTS, Written

GATHERED = {"sitemap.xml", "sitemap.xml.gz", "search/search_index.json"}
"""Files that name all pages of a site, so that a blog has to change them."""
_NAVIGATION = ".md-nav--primary, .md-tabs, .navbar, [rel=prev], [rel=next]"


def every_post_and_list_is_right(site: Site, *, makes_tags: bool = False) -> None:
    """Posts, lists and overviews are where they are without any neighbour, and say what they say there."""
    blog = {url for url in site.urls if url.startswith("blog/")}
    gone = set(OF_TAGS) if makes_tags else set()
    assert blog == {*POSTS, *LISTS, *OVERVIEWS} - gone
    for url, written in POSTS.items():
        post_is_right(site, url, written)
    for url in LISTS.keys() - gone:
        names = [words(entry.css_first(".p-name")) for entry in site.page(url).css(".h-feed .h-entry")]
        assert names == LISTS[url], url
    for url in sorted(blog):
        page = site.page(url)
        assert len(page.css("h1")) == 1, url
        assert site.lost_links(url) == [], url
    assert not [path for path in texts_of(site.out) if DRAFT in path.read_text(encoding="utf-8").casefold()]


def post_is_right(site: Site, url: str, written: Written) -> None:
    """The page of a post says who wrote it, when, and what about."""
    entry = site.entry(url)
    assert entry["name"] == [written.name]
    assert [author["properties"]["name"][0] for author in entry.get("author", [])] == list(written.authors)
    assert [day[:10] for day in entry["published"]] == [written.published]
    assert set(entry.get("category", [])) == set(written.terms)
    assert written.text in entry["content"][0]["value"]


def docs_are_as_without_it(site: Site, without: Site, *, but: Iterable[str] = ()) -> None:
    """Every file of a site without a blog is there with it, and the same, but for pages' navigation."""
    gathered = GATHERED.union(but)
    for path in sorted(without.out.rglob("*")):
        name = path.relative_to(without.out).as_posix()
        if path.is_file() and name not in gathered:
            assert beside_navigation(site.out / name) == beside_navigation(path), name


def beside_navigation(path: Path) -> str | bytes:
    """A file; a page without the parts that show the site's navigation, and the blank lines around them."""
    if path.suffix != ".html":
        return path.read_bytes()
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    for node in tree.css(_NAVIGATION):
        node.decompose()
    return "\n".join(line for line in (tree.html or "").splitlines() if line.strip())


def texts_of(folder: Path) -> Iterator[Path]:
    """Files that readers and their programs read."""
    return (path for path in folder.rglob("*") if path.suffix in {".html", ".json", ".xml"})

"""Blogs written for Jekyll."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import yaml
from pymdownx.slugs import slugify
from selectolax.lexbor import LexborHTMLParser

from .build import OUT, CheckError, build, minimum, run, write_yaml
from .reading import Entry, folded, html_pages, read_entries, read_entry, same

THEMES = ("material", "mkdocs", "readthedocs")
FLOORS = {
    "url": 100, "entry": 100, "title": 100, "date": 100, "terms": 100, "links": 100, "images": 100,
    "text": 98, "shape": 98, "code": 98, "anchors": 98,
}  # fmt: skip
"""Percent."""
FEEDS = {"iroco": "feed.xml", "brew": "atom.xml"}
"""Where jekyll-feed wrote each blog's feed."""
MADE_BY_JEKYLL = ("oracle.json", "urls.json", "feed.xml")


def jekyll_blogs(shared: Path) -> None:
    """A Jekyll site that is read where it lies keeps addresses, old ones too, text, structure, and its feed."""
    for name, feed in FEEDS.items():
        corpus, site = shared / "corpora" / f"jekyll-{name}", OUT / f"jekyll-{name}"
        shutil.copytree(corpus, site, ignore=shutil.ignore_patterns(*MADE_BY_JEKYLL))
        (site / "docs").mkdir()
        config = {"site_name": name, "plugins": ["search", {"iroco-blog": {"jekyll": "."}}]}
        write_yaml(site / "mkdocs.yml", config | {"theme": {"name": "material", "font": False}})
        build(site)
        command = (shared / "tools" / "parity.py", site / "site", corpus / "oracle.json", "--static", corpus)
        print(name, run(*command, *minimum(FLOORS), "--show", "12"), sep="\n", end="")
        print(run(shared / "tools" / "feedparity.py", site / "site" / feed, corpus / "feed.xml"), end="")
        posts = json.loads((corpus / "oracle.json").read_text(encoding="utf-8"))["posts"]
        print(f"old addresses: {redirects(site / 'site', posts)}")
        if (corpus / "urls.json").is_file():
            answers(site / "site", json.loads((corpus / "urls.json").read_text(encoding="utf-8")))


def answers(site: Path, urls: Iterable[str]) -> None:
    """Fail unless there is a page or file for each address."""
    lost = [url for url in urls if not is_file(site, url.strip("/"))]
    if lost:
        raise CheckError("\n".join(["Nothing answers at:", *lost]))


def redirects(site: Path, posts: Iterable[Mapping[str, Any]]) -> int:
    """Fail unless every post's old address leads to it; how many there are."""
    old = [(post["redirect_from"], post["url"]) for post in posts if post.get("redirect_from")]
    if lost := [f"{address}: {found}" for address, url in old if (found := leads_to(site, address)) != url]:
        raise CheckError("\n".join(["Does not lead to its post:", *lost]))
    return len(old)


def leads_to(site: Path, address: str) -> str:
    """Where the page at an old address leads, whatever `site_url`; empty where there is none, or it leads nowhere."""
    page = site / address.strip("/") / "index.html"
    tree = LexborHTMLParser(page.read_text(encoding="utf-8")) if page.is_file() else None
    refresh = tree.css_first("meta[http-equiv=refresh]") if tree else None
    link = (refresh.attributes["content"] or "").partition("url=")[2] if refresh else ""
    return urljoin(f"/{address.strip('/')}/", link) if link else ""


def is_file(site: Path, path: str) -> bool:
    """Whether a server would find something at a path."""
    return any((site / name).is_file() for name in (f"{path}/index.html".lstrip("/"), path, f"{path}.html"))


def iroco_posts(shared: Path) -> None:
    """Every post of a Jekyll blog has its page, and every author and term its view, on every theme."""
    jekyll = shared / "corpora" / "jekyll-iroco"
    oracle = json.loads((jekyll / "oracle.json").read_text(encoding="utf-8"))["posts"]
    names = {key: author["name"] for key, author in jekyll_authors(jekyll).items()}
    for theme in THEMES:
        site = jekyll_site(f"iroco-{theme}", theme, jekyll, sorted((jekyll / "_posts").iterdir()))
        build(site)
        same(expected_entries(oracle, names), read_entries(site / "site"), site.name)
        views = [site / "site" / "blog" / view / "index.html" for view in expected_views(oracle)]
        if lost := [str(view) for view in views if not view.is_file()]:
            raise CheckError("\n".join(["Views are not there:", *lost]))
        print(f"{theme}: {len(oracle)} posts and {len(views)} views")


def seed_post(shared: Path) -> None:
    """A post with several `h1` of its own gets one, with every section in the table of contents."""
    jekyll = shared / "corpora" / "jekyll-iroco"
    for theme in THEMES:
        site = jekyll_site(f"seed-{theme}", theme, jekyll, sorted((shared / "corpora" / "seed").glob("*.md")))
        build(site)
        [page] = [page for page in html_pages(site / "site") if "e-content" in page]
        title, _, authors, _ = read_entry(page)
        if authors != {"Iroco"}:
            raise CheckError(f"{site.name}: {title} is by {set(authors) or 'nobody'}")
        check_headings(page, site.name)
        print(f"{theme}: {title}")


def check_headings(page: str, name: str) -> None:
    """Fail unless a post's page has one `h1`, and a link elsewhere on it to each of its sections."""
    tree = LexborHTMLParser(page)
    if len(tree.css("h1")) != 1:
        raise CheckError(f"{name}: {len(tree.css('h1'))} `h1` on the page")
    sections = {heading.id for heading in tree.css(".e-content h2")}
    for content in tree.css(".e-content"):
        content.decompose()
    linked = {(link.attributes["href"] or "").removeprefix("#") for link in tree.css('a[href^="#"]')}
    if not sections or (lost := sections - linked):
        raise CheckError(f"{name}: not in the table of contents: {lost if sections else 'any section'}")


def jekyll_site(name: str, theme: str, jekyll: Path, posts: Iterable[Path]) -> Path:
    """A site with the posts and pictures of a Jekyll blog, unedited."""
    site = OUT / name
    docs = site / "docs"
    shutil.copytree(jekyll / "images", docs / "images")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    (docs / "blog" / "posts").mkdir(parents=True)
    for post in posts:
        shutil.copy(post, docs / "blog" / "posts")
    write_yaml(docs / "blog" / ".authors.yml", {"authors": jekyll_authors(jekyll)})
    config = {
        "site_name": name,
        "site_url": "https://example.org/",
        "theme": {"name": theme},
        "markdown_extensions": ["tables", "footnotes", "pymdownx.superfences"],
        "plugins": ["search", {"iroco-blog": {"lang": "fr", "timezone": "Europe/Paris"}}],
    }
    write_yaml(site / "mkdocs.yml", config)
    return site


def front_matter(path: Path) -> dict[str, Any]:
    """The values between the lines of dashes at the top of a file."""
    values: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n", 2)[1])
    return values


def jekyll_authors(jekyll: Path) -> dict[str, dict[str, str]]:
    """The authors file that a Jekyll blog's collection of authors amounts to."""
    written = (front_matter(path) for path in sorted((jekyll / "_authors").glob("*.md")))
    return {str(meta["name"]): {"name": str(meta["display_name"]).strip(), "description": "Iroco"} for meta in written}


def expected_entries(oracle: list[dict[str, Any]], names: dict[str, str]) -> list[Entry]:
    """Every post as Jekyll knew it."""
    return [
        (
            folded(unescape(post["title"])),
            post["date"][:10],
            frozenset(names.get(author, author) for author in post["authors"]),
            frozenset(map(str, post["categories"] + post["tags"])),
        )
        for post in oracle
    ]


def expected_views(oracle: list[dict[str, Any]]) -> Iterator[str]:
    """The address of every author's, category's and tag's view, below the blog's own."""
    slug = slugify(case="lower")
    for kind, key in (("author", "authors"), ("category", "categories"), ("tag", "tags")):
        terms = {slug(str(term), "-") for post in oracle for term in post[key]}
        yield from (f"{kind}/{term}" for term in sorted(terms))

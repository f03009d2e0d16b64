"""Compares the contents of the sites that engines build: part of `make bench`, which puts them into `docs/engines.md`.

Every engine has the plugins that the page names. Its files are read back: a category has a list or a feed if one
links to the posts of that category and to no others.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import extruct
import feedparser
import yaml
from selectolax.lexbor import LexborHTMLParser

from .engine import SITE, build
from .rivals import DOCUSAURUS, JEKYLL, Configurations, Rival, installed_rivals
from .shown import replace

POSTS = 30
SERIES = (4, 11, 18)
"""The posts of a series. No two of them are neighbours, which most engines link to each other."""
OLD, MOVED_TO = "/old/address/", 7
FORMATS = {"atom": "Atom", "rss": "RSS"}
KINDS = {"authors": "author", "categories": "category", "tags": "tag", "series": "series", "date": "year"}
_MATERIAL_PLUGINS = """\
plugins:
  - search
  - blog: {authors_profiles: true}
  - tags
  - rss: {match_path: "blog/posts/.*", use_git: false, date_from_meta: {as_creation: date}, json_feed_enabled: true}
  - redirects: {redirect_maps: {old/address.md: blog/index.md}}
"""
_OUR_PLUGINS = """\
plugins:
  - search
  - iroco-blog:
      feeds: [atom, rss, json, {of: authors}, {of: categories}, {of: tags}, {of: series}]
"""
_TAGS = re.compile(r"^tags: .*", re.MULTILINE)
_NUMBER = re.compile(r"\bnote-(\d{5})(?=[/#?.]|$)")
COLUMNS = (
    "Feeds", "Feeds for one term", "Lists of posts", "Links between posts", "Redirects from old addresses",
    "Metadata of posts",
)  # fmt: skip


def configurations() -> Configurations:
    """Return the configurations with all plugins that the page names, except those that fetch fonts."""
    plugins = "jekyll-redirect-from, jekyll-seo-tag"
    categories = ", ".join(f"Field {number}" for number in range(12))
    feeds = f"feed: {{tags: true, categories: [{categories}]}}\n"
    target = f"/blog/note-{MOVED_TO:05}"
    redirects = f'  plugins: [["client-redirects", {{redirects: [{{from: "{OLD[:-1]}", to: "{target}"}}]}}]],\n'
    blog = 'type: "all"}, blogSidebarCount: 0'
    return Configurations(
        ours=SITE + _OUR_PLUGINS,
        material=SITE + _MATERIAL_PLUGINS,
        jekyll=JEKYLL.replace("jekyll-seo-tag", plugins) + feeds,
        docusaurus=DOCUSAURUS.replace('type: ["rss", "atom"]}', blog).replace("  presets", f"{redirects}  presets"),
    )


def add_keys(folder: Path) -> None:
    """Give some posts a series, and one an address that it had before. Spell tags so that jekyll-feed takes them."""
    for post in folder.rglob("*-note-*.md"):
        text = _TAGS.sub(lambda tags: tags[0].replace("-", "_"), post.read_text(encoding="utf-8"), count=1)
        post.write_text(text, encoding="utf-8")
    for number in (*SERIES, MOVED_TO):
        [post] = folder.rglob(f"*-note-{number:05}.md")
        line = f"redirect_from: {OLD}" if number == MOVED_TO else "series: Field notes"
        post.write_text(post.read_text(encoding="utf-8").replace("---\n", f"---\n{line}\n", 1), encoding="utf-8")


def posts_of_terms(folder: Path) -> dict[frozenset[int], str]:
    """Return sets of posts that share a term, and its kind. Sets of one post, or of two kinds, would prove nothing."""
    posts: dict[tuple[str, str], set[int]] = {}
    for post in folder.rglob("*-note-*.md"):
        front = yaml.safe_load(post.read_text(encoding="utf-8").split("---\n")[1])
        for key, kind in KINDS.items():
            value = front.get(key, [])
            for term in value if isinstance(value, list) else [str(value)[:4] if kind == "year" else value]:
                posts.setdefault((kind, term), set()).update(numbers([post.stem]))
    sets = Counter(frozenset(members) for members in posts.values())
    kinds = {frozenset(members): kind for (kind, _), members in posts.items()}
    return {members: kind for members, kind in kinds.items() if len(members) > 1 and sets[members] == 1}


def numbers(addresses: Iterable[str]) -> frozenset[int]:
    """Return the numbers of the posts at these addresses."""
    return frozenset(int(match[1]) for address in addresses if (match := _NUMBER.search(address)))


def links(page: Path) -> frozenset[int]:
    """Return the posts that a page links to."""
    nodes = LexborHTMLParser(page.read_text(encoding="utf-8")).css("a[href]")
    return numbers(node.attributes["href"] or "" for node in nodes)


def feeds(site: Path) -> Iterator[tuple[str, frozenset[int]]]:
    """Yield the format and the posts of each feed."""
    for path in sorted(path for path in site.rglob("*.*") if path.suffix in {".atom", ".json", ".rss", ".xml"}):
        if path.suffix == ".json":
            data = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(data, dict) and "jsonfeed.org" in str(data.get("version")):
                yield "JSON", numbers(item["url"] for item in data["items"])
        else:
            read = feedparser.parse(path.read_bytes())
            if name := FORMATS.get(read.version.rstrip("0123456789")):
                yield name, numbers(entry.link for entry in read.entries)


def links_between_posts(pages: Mapping[int, Path]) -> list[str]:
    """Return the kinds of links that posts have, apart from neighbours and what every post links to."""
    linked = {number: links(page) for number, page in pages.items()}
    everywhere = frozenset.intersection(*linked.values())
    parts = [linked[part] - everywhere >= set(SERIES) - {part} for part in SERIES]
    further = [linked[number] - everywhere - set(SERIES) - {number - 1, number, number + 1} for number in linked]
    return [name for name, present in (("series", all(parts)), ("related posts", any(further))) if present]


def metadata(post: Path) -> list[str]:
    """Return the formats in which a post says what it is."""
    data = extruct.extract(post.read_text(encoding="utf-8"), syntaxes=["json-ld", "opengraph"])
    return [name for name, key in (("JSON-LD", "json-ld"), ("Open Graph", "opengraph")) if data[key]]


def redirects(site: Path) -> bool:
    """Whether the old address leads elsewhere."""
    pages = [site / f"{OLD.strip('/')}{ending}" for ending in (".html", "/index.html")]
    trees = (LexborHTMLParser(page.read_text(encoding="utf-8")) for page in pages if page.is_file())
    return any(tree.css_first("meta[http-equiv=refresh i]") for tree in trees)


def contents(rival: Rival, folder: Path) -> list[str]:
    """Return the cells of an engine's row, from the site that it has built in the folder."""
    site = folder / rival.output
    pages = {page: numbers([page.relative_to(site).as_posix()]) for page in site.rglob("*.html")}
    posts = {min(number): page for page, number in pages.items() if number}
    sets = posts_of_terms(folder)
    listed = {sets.get(links(page)) for page, number in pages.items() if not number}
    subscribed = {sets.get(members) for _, members in feeds(site)}
    formats = {name for name, _ in feeds(site)}
    fetches_fonts = rival.name.startswith(("Material", "Zensical"))
    cells: list[list[str]] = [
        [name for name in ("Atom", "RSS", "JSON") if name in formats],
        [kind for kind in KINDS.values() if kind in subscribed],
        [kind for kind in KINDS.values() if kind in listed],
        links_between_posts(posts),
        ["yes"] if redirects(site) else [],
        ["–"] if fetches_fonts else metadata(posts[MOVED_TO]),
    ]
    return [", ".join(cell) if cell else "no" for cell in cells]


def main() -> None:
    """Build with every engine, and show what the sites contain."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--zensical", default="", help="its command, from an environment of its own")
    parser.add_argument("--docusaurus", default="", help="the folder that it is installed in")
    asked = parser.parse_args()
    rows = [f"| {' | '.join(('Engine', *COLUMNS))} |", f"|{' --- |' * (len(COLUMNS) + 1)}"]
    with tempfile.TemporaryDirectory(prefix="measured-") as root:
        present = installed_rivals(configurations(), zensical=asked.zensical, docusaurus=asked.docusaurus)
        for number, rival in enumerate(present):
            folder = Path(root, str(number))
            rival.prepare(folder, POSTS)
            add_keys(folder)
            rival.clear(folder)
            build(rival.command, folder)
            rows.append(f"| {' | '.join((rival.name, *contents(rival, folder)))} |")
    replace("contents", "\n" + "\n".join(rows) + "\n\n")


if __name__ == "__main__":
    main()

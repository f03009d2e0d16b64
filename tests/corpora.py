"""Builds real blogs, as their authors wrote them, and holds the sites against what they were before.

    python tests/corpora.py SHARED

SHARED holds the blogs in `corpora/` and the programs that compare and time sites in `tools/`. What is built stays in
build/corpora. Ends with 1 where a check fails, after having run them all.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import frontmatter
import mf2py
import yaml
from pymdownx.slugs import slugify
from selectolax.lexbor import LexborHTMLParser

OUT = Path(__file__).parents[1] / "build" / "corpora"
THEMES = ("material", "mkdocs", "readthedocs")
BENCH_POSTS = 300
BENCH_LIMIT = 1.6
"""How many times the bare host's time a cold build may take: about 1.35, and room for a machine's moods."""

BENCH_TRIES = 3
"""A machine that does something else as well slows the larger build more than the smaller one."""

FLOORS = {"url": 96, "entry": 100, "date": 100, "title": 100, "text": 100}
"""Percent. The list of addresses holds one of 27 that Material's own plugin does not make of these posts either."""

Entry = tuple[str, str, frozenset[str], frozenset[str]]
"""A post as a reader's program sees it: title, day, authors, and categories with tags."""

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_OURS = re.compile(r"^(?:WARNING|ERROR) +- +iroco-blog: .*", re.MULTILINE)


class CheckError(Exception):
    """A check that failed, and why."""


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a Python program in this environment; what it printed, without colours."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, *command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    printed = _COLOURS.sub("", done.stdout + done.stderr)
    if done.returncode:
        raise CheckError(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{printed[-4000:]}")
    return printed


def build(site: Path, *, expected: str = "") -> None:
    """Build a site; a Problem of ours is a failure, unless it says what is `expected`."""
    problems = _OURS.findall(run("-m", "mkdocs", "build", cwd=site))
    if problems := [problem for problem in problems if not expected or expected not in problem]:
        raise CheckError(f"{site.name}: {len(problems)} Problems\n" + "\n".join(problems))


def material_blog(shared: Path) -> None:
    """A Material blog keeps every address with one word of its configuration changed."""
    corpus, site = shared / "corpora" / "material-material", OUT / "material-material"
    shutil.copytree(corpus / "docs", site / "docs")
    config = (corpus / "mkdocs-material.yml").read_text(encoding="utf-8")
    changed, places = re.subn(r"^  - blog$", "  - iroco-blog", config, flags=re.MULTILINE)
    if places != 1:
        raise CheckError(f"{corpus.name}: the plugin is named {places} times, not once")
    (site / "mkdocs.yml").write_text(changed, encoding="utf-8")
    build(site, expected="`links` names")  # pages that the blog was copied without
    floors = [word for measure, percent in FLOORS.items() for word in ("--min", f"{measure}={percent}")]
    print(run(shared / "tools" / "dropin.py", site / "site", corpus / "oracle.json", "--show", "12", *floors), end="")


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


def bench(shared: Path) -> None:
    """A cold build costs little beside the bare host's, in the same run."""
    program, folder = shared / "tools" / "bench.py", OUT / "bench"
    run(program, "corpus", str(BENCH_POSTS), folder)
    for _ in range(BENCH_TRIES):
        printed = run(program, "build", folder, "--runs", "3", "--only", "ours,bare")
        print(printed, end="")
        ratio = re.search(r"^ours cold .* x([\d.]+) bare", printed, re.MULTILINE)
        if ratio and float(ratio[1]) <= BENCH_LIMIT:
            return
    raise CheckError(f"a cold build takes {ratio and ratio[1]} times the bare host's, over {BENCH_LIMIT}")


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


def jekyll_authors(jekyll: Path) -> dict[str, dict[str, str]]:
    """The authors file that a Jekyll blog's collection of authors amounts to."""
    written = (frontmatter.load(str(path)).metadata for path in sorted((jekyll / "_authors").glob("*.md")))
    return {str(meta["name"]): {"name": str(meta["display_name"]).strip(), "description": "Iroco"} for meta in written}


def write_yaml(path: Path, value: object) -> None:
    """Write a value as YAML."""
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")


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


def read_entries(site: Path) -> list[Entry]:
    """Every post of a built site, as a microformats parser reads its page."""
    return [read_entry(page) for page in html_pages(site) if "e-content" in page]


def html_pages(site: Path) -> Iterator[str]:
    """Every page of a built site."""
    return (page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html")))


def read_entry(page: str) -> Entry:
    """The one post of a page."""
    [entry] = [item for item in mf2py.parse(doc=page)["items"] if "h-entry" in item["type"]]
    properties = entry["properties"]
    authors = (author["properties"]["name"][0] for author in properties.get("author", []))
    return (
        folded(properties["name"][0]),
        properties["published"][0][:10],
        frozenset(authors),
        frozenset(properties.get("category", [])),
    )


def folded(text: str) -> str:
    """A text with its white space made even."""
    return " ".join(text.split())


def same(expected: list[Entry], found: list[Entry], name: str) -> None:
    """Fail with what differs."""
    lost, added = Counter(expected) - Counter(found), Counter(found) - Counter(expected)
    if lost or added:
        raise CheckError("\n".join([f"{name}:", *(f"- {entry}" for entry in lost), *(f"+ {entry}" for entry in added)]))


CHECKS: tuple[Callable[[Path], None], ...] = (material_blog, iroco_posts, seed_post, bench)


def main() -> None:
    """Run every check."""
    shared = Path(sys.argv[1]).resolve()
    shutil.rmtree(OUT, ignore_errors=True)
    failed = False
    for check in CHECKS:
        print(f"-- {check.__name__}: {check.__doc__}", flush=True)
        try:
            check(shared)
        except CheckError as error:
            failed = True
            print(f"failed: {error}", flush=True)
    raise SystemExit(failed)


if __name__ == "__main__":
    main()

"""Builds of the measured posts by other engines: part of `make bench`, which puts the result into `docs/engines.md`.

Processor time is the sum over all processes and threads of a build. It depends far less than the time on the clock on
what a machine does besides. Each engine has its own theme, and makes the lists that it makes without further packages.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

from .corpus import authors_file, posts, write
from .engine import MATERIAL, OURS, Engine, build

ROOT = Path(__file__).resolve().parents[2]
_START, _END = "<!-- measured -->\n", "<!-- end of measured -->\n"
_JEKYLL_CONFIG = """\
title: Measured
url: https://example.org
theme: minima
permalink: /blog/:year/:month/:day/:title/
paginate: 10
paginate_path: /blog/page:num/
excerpt_separator: <!-- more -->
plugins: [jekyll-paginate, jekyll-archives, jekyll-feed, jekyll-seo-tag]
defaults:
  - scope: {path: "", type: posts}
    values: {layout: post}
jekyll-archives:
  enabled: [year, categories, tags]
  layout: archive
"""
_JEKYLL_LIST = """\
{%% for post in %s.posts %%}<h2><a href="{{ post.url }}">{{ post.title }}</a></h2>{{ post.excerpt }}{%% endfor %%}
"""
_DOCUSAURUS_CONFIG = r"""
module.exports = {
  title: "Measured", url: "https://example.org", baseUrl: "/",
  onBrokenLinks: "ignore", markdown: {format: "md"},
  presets: [["classic", {
    docs: false, pages: false,
    blog: {truncateMarker: /<!-- more -->/, onInlineTags: "ignore", feedOptions: {type: ["rss", "atom"]}},
  }]],
};
"""


@dataclass(slots=True)
class Rival:
    """An engine, and how to make its site of the posts."""

    name: str
    command: tuple[str, ...]
    prepare: Callable[[Path, int], None]
    output: str = "site"
    caches: tuple[str, ...] = (".cache",)
    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    pages: int = 0


def mkdocs_site(config: str) -> Callable[[Path, int], None]:
    """Writes the site as MkDocs and Zensical have it."""
    return lambda folder, number: write(folder, number, config)


def jekyll_site(folder: Path, number: int) -> None:
    """Write the site with Jekyll's own theme, lists by year, category and tag, and a feed."""
    files = {
        "_config.yml": _JEKYLL_CONFIG,
        "blog/index.html": "---\nlayout: default\n---\n" + _JEKYLL_LIST % "paginator",
        "_layouts/archive.html": "---\nlayout: default\n---\n" + _JEKYLL_LIST % "page",
        **{f"_posts/{name}": text for name, text in posts(number)},
    }
    write_files(folder, files)


def docusaurus_site(installed: Path) -> Callable[[Path, int], None]:
    """Writes the site with the classic theme, which has lists by tag, author and year, and feeds."""

    def prepare(folder: Path, number: int) -> None:
        people = [line[2:] for line in authors_file().splitlines()[1:]]
        authors = [line + ("\n  page: true" if line.endswith(":") else "") for line in people]
        files = {
            "docusaurus.config.js": _DOCUSAURUS_CONFIG,
            "package.json": json.dumps({"private": True}),
            "blog/authors.yml": "\n".join(authors).replace("avatar:", "image_url:").replace("description:", "title:"),
            **{f"blog/{name}": text for name, text in posts(number)},
        }
        write_files(folder, files)
        (folder / "node_modules").symlink_to(installed / "node_modules")

    return prepare


def write_files(folder: Path, files: dict[str, str]) -> None:
    """Write files by their paths in the folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def rivals(zensical: str, docusaurus: str) -> Iterator[Rival]:
    """All engines that are installed."""
    mkdocs = Engine("", "").command
    yield Rival("iroco-blog, on Material", mkdocs, mkdocs_site(OURS))
    yield Rival(f"Material's plugin {version('mkdocs-material')}", mkdocs, mkdocs_site(MATERIAL))
    if zensical:
        program = str(Path(zensical).resolve())
        yield Rival(f"Zensical {last_word(program, '--version')}", (program, "build"), mkdocs_site(MATERIAL))
    if jekyll := shutil.which("jekyll"):
        name = f"Jekyll {last_word(jekyll, '--version')}"
        yield Rival(name, (jekyll, "build", "-q"), jekyll_site, "_site", (".jekyll-cache",))
    if docusaurus:
        installed = Path(docusaurus).resolve()
        program = str(installed / "node_modules/.bin/docusaurus")
        command, caches = (program, "build"), ("node_modules/.cache", ".docusaurus")
        package = json.loads((installed / "node_modules/@docusaurus/core/package.json").read_text(encoding="utf-8"))
        name = f"Docusaurus {package['version']}"
        yield Rival(name, command, docusaurus_site(installed), "build", caches)


def last_word(*command: str) -> str:
    """The last word that a command prints, which is a version."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]


def measure(present: list[Rival], number: int, rounds: int) -> None:
    """Build in turn, as often as there are rounds, once without caches and once more with them."""
    with tempfile.TemporaryDirectory(prefix="measured-") as root:
        folders = {rival.name: Path(root, str(index)) for index, rival in enumerate(present)}
        for rival in present:
            rival.prepare(folders[rival.name], number)
        for _ in range(rounds):
            for rival in present:
                folder = folders[rival.name]
                for place in (rival.output, *rival.caches):
                    shutil.rmtree(folder / place, ignore_errors=True)
                rival.first.append(build(rival.command, folder)[1])
                rival.again.append(build(rival.command, folder)[1])
                rival.pages = len([*(folder / rival.output).rglob("*.html")])
                print(f"{rival.name}: {rival.first[-1]:.1f} s, then {rival.again[-1]:.1f} s")  # noqa: T201


def table(present: list[Rival], number: int, day: date) -> str:
    """The section of the manual."""
    rows = "".join(
        f"| {rival.name} | {rival.pages:,} | {median(rival.first):.1f} s | {median(rival.again):.1f} s |\n"
        for rival in present
    )
    head = "| Engine | Pages | First build | Next build |\n| --- | --- | --- | --- |\n"
    builds = len(present[0].first)
    kind = f"medians of {builds} builds" if builds > 1 else "one build of each kind"
    return f"\nMeasured with {number:,} posts on {day.isoformat()}, {kind}:\n\n{head}{rows}\n"


def main() -> None:
    """Measure, and show."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--zensical", default="", help="its command, from an environment of its own")
    parser.add_argument("--docusaurus", default="", help="the folder that it is installed in")
    asked = parser.parse_args()
    present = list(rivals(asked.zensical, asked.docusaurus))
    measure(present, asked.posts, asked.rounds)
    page = ROOT / "docs/engines.md"
    before, rest = page.read_text(encoding="utf-8").split(_START)
    text = table(present, asked.posts, datetime.now(UTC).date())
    page.write_text(before + _START + text + _END + rest.split(_END)[1], encoding="utf-8")


if __name__ == "__main__":
    main()

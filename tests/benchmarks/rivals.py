"""The engines that the page "Which blog engine?" compares, and how each of them has the measured posts in a site."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from .corpus import authors_file, posts, write
from .engine import MATERIAL, OURS, Engine

JEKYLL = """\
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
DOCUSAURUS = r"""
module.exports = {
  title: "Measured", url: "https://example.org", baseUrl: "/",
  onBrokenLinks: "ignore", markdown: {format: "md"},
  presets: [["classic", {
    docs: false, pages: false,
    blog: {truncateMarker: /<!-- more -->/, onInlineTags: "ignore", feedOptions: {type: ["rss", "atom"]}},
  }]],
};
"""


@dataclass(frozen=True, slots=True)
class Configurations:
    """The configuration of each engine's site. Zensical reads that of Material's plugin."""

    ours: str = OURS
    material: str = MATERIAL
    jekyll: str = JEKYLL
    docusaurus: str = DOCUSAURUS


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

    def clear(self, folder: Path) -> None:
        """Remove the site and the caches, some of which all sites of an engine share."""
        for place in (self.output, *self.caches):
            shutil.rmtree(folder / place, ignore_errors=True)


def mkdocs_site(config: str) -> Callable[[Path, int], None]:
    """Writes the site as MkDocs and Zensical have it."""
    return lambda folder, number: write(folder, number, config)


def jekyll_site(config: str) -> Callable[[Path, int], None]:
    """Writes the site with Jekyll's own theme, lists by year, category and tag, and a feed."""

    def prepare(folder: Path, number: int) -> None:
        files = {
            "_config.yml": config,
            "blog/index.html": "---\nlayout: default\n---\n" + _JEKYLL_LIST % "paginator",
            "_layouts/archive.html": "---\nlayout: default\n---\n" + _JEKYLL_LIST % "page",
            **{f"_posts/{name}": text for name, text in posts(number)},
        }
        write_files(folder, files)

    return prepare


def docusaurus_site(installed: Path, config: str) -> Callable[[Path, int], None]:
    """Writes the site with the classic theme, which has lists by tag and author, and feeds."""

    def prepare(folder: Path, number: int) -> None:
        people = [line[2:] for line in authors_file().splitlines()[1:]]
        authors = [line + ("\n  page: true" if line.endswith(":") else "") for line in people]
        files = {
            "docusaurus.config.js": config,
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


def installed_rivals(configurations: Configurations, *, zensical: str, docusaurus: str) -> Iterator[Rival]:
    """Yield all that are installed; `zensical` is its command, `docusaurus` the folder that it is installed in."""
    mkdocs = Engine("", "").command
    material = mkdocs_site(configurations.material)
    yield Rival("iroco-blog, on Material", mkdocs, mkdocs_site(configurations.ours))
    yield Rival(f"Material's plugin {version('mkdocs-material')}", mkdocs, material)
    if zensical:
        program = str(Path(zensical).resolve())
        yield Rival(f"Zensical {last_word(program, '--version')}", (program, "build"), material)
    if jekyll := shutil.which("jekyll"):
        name = f"Jekyll {last_word(jekyll, '--version')}"
        yield Rival(name, (jekyll, "build", "-q"), jekyll_site(configurations.jekyll), "_site", (".jekyll-cache",))
    if docusaurus:
        installed = Path(docusaurus).resolve()
        program = str(installed / "node_modules/.bin/docusaurus")
        command, caches = (program, "build"), ("node_modules/.cache", ".docusaurus")
        package = json.loads((installed / "node_modules/@docusaurus/core/package.json").read_text(encoding="utf-8"))
        name = f"Docusaurus {package['version']}"
        yield Rival(name, command, docusaurus_site(installed, configurations.docusaurus), "build", caches)


def last_word(*command: str) -> str:
    """The last word that a command prints, which is a version."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]

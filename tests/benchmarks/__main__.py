"""Whole builds, timed: `make bench`, which puts its result into `docs/speed.md`.

Every engine builds the same posts with the same Markdown extensions and theme, one after another in every round.
`bare` is MkDocs with search alone, the posts as plain pages, without a list of them anywhere. Seconds are medians:
what a machine does besides comes and goes, so compare them with each other only.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from tests.hosts.preview import Preview, free_port

from .corpus import address, write
from .engine import MATERIAL, OURS, SITE, Engine, build
from .shown import Measured, put

ROOT = Path(__file__).resolve().parents[2]
_PELICAN = """
SITENAME = "Measured"
SITEURL = "https://example.org"
PATH = "docs/blog/posts"
TIMEZONE = "UTC"
TAG_SAVE_AS = "tag/{slug}/index.html"
CATEGORY_SAVE_AS = "category/{slug}/index.html"
AUTHOR_SAVE_AS = "author/{slug}/index.html"
DEFAULT_PAGINATION = 10
_OWN = ("markdown.extensions.extra", "markdown.extensions.meta", "markdown.extensions.toc", "pymdownx.superfences")
MARKDOWN = {"extension_configs": {name: {} for name in _OWN}}
"""
_PREVIEWS = 3
"""Edits that are made in a preview."""
_PATIENCE = 300.0
"""Seconds that an edit may take to show."""


def engines(pelican: str) -> Iterator[Engine]:
    """All that are there: Pelican is, where its command is named."""
    yield Engine("bare", SITE + "nav: [index.md, blog/index.md]\nplugins: [search]\n", blog="plain")
    yield Engine("iroco-blog", OURS, blog="dated")
    yield Engine("Material's plugin", MATERIAL, blog="dated")
    if pelican:
        yield Engine("Pelican", SITE, (str(Path(pelican).resolve()), "-q"))


def edit(engine: Engine, folder: Path) -> float:
    """Seconds from saving a post until its page shows the change."""
    post = sorted((folder / "docs/blog/posts").glob("*.md"))[7]
    url, text = address(post.stem, dated=engine.blog == "dated"), post.read_text(encoding="utf-8")
    preview = Preview(folder, free_port(), patience=_PATIENCE)
    took = []
    try:
        preview.shows(url, "</html>")
        for number in range(_PREVIEWS):
            time.sleep(2)  # a build may be reading still
            post.write_text(f"{text}\nedit{number}\n", encoding="utf-8")
            start = time.perf_counter()
            preview.shows(url, f"edit{number}")
            took.append(time.perf_counter() - start)
    finally:
        preview.stop()
        post.write_text(text, encoding="utf-8")
    return median(took)


def measure(number: int, rounds: int, pelican: str) -> list[Measured]:
    """Medians of every engine."""
    present = list(engines(pelican))
    with tempfile.TemporaryDirectory(prefix="measured-") as root:
        folders = {engine.name: Path(root, engine.name) for engine in present}
        for engine in present:
            write(folders[engine.name], number, engine.config)
            (folders[engine.name] / "pelicanconf.py").write_text(_PELICAN, encoding="utf-8")
        for _ in range(rounds):
            for engine in present:
                for made in ("site", "output", ".cache"):
                    shutil.rmtree(folders[engine.name] / made, ignore_errors=True)
                waited, computed = build(engine.command, folders[engine.name])
                engine.first.append(waited)
                engine.computed.append(computed)
                engine.again.append(build(engine.command, folders[engine.name])[0])
                print(f"{engine.name}: {waited:.2f} s, then {engine.again[-1]:.2f} s")  # noqa: T201 - for a terminal
        return [one.measured(edit(one, folders[one.name]) if one.blog else None) for one in present]


def main() -> None:
    """Measure, and show."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pelican", default="", help="its command, from an environment of its own")
    asked = parser.parse_args()
    put(measure(asked.posts, asked.rounds, asked.pelican), asked.posts, datetime.now(UTC).date(), ROOT / "docs")


if __name__ == "__main__":
    main()

"""Whole builds, timed: `python -m tests.benchmarks`, which puts its result into `docs/speed.md`.

Every engine builds the same posts with the same Markdown extensions and theme, one after another in every round.
`bare` is MkDocs with search alone, the posts as plain pages, without a list of them anywhere. Seconds are processor
time, median of the rounds: what else a machine does changes them less.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from .corpus import write
from .shown import put

ROOT = Path(__file__).resolve().parents[2]
_SITE = (
    "site_name: Measured\nsite_url: https://example.org/\ntheme:\n  name: material\nmarkdown_extensions:\n  - tables\n"
)
_SITE += "  - footnotes\n  - toc:\n      permalink: true\n  - pymdownx.highlight\n  - pymdownx.superfences\n"
_PELICAN = (
    "SITENAME = 'Measured'\nSITEURL = 'https://example.org'\nPATH = 'docs/blog/posts'\nTIMEZONE = 'UTC'\n"
    "DEFAULT_PAGINATION = 10\nMARKDOWN = {'extension_configs': {'markdown.extensions.extra': {}, "
    "'markdown.extensions.meta': {}, 'markdown.extensions.toc': {}, 'pymdownx.superfences': {}}}\n"
)
_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to build the posts."""

    name: str
    config: str
    command: tuple[str, ...] = _MKDOCS
    needs: str = "mkdocs"
    """The module without which it is left out."""
    warm: bool = False
    """It builds again with what the build before has left."""


ENGINES = (
    Engine("bare", _SITE + "nav: [index.md, blog/index.md]\nplugins: [search]\n"),
    Engine("iroco-blog, first build", _SITE + "plugins: [search, iroco-blog]\n"),
    Engine("iroco-blog, second build", _SITE + "plugins: [search, iroco-blog]\n", warm=True),
    Engine("Material's plugin", _SITE + "plugins: [search, blog: {authors_profiles: true}, tags]\n", needs="material"),
    Engine("Pelican", _SITE, (sys.executable, "-m", "pelican", "-q"), needs="pelican"),
)


def seconds(engine: Engine, folder: Path) -> float:
    """Processor time of one build."""
    if not engine.warm:
        for made in ("site", "output", ".cache"):
            shutil.rmtree(folder / made, ignore_errors=True)
    before = os.times()
    subprocess.run(engine.command, cwd=folder, check=True, capture_output=True)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def measure(number: int, rounds: int) -> dict[str, float]:
    """Medians, by the engine's name."""
    present = [engine for engine in ENGINES if find_spec(engine.needs)]
    took: dict[str, list[float]] = {engine.name: [] for engine in present}
    with tempfile.TemporaryDirectory(prefix="measured-") as root:
        folders = {engine.name: Path(root, engine.name.partition(",")[0]) for engine in present}
        for name, folder in folders.items():
            if not folder.exists():
                write(folder, number, next(engine.config for engine in present if engine.name == name))
                (folder / "pelicanconf.py").write_text(_PELICAN, encoding="utf-8")
        for _ in range(rounds):
            for engine in present:
                took[engine.name].append(seconds(engine, folders[engine.name]))
                print(f"{engine.name}: {took[engine.name][-1]:.2f} s")  # noqa: T201 - a program for a terminal
    return {name: median(values) for name, values in took.items()}


def main() -> None:
    """Measure, and show."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    put(measure(asked.posts, asked.rounds), asked.posts, datetime.now(UTC).date(), ROOT / "docs")


if __name__ == "__main__":
    main()

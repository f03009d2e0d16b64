"""Blogs that `iroco-blog import` moves."""

from __future__ import annotations

import shutil
from pathlib import Path

from .build import OUT, minimum, run
from .jekyll import FEEDS, FLOORS, MADE_BY_JEKYLL

THEMES = ("material", "mkdocs")


def imported_blogs(shared: Path) -> None:
    """A Jekyll site that became files of MkDocs keeps addresses, text, structure and feed, without its old files."""
    for name, feed in FEEDS.items():
        corpus, jekyll = shared / "corpora" / f"jekyll-{name}", OUT / f"import-{name}"
        shutil.copytree(corpus, jekyll, ignore=shutil.ignore_patterns(*MADE_BY_JEKYLL))
        for theme in THEMES:
            site = OUT / f"imported-{name}-{theme}"
            print(run("-m", "mkdocs_iroco_blog", "import", "jekyll", jekyll, "--to", site, "--theme", theme), end="")
            run("-m", "mkdocs", "build", "--strict", cwd=site)
            command = (shared / "tools" / "parity.py", site / "site", corpus / "oracle.json", "--static", corpus)
            print(f"{name}, {theme}", run(*command, *minimum(FLOORS), "--show", "12"), sep="\n", end="")
            print(run(shared / "tools" / "feedparity.py", site / "site" / feed, corpus / "feed.xml"), end="")

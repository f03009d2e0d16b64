"""Blogs written for Material's plugin."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from .build import OUT, CheckError, build, minimum, run

FLOORS = {"url": 96, "entry": 100, "date": 100, "title": 100, "text": 100}
"""Percent. The list of addresses holds one of 27 that Material's own plugin does not make of these posts either."""


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
    command = (shared / "tools" / "dropin.py", site / "site", corpus / "oracle.json", "--show", "12")
    print(run(*command, *minimum(FLOORS)), end="")

"""Blogs written for Material's plugin."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from .build import OUT, CheckError, build, minimum, run

FLOORS = {
    "material-material": {"url": 96, "entry": 100, "date": 100, "title": 100, "text": 100},
    "material-instructor": {"url": 100, "entry": 100, "date": 100, "title": 100, "text": 100},
}
"""Percent. Of the first, one of 27 addresses is none that Material's own plugin makes of these posts either."""


def material_blogs(shared: Path) -> None:
    """A Material blog keeps every address with one word of its configuration changed, with or without `tags`."""
    for name, floors in FLOORS.items():
        for tags in (True, False):
            corpus, site = shared / "corpora" / name, OUT / (name if tags else f"{name}-untagged")
            shutil.copytree(corpus / "docs", site / "docs")
            config = (corpus / "mkdocs-material.yml").read_text(encoding="utf-8")
            changed, places = re.subn(r"^  - blog$", "  - iroco-blog", config, flags=re.MULTILINE)
            if places != 1:
                raise CheckError(f"{corpus.name}: the plugin is named {places} times, not once")
            if not tags:
                changed = changed.replace("\n  - tags\n", "\n")
            (site / "mkdocs.yml").write_text(changed, encoding="utf-8")
            build(site)
            command = (shared / "tools" / "dropin.py", site / "site", corpus / "oracle.json", "--show", "12")
            print(site.name, run(*command, *minimum(floors)), sep="\n", end="")

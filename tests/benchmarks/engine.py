"""Engines that build the measured posts, and the time that a build takes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from .shown import Measured

SITE = (
    "site_name: Measured\nsite_url: https://example.org/\ntheme:\n  name: material\nmarkdown_extensions:\n  - tables\n"
)
SITE += "  - footnotes\n  - toc:\n      permalink: true\n  - pymdownx.highlight\n  - pymdownx.superfences\n"
OURS = SITE + "plugins: [search, iroco-blog]\n"
MATERIAL = SITE + "plugins: [search, blog: {authors_profiles: true}, tags]\n"


@dataclass(slots=True)
class Engine:
    """A way to build the posts."""

    name: str
    config: str
    command: tuple[str, ...] = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    blog: str = ""
    """How the preview's addresses of posts begin; empty where there is no preview to measure."""
    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    computed: list[float] = field(default_factory=list)
    """Processor time of the first build, whatever number of processes it had."""

    def measured(self, edit: float | None) -> Measured:
        """Its medians."""
        return Measured(self.name, median(self.first), median(self.again), edit, median(self.computed))


def build(command: tuple[str, ...], folder: Path) -> tuple[float, float]:
    """Seconds until a build has ended, and processor time."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    waited, after = time.perf_counter() - start, os.times()
    return waited, after.children_user - before.children_user + after.children_system - before.children_system

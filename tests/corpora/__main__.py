"""Builds real blogs, as their authors wrote them, and holds the sites against what they were before.

    python -m tests.corpora SHARED

SHARED holds the blogs in `corpora/` and the programs that compare and time sites in `tools/`. What is built stays in
build/corpora. Ends with 1 where a check fails, after having run them all.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from .bench import bench
from .build import OUT, CheckError
from .commands import commands
from .imported import imported_blogs
from .jekyll import iroco_posts, jekyll_blogs, seed_post
from .material import material_blogs, material_feed

CHECKS: tuple[Callable[[Path], None], ...] = (
    material_blogs,
    material_feed,
    jekyll_blogs,
    iroco_posts,
    seed_post,
    imported_blogs,
    bench,
    commands,
)


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

"""Finds out from git when a file was added."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path


def git_dates(docs_dir: Path) -> Callable[[str], datetime]:
    """Return a function that takes a path under `docs_dir`, and returns the date of the file's first commit.

    Follows renames. Raises `LookupError` with the fault and a hint: no repository, no commit, or a shallow clone,
    where the first commit that git has may not be the first of all.
    """
    shallow = cache(lambda: _git(docs_dir, "rev-parse", "--is-shallow-repository").strip())

    def first_commit(path: str) -> datetime:
        if not shallow():
            raise LookupError("Git knows nothing of this folder.", "Write a `date`, or set `date_from_git: false`.")
        if shallow() == "true":
            what = "The repository is a shallow clone, so git cannot say when the post was added."
            raise LookupError(what, "Fetch the whole history: `fetch-depth: 0` in the checkout step.")
        log = _git(docs_dir, "log", "--follow", "--diff-filter=A", "--format=%aI", "--", path).split()
        if not log:
            what = "The post is not committed yet, so git has no date for it."
            raise LookupError(what, "Write a `date`, or commit it.")
        return datetime.fromisoformat(log[-1])

    return first_commit


def _git(folder: Path, *words: str) -> str:
    try:
        return subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""

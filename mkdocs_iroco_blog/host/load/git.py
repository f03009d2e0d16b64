"""Asks git: when a file was added, and what is on another branch."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

from mkdocs_iroco_blog.core.messages import front_matter as messages


def git_dates(docs_dir: Path) -> Callable[[str], datetime]:
    """Return a function that takes a path under `docs_dir`, and returns the date of the file's first commit.

    Follows renames. Raises `LookupError` with a message: no repository, no commit, or a shallow clone,
    where the first commit that git has may not be the first of all.
    """
    shallow = cache(lambda: git(docs_dir, "rev-parse", "--is-shallow-repository").strip())

    def first_commit(path: str) -> datetime:
        if not shallow():
            raise LookupError(messages.NO_REPOSITORY)
        if shallow() == "true":
            raise LookupError(messages.SHALLOW_CLONE)
        log = git(docs_dir, "log", "--follow", "--diff-filter=A", "--format=%aI", "--", path).split()
        if not log:
            raise LookupError(messages.NOT_COMMITTED)
        return datetime.fromisoformat(log[-1])

    return first_commit


def git(folder: Path, *words: str) -> str:
    """Return what a command of git prints, or an empty text if it fails."""
    try:
        return subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""

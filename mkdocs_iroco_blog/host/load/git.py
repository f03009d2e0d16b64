"""When git first saw a file."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path


def git_dates(docs_dir: Path) -> Callable[[str], datetime]:
    """A function of a path under `docs_dir`: when the file was first committed, renames followed.

    It raises `LookupError` with what is wrong and what to do: no repository, no commit yet, or a shallow
    clone, where the first commit that git knows is not the first there was.
    """

    @cache
    def shallow() -> str:
        return _git(docs_dir, "rev-parse", "--is-shallow-repository").strip()

    def first_seen(path: str) -> datetime:
        answer = shallow()
        if not answer:
            raise LookupError("Git knows nothing of this folder.", "Write a `date`, or set `date_from_git: false`.")
        if answer == "true":
            what = "The repository is a shallow clone, so git cannot say when the post was added."
            raise LookupError(what, "Fetch the whole history: `fetch-depth: 0` in the checkout step.")
        log = _git(docs_dir, "log", "--follow", "--diff-filter=A", "--format=%aI", "--", path).split()
        if not log:
            raise LookupError(
                "The post is not committed yet, so git has no date for it.", "Write a `date`, or commit it."
            )
        return datetime.fromisoformat(log[-1])

    return first_seen


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout

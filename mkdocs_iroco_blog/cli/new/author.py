"""Finds the author of a new post."""

from __future__ import annotations

import subprocess
from pathlib import Path

from mkdocs_iroco_blog.core.terms.authors import AuthorDirectory


def git_author(directory: AuthorDirectory, folder: Path) -> str | None:
    """Return the id of the author whose e-mail address or name is the git user's; None if there is none."""
    email, name = (_git(folder, f"user.{key}").casefold() for key in ("email", "name"))
    authors = directory.by_key.values()
    by_email = (author.key for author in authors if email and author.email.casefold() == email)
    by_name = (author.key for author in authors if name and name in (author.name.casefold(), author.key.casefold()))
    return next(by_email, None) or next(by_name, None)


def _git(folder: Path, key: str) -> str:
    try:
        command = ["git", "-C", str(folder), "config", "--get", key]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""

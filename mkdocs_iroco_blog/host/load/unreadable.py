"""Finds files that cannot be read before the host stops at one: their owner learns which, and the rest is built."""

from __future__ import annotations

import os
import posixpath
import stat
from functools import cache

from mkdocs.structure.files import Files

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.posts import UNREADABLE_FILE
from mkdocs_iroco_blog.host.pages.files import lies_below, path_without_locale


def remove_unreadable(files: Files, folders: tuple[str, ...]) -> list[Finding]:
    """Remove the files below some folders that cannot be read, and report them: a loop of links once."""
    findings: dict[str, Finding] = {}
    loop_at = cache(_loop_at)
    for file in list(files):
        path = path_without_locale(file)
        if file.inclusion.is_excluded() or not any(lies_below(path, folder) for folder in folders):
            continue
        if not file.abs_src_path:  # another plugin has its content
            continue
        if loop := loop_at(os.path.dirname(file.abs_src_path), posixpath.dirname(file.src_uri)):
            reason = "the link leads to a folder that it lies in"
            findings.setdefault(loop, UNREADABLE_FILE(loop, reason=reason))
            files.remove(file)
        elif reason := why_unreadable(file.abs_src_path):
            findings[file.src_uri] = UNREADABLE_FILE(file.src_uri, reason=reason)
            files.remove(file)
    return list(findings.values())


def why_unreadable(path: str) -> str:
    """Return why the content of a file cannot be read, or an empty text if it can."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # reading a pipe would wait for ever
            return "it is not a file"
    except OSError as error:
        return _reason(error)
    return "" if os.access(path, os.R_OK) else "permission denied"


def _reason(error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    return reason[:1].lower() + reason[1:]


def _loop_at(folder: str, path: str) -> str:
    """Return the outermost link in a path under `docs_dir` that leads to a folder above it, or an empty text."""
    above, place = [], ""
    while path not in ("", "."):
        above.append((folder, path))
        folder, path = os.path.dirname(folder), os.path.dirname(path)
    if any(os.path.islink(link) for link, _ in above):
        parents = [os.path.realpath(folder)]
        for link, path in reversed(above):
            target = os.path.realpath(link)
            if not place and os.path.islink(link) and any(_lies_in(parent, target) for parent in parents):
                place = path
            parents.append(target)
    return place


def _lies_in(folder: str, target: str) -> bool:
    return os.path.join(folder, "").startswith(os.path.join(target, ""))

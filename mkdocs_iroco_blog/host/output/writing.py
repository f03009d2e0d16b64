"""Writes files beside the pages. A file that somebody else has written in this build stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs_iroco_blog.core.site_paths import path_fault


def write_file(site: Path, path: str, data: bytes, leads_out: Callable[[str], bool], *, cleared: bool) -> str | None:
    """Write a file below the site's folder. Return why it cannot be written, as the end of a sentence, or None.

    `cleared` tells whether the host has cleared the folder. It leaves names that begin with a full stop, so what is
    there may be ours.
    """
    if fault := path_fault(path):
        return fault
    if leads_out(path):
        return "is below a link in the site's folder that leads out of it"
    target = site / path
    try:
        if target.exists() and cleared and not path.startswith(".") and target.read_bytes() != data:
            return "has been written by another plugin already"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        return f"cannot be written ({error.strerror or error})"
    return None

"""Lists the files of a built site, without hidden ones. Links that lead out of its folder are left alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from .addresses import address_of

_PUBLIC = ".well-known"
"""The only hidden folder that a site publishes: https://www.rfc-editor.org/rfc/rfc8615"""


def list_files(folder: Path) -> tuple[dict[str, Path], list[str]]:
    """Return the files of a site by their addresses, in order, and sentences about those that are left out.

    A linked folder is left out, too: its pages have a second address there, and it may contain itself.
    """
    root = os.path.realpath(folder)
    left_out: list[str] = []
    names = sorted(_walk(root, "", left_out))
    files = {address_of(name): Path(root, name) for name in names}
    what = "Left out, as they cannot be read, or are links that lead to folders or out of the site"
    return files, [f"{what}: {len(left_out)}, such as {left_out[0]}."] if left_out else []


def _walk(root: str, above: str, left_out: list[str]) -> Iterator[str]:
    waiting = [above]
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(Path(root, folder)), key=lambda entry: entry.name)
        except OSError:
            left_out.append(folder)
            continue
        for entry in entries:
            name = f"{folder}{entry.name}"
            if entry.name.startswith(".") and entry.name != _PUBLIC:
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{name}/")
            elif entry.is_symlink() and not _leads_to_file(root, entry.path):
                left_out.append(name)
            elif entry.is_file():
                yield name


def _leads_to_file(root: str, path: str) -> bool:
    target = Path(os.path.realpath(path))
    return target.is_file() and target.is_relative_to(root)

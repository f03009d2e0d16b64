"""The folders that a blog's pages are written to: thousands of them, since an address is as deep as its date.

The host deletes every folder of the site before a build. To delete those of a blog and to make them again takes as
long as to fill them. So they are put out of its way while it clears the site, and come back without a file in them:
the site holds what a build of an empty folder would have written.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from mkdocs.structure.files import File

_HIDDEN = ".iroco-blog-{}"
"""In the site's folder, one for each blog: the host leaves alone what begins with a full stop."""


class Folders:
    """The folders of one blog, from one build to the next."""

    def __init__(self) -> None:
        self._hidden: Path | None = None
        self._taken: list[str] = []

    def hide(self, site: str, root: str) -> None:
        """Before the host clears the site: put the blog's folder aside; of a blog at the site's root, every folder."""
        self._hidden = Path(site, _HIDDEN.format(root.replace("/", "-")))
        self.drop()  # of a build that was stopped
        self._taken = []
        for name in [root] if root else _folders_in(site):
            if os.path.isdir(os.path.join(site, name)) and not os.path.islink(os.path.join(site, name)):
                with suppress(OSError):  # a server may hold it open
                    (self._hidden / name).parent.mkdir(parents=True, exist_ok=True)
                    Path(site, name).rename(self._hidden / name)
                    self._taken.append(name)

    def bring_back(self, site: str, pages: Iterable[File]) -> None:
        """Put back what these pages are written to, and nothing else."""
        needed = _folders_of(pages, site)
        for name in self._taken:
            target = os.path.join(site, name)
            if self._hidden and target in needed and not os.path.lexists(target):
                with suppress(OSError):
                    _empty(str(self._hidden / name), target, needed)
                    os.makedirs(os.path.dirname(target), exist_ok=True)
                    (self._hidden / name).rename(target)
        self.drop()

    def drop(self) -> None:
        """Delete what was put aside."""
        if self._hidden:
            shutil.rmtree(self._hidden, ignore_errors=True)


def make_folders(pages: Iterable[File]) -> None:
    """Make the folder of every page before the host writes the first.

    A post lies four folders deep, and made in one go its folders take half the time that they take one between
    every two pages. What cannot be made is told by the host, which needs it.
    """
    made: set[str] = set()

    def make(folder: str) -> None:
        above = os.path.dirname(folder)
        if above not in made and above != folder:
            make(above)
        made.add(folder)
        with suppress(OSError):
            os.mkdir(folder)

    for page in pages:
        if page.dest_dir not in made:
            with suppress(OSError):
                os.makedirs(page.dest_dir, exist_ok=True)
            made.add(page.dest_dir)
        folder = os.path.dirname(page.abs_dest_path)
        if folder not in made:
            make(folder)


def _folders_in(site: str) -> list[str]:
    try:
        return [name for name in os.listdir(site) if not name.startswith(".")]
    except OSError:  # the first build
        return []


def _folders_of(pages: Iterable[File], site: str) -> set[str]:
    """The folders of pages, and those above them."""
    found = {os.path.normpath(site)}
    for page in pages:
        folder = os.path.dirname(page.abs_dest_path)
        while folder not in found and folder != os.path.dirname(folder):
            found.add(folder)
            folder = os.path.dirname(folder)
    return found


def _empty(folder: str, target: str, needed: Collection[str]) -> None:
    """Delete all in a folder but the folders that are needed, as what it will be when it is at `target`."""
    with os.scandir(folder) as entries:
        inner = list(entries)
    for entry in inner:
        if not entry.is_dir(follow_symlinks=False):
            os.unlink(entry.path)
        elif os.path.join(target, entry.name) in needed:
            _empty(entry.path, os.path.join(target, entry.name), needed)
        else:
            shutil.rmtree(entry.path)

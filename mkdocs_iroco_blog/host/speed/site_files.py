"""A blog's written pages, kept in the site's folder from one build to the next.

The host deletes every folder of the site before a build. Deleting and making thousands of folders takes longer than
filling them: keeping them saves 40 % of a warm build of 1,000 posts. A page that has not changed is not written
either, which saves 10 % and keeps its time of change: writing a file takes ten times as long as reading it. The host
writes whatever it renders, so for such a page it writes to a scratch file in the cache folder: a link to the null
device, because a real file costs what was saved. A host that replaces the file replaces the link, not the device.
Risk: a page of an earlier build stays, or one is lost. So every page that this build does not write is deleted, and
folders come back if the build fails before the host has cleared the site, or else with the next build.
Tests: tests/hosts/speed/test_site_files.py.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from mkdocs.structure.files import File

_STASH = ".iroco-blog-{}"
"""A folder in the site's for each blog. The host does not delete names that begin with a full stop."""


class SiteFiles:
    """The pages of one blog, as the last build wrote them."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._site = ""
        self._stash = Path()
        self._stashed: list[str] = []
        """Names of the folders in the stash."""
        self._others: list[str] = []
        """The rest of the site, which the host is about to delete."""
        self._unwritten: set[str] = set()
        """Restored pages that the host has not written yet."""
        self._skipped: list[tuple[File, str]] = []
        """Unchanged pages, with their own paths."""

    def stash(self, site: str, root: str) -> None:
        """Put the blog's folder aside before the host clears the site; for a blog at the root, every folder."""
        self.cleanup()  # of a build that failed
        self._site, self._stash = site, Path(site, _STASH.format(root.replace("/", "-")))
        for name in [root] if root else {*_names_in(site), *_names_in(self._stash)}:
            folder, target = os.path.join(site, name), self._stash / name
            with suppress(OSError):  # a server may hold the folder open
                if os.path.isdir(folder) and not os.path.islink(folder):
                    shutil.rmtree(target, ignore_errors=True)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    os.rename(folder, target)
                if target.is_dir():  # or a build that was killed has left it there
                    self._stashed.append(name)
        self._others = _names_in(site)

    def restore(self, site: str, pages: Iterable[File]) -> None:
        """Put back the folders of these pages, with the pages that were there before, and nothing else."""
        files = {os.path.normpath(page.abs_dest_path) for page in pages}
        folders = _folders_above(files, os.path.normpath(site))
        for name in self._stashed:
            target = os.path.normpath(os.path.join(site, name))
            if target in folders and not os.path.lexists(target):
                with suppress(OSError):
                    self._sweep(str(self._stash / name), target, files, folders)
                    os.makedirs(os.path.dirname(target), exist_ok=True)
                    os.rename(self._stash / name, target)
        self._drop_stash()

    def skip_if_unchanged(self, file: File, output: str) -> None:
        """Make the host write a page to the scratch file, if the site has the same page already.

        `output` is the whole page as the host is about to write it; the host writes no page without text.
        """
        path = os.path.normpath(file.abs_dest_path)
        if path not in self._unwritten or not output.strip():
            return
        self._unwritten.discard(path)
        if os.name != "posix":  # which has no null device to link to
            return
        with suppress(OSError), open(path, "rb") as page:
            if page.read() == output.encode("utf-8", errors="xmlcharrefreplace"):  # as the host encodes it
                if not os.path.lexists(self._scratch):
                    os.symlink(os.devnull, self._scratch)
                self._skipped.append((file, file.abs_dest_path))
                file.abs_dest_path = str(self._scratch)

    def cleanup(self) -> None:
        """End a build, finished or not: delete restored pages that it did not write."""
        for file, path in self._skipped:
            file.abs_dest_path = path
        for path in self._unwritten:
            with suppress(OSError):
                os.unlink(path)
        if self._stashed and not self._is_cleared():
            _merge(str(self._stash), self._site)
        self._drop_stash()
        self._unwritten, self._skipped = set(), []
        with suppress(OSError):
            self._scratch.unlink()

    def _is_cleared(self) -> bool:
        """Whether the host has cleared the site since the stash."""
        return bool(self._others) and not set(self._others) & set(_names_in(self._site))

    def _drop_stash(self) -> None:
        if self._stashed:
            shutil.rmtree(self._stash, ignore_errors=True)
        self._stashed = []

    def _sweep(self, folder: str, target: str, files: set[str], folders: set[str]) -> None:
        """Delete everything in a folder but these files and folders, once the folder is at `target`.

        A folder where this build writes a file goes, too, and so does a file in the place of a folder.
        """
        with os.scandir(folder) as entries:
            names = list(entries)
        for entry in names:
            path = os.path.join(target, entry.name)
            if entry.is_dir(follow_symlinks=False):
                if path in folders:
                    self._sweep(entry.path, path, files, folders)
                else:
                    shutil.rmtree(entry.path)
            elif path in files and entry.is_file(follow_symlinks=False):
                self._unwritten.add(path)
            else:
                os.unlink(entry.path)


def restore_lost_folders(site: str) -> None:
    """Put back the folders of every blog that a build had put aside when it was killed."""
    for name in os.listdir(site) if os.path.isdir(site) else ():
        stash = os.path.join(site, name)
        if name.startswith(_STASH.format("")) and os.path.isdir(stash) and not os.path.islink(stash):
            _merge(stash, site)
            shutil.rmtree(stash, ignore_errors=True)


def _merge(source: str, target: str) -> None:
    """Move everything in a folder to another one, except for what exists there."""
    with suppress(OSError):
        for name in os.listdir(source):
            path, goal = os.path.join(source, name), os.path.join(target, name)
            if not os.path.lexists(goal):
                with suppress(OSError):
                    os.rename(path, goal)
            elif os.path.isdir(path) and os.path.isdir(goal) and not os.path.islink(goal):
                _merge(path, goal)


def make_folders(pages: Iterable[File]) -> None:
    """Make the folder of every page before the host writes the first.

    A post lies four folders deep. Made all at once, the folders take half the time. The host reports what can't be
    made, because it needs it.
    """
    existing: set[str] = set()

    def make(folder: str) -> None:
        parent = os.path.dirname(folder)
        if parent not in existing and parent != folder:
            make(parent)
        existing.add(folder)
        with suppress(OSError):
            os.mkdir(folder)

    for page in pages:
        if page.dest_dir not in existing:
            with suppress(OSError):
                os.makedirs(page.dest_dir, exist_ok=True)
            existing.add(page.dest_dir)
        folder = os.path.dirname(page.abs_dest_path)
        if folder not in existing:
            make(folder)


def _names_in(site: str | Path) -> list[str]:
    """Return the names in the site's folder that the host deletes."""
    try:
        return [name for name in os.listdir(site) if not name.startswith(".")]
    except OSError:  # the first build
        return []


def _folders_above(files: Iterable[str], site: str) -> set[str]:
    """Return the folders of files, and those above them up to the site's."""
    folders = {site}
    for file in files:
        folder = os.path.dirname(file)
        while folder not in folders and folder != os.path.dirname(folder):
            folders.add(folder)
            folder = os.path.dirname(folder)
    return folders

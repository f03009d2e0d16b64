"""A blog's pages in the site's folder, from one build to the next: thousands of files, each in a folder of its own.

The host deletes every folder of the site before a build. To delete those of a blog and to make them again takes
longer than to fill them. So they are put out of its way while it clears the site, and come back with nothing in them
but pages of this build. A page that comes out as it is there is left alone; one that has changed is written over, and
one that was not written after all is deleted: the site holds what a build into an empty folder would have left there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from mkdocs.structure.files import File

_HIDDEN = ".iroco-blog-{}"
"""In the site's folder, one for each blog: the host leaves alone what begins with a full stop."""


class SiteFiles:
    """The pages of one blog as they were written by the build before."""

    def __init__(self) -> None:
        self._hidden: Path | None = None
        self._taken: list[str] = []
        self._kept: dict[str, tuple[int, int]] = {}
        """Pages that are there again: the time of change that marks each as not written yet, and its own."""
        self._spared: dict[str, File] = {}
        """Pages that are as they would be written, by their places."""

    def hide(self, site: str, root: str) -> None:
        """Before the host clears the site: put the blog's folder aside; of a blog at the site's root, every folder."""
        self.end()  # of a build that was stopped
        self._hidden = Path(site, _HIDDEN.format(root.replace("/", "-")))
        shutil.rmtree(self._hidden, ignore_errors=True)
        self._taken = []
        for name in [root] if root else _folders_in(site):
            if os.path.isdir(os.path.join(site, name)) and not os.path.islink(os.path.join(site, name)):
                with suppress(OSError):  # a server may hold it open
                    (self._hidden / name).parent.mkdir(parents=True, exist_ok=True)
                    Path(site, name).rename(self._hidden / name)
                    self._taken.append(name)

    def bring_back(self, site: str, pages: Iterable[File]) -> None:
        """Put back the folders of these pages, with the pages that were there before, and nothing else."""
        files = {os.path.normpath(page.abs_dest_path) for page in pages}
        folders = _folders_above(files, os.path.normpath(site))
        for name in self._taken:
            target = os.path.normpath(os.path.join(site, name))
            if self._hidden and target in folders and not os.path.lexists(target):
                with suppress(OSError):
                    self._sweep(str(self._hidden / name), target, files | folders)
                    os.makedirs(os.path.dirname(target), exist_ok=True)
                    (self._hidden / name).rename(target)
        if self._hidden:
            shutil.rmtree(self._hidden, ignore_errors=True)

    def spare(self, file: File, output: str) -> None:
        """Have the host leave a page alone, if it is about to write what stands there; `output` is all of it.

        To write over a file takes ten times as long as to read it, and would say that it has changed. The host writes
        whatever it has rendered, so it is given a place that takes anything.
        """
        path = os.path.normpath(file.abs_dest_path)
        if path not in self._kept or os.name != "posix":
            return
        with suppress(OSError), open(path, "rb") as written:
            if written.read() == output.encode("utf-8", errors="xmlcharrefreplace"):  # as the host does
                changed = self._kept.pop(path)[1]
                os.utime(path, ns=(changed, changed))
                self._spared[path], file.abs_dest_path = file, os.devnull

    def end(self) -> None:
        """The build has ended, well or not: delete what it did not write."""
        for path, file in self._spared.items():
            file.abs_dest_path = path
        for path, (unwritten, _) in self._kept.items():
            with suppress(OSError):
                if os.stat(path).st_mtime_ns == unwritten:
                    os.unlink(path)
        self._kept, self._spared = {}, {}
        if self._hidden:
            shutil.rmtree(self._hidden, ignore_errors=True)

    def _sweep(self, folder: str, target: str, wanted: set[str]) -> None:
        """Delete all in a folder but what is wanted, as what it will be when it is at `target`."""
        with os.scandir(folder) as entries:
            inner = list(entries)
        for entry in inner:
            place = os.path.join(target, entry.name)
            if entry.is_dir(follow_symlinks=False):
                if place in wanted:
                    self._sweep(entry.path, place, wanted)
                else:
                    shutil.rmtree(entry.path)
            elif place in wanted and entry.is_file(follow_symlinks=False):
                changed = entry.stat().st_mtime_ns
                os.utime(entry.path, ns=(0, 0))
                self._kept[place] = os.stat(entry.path).st_mtime_ns, changed  # not 0 in every file system
            else:
                os.unlink(entry.path)


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


def _folders_above(files: Iterable[str], site: str) -> set[str]:
    """The folders of files, and those above them."""
    found = {site}
    for file in files:
        folder = os.path.dirname(file)
        while folder not in found and folder != os.path.dirname(folder):
            found.add(folder)
            folder = os.path.dirname(folder)
    return found

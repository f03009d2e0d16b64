"""The blog's finished files in a preview: the host deletes every file of the site before a build, and we hide ours.

To delete some thousand folders and to make them again takes longer than to fill them. Whatever is hidden and no page
of this build is deleted before it comes back, so that the site holds what a build would have written.
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


class HiddenFiles:
    """The folders that the blog's pages were written to, out of the way while the host clears the site."""

    def __init__(self) -> None:
        self._folders: set[str] = set()
        self._since = 0
        self._hidden = _HIDDEN.format(id(self))

    def remember(self, pages: Iterable[File]) -> None:
        """The build has begun to be of these pages."""
        self._folders = {page.dest_uri.partition("/")[0] for page in pages if "/" in page.dest_uri}

    def hide(self, site: str) -> None:
        """Before the host clears the site: put the folders aside."""
        shutil.rmtree(Path(site, self._hidden), ignore_errors=True)  # of a build that failed
        for name in self._folders:
            with suppress(OSError):
                Path(site, self._hidden).mkdir(exist_ok=True)
                Path(site, name).rename(Path(site, self._hidden, name))

    def bring_back(self, site: str, pages: Collection[File]) -> None:
        """Put them back, with nothing in them but files that this build writes anew."""
        hidden = Path(site, self._hidden)
        if hidden.is_dir():
            own = {os.path.normpath(hidden / page.dest_uri) for page in pages}
            _sweep(str(hidden), own)
            for folder in list(hidden.iterdir()):
                with suppress(OSError):  # another plugin has written there meanwhile
                    folder.rename(Path(site, folder.name))
            shutil.rmtree(hidden, ignore_errors=True)
        self.remember(pages)
        self._since = max((_written(page) for page in pages), default=0)

    def drop_unwritten(self, pages: Iterable[File]) -> None:
        """After the build: delete what was brought back and not written, since a page came out empty."""
        if self._since:
            for page in pages:
                if 0 < _written(page) <= self._since:
                    Path(page.abs_dest_path).unlink()


def _sweep(root: str, own: Collection[str]) -> None:
    for at, folders, names in os.walk(root, topdown=False):
        left = len(names)
        for name in names:
            path = os.path.join(at, name)  # noqa: PTH118 - thousands of them
            if path not in own:
                os.unlink(path)  # noqa: PTH108 - as above
                left -= 1
        if not left and at != root and not any(os.path.isdir(os.path.join(at, one)) for one in folders):  # noqa: PTH112, PTH118 - as above
            os.rmdir(at)  # noqa: PTH106 - as above


def _written(page: File) -> int:
    """When a page's file was last written, in nanoseconds; 0 where there is none."""
    try:
        return os.stat(page.abs_dest_path).st_mtime_ns  # noqa: PTH116 - as above
    except OSError:
        return 0

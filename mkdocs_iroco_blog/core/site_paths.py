"""Decides whether a file may be written to a path below the site's folder. Everything that is written passes here."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache, lru_cache

_NO_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_DRIVE = re.compile(r"[A-Za-z]:")
# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file#naming-conventions
_RESERVED = re.compile(r"(?is:(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?)")
_LONGEST_NAME, _LONGEST_PATH = 255, 1024  # in bytes, as file systems count


def path_fault(path: str) -> str | None:
    """Return why no file should have this path, as the end of a sentence; None if every system can write it."""
    if path.startswith(("/", "\\")) or _DRIVE.match(path):
        return "is not below the site's folder"
    if "\\" in path:
        return "contains a backslash, which separates folders on Windows"
    if _NO_NAME.search(path):
        return "contains a control character"
    if len(path.encode()) > _LONGEST_PATH:
        return f"is longer than {_LONGEST_PATH:,} bytes"
    return next(filter(None, map(_name_fault, path.split("/"))), None)


@cache  # folders such as `2024` have thousands of files
def _name_fault(name: str) -> str | None:
    if name == "..":
        return "leads out of the site's folder"
    if name in ("", "."):
        return "has a part without a name"
    if len(name.encode()) > _LONGEST_NAME:
        return f"has a part of {len(name.encode()):,} bytes, and the name of a file has {_LONGEST_NAME} at most"
    if name[-1] in ". ":
        return f"has the part `{name}`, and no name on Windows ends in a full stop or a space"
    return f"has the part `{name}`, a name that Windows reserves" if _RESERVED.fullmatch(name) else None


@lru_cache(maxsize=1)  # asked several times for one path
def parent_folders(file: str) -> tuple[str, ...]:
    """Return every folder that a file is in, the outermost first."""
    parts = file.split("/")[:-1]
    return tuple("/".join(parts[:length]) for length in range(1, len(parts) + 1))


class SitePaths:
    """The paths of a site's files, each with what the file is made of. No file stands where another has a folder."""

    def __init__(
        self,
        files: Mapping[str, str],
        *,
        pages: Collection[str] = (),
        file_of: Callable[[str], str] = "{}/index.html".format,
        leads_out: Callable[[str], bool] = lambda _path: False,
    ) -> None:
        """`pages` are those of the files that are pages. `file_of` returns the file of a page at an address.

        `leads_out` tells whether a link in the site's folder leads a path out of it.
        """
        self._files, self._pages = dict(files), set(pages)
        self._file_of, self._leads_out = file_of, leads_out
        self._folders = {folder: source for path, source in files.items() for folder in parent_folders(path)}

    def claim_page(self, path: str, source: str) -> None:
        """Add the page of a post that will be built."""
        self.claim(self._file_of(path), source)
        self._pages.add(self._file_of(path))

    def post_fault(self, path: str) -> str | None:
        """Return why a post cannot have an address, as the end of a sentence; None if it can."""
        return self.fault(self._file_of(path))

    def list_fault(self, path: str) -> str | None:
        """Return why a list cannot have an address, as the end of a sentence; None if it can, or if a page has it."""
        file = self._file_of(path)
        return self.fault(file, replaces=file in self._pages)

    def claim(self, path: str, source: str) -> None:
        """Add a file that will be written."""
        self._files[path] = source
        self._folders.update(dict.fromkeys(parent_folders(path), source))

    def fault(self, path: str, *, replaces: bool = False) -> str | None:
        """Return why a file cannot be written to a path, as the end of a sentence; None if it can.

        With `replaces`, it may take the place of another file.
        """
        if fault := path_fault(path):
            return fault
        if self._leads_out(path):
            return "is below a link in the site's folder that leads out of it"
        above = next((folder for folder in parent_folders(path) if folder in self._files), None)
        if above is not None:
            return f"is below `/{above}`, which belongs to {self._files[above]}"
        if path in self._folders:
            return f"is a folder of the site, which has {self._folders[path]} in it"
        return f"belongs to {self._files[path]}" if path in self._files and not replaces else None

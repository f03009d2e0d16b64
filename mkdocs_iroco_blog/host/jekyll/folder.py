"""A Jekyll site on disk."""

from __future__ import annotations

import os
import posixpath
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.findings import Finding, Level
from mkdocs_iroco_blog.core.messages.addresses import SOURCE_OUTSIDE
from mkdocs_iroco_blog.core.messages.jekyll import NO_JEKYLL_SITE
from mkdocs_iroco_blog.core.messages.posts import UNREADABLE_FILE
from mkdocs_iroco_blog.host.config import StoppedBuildError
from mkdocs_iroco_blog.host.load.unreadable import why_unreadable
from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig
from mkdocs_iroco_blog.jekyll.config.read import read_config
from mkdocs_iroco_blog.jekyll.documents.file_kinds import FileFilter
from mkdocs_iroco_blog.jekyll.documents.site_reader import UnreadableError
from mkdocs_iroco_blog.jekyll.read_site import read_site
from mkdocs_iroco_blog.jekyll.site import JekyllSite

_CONFIGS = ("_config.yml", "_config.yaml", "_config.toml")
_NEVER = ("vendor", "node_modules", "_site")


class JekyllFolder:
    """The folder that the option `jekyll` names, relative to `mkdocs.yml`. Nothing is ever written there."""

    def __init__(self, path: str, config: MkDocsConfig, last: JekyllFolder | None = None) -> None:
        """Find and read `_config.yml`. If it cannot be read, take the configuration of the `last` build of a preview.

        Raises `StoppedBuildError` where there is no Jekyll site, or none that can be read.
        """
        mkdocs = Path(config.config_file_path or "mkdocs.yml").resolve()
        self.root = Path(os.path.normpath(mkdocs.parent / path))
        file = next((self.root / name for name in _CONFIGS if (self.root / name).is_file()), None)
        if file is None:
            raise StoppedBuildError([NO_JEKYLL_SITE("jekyll", path=path)])
        self.config: JekyllConfig
        self.config, self.findings = _read(file, last.config if last and last.root == self.root else None)
        self._file = file
        self.source = Path(os.path.normpath(self.root / self.config.source))
        if not self.source.resolve().is_relative_to(self.root.resolve()):
            problem = SOURCE_OUTSIDE(file.name, self.config.lines.get("source"), source=self.config.source)
            raise StoppedBuildError([problem], lambda _: ", ")
        self._docs = Path(config.docs_dir)
        sites = (config.site_dir, _written_site(config, mkdocs.parent))
        never = [mkdocs, *map(Path, filter(None, (config.docs_dir, *sites, config.theme.custom_dir)))]
        self._sites = [*filter(None, (self._below(Path(site)) for site in sites))]
        self._filter = FileFilter(self.config, [*_NEVER, *filter(None, map(self._below, never))])

    def site(self, now: datetime) -> JekyllSite:
        """Read the whole site."""
        gemfile, lock = self._text_of("Gemfile"), self._text_of("Gemfile.lock")
        return read_site(self.config, self._paths(), self, now=now, gemfile=gemfile, lock=lock)

    def _text_of(self, name: str) -> str:
        file = self.root / name
        return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""

    def read(self, path: str, size: int = -1) -> bytes:
        """Read a file, or its first `size` bytes. Raises `UnreadableError`."""
        file = self.source / path
        if any("\ud800" <= character <= "\udfff" for character in path):  # as Python marks bytes that are no text
            raise UnreadableError("its name is not UTF-8")
        if reason := why_unreadable(str(file)):
            raise UnreadableError(reason)
        with file.open("rb") as opened:
            return opened.read(size)

    def text(self, path: str) -> str:
        """Read a file as text."""
        return self.read(path).decode("utf-8-sig", "replace")

    def reads_as_page(self, path: str) -> bool:
        """Whether the option `include` makes a document of a collection a page, too."""
        return self._filter.reads_as_page(path)

    def beside(self, page: str, name: str) -> str | None:
        """Return the text of a file in a page's folder, for `include_relative`."""
        folder = PurePosixPath(page).parent
        path = posixpath.normpath(folder / name)
        file = self.source / path
        is_inside = PurePosixPath(path).is_relative_to(folder) and file.resolve().is_relative_to(self.source.resolve())
        return file.read_text(encoding="utf-8-sig", errors="replace") if is_inside and file.is_file() else None

    def edit_uri(self, path: str) -> str:
        """Return a file's path relative to the docs folder, for `edit_uri`."""
        return Path(os.path.relpath(self.source / path, self._docs)).as_posix()

    def watched(self) -> Iterator[Path]:
        """Yield the paths to watch: every entry that is read, but never the root, where the site may be."""
        yield self._file
        built = [*self._sites]
        for _ in self._walk(built):
            pass
        yield from self._watched("", built)

    def _watched(self, folder: str, built: Sequence[str]) -> Iterator[Path]:
        for entry in sorted(os.scandir(self.source / folder), key=lambda entry: entry.name):
            path = posixpath.join(folder, entry.name)
            if not (self._filter.enters(path) if entry.is_dir() else self._filter.reads(path)) or path in built:
                continue
            if any(site.startswith(f"{path}/") for site in built):
                yield from self._watched(path, built)
            else:
                yield Path(entry.path)

    def _below(self, path: Path) -> str | None:
        """Return a path relative to the source folder; `None` for the root itself, and outside of it."""
        relative = os.path.relpath(path, self.source)
        return None if relative.startswith("..") or relative == "." else Path(relative).as_posix()

    def _paths(self) -> Iterator[str]:
        for folder, names in self._walk([]):
            for name in names:
                path = posixpath.join(folder, name)
                if self._filter.reads(path) and self._lies_inside(self.source / path):
                    yield path

    def _walk(self, built: list[str]) -> Iterator[tuple[str, list[str]]]:
        """Yield each folder's path and files. Sites that MkDocs has built are left out, and added to `built`."""
        for folder, folders, names in os.walk(self.source):
            path = self._below(Path(folder)) or ""
            if path and _is_built(folder, names):
                built.append(path)
                folders.clear()
            else:
                folders[:] = sorted(name for name in folders if self._filter.enters(posixpath.join(path, name)))
                yield path, names

    def _lies_inside(self, file: Path) -> bool:
        """Whether a file is inside the site. A link may lead out of it."""
        return not file.is_symlink() or Path(os.path.realpath(file)).is_relative_to(os.path.realpath(self.source))


def _written_site(config: MkDocsConfig, root: Path) -> str:
    """Return the folder of the site as `mkdocs.yml` says: `config.site_dir` is another one in a preview."""
    with warnings.catch_warnings(action="ignore"):  # the host has no other way to ask for it
        users: Sequence[Mapping[str, Any]] = config.user_configs
    return str(root / str((users or [{}])[0].get("site_dir") or "site"))


def _is_built(folder: str, names: Sequence[str]) -> bool:
    """Whether a folder, with files of these names, is a site that MkDocs has built, such as one of `build -d other`."""
    if "index.html" not in names and "404.html" not in names:
        return False
    return "sitemap.xml.gz" in names or Path(folder, "search", "search_index.json").is_file()


def _read(file: Path, last: JekyllConfig | None) -> tuple[JekyllConfig, list[Finding]]:
    """Read the configuration. Where it is wrong, other addresses than the site's would be built: it counts as a whole.

    In a preview, the `last` one stays until the file is right again.
    """
    try:
        config, findings = read_config(file.name, file.read_bytes())
    except OSError as error:
        config, findings = JekyllConfig(), [UNREADABLE_FILE(file.name, reason=error.strerror)]
    fatal = [finding for finding in findings if finding.level is Level.ERROR]
    if not fatal:
        return config, findings
    if last is None:
        raise StoppedBuildError(fatal, lambda _: ": ")
    until = "Until then, the preview shows the site with the configuration that it had before."
    return last, [replace(finding, hint=f"{finding.hint} {until}".lstrip()) for finding in fatal]

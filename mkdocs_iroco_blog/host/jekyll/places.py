"""Gives each file of a Jekyll site its place among the host's files."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import jekyll as messages
from mkdocs_iroco_blog.core.messages.addresses import PAGE_REFUSED
from mkdocs_iroco_blog.host.load.site_folder import site_paths
from mkdocs_iroco_blog.host.pages.files import BlogFile, destination
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.documents.permalinks import decode_path

from .folder import JekyllFolder
from .pages import JekyllFile


class Places:
    """The addresses of one build. A file in the docs folder keeps its own; a theme's file gives way to the site's."""

    def __init__(
        self,
        files: Files,
        folder: JekyllFolder,
        config: MkDocsConfig,
        findings: list[Finding],
        without_ending: Collection[str],
        posts: Collection[str],
    ) -> None:
        """`findings` gets a Problem for each address that two files have.

        `without_ending` has the paths of pages whose addresses lack the ending of the file. `posts` are sources in the
        docs folder that get another place.
        """
        self._without_ending = without_ending
        self._files, self._folder, self._config, self._findings = files, folder, config, findings
        self._theme_folders = frozenset(config.theme.dirs)
        self._paths = site_paths(files, config, without=posts)
        placed = (file for file in files if not file.inclusion.is_excluded() and file.src_uri not in posts)
        self._by_address = {file.dest_uri: file for file in placed}
        self.uris: dict[str, str] = {}
        """The host's name for each file of the site, by its path."""

    def use(self, files: Files) -> None:
        """Go on with another list of files."""
        self._files = files

    def file(self, kind: type[Any], path: str, url: str) -> Any:
        """Return a file of the site, to be written to its address."""
        dest = destination(url, self._config, index=True) if kind is JekyllFile else url
        self._remove_of_theme(dest)
        uri = path if path not in self._files.src_uris else f"_jekyll/{path}"
        file = kind(
            uri, str(self._folder.source), self._config.site_dir, use_directory_urls=True, dest_uri=dest,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )  # fmt: skip
        file.lacks_ending = kind is JekyllFile and url in self._without_ending
        self.uris[path] = uri
        if uri != path:
            file.src_dir, file.abs_src_path = None, str(self._folder.source / path)
        file.edit_uri = self._folder.edit_uri(path)
        return file

    def add(self, file: BlogFile, path: str, line: int | None = None) -> bool:
        """Add a file, unless it cannot be written or another file has its address. `line` is its permalink's."""
        if fault := self._paths.fault(file.dest_uri, replaces=True):
            self._findings.append(PAGE_REFUSED(path, line, address=f"/{file.url}", fault=fault))
            return False
        other = self._by_address.setdefault(file.dest_uri, file)
        if other is not file:
            values = {"address": f"/{file.url}".replace("/./", "/"), "other": _name(other)}
            where = " in the docs folder" if other.src_dir and _name(other) == other.src_uri else ""
            self._findings.append(messages.ADDRESS_IN_DOCS(path, line, where=where, **values))
            return False
        self._paths.claim(file.dest_uri, f"`{path}`")
        self._files.append(file)
        return True

    def remove(self, file: BlogFile) -> None:
        """Remove a file that cannot be made. Its address is free again."""
        self._files.remove(file)
        self._by_address.pop(file.dest_uri, None)

    def occupant(self, document: Document) -> File | None:
        """Return the file that a page's address belongs to, if there is one."""
        return self._by_address.get(destination(decode_path(document.url), self._config, index=True))

    def report_clash(self, document: Document) -> None:
        """Report a listing page whose address is also that of a file in the docs folder."""
        if other := self.occupant(document):
            self._findings.append(messages.LISTING_IN_DOCS(document.path, address=document.url, other=_name(other)))

    def _remove_of_theme(self, dest: str) -> None:
        """Remove the theme's file with an address. The host does so, too, where the docs folder has such a file."""
        other: File | None = self._by_address.get(dest)
        if other is not None and other.src_dir in self._theme_folders and not _is_below(other, self._config.docs_dir):
            self._files.remove(other)
            del self._by_address[dest]


def _is_below(file: File, folder: str) -> bool:
    return file.abs_src_path is not None and Path(file.abs_src_path).is_relative_to(folder)


def _name(file: File) -> str:
    """Return a file's path as its author knows it: without the folder that tells it from one of the docs folder."""
    return file.src_uri.removeprefix("_jekyll/")

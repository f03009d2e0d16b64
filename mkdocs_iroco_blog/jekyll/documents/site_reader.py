"""Read the files of a Jekyll site, and sort them by kind."""

from __future__ import annotations

import hashlib
import posixpath
from dataclasses import dataclass, field
from typing import Any, Protocol

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.jekyll import NOT_COMPILED
from mkdocs_iroco_blog.core.messages.posts import UNREADABLE_FILE
from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig

from .addresses import file_path
from .document import Document, is_shown
from .file_kinds import Kind, classify, has_front_matter, ignored_post_notes
from .read_document import DocumentReader

_FIRST_LINE = 16  # bytes, enough for three dashes and the end of the line


class UnreadableError(Exception):
    """A file cannot be read. Its text is the reason."""


class Folder(Protocol):
    """The site's `source` folder."""

    def read(self, path: str, size: int = -1, /) -> bytes:
        """Read a file, or its first `size` bytes. Raises `UnreadableError`."""

    def reads_as_page(self, path: str, /) -> bool:
        """Whether a document is also a page or a copied file, by `include`."""

    def beside(self, page: str, name: str, /) -> str | None:
        """Return the text of a file in a page's folder, for `include_relative`; None if there is none."""


@dataclass(slots=True)
class SiteReader:
    """Reads files one by one, and collects the results."""

    config: JekyllConfig
    folder: Folder
    reader: DocumentReader
    posts: list[Document] = field(default_factory=list)
    pages: list[Document] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    templates: list[Document] = field(default_factory=list)
    copied: dict[str, str] = field(default_factory=dict)
    """The target of each file that is copied, by its path."""
    includes: dict[str, str] = field(default_factory=dict)
    data: dict[str, bytes] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)

    def add(self, path: str) -> None:
        """Read a file that `FileFilter` accepts."""
        self.findings += ignored_post_notes(path, self.config)
        try:
            self._add(path, *classify(path, self.config))
        except UnreadableError as error:
            self.findings.append(UNREADABLE_FILE(path, reason=error))

    def _add(self, path: str, kind: Kind, collection: str) -> None:
        if kind is Kind.INCLUDE:
            name = path.removeprefix(f"{self.config.includes_dir}/")
            self.includes[name] = self._bytes(path).decode("utf-8-sig", "replace")
        elif kind is Kind.DATA:
            self.data[path] = self._bytes(path)
        elif kind in (Kind.POST, Kind.DRAFT, Kind.PAGE, Kind.DOCUMENT):
            self._add_file(path, kind, collection)
            if kind is Kind.DOCUMENT and self.folder.reads_as_page(path):
                self._add_file(path, Kind.PAGE, "")

    def _bytes(self, path: str) -> bytes:
        data = self.folder.read(path)
        self.digest.update(f"{path}\0{len(data)}\0".encode() + data)
        return data

    def _add_file(self, path: str, kind: Kind, collection: str) -> None:
        if kind in (Kind.POST, Kind.DRAFT) or has_front_matter(self.folder.read(path, _FIRST_LINE)):
            self._add_document(path, kind, collection)
        elif (target := file_path(self.config, path, collection)) is not None:
            self.copied[path] = target

    def _add_document(self, path: str, kind: Kind, collection: str) -> None:
        document, findings = self.reader.read(path, self._bytes(path), kind, collection)
        self.findings += findings
        if document is None:
            return
        if kind in (Kind.POST, Kind.DRAFT):
            self.posts.append(document)
        elif not is_shown(document, self.config, self.reader.now):
            return
        elif kind is Kind.DOCUMENT:
            self.documents.append(document)
        elif document.output_extension == ".html":
            self.pages.append(document)
        elif document.extension in {".scss", ".sass", ".coffee"}:
            self.findings.append(NOT_COMPILED(path, extension=document.extension))
        elif posixpath.basename(path) != "sitemap.xml":  # the host writes its own
            self.templates.append(document)

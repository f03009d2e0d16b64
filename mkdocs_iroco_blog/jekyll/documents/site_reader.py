"""The files of a Jekyll site, each read once and put where it belongs."""

from __future__ import annotations

import hashlib
import posixpath
from dataclasses import dataclass, field
from typing import Any, Protocol

from mkdocs_iroco_blog.core.findings import Finding, Note
from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig

from .addresses import file_path
from .document import Document, is_shown
from .file_kinds import Kind, classify, has_front_matter, unread
from .read_document import Reader

_COMPILED = frozenset({".scss", ".sass", ".coffee"})
_FIRST_LINE = 16  # bytes: three dashes, what may stand before them, and the end of the line


class Folder(Protocol):
    """The folder that `source` names, already filtered."""

    def read(self, path: str, size: int = -1, /) -> bytes:
        """A file's bytes, or as many of them."""

    def reads_as_page(self, path: str, /) -> bool:
        """Whether `include` makes a page or a copied file of what is a part of a collection, too."""


@dataclass(slots=True)
class Tree:
    """What has been read so far."""

    config: JekyllConfig
    folder: Folder
    reader: Reader
    posts: list[Document] = field(default_factory=list)
    pages: list[Document] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    templates: list[Document] = field(default_factory=list)
    copied: dict[str, str] = field(default_factory=dict)
    """Where each file is copied to, by its path."""
    includes: dict[str, str] = field(default_factory=dict)
    data: dict[str, bytes] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)

    def add(self, path: str) -> None:
        """Put a file where it belongs."""
        kind, collection = classify(path, self.config)
        self.findings += unread(path, self.config)
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
            self._add_document(path, self._bytes(path), kind, collection)
        else:
            target = file_path(self.config, path, collection)
            if target is not None:
                self.copied[path] = target

    def _add_document(self, path: str, data: bytes, kind: Kind, collection: str) -> None:
        document, findings = self.reader.read(path, data, kind, collection)
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
        elif document.extension in _COMPILED:
            what = f"`{document.extension}` is not compiled, and Jekyll's layouts, which it styles, are not run."
            self.findings.append(Note(path, None, what, "The theme has its own styles; `extra_css` adds to them."))
        elif posixpath.basename(path) != "sitemap.xml":  # the host makes that
            self.templates.append(document)

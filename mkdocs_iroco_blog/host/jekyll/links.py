"""Turn links in the Markdown of a Jekyll site from addresses into paths of files."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import cached_property
from urllib.parse import quote, unquote

from mkdocs.structure.files import Files

from mkdocs_iroco_blog.core.urls import join_url, split_url
from mkdocs_iroco_blog.host.pages.files import FileIndex
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.settings import list_origins
from mkdocs_iroco_blog.jekyll.site import JekyllSite


class JekyllLinks:
    """Rewrites links: in Jekyll they name addresses, for the host files."""

    def __init__(self, files: Files, site: JekyllSite, uris: Mapping[str, str]) -> None:
        """`uris` has the host's name for each file of the site, by its path. It grows."""
        self._files, self._site, self._uris = files, site, uris

    def use(self, files: Files) -> None:
        """Find files in another list from now on."""
        self._files = files
        self.__dict__.pop("index", None)

    @cached_property
    def index(self) -> FileIndex:
        """Finds files by their addresses. Read it only when every file has its place."""
        return FileIndex(self._files, origins=list_origins(self._site.config.url), base_path=self._site.config.baseurl)

    def __call__(self, document: Document, link: str) -> str:
        """Return the path from the document's file to the link's target, or the link itself if there is no such file.

        A link to a file beside the source, such as `other.md`, is found as jekyll-relative-links finds it.
        """
        inside = self.index.inside(link)
        parts = split_url(inside or link)
        if parts is None or (inside is None and (parts.scheme or parts.netloc or not parts.path)):
            return link
        resolved = split_url(join_url(document.url, parts.path) or "")
        path = unquote((resolved or parts).path)
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), unquote(parts.path)))
        file = self.index.file_at(path) or self._files.get_file_from_path(self._uris.get(beside, beside))
        if file is None:
            return link
        target = posixpath.relpath(file.src_uri, posixpath.dirname(self._uris[document.path]) or ".")
        query, fragment = (mark + part if part else "" for mark, part in (("?", parts.query), ("#", parts.fragment)))
        return quote(target) + query + fragment

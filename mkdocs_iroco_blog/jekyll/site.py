"""A whole Jekyll site: its documents, sorted by what becomes of them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import quote
from zoneinfo import ZoneInfo

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.jekyll import LISTS_REPLACED

from .authors import JekyllAuthors
from .config.model import JekyllConfig
from .documents.document import Document
from .documents.permalinks import decode_path, lacks_ending
from .listing_pages.listing import Listing
from .pagination import PaginatedIndex

File = TypeVar("File", Document, str)


@dataclass(frozen=True, slots=True)
class ListingPage:
    """A page that only lists posts. The blog's own list replaces it."""

    document: Document
    listing: Listing


@dataclass(frozen=True, slots=True)
class JekyllSite:
    """The contents of a Jekyll site before rendering. Paths are relative to `source`."""

    config: JekyllConfig
    zone: ZoneInfo
    plugins: tuple[str, ...]
    posts: tuple[Document, ...]
    """With drafts and unpublished posts."""
    pages: tuple[Document, ...]
    """Markdown and HTML pages with content of their own, and documents of collections with `output`."""
    listings: Mapping[str, ListingPage]
    """By kind: `index`, `archive`, `categories`, `tags`, `authors`."""
    paginated: PaginatedIndex | None
    """The index, if a Jekyll plugin paginates it."""
    authors: JekyllAuthors
    others: tuple[Document, ...]
    """Documents of collections without `output`, for templates only."""
    templates: tuple[Document, ...]
    """Other files with front matter, which are rendered by Liquid alone."""
    copied: Mapping[str, str]
    """The target of each file without front matter, by its path."""
    includes: Mapping[str, str]
    """By path relative to `includes_dir`."""
    data: Mapping[str, Any]
    replaced: frozenset[Document | str]
    """Files without a page, because another is written to the same path; copied ones by their paths."""
    fingerprint: str
    """Changes with any file that a template may use."""
    findings: tuple[Finding, ...]

    def with_page(self, files: Iterable[File]) -> list[File]:
        """Return the documents, or the paths of copied files, that no other file replaces."""
        return [file for file in files if file not in self.replaced]

    def documents(self) -> Iterator[Document]:
        """Every document of the site."""
        yield from (*self.posts, *self.pages, *self.others, *self.templates)
        yield from (page.document for page in self.listings.values())
        yield from self.authors.pages

    def paths_without_ending(self) -> frozenset[str]:
        """The paths of pages whose addresses lack the ending of the file."""
        return frozenset(decode_path(it.url) for it in self.documents() if lacks_ending(it.url))

    def urls(self) -> dict[str, str]:
        """The address of every output file, by the name that the tag `link` uses."""
        copied = {path: f"/{quote(target)}" for path, target in self.copied.items()}
        return copied | {document.relative_path: document.url for document in self.documents()}

    def post_urls(self) -> dict[str, str]:
        """The address of every post by the names that `post_url` uses: `2024-10-04-title`, with and without folders."""
        names: dict[str, str] = {}
        for post in self.posts:
            folder, stem = posixpath.split(posixpath.splitext(post.relative_path)[0])
            above = folder.replace("_posts", "").replace("_drafts", "").replace("//", "/").strip("/")
            names.setdefault(stem, post.url)
            names.setdefault(posixpath.join(above, stem), post.url)
        return names


def listing_notes(config: JekyllConfig, listings: Mapping[str, ListingPage]) -> list[Finding]:
    """A Note with every page that the blog's own lists replace."""
    if not listings:
        return []
    pages = ", ".join(f"`{page.document.path}` ({kind})" for kind, page in sorted(listings.items()))
    return [LISTS_REPLACED(config.path, pages=pages)]

"""A whole Jekyll site: read every file once, and sort out its pages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mkdocs_iroco_blog.core.findings import Finding, Problem

from . import polyglot
from .authors import JekyllAuthors, read_authors
from .config.model import JekyllConfig
from .config.plugins import enabled_plugins, plugin_notes
from .documents.clashes import replaced_files
from .documents.data import read_data
from .documents.document import Document, is_shown
from .documents.file_kinds import Kind
from .documents.read_document import DocumentReader
from .documents.site_reader import Folder, SiteReader
from .listing_pages.listing import Listing, detect_listing
from .pagination import PaginatedIndex, paginated_index

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
        """Those of some documents, or of some paths of copied files, that no other file replaces."""
        return [file for file in files if file not in self.replaced]

    def documents(self) -> Iterator[Document]:
        """Every document of the site."""
        yield from (*self.posts, *self.pages, *self.others, *self.templates)
        yield from (page.document for page in self.listings.values())
        yield from self.authors.pages

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


def read_site(
    config: JekyllConfig, paths: Iterable[str], folder: Folder, *, now: datetime, gemfile: str = ""
) -> JekyllSite:
    """Read every file that a `FileFilter` accepts. `now` has a time zone; `gemfile` is the text of the Gemfile."""
    zone, findings = _zone(config)
    reader = SiteReader(config, folder, DocumentReader(config=config, zone=zone, now=now), findings=findings)
    for path in sorted(paths):
        reader.add(path)
    plugins = enabled_plugins(config, gemfile)
    reader.findings += plugin_notes(config, plugins)
    data, data_findings = read_data(reader.data, config.data_dir)
    if polyglot.PLUGIN in plugins:
        config, data = polyglot.with_language(config), polyglot.build_default_language(reader, config, data)
    author_pages = [document for document in reader.documents if document.collection == "authors"]
    authors = read_authors(f"{config.data_dir}/authors.yml", data.get("authors"), author_pages)
    documents = [document for document in reader.documents if document.collection != "authors"]
    outputs = {document: config.collections[document.collection].output for document in documents}
    pages, listings = _separate_listings(reader.pages, reader.includes)
    index = listings.get("index")
    latest = datetime.max.replace(tzinfo=UTC)
    posts = sorted(reader.posts, key=lambda post: (post.date.instant if post.date else latest, post.path))
    posts = posts[-config.limit_posts :]  # all for a limit of 0
    built = [post for post in posts if post.kind is not Kind.DRAFT and is_shown(post, config, now)]
    with_page = [document for document in documents if outputs[document]]
    replaced, clashes = replaced_files((*pages, *reader.templates), reader.copied, built, with_page)
    return JekyllSite(
        config, zone, plugins, tuple(posts), (*pages, *with_page), listings,
        paginated_index(config, plugins, index.document, reader.pages) if index else None, authors,
        tuple(document for document in documents if not outputs[document]),
        tuple(reader.templates), reader.copied, reader.includes, data, replaced,
        f"{reader.digest.hexdigest()} {sorted(reader.copied)} {config.values}",
        (*reader.findings, *data_findings, *authors.findings, *clashes),
    )  # fmt: skip


def _zone(config: JekyllConfig) -> tuple[ZoneInfo, list[Finding]]:
    try:
        return ZoneInfo(config.timezone or "UTC"), []
    except (ZoneInfoNotFoundError, ValueError, OSError):
        what = f"`timezone` is `{config.timezone}`, which is not a time zone, so dates are read as UTC."
        hint = "Write a name from the IANA database, such as `Europe/Paris`."
        return ZoneInfo("UTC"), [Problem(config.path, config.lines.get("timezone"), what, hint)]


def _separate_listings(
    pages: Sequence[Document], includes: Mapping[str, str]
) -> tuple[list[Document], dict[str, ListingPage]]:
    """Separate the pages with content of their own from one listing of each kind, the nearest to the site's root."""
    listings: dict[str, ListingPage] = {}
    others: list[Document] = []
    for page in sorted(pages, key=lambda page: (page.url.count("/"), page.url)):
        listing = detect_listing(page, includes)
        if listing is None or listing.kind in listings:
            others.append(page)
        else:
            listings[listing.kind] = ListingPage(page, listing)
    return others, listings

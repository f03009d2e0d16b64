"""A Jekyll site as a whole: every file of its tree, read once and told apart."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mkdocs_iroco_blog.core.findings import Finding, Problem

from .authors import JekyllAuthors, read_authors
from .config.model import JekyllConfig
from .config.plugins import plugin_notes, switched_on
from .documents.data import read_data
from .documents.document import Document
from .documents.read_document import Reader
from .documents.site_reader import Folder, Tree
from .listing_pages.listing import Listing, listing_of
from .pagination import PaginatedPage, paginated_pages

_AUTHORS = "authors"


@dataclass(frozen=True, slots=True)
class ListingPage:
    """A page that only lists posts, in whose place the blog's own stands."""

    document: Document
    listing: Listing


@dataclass(frozen=True, slots=True)
class JekyllSite:
    """What lies in a Jekyll site. Paths are below `source`; nothing is rendered."""

    config: JekyllConfig
    zone: ZoneInfo
    plugins: tuple[str, ...]
    posts: tuple[Document, ...]
    """Drafts and unpublished ones, too."""
    pages: tuple[Document, ...]
    """Markdown and HTML pages with content of their own, and documents of collections that are put out."""
    listings: Mapping[str, ListingPage]
    """By what they list: `index`, `archive`, `categories`, `tags`, `authors`."""
    paginated: PaginatedPage | None
    """The index's pages, where a paginator of Jekyll's makes them."""
    authors: JekyllAuthors
    others: tuple[Document, ...]
    """Documents of collections without pages: for templates only."""
    templates: tuple[Document, ...]
    """Any other file with front matter: rendered through Liquid, and written as it then is."""
    copied: Mapping[str, str]
    """Where each file without front matter is copied to, by its path."""
    includes: Mapping[str, str]
    """By their path below `includes_dir`."""
    data: Mapping[str, Any]
    fingerprint: str
    """Of every file that a template may show something of."""
    findings: tuple[Finding, ...] = field(default=())

    def documents(self) -> Iterator[Document]:
        """Every document, whatever becomes of it."""
        yield from (*self.posts, *self.pages, *self.others, *self.templates)
        yield from (one.document for one in self.listings.values())
        yield from (page.document for page in self.authors.pages)

    def urls(self) -> dict[str, str]:
        """Addresses of all that is written, by what the tag `link` names it."""
        copied = {path: f"/{quote(target)}" for path, target in self.copied.items()}
        return copied | {document.relative_path: document.url for document in self.documents()}

    def post_urls(self) -> dict[str, str]:
        """Addresses of posts by what `post_url` names them: `2024-10-04-title`, and with the folders above."""
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
    """Read every file that an `EntryFilter` let through.

    `now` has a time zone; `gemfile` is the text of the Gemfile.
    """
    zone, findings = _zone(config)
    reading = Tree(config, folder, Reader(config=config, zone=zone, now=now), findings=findings)
    for path in sorted(paths):
        reading.add(path)
    plugins = switched_on(config, gemfile)
    reading.findings += plugin_notes(config, plugins)
    data, findings = read_data(reading.data, config.data_dir)
    people = [document for document in reading.documents if document.collection == _AUTHORS]
    authors = read_authors(f"{config.data_dir}/authors.yml", data.get("authors"), people)
    pages, listings = _told_apart(reading.pages, reading.includes)
    own = {id(page.document) for page in authors.pages}
    shown = {name for name, collection in config.collections.items() if collection.output}
    documents = [one for one in reading.documents if id(one) not in own]
    paginated = paginated_pages(config, plugins, reading.pages)
    index = listings.get("index")
    return JekyllSite(
        config, zone, plugins, _limited(reading.posts, config),
        (*pages, *(one for one in documents if one.collection in shown)), listings,
        next((one for one in paginated if index and one.document is index.document), None), authors,
        tuple(one for one in documents if one.collection not in shown),
        tuple(reading.templates), reading.copied, reading.includes, data,
        f"{reading.digest.hexdigest()} {sorted(reading.copied)} {config.values}",
        (*reading.findings, *findings, *authors.findings),
    )  # fmt: skip


def _limited(posts: Sequence[Document], config: JekyllConfig) -> tuple[Document, ...]:
    """The newest posts, as many as `limit_posts` says."""
    newest = sorted(posts, key=lambda post: post.date.at if post.date else datetime.max.replace(tzinfo=UTC))
    return tuple(newest[-config.limit_posts :])


def _zone(config: JekyllConfig) -> tuple[ZoneInfo, list[Finding]]:
    try:
        return ZoneInfo(config.timezone or "UTC"), []
    except (ZoneInfoNotFoundError, ValueError, OSError):
        what = f"`timezone` is `{config.timezone}`, which is no time zone, so dates are read as UTC."
        hint = "Write a name of the IANA database, such as `Europe/Paris`."
        return ZoneInfo("UTC"), [Problem(config.path, config.lines.get("timezone"), what, hint)]


def _told_apart(
    pages: Sequence[Document], includes: Mapping[str, str]
) -> tuple[list[Document], dict[str, ListingPage]]:
    """Pages with content of their own, and for each kind of listing the one nearest to the site's root."""
    listings: dict[str, ListingPage] = {}
    kept: list[Document] = []
    for page in sorted(pages, key=lambda page: (page.url.count("/"), page.url)):
        listing = listing_of(page, includes)
        if listing is None or listing.kind in listings:
            kept.append(page)
        else:
            listings[listing.kind] = ListingPage(page, listing)
    return kept, listings

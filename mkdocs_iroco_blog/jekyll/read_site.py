"""Read a whole Jekyll site: every file once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.jekyll import SETTING_VALUE

from . import polyglot
from .authors import read_authors
from .config.model import JekyllConfig
from .config.plugins import enabled_plugins, plugin_notes
from .config.themes import theme_plugins
from .documents.clashes import replaced_files
from .documents.data import read_data
from .documents.document import Document, is_shown
from .documents.file_kinds import Kind
from .documents.read_document import DocumentReader
from .documents.site_reader import Folder, SiteReader
from .drops import SiteDrop
from .liquid import Liquid, LiquidSite
from .liquid.context import Context
from .listing_pages.listing import detect_listing
from .listing_pages.other_content import WithoutPosts
from .pagination import paginated_index
from .site import JekyllSite, ListingPage
from .theme_includes import BUILT_IN


def read_site(
    config: JekyllConfig, paths: Iterable[str], folder: Folder, *, now: datetime, gemfile: str = "", lock: str = ""
) -> JekyllSite:
    """Read every file that a `FileFilter` accepts. `now` has a time zone.

    `gemfile` and `lock` are the texts of Gemfile and Gemfile.lock.
    """
    zone, findings = _zone(config)
    reader = SiteReader(config, folder, DocumentReader(config=config, zone=zone, now=now), findings=findings)
    for path in sorted(paths):
        reader.add(path)
    asked = enabled_plugins(config, gemfile)
    plugins = tuple(dict.fromkeys((*asked, *theme_plugins(config, lock))))
    reader.findings += plugin_notes(config, asked)
    data, data_findings = read_data(reader.data, config.data_dir)
    if polyglot.is_polyglot(config, plugins):
        config, data = polyglot.with_language(config), polyglot.build_default_language(reader, config, data)
    author_pages = [document for document in reader.documents if document.collection == "authors"]
    authors = read_authors(f"{config.data_dir}/authors.yml", data.get("authors"), author_pages)
    documents = [document for document in reader.documents if document.collection != "authors"]
    outputs = {document: config.collections[document.collection].output for document in documents}
    latest = datetime.max.replace(tzinfo=UTC)
    posts = sorted(reader.posts, key=lambda post: (post.date.instant if post.date else latest, post.path))
    posts = posts[-config.limit_posts :]  # all for a limit of 0
    with_page = [document for document in documents if outputs[document]]
    site = JekyllSite(
        config, zone, plugins, tuple(posts), (*reader.pages, *with_page), {}, None, authors,
        tuple(document for document in documents if not outputs[document]),
        tuple(reader.templates), reader.copied, reader.includes, data, frozenset(),
        f"{reader.digest.hexdigest()} {sorted(reader.copied)} {config.values}",
        (*reader.findings, *data_findings, *authors.findings),
    )  # fmt: skip
    return _with_listings(site, reader.pages, with_page, folder, now)


def _with_listings(
    site: JekyllSite, pages: Sequence[Document], documents: Sequence[Document], folder: Folder, now: datetime
) -> JekyllSite:
    """Separate the pages that only list posts, and the files that Jekyll would overwrite."""
    config = site.config
    others, listings = _separate_listings((*pages, *documents), site, folder, now)
    index = listings.get("index")
    built = [post for post in site.posts if post.kind is not Kind.DRAFT and is_shown(post, config, now)]
    with_page = [document for document in others if document.collection]
    without = [page for page in others if not page.collection]
    replaced, clashes = replaced_files((*without, *site.templates), site.copied, built, with_page)
    return replace(
        site, pages=(*without, *with_page), listings=listings, replaced=replaced,
        paginated=paginated_index(config, site.plugins, index.document, pages) if index else None,
        findings=(*site.findings, *clashes),
    )  # fmt: skip


def _zone(config: JekyllConfig) -> tuple[ZoneInfo, list[Finding]]:
    try:
        return ZoneInfo(config.timezone or "UTC"), []
    except (ZoneInfoNotFoundError, ValueError, OSError):
        hint = "Write a name from the IANA database, such as `Europe/Paris`."
        values = {"value": config.timezone, "fault": "which is not a time zone, so dates are read as UTC", "hint": hint}
        return ZoneInfo("UTC"), [SETTING_VALUE(config.path, config.lines.get("timezone"), key="timezone", **values)]


def _separate_listings(
    documents: Sequence[Document], site: JekyllSite, folder: Folder, now: datetime
) -> tuple[list[Document], dict[str, ListingPage]]:
    """Separate the pages with content of their own from one listing of each kind, the nearest to the site's root."""
    listings: dict[str, ListingPage] = {}
    others: list[Document] = []
    render = _renderer(site, folder, now)
    for page in sorted(documents, key=lambda page: (page.url.count("/"), page.url)):
        listing = detect_listing(page, site.includes, partial(render, page), site.config.title)
        if listing is None or listing.kind in listings:
            others.append(page)
        else:
            listings[listing.kind] = ListingPage(page, listing)
    return others, listings


def _renderer(site: JekyllSite, folder: Folder, now: datetime) -> Callable[[Document, str], str]:
    """Return a function that renders a text of a page with Liquid, as if the site had no posts."""
    drop = SiteDrop(
        site.config, tuple(site.documents()), time=now.astimezone(site.zone), data=site.data,
        static_files=tuple(site.copied), content=lambda document: document.body, excerpt=lambda _: "",
    )  # fmt: skip
    liquid = Liquid(LiquidSite(
        values=WithoutPosts(drop), includes=site.includes.get, beside=folder.beside, post_url=site.post_urls().get,
        link=site.urls().get, baseurl=site.config.baseurl, url=site.config.url, zone=site.zone, now=now,
        markdownify=str, theme_include=_picture,
    ))  # fmt: skip
    return lambda page, text: liquid.render(text, drop.drop_of(page), source=page.path)[0]


def _picture(_context: Context, name: str, _parameters: Mapping[str, object]) -> str:
    """Stand in for an include of the theme."""
    return "<picture></picture>" if name.removesuffix(".html").removesuffix(".liquid") in BUILT_IN else ""

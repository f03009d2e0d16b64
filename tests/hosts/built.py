"""A site built in this process, and what tests ask of it."""

from __future__ import annotations

import logging
import posixpath
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, unquote, urljoin, urlsplit

import mf2py
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from selectolax.lexbor import LexborHTMLParser

from tests.hosts.host import HOST
from tests.hosts.search_index import Entry, search_entries
from tests.hosts.written import SITE_URL

Command = Literal["build", "serve"]
OURS = f"{HOST}.plugins.iroco-blog"
SERVED = "http://127.0.0.1:8000/"
_CODE = re.compile(r" \[IB\d{3}\]$")


class Records(logging.Handler):
    """Keeps what the host and its plugins say."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.kept: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.kept.append(record)


def forget_plugins() -> list[Any]:
    """Empty the host's cache of plugins, and return them."""
    option: Any = MkDocsConfig.plugins
    plugins = list(option.plugin_cache.values())
    option.plugin_cache.clear()
    return plugins


def shut_down() -> None:
    """End the plugins that MkDocs keeps from build to build, as its commands do."""
    for plugin in forget_plugins():  # before one that never started can fail
        if hasattr(plugin, "on_shutdown"):
            plugin.on_shutdown()


class Site:
    """A site's folder, and its last build."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.out = root / "site"
        self.records: list[logging.LogRecord] = []
        self.nav: Any = None
        self.config: Any = None

    def run(self, *, command: Command = "build", strict: bool = False, dirty: bool = False, fresh: bool = True) -> Site:
        """Build, as MkDocs' own command does. `fresh` is false in a preview's second build: plugins are kept."""
        self.__dict__.pop("search", None)
        if fresh:
            shut_down()
        records, log = Records(), logging.getLogger(HOST)
        level = log.level
        log.setLevel(logging.INFO)
        log.addHandler(records)
        try:
            config = load_config(config_file=str(self.root / "mkdocs.yml"), strict=strict)
            if fresh:
                config.plugins.on_startup(command=command, dirty=dirty)
            self.config = config
            config.plugins._register_event("page_context", self._keep_nav)
            serve_url = SERVED if command == "serve" else None
            if serve_url:
                config.site_url = urljoin(serve_url, urlsplit(config.site_url or "/").path)
                serve_url = config.site_url
            mkdocs_build(config, serve_url=serve_url, dirty=dirty)
        finally:
            log.removeHandler(records)
            log.setLevel(level)
            self.records = records.kept
        return self

    def _keep_nav(self, context: Any, *, nav: Any, **_: Any) -> Any:
        self.nav = nav
        return context

    # What was said

    @property
    def warnings(self) -> list[str]:
        """Every warning and error, whoever gave it."""
        return [record.getMessage() for record in self.records if record.levelno >= logging.WARNING]

    @property
    def errors(self) -> list[str]:
        """Every error."""
        return [record.getMessage() for record in self.records if record.levelno >= logging.ERROR]

    @property
    def problems(self) -> list[str]:
        """The blog's warnings and errors."""
        return self._ours(lambda level: level >= logging.WARNING)

    @property
    def notes(self) -> list[str]:
        """What the blog said besides."""
        return self._ours(lambda level: level < logging.WARNING)

    def _ours(self, wanted: Any) -> list[str]:
        """Messages without their codes."""
        told = [record.getMessage() for record in self.records if record.name == OURS and wanted(record.levelno)]
        return [_CODE.sub("", line.removeprefix("iroco-blog: ")) for line in told]

    # What was built

    @property
    def urls(self) -> set[str]:
        """The address of every page but the theme's own 404 and search pages."""
        pages = (path.relative_to(self.out).as_posix() for path in self.out.rglob("*.html"))
        return {_address(page) for page in pages if page not in ("404.html", "search.html")}

    def file(self, url: str) -> Path:
        """The file behind an address."""
        return self.out / (f"{url}index.html" if url.endswith("/") or not url else url)

    def text(self, url: str) -> str:
        """A page as it was written."""
        return self.file(url).read_text(encoding="utf-8")

    def page(self, url: str) -> LexborHTMLParser:
        """A page's tree."""
        return LexborHTMLParser(self.text(url))

    def post(self, slug: str) -> str:
        """The address of the post with this slug."""
        ends = (f"/{slug}/", f"/{slug}.html")
        [url] = [url for url in self.urls if f"/{url}".endswith(ends) and "e-content" in self.text(url)]
        return url

    def parsed(self, url: str) -> list[dict[str, Any]]:
        """A page's microformats."""
        base = SITE_URL + url
        items: list[dict[str, Any]] = mf2py.parse(doc=self.text(url), url=base)["items"]
        return items

    def entry(self, url: str) -> dict[str, Any]:
        """The properties of the one entry of a post's page."""
        [entry] = [item for item in self.parsed(url) if "h-entry" in item["type"]]
        properties: dict[str, Any] = entry["properties"]
        return properties

    def feed(self, url: str) -> dict[str, Any]:
        """The one feed of a view: `properties` and `children`."""
        [feed] = [item for item in self.parsed(url) if "h-feed" in item["type"]]
        return feed

    def listed(self, url: str) -> list[str]:
        """The names of the posts that a view shows, in order."""
        children = [item for item in self.feed(url).get("children", []) if "h-entry" in item["type"]]
        return [item["properties"]["name"][0] for item in children]

    @cached_property
    def search(self) -> list[Entry]:
        """What search knows."""
        return search_entries(self.out)

    @property
    def found(self) -> set[str]:
        """Pages that search finds."""
        return {entry["location"].partition("#")[0] for entry in self.search}

    @property
    def sitemap(self) -> set[str]:
        """Addresses in the sitemap, under `site_url`."""
        tree = ET.parse(self.out / "sitemap.xml")  # noqa: S314 (made a moment ago, from our own files)
        base = self.config.site_url
        return {(place.text or "").strip().removeprefix(base) for place in tree.iter() if place.tag.endswith("}loc")}

    def outline(self) -> list[Any]:
        """The navigation: titles, sections as (title, children)."""
        return _outline(self.nav.items)

    # Where links lead

    def target(self, url: str, link: str) -> str | None:
        """The file under the site that a link on a page names; none for links that leave the site."""
        base = self.config.site_url or SITE_URL
        absolute = urlsplit(urljoin(base + quote(url), link))
        home = urlsplit(base)
        if (absolute.scheme, absolute.netloc) != (home.scheme, home.netloc):
            return None
        path = unquote(absolute.path)
        assert path.startswith(home.path), f"{link} on {url} leaves {home.path}"
        inner = path[len(home.path) :]
        return posixpath.join(inner, "index.html") if inner.endswith("/") or not inner else inner

    def lost_links(self, url: str, within: str = "body") -> list[str]:
        """Links and pictures on a page that lead to no file of the site, or to no id of a page."""
        lost = []
        for node in self.page(url).css(f"{within} [href], {within} [src], {within} [poster]"):
            link = node.attributes.get("href") or node.attributes.get("src") or node.attributes.get("poster") or ""
            target = self.target(url, link)
            if target is None:
                continue
            mark = urlsplit(link).fragment
            path = self.out / target
            whole = (path / "index.html") if path.is_dir() else path
            if not whole.is_file() or (mark and whole.suffix == ".html" and not _has_id(whole, unquote(mark))):
                lost.append(link)
        return lost


def _has_id(page: Path, name: str) -> bool:
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    return any(node.attributes.get("id") == name for node in tree.css("[id]"))


def _address(page: str) -> str:
    folder, name = posixpath.split(page)
    return (f"{folder}/" if folder else "") if name == "index.html" else page


def _outline(items: Sequence[Any]) -> list[Any]:
    return [
        (str(item.title), _outline(item.children)) if item.children is not None else str(item.title) for item in items
    ]


def walk(outline: Sequence[Any]) -> Iterator[str]:
    """Every title of an outline."""
    for item in outline:
        if isinstance(item, tuple):
            yield item[0]
            yield from walk(item[1])
        else:
            yield item


def words(node: Any) -> str:
    """The text of a node, its white space made even."""
    return " ".join(node.text().split()) if node is not None else ""


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

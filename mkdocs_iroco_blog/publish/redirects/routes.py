"""Follow every redirect of a site to its final destination, and report those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import addresses as messages
from mkdocs_iroco_blog.core.messages.message import Message
from mkdocs_iroco_blog.core.permalinks import is_outside
from mkdocs_iroco_blog.core.site_paths import SitePaths

from .addresses import address_of, page_file, redirect_file, split_address

_KEYS = {"aliases": ("aliases", "redirect_from"), "redirect_to": ("redirect_to",)}


@dataclass(frozen=True, slots=True)
class MovedPage:
    """A page with old addresses, or a page that redirects elsewhere."""

    source: str
    address: str
    """Under the site's root, as the host writes it."""
    title: str
    aliases: tuple[str, ...] = ()
    redirect_to: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line numbers of the keys of its front matter."""
    draft: bool = False
    path: str = ""
    """The page's file under the site's folder, where its address does not tell."""
    as_files: bool = False
    """Old addresses without a slash are files, as Jekyll writes them."""

    @property
    def file(self) -> str:
        """File of the page under the site's folder."""
        return self.path or page_file(self.address)

    def line(self, key: str) -> int | None:
        """Return the line of `aliases` or `redirect_to`, by either of its names."""
        return next((self.lines[name] for name in _KEYS[key] if name in self.lines), None)


@dataclass(frozen=True, slots=True)
class Destination:
    """The end of a redirect: a file of the site, or an absolute URL."""

    file: str = ""
    url: str = ""
    suffix: str = ""
    """Query and fragment after the file's address."""


class Routes:
    """Collects the redirects of one site."""

    def __init__(self, existing: Mapping[str, str], site_url: str, paths: SitePaths) -> None:
        self.aliases: dict[str, MovedPage] = {}
        """Files of redirects from old addresses, and the pages that they lead to."""
        self.findings: list[Finding] = []
        self._existing, self._site_url, self._paths = existing, site_url, paths
        self._by_source = {source: file for file, source in existing.items()}
        self._targets: dict[str, Destination] = {}

    def add_alias(self, page: MovedPage, alias: str) -> None:
        """Add a redirect from an old address of a page."""
        file = self._alias_file(page, alias)
        if file is None or self.aliases.get(file) is page:
            return
        if file == page.file:
            self._report(page, "aliases", messages.ALIAS_OF_ITSELF, alias=alias)
            return
        if fault := self._paths.fault(file):
            if file in self.aliases:
                fault = f"already redirects to `{self.aliases[file].source}`"
            self._report(
                page, "aliases", messages.ALIAS_TAKEN, alias=alias, address=f"/{address_of(file)}", fault=fault
            )
            return
        self.aliases[file] = page
        self._paths.claim(file, f"`{page.source}`")

    def add_target(self, page: MovedPage) -> None:
        """Add the page's `redirect_to`, if it has one. Its old addresses lead there, too."""
        target = page.redirect_to
        if not target:
            return
        try:
            parts = split_address(target, self._site_url)
        except ValueError:
            self._report_target(page, "which is not an address")
            return
        file = (self._by_source.get(parts[0]) or self._page_at(parts[0])) if parts else None
        if parts is None or (file is None and is_outside(target)):  # outside the site, or not made by the host
            self._targets[page.file] = Destination(url=target.replace(" ", "%20"))
            return
        if file is None:
            self._report_target(page, "but the site has no page there")
        path, suffix = parts
        self._targets[page.file] = Destination(file or redirect_file(path), suffix=suffix)

    def break_loops(self, pages: Iterable[MovedPage]) -> None:
        """Report pages that redirect to themselves, directly or through others. They show their own text instead."""
        for page in [page for page in pages if page.file in self._targets and self._returns(page.file)]:
            self._report_target(page, "which leads back here, so the page shows its own text")
            del self._targets[page.file]

    def final(self, file: str) -> Destination:
        """Follow redirects from a file to the end. Call after `break_loops`."""
        stop = Destination(file)
        while following := self._next(stop.file):
            stop = Destination(following.file, following.url, following.suffix or stop.suffix)
        return stop

    def _next(self, file: str) -> Destination | None:
        return Destination(self.aliases[file].file) if file in self.aliases else self._targets.get(file)

    def _returns(self, file: str) -> bool:
        seen: set[str] = set()
        stop = self._next(file)
        while stop is not None and stop.file not in seen:
            seen.add(stop.file)
            stop = self._next(stop.file)
        return file in seen

    def _alias_file(self, page: MovedPage, alias: str) -> str | None:
        """Return the file for an old address; report an address that no file can have."""
        try:
            parts = split_address(alias, self._site_url)
        except ValueError:
            self._report(page, "aliases", messages.ALIAS_INVALID, alias=alias, fault="cannot be the address of a page")
            return None
        if parts is None:
            fault = "is not below the site's address (`site_url`)"
            self._report(page, "aliases", messages.ALIAS_INVALID, alias=alias, fault=fault)
            return None
        path, suffix = parts
        if suffix:
            self._report(page, "aliases", messages.ALIAS_WITH_QUERY, alias=alias, suffix=suffix)
            return None
        return redirect_file(path, as_file=page.as_files)

    def _page_at(self, path: str) -> str | None:
        bare = path.rstrip("/")
        names = (bare, redirect_file(bare), f"{bare}/index.html".lstrip("/"), f"{bare}.html")
        return next((name for name in names if name in self._existing or name in self.aliases), None)

    def _report(self, page: MovedPage, key: str, message: Message, **values: Any) -> None:
        self.findings.append(message(page.source, page.line(key), draft=page.draft, **values))

    def _report_target(self, page: MovedPage, fault: str) -> None:
        self._report(page, "redirect_to", messages.REDIRECT_INVALID, target=page.redirect_to, fault=fault)

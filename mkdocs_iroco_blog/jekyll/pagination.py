"""Where an index is spread over pages, and their addresses: jekyll-paginate and jekyll-paginate-v2.

https://jekyllrb.com/docs/pagination/ and https://github.com/sverrirs/jekyll-paginate-v2/blob/master/README-GENERATOR.md
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .config.keys import Keys
from .config.model import JekyllConfig, Pagination
from .config.read import read_pagination
from .documents.document import Document

_NAMES = re.compile(r"[;,\s]+")


@dataclass(frozen=True, slots=True, eq=False)
class PaginatedPage:
    """A page that lists posts, on as many pages as it takes."""

    document: Document
    settings: Pagination
    """Its own over the site's."""
    first_url: str
    later_url: str
    """Address of page 2 and on, with `:num`."""

    def url(self, number: int, total: int) -> str:
        """The address of a page, counted from 1."""
        if number == 1:
            return self.first_url
        return self.later_url.replace(":num", str(number), 1).replace(":max", str(total), 1)

    def takes(self, document: Document) -> bool:
        """Whether the page lists a document."""
        names = [name for name in _NAMES.split(self.settings.collection.lower()) if name]
        if (document.collection or "pages") not in names or document.data.get("hidden"):
            return False
        asked = ((self.settings.category, document.categories), (self.settings.tag, document.tags))
        if not all(_holds(wanted, terms) for wanted, terms in asked):
            return False
        return _holds(self.settings.locale, (str(document.data.get("locale") or ""),))

    def total(self, posts: int) -> int:
        """How many pages that many posts take: at least one."""
        pages = max(1, -(-max(0, posts - self.settings.offset) // max(1, self.settings.per_page)))
        return min(pages, self.settings.limit) if self.settings.limit else pages


def paginated_pages(config: JekyllConfig, plugins: Iterable[str], pages: Sequence[Document]) -> list[PaginatedPage]:
    """The pages that a paginator fills: v2's `pagination: {enabled: true}`, or the one index.html that v1 takes."""
    names = set(plugins)
    found: list[PaginatedPage] = []
    if "jekyll-paginate-v2" in names and config.pagination.enabled:
        found = [_second(config, page) for page in pages if _asks(page)]
    if "jekyll-paginate" in names and config.paginate:
        found += _first(config, pages)
    return found


def _asks(page: Document) -> bool:
    own = page.data.get("pagination")
    return isinstance(own, dict) and own.get("enabled") not in (None, False)


def _second(config: JekyllConfig, page: Document) -> PaginatedPage:
    raw = page.front.raw["pagination"]
    meta = {str(key): value for key, value in page.data["pagination"].items()}
    own = Keys(page.path, meta, raw if isinstance(raw, dict) else {}, page.front.lines, "pagination")
    settings = read_pagination(own, config.pagination)
    written = page.data.get("permalink")
    base = written if isinstance(written, str) else page.url[: page.url.rindex("/")]
    base = f"/{base.strip('/')}/".replace("//", "/")
    extension = f".{settings.extension.lstrip('.')}"
    index = f"{(settings.indexpage or 'index').partition('.')[0]}"
    later = base + settings.permalink.lstrip("/")
    if later.endswith("/") or "." not in later:  # the plugin puts `index` behind an address that has no slash, too
        later += index
    later = later if later.endswith(extension) else later + extension
    return PaginatedPage(page, settings, _folder(base + index + extension), _folder(later))


def _folder(url: str) -> str:
    return url.removesuffix("index.html") if url.endswith("/index.html") else url


def _first(config: JekyllConfig, pages: Sequence[Document]) -> list[PaginatedPage]:
    """v1's: the index.html at or above the folder that `paginate_path` names, and of several the deepest."""
    path = "/" + config.paginate_path.lstrip("/")
    folder = posixpath.dirname(posixpath.normpath(path)).strip("/")
    above = {"", *("/".join(folder.split("/")[:depth]) for depth in range(1, folder.count("/") + 2))}
    fitting = [
        page
        for page in pages
        if posixpath.basename(page.path) == "index.html" and posixpath.dirname(page.path) in above
    ]
    if not fitting:
        return []
    index = max(fitting, key=lambda page: len(page.path))
    later = path if path.endswith("/") else f"{path}/"
    settings = Pagination(enabled=True, per_page=config.paginate or 1, sort_reverse=True)
    return [PaginatedPage(index, settings, index.url, later)]


def _holds(wanted: str | None, terms: Iterable[str]) -> bool:
    return not wanted or wanted.casefold() in (term.casefold() for term in terms)

"""Finds the pages that jekyll-paginate and jekyll-paginate-v2 spread over several addresses.

https://jekyllrb.com/docs/pagination/ and https://github.com/sverrirs/jekyll-paginate-v2/blob/master/README-GENERATOR.md
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .config.keys import Keys
from .config.model import JekyllConfig
from .config.read import read_pagination
from .documents.document import Document


@dataclass(frozen=True, slots=True, eq=False)
class PaginatedPage:
    """A page that lists posts, spread over numbered pages."""

    document: Document
    per_page: int
    first_url: str
    later_url: str
    """The address of page 2 and later ones, with `:num`."""


def paginated_pages(config: JekyllConfig, plugins: Iterable[str], pages: Sequence[Document]) -> list[PaginatedPage]:
    """List the pages that a paginator fills: v2's `pagination: {enabled: true}`, or v1's one index.html."""
    names = set(plugins)
    result: list[PaginatedPage] = []
    if "jekyll-paginate-v2" in names and config.pagination.enabled:
        result = [_read_v2(config, page) for page in pages if _is_enabled(page)]
    if "jekyll-paginate" in names and config.paginate:
        result += _find_v1(config, config.paginate, pages)
    return result


def _is_enabled(page: Document) -> bool:
    settings = page.data.get("pagination")
    return isinstance(settings, dict) and settings.get("enabled") not in (None, False)


def _read_v2(config: JekyllConfig, page: Document) -> PaginatedPage:
    raw = page.front.raw["pagination"]
    meta = {str(key): value for key, value in page.data["pagination"].items()}
    keys = Keys(page.path, meta, raw if isinstance(raw, dict) else {}, page.front.lines, "pagination")
    settings = read_pagination(keys, config.pagination)
    permalink = page.data.get("permalink")
    base = permalink if isinstance(permalink, str) else page.url[: page.url.rindex("/")]
    base = f"/{base.strip('/')}/".replace("//", "/")
    extension = f".{settings.extension.lstrip('.')}"
    index = settings.indexpage.partition(".")[0]
    later = base + settings.permalink.lstrip("/")
    if later.endswith("/") or "." not in later:  # the plugin also adds `index` to an address without a final slash
        later += index
    later = later if later.endswith(extension) else later + extension
    return PaginatedPage(page, settings.per_page, _folder(base + index + extension), _folder(later))


def _folder(url: str) -> str:
    return url.removesuffix("index.html") if url.endswith("/index.html") else url


def _find_v1(config: JekyllConfig, per_page: int, pages: Sequence[Document]) -> list[PaginatedPage]:
    """Return the deepest index.html in the folder that `paginate_path` names or above it."""
    path = "/" + config.paginate_path.lstrip("/")
    folder = posixpath.dirname(posixpath.normpath(path)).strip("/")
    folders = {"", *("/".join(folder.split("/")[:depth]) for depth in range(1, folder.count("/") + 2))}
    candidates = [
        page
        for page in pages
        if posixpath.basename(page.path) == "index.html" and posixpath.dirname(page.path) in folders
    ]
    if not candidates:
        return []
    index = max(candidates, key=lambda page: len(page.path))
    return [PaginatedPage(index, per_page, index.url, path if path.endswith("/") else f"{path}/")]

"""Read how jekyll-paginate or jekyll-paginate-v2 spreads the index over several pages.

https://jekyllrb.com/docs/pagination/ and https://github.com/sverrirs/jekyll-paginate-v2/blob/master/README-GENERATOR.md
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from .config.keys import Keys
from .config.model import JekyllConfig
from .config.read import read_pagination
from .documents.document import Document


@dataclass(frozen=True, slots=True)
class PaginatedIndex:
    """The numbered pages of an index."""

    per_page: int
    first_url: str
    later_url: str
    """The address of page 2 and later ones, with `:num`."""


def paginated_index(
    config: JekyllConfig, plugins: Sequence[str], index: Document, pages: Sequence[Document]
) -> PaginatedIndex | None:
    """Read how v2's `pagination: {enabled: true}` or v1's `paginate` splits the index. None if neither does."""
    settings = index.data.get("pagination")
    is_enabled = isinstance(settings, dict) and settings.get("enabled") not in (None, False)
    if "jekyll-paginate-v2" in plugins and config.pagination.enabled and is_enabled:
        return _read_v2(config, index)
    if "jekyll-paginate" in plugins and config.paginate:
        path = f"/{config.paginate_path.lstrip('/')}"
        if index is _deepest_index(path, pages):
            return PaginatedIndex(config.paginate, index.url, path if path.endswith("/") else f"{path}/")
    return None


def _read_v2(config: JekyllConfig, page: Document) -> PaginatedIndex:
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
    urls = base + index + extension, later.removesuffix(extension) + extension
    first, later = (url.removesuffix("index.html") if url.endswith("/index.html") else url for url in urls)
    return PaginatedIndex(settings.per_page, first, later)


def _deepest_index(path: str, pages: Sequence[Document]) -> Document | None:
    """The deepest index.html in or above the folder that `paginate_path` names."""
    folder = posixpath.dirname(posixpath.normpath(path))
    indexes = (page for page in pages if posixpath.basename(page.path) == "index.html")
    candidates = [page for page in indexes if f"{folder}/".startswith(f"/{page.path}".removesuffix("index.html"))]
    return max(candidates, key=lambda page: len(page.path), default=None)

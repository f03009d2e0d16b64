"""The address of each kind of file: which template it has, and what its placeholders hold.

https://jekyllrb.com/docs/permalinks/ and https://jekyllrb.com/docs/collections/#permalinks
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig

from .permalinks import Placeholders, date_placeholders, of_documents, of_pages, output_path, style_suffix
from .slugs import lowered, slugify

_HTML = (".html", ".xhtml", ".htm")
_CONVERTED = {".scss": ".css", ".sass": ".css"}


@dataclass(frozen=True, slots=True)
class Named:
    """What the address of a post or of a collection's document is made of."""

    relative_path: str
    """Below `collections_dir`."""
    collection: str
    slug: str | None
    """None for the file's name."""
    categories: tuple[str, ...]
    extension: str
    """Of the file that is written."""
    moment: Callable[[], datetime]
    """In the site's time zone."""


def output_extension(config: JekyllConfig, extension: str, permalink: str | None) -> str:
    """The extension of the file that is written: the permalink's, else what the converter for the file's own makes."""
    if permalink and not permalink.endswith("/"):
        own = posixpath.splitext(permalink)[1]
        if own:
            return own
    lower = extension.lower()
    return ".html" if lower[1:] in config.markdown_ext and lower else _CONVERTED.get(lower, extension)


def document_address(named: Named, config: JekyllConfig, permalink: str | None) -> str:
    """The address of a post, draft or document; raises `ValueError` where the template cannot be filled."""
    template = permalink if permalink is not None else collection_template(config, named.collection)
    return of_documents(template, _placeholders(named))


def collection_template(config: JekyllConfig, collection: str) -> str:
    """The template of a collection's addresses, where a document says no other."""
    own = config.collections[collection].permalink
    return own or "/:collection/:path" + style_suffix(config.permalink)


def page_address(config: JekyllConfig, path: str, extension: str, permalink: str | None) -> str:
    """The address of a page; `extension` is of the file that is written."""
    folder, name = posixpath.split(path)
    stem = posixpath.splitext(name)[0].rstrip(".")
    if permalink is not None:
        template = permalink
    elif extension not in _HTML:
        template = "/:path/:basename:output_ext"
    else:
        template = "/:path/" if stem == "index" else "/:path/:basename" + style_suffix(config.permalink)
    return of_pages(template, {"path": folder, "basename": stem, "output_ext": extension})


def file_path(config: JekyllConfig, path: str, collection: str = "") -> str | None:
    """Where a file without front matter is copied, under the site's root; none in a collection without output."""
    if not collection:
        return path
    if not config.collections[collection].output:
        return None
    stem, extension = posixpath.splitext(path.removeprefix(f"{config.collections_dir}/"))
    values = {
        "collection": collection,
        "path": stem.rstrip(".").replace(config.collections[collection].folder, "", 1),
        "output_ext": "",
        "name": posixpath.basename(stem).rstrip("."),
        "title": "",
    }
    url = of_pages(collection_template(config, collection), values)
    return output_path(url.removesuffix("/") + extension, extension)


def _placeholders(named: Named) -> Placeholders:
    stem = posixpath.splitext(named.relative_path)[0]
    name = posixpath.basename(stem)
    slug = name if named.slug is None else named.slug
    words: dict[str, Callable[[], str]] = {
        "collection": lambda: named.collection,
        "path": lambda: stem.replace(f"_{named.collection}", "", 1).rstrip("."),
        "output_ext": lambda: named.extension,
        "name": lambda: slugify(name),
        "title": lambda: slugify(slug, "pretty", cased=True),
        "slug": lambda: slugify(slug),
        "categories": lambda: _folders(map(lowered, named.categories)),
        "slugified_categories": lambda: _folders(map(slugify, named.categories)),
    }
    return words | date_placeholders(named.moment)


def _folders(names: Iterable[str]) -> str:
    return "/".join(dict.fromkeys(names))

"""Choose the address template for each kind of file, and fill it.

https://jekyllrb.com/docs/permalinks/ and https://jekyllrb.com/docs/collections/#permalinks
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig
from mkdocs_iroco_blog.jekyll.slugs import downcase, slugify

from .permalinks import date_placeholders, fill_document_template, fill_page_template, output_path, style_suffix

_HTML = (".html", ".xhtml", ".htm")
_CONVERTED = {".scss": ".css", ".sass": ".css"}


@dataclass(frozen=True, slots=True)
class AddressParts:
    """The values that fill the address of a post or of a collection's document."""

    relative_path: str
    """Without `collections_dir`."""
    collection: str
    slug: str | None
    """None to use the file's name."""
    categories: tuple[str, ...]
    extension: str
    """Of the output file."""
    moment: datetime
    """In the site's time zone."""


def output_extension(config: JekyllConfig, extension: str, permalink: str | None) -> str:
    """The extension of the output file: the permalink's, or the one that the file is converted to."""
    if permalink and not permalink.endswith("/") and (given := posixpath.splitext(permalink)[1]):
        return given
    lower = extension.lower()
    return ".html" if lower[1:] in config.markdown_ext and lower else _CONVERTED.get(lower, extension)


def document_address(parts: AddressParts, config: JekyllConfig, permalink: str | None) -> str:
    """The address of a post, draft or document. Raises `ValueError` if the template cannot be filled."""
    template = permalink if permalink is not None else _collection_template(config, parts.collection)
    stem = posixpath.splitext(parts.relative_path)[0]
    name = posixpath.basename(stem)
    slug = name if parts.slug is None else parts.slug
    words: dict[str, Callable[[], str]] = {
        "collection": lambda: parts.collection,
        "path": lambda: stem.replace(f"_{parts.collection}", "", 1).rstrip("."),
        "output_ext": lambda: parts.extension,
        "name": lambda: slugify(name),
        "title": lambda: slugify(slug, "pretty", cased=True),
        "slug": lambda: slugify(slug),
        "categories": lambda: "/".join(dict.fromkeys(map(downcase, parts.categories))),
        "slugified_categories": lambda: "/".join(dict.fromkeys(map(slugify, parts.categories))),
    }
    return fill_document_template(template, words | date_placeholders(parts.moment))


def _collection_template(config: JekyllConfig, collection: str) -> str:
    return config.collections[collection].permalink or "/:collection/:path" + style_suffix(config.permalink)


def page_address(config: JekyllConfig, path: str, extension: str, permalink: str | None) -> str:
    """The address of a page; `extension` is that of the output file."""
    folder, name = posixpath.split(path)
    stem = posixpath.splitext(name)[0].rstrip(".")
    if permalink is not None:
        template = permalink
    elif extension not in _HTML:
        template = "/:path/:basename:output_ext"
    else:
        template = "/:path/" if stem == "index" else "/:path/:basename" + style_suffix(config.permalink)
    return fill_page_template(template, {"path": folder, "basename": stem, "output_ext": extension})


def file_path(config: JekyllConfig, path: str, collection: str = "") -> str | None:
    """The path to which a file without front matter is copied. None in a collection without `output`."""
    if not collection:
        return path
    if not config.collections[collection].output:
        return None
    stem, extension = posixpath.splitext(path.removeprefix(f"{config.collections_dir}/"))
    values = {
        "collection": collection, "path": stem.rstrip(".").replace(config.collections[collection].folder, "", 1),
        "output_ext": "", "name": posixpath.basename(stem).rstrip("."), "title": "",
    }  # fmt: skip
    url = fill_page_template(_collection_template(config, collection), values)
    return output_path(url.removesuffix("/") + extension, extension)

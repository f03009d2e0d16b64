"""A page's metadata as tags for its head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from mkdocs_iroco_blog.core.links import FeedLink

from .values import PageMetadata

TERMS = "http://purl.org/dc/terms/"
"""The vocabulary of Dublin Core: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/ ."""


class HeadTag(NamedTuple):
    """A `<meta>` or `<link>` for a page's head."""

    key: str
    """The tag's name or relation, followed by the value if a page may have several."""
    value: str
    html: str


def make_tags(page: PageMetadata) -> list[HeadTag]:
    """List a page's tags in order."""
    byline = ", ".join(author.name for author in page.authors) if page.kind == "post" else ""
    tags = _named({"description": page.description, "author": byline})
    tags += [robots_tag(page.robots)] if page.robots else []
    links = {"canonical": page.canonical, "prev": page.previous, "next": page.next}
    if page.replaced_by:  # https://www.dublincore.org/specifications/dublin-core/dc-html/
        links |= {"schema.DCTERMS": TERMS, "DCTERMS.isReplacedBy": page.replaced_by}
    tags += [HeadTag(key, url, f'<link rel="{key}" href="{_text(url)}">') for key, url in links.items() if url]
    tags += map(_alternate, page.feeds)
    tags += [HeadTag(f"me {url}", url, f'<link rel="me" href="{_text(url)}">') for url in page.me]
    tags += _open_graph(page)
    image = page.card_image or page.image
    tags += _named({"twitter:card": "summary_large_image" if image and image.large else "summary"})
    tags += _several("name", "fediverse:creator", (author.fediverse for author in page.authors))
    return tags


def robots_tag(words: Iterable[str]) -> HeadTag:
    """Make the tag for search engines."""
    [tag] = _named({"robots": ", ".join(dict.fromkeys(words))})
    return tag


@lru_cache(maxsize=64)  # every page of a blog links to the same feeds
def _alternate(feed: FeedLink) -> HeadTag:
    html = f'<link rel="alternate" type="{_text(feed.type)}" title="{_text(feed.title)}" href="{_text(feed.url)}">'
    return HeadTag(f"alternate {feed.url}", feed.url, html)


def _open_graph(page: PageMetadata) -> list[HeadTag]:
    """https://ogp.me/ ."""
    values = {
        "og:type": {"post": "article", "profile": "profile"}.get(page.kind, "website"),
        "og:title": page.full_title or page.title,
        "og:description": page.description, "og:url": page.canonical, "og:site_name": page.site_name,
        "og:locale": locale_of(page.lang),
    }  # fmt: skip
    if image := page.card_image or page.image:
        values |= {"og:image": image.url, "og:image:alt": image.alt, "og:image:type": image.type}
        values |= {"og:image:width": str(image.width or ""), "og:image:height": str(image.height or "")}
    tags = _named(values, attribute="property")
    if page.kind == "post":
        modified = page.modified if page.modified != page.published else ""
        times = {"article:published_time": page.published, "article:modified_time": modified}
        tags += _named(times, attribute="property")
        tags += _several("property", "article:author", (author.url for author in page.authors))
        tags += _named({"article:section": next(iter(page.sections), "")}, attribute="property")
        tags += _several("property", "article:tag", page.tags)
    return tags


@lru_cache(maxsize=64)
def locale_of(lang: str) -> str:
    """Add the country where most people speak a language, for Open Graph: `fr_FR`. Return "" for an unknown one."""
    try:
        locale = Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return ""
    language = "_".join(filter(None, (locale.language, locale.script)))
    country = locale.territory or str(get_global("likely_subtags").get(language, "")).rpartition("_")[2]
    return f"{locale.language}_{country}" if country.isalpha() else ""


def _named(values: Mapping[str, str], *, attribute: str = "name") -> list[HeadTag]:
    """Make a `<meta>` for each value that is not empty."""
    return [HeadTag(name, value, _meta(attribute, name, value)) for name, value in values.items() if value]


def _several(attribute: str, name: str, values: Iterable[str]) -> list[HeadTag]:
    """Make a `<meta>` of the same name for each value that is not empty."""
    return [HeadTag(f"{name} {value}", value, _meta(attribute, name, value)) for value in values if value]


def _meta(attribute: str, name: str, value: str) -> str:
    return f'<meta {attribute}="{name}" content="{_text(value)}">'


@lru_cache(maxsize=256)
def _text(value: str) -> str:
    """Escape an attribute's value. Most values occur twice on a page, and the site's on every page."""
    return escape(" ".join(value.split()), quote=False).replace('"', "&quot;")

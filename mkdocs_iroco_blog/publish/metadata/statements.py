"""What a page says of itself, as tags for its head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import escape
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from mkdocs_iroco_blog.core.links import FeedLink

from .values import PageMetadata


class Statement(NamedTuple):
    """One thing that a page says."""

    key: str
    """What is said; of things that may be said several times, with the value."""
    value: str
    html: str


def statements(page: PageMetadata) -> list[Statement]:
    """All that is to be said, in order."""
    by = ", ".join(author.name for author in page.authors) if page.kind == "post" else ""
    said = _named({"description": page.description, "author": by})
    if page.robots:
        said.append(robots(page.robots))
    for relation, address in (("canonical", page.canonical), ("prev", page.previous), ("next", page.next)):
        if address:
            said.append(Statement(relation, address, f'<link rel="{relation}" href="{_text(address)}">'))
    said += map(_alternate, page.feeds)
    said += [Statement(f"me {address}", address, f'<link rel="me" href="{_text(address)}">') for address in page.me]
    said += _open_graph(page)
    said += _named({"twitter:card": "summary_large_image" if page.image and page.image.own else "summary"})
    said += _several("name", "fediverse:creator", (author.fediverse for author in page.authors))
    return said


def robots(words: Iterable[str]) -> Statement:
    """What search engines are told."""
    [said] = _named({"robots": ", ".join(dict.fromkeys(words))})
    return said


@lru_cache(maxsize=64)
def _alternate(feed: FeedLink) -> Statement:
    """Every page of a blog names the same feeds."""
    html = f'<link rel="alternate" type="{_text(feed.type)}" title="{_text(feed.title)}" href="{_text(feed.url)}">'
    return Statement(f"alternate {feed.url}", feed.url, html)


def _open_graph(page: PageMetadata) -> Iterator[Statement]:
    """https://ogp.me/ ."""
    yield from _graph({
        "og:type": {"post": "article", "profile": "profile"}.get(page.kind, "website"),
        "og:title": page.title,
        "og:description": page.description,
        "og:url": page.canonical,
        "og:site_name": page.site_name,
        "og:locale": territory(page.lang),
    })  # fmt: skip
    image = page.image
    if image:
        width, height = str(image.width or ""), str(image.height or "")
        yield from _graph({
            "og:image": image.url, "og:image:alt": image.alt, "og:image:width": width, "og:image:height": height,
        })  # fmt: skip
    if page.kind == "post":
        changed = page.modified if page.modified != page.published else ""
        yield from _graph({"article:published_time": page.published, "article:modified_time": changed})
        yield from _several("property", "article:author", (author.url for author in page.authors))
        yield from _graph({"article:section": page.sections[0] if page.sections else ""})
        yield from _several("property", "article:tag", page.tags)


@lru_cache(maxsize=64)
def territory(lang: str) -> str:
    """A language with the country where most speak it, as Open Graph wants it: `fr_FR`; empty for an unknown one."""
    try:
        locale = Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return ""
    written = "_".join(filter(None, (locale.language, locale.script)))
    country = locale.territory or str(get_global("likely_subtags").get(written, "")).rpartition("_")[2]
    return f"{locale.language}_{country}" if country.isalpha() else ""


def _named(values: Mapping[str, str]) -> list[Statement]:
    return [
        Statement(name, value, f'<meta name="{name}" content="{_text(value)}">')
        for name, value in values.items()
        if value
    ]


def _graph(values: Mapping[str, str]) -> list[Statement]:
    return [
        Statement(name, value, f'<meta property="{name}" content="{_text(value)}">')
        for name, value in values.items()
        if value
    ]


def _several(attribute: str, name: str, values: Iterable[str]) -> list[Statement]:
    return [
        Statement(f"{name} {value}", value, f'<meta {attribute}="{name}" content="{_text(value)}">')
        for value in values
        if value
    ]


@lru_cache(maxsize=256)
def _text(value: str) -> str:
    """A value as an attribute takes it. A page says most of its values twice, and the site's on every page."""
    return escape(" ".join(value.split()), quote=False).replace('"', "&quot;")

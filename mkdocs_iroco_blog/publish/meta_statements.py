"""What a page says of itself, as tags for its head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from .meta_values import PageMetadata, Picture


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a page says."""

    key: str
    """What is said; of things that may be said several times, with the value."""
    value: str
    html: str


def statements(page: PageMetadata) -> Iterator[Statement]:
    """All that is to be said, in order."""
    yield from _named("description", page.description)
    yield from _named("author", ", ".join(author.name for author in page.authors) if page.kind == "post" else "")
    yield from told_robots(page.robots)
    for relation, address in (("canonical", page.canonical), ("prev", page.previous), ("next", page.next)):
        if address:
            yield Statement(relation, address, f'<link rel="{relation}" href="{_text(address)}">')
    for feed in page.feeds:
        html = f'<link rel="alternate" type="{_text(feed.type)}" title="{_text(feed.title)}" href="{_text(feed.url)}">'
        yield Statement(f"alternate {feed.url}", feed.url, html)
    for address in page.me:
        yield Statement(f"me {address}", address, f'<link rel="me" href="{_text(address)}">')
    yield from _open_graph(page)
    yield from _named("twitter:card", "summary_large_image" if page.image and page.image.own else "summary")
    for author in page.authors:
        yield from _several("name", "fediverse:creator", author.fediverse)


def told_robots(words: Iterable[str]) -> Iterator[Statement]:
    """What search engines are told."""
    yield from _named("robots", ", ".join(dict.fromkeys(words)))


def _open_graph(page: PageMetadata) -> Iterator[Statement]:
    """https://ogp.me/ ."""
    yield from _graph("og:type", {"post": "article", "profile": "profile"}.get(page.kind, "website"))
    yield from _graph("og:title", page.title)
    yield from _graph("og:description", page.description)
    yield from _graph("og:url", page.canonical)
    yield from _graph("og:site_name", page.site_name)
    yield from _graph("og:locale", territory(page.lang))
    if page.image:
        yield from _picture(page.image)
    if page.kind == "post":
        yield from _graph("article:published_time", page.published)
        yield from _graph("article:modified_time", page.modified if page.modified != page.published else "")
        for author in page.authors:
            yield from _several("property", "article:author", author.url)
        yield from _graph("article:section", next(iter(page.sections), ""))
        for tag in page.tags:
            yield from _several("property", "article:tag", tag)


def _picture(picture: Picture) -> Iterator[Statement]:
    yield from _graph("og:image", picture.url)
    yield from _graph("og:image:alt", picture.alt)
    yield from _graph("og:image:width", str(picture.width or ""))
    yield from _graph("og:image:height", str(picture.height or ""))


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


def _named(name: str, value: str) -> Iterator[Statement]:
    if value:
        yield Statement(name, value, f'<meta name="{name}" content="{_text(value)}">')


def _graph(name: str, value: str) -> Iterator[Statement]:
    if value:
        yield Statement(name, value, f'<meta property="{name}" content="{_text(value)}">')


def _several(attribute: str, name: str, value: str) -> Iterator[Statement]:
    if value:
        yield Statement(f"{name} {value}", value, f'<meta {attribute}="{name}" content="{_text(value)}">')


def _text(value: str) -> str:
    return escape(" ".join(value.split()), quote=False).replace('"', "&quot;")

"""Posts' bodies, taken apart once for each HTML that a post is converted to.

Saves 5 % of a warm build of 1,000 posts. Risk: a body that our code would make differently today. The key holds
the code that makes bodies. Tests: tests/hosts/speed/test_cache.py.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from mkdocs_iroco_blog.core.html.body import Body, SiteLinks, finish_body
from mkdocs_iroco_blog.core.html.excerpt import Excerpt
from mkdocs_iroco_blog.core.html.relocatable import RelocatableHtml
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.pictures.read import PictureFile
from mkdocs_iroco_blog.core.settings import Settings

from .keys import package_versions
from .shapes import is_cached_body
from .store import Cache, key_of

_CODE = (
    "html.body", "html.excerpt", "html.keywords", "html.own_excerpt", "html.page_links", "html.pictures",
    "html.relocatable", "html.readtime", "permalinks",
)  # fmt: skip
"""Modules of the core that decide what a body is."""


class BodyCache:
    """The bodies of one blog's posts, from one build to the next."""

    def __init__(self, store: Cache) -> None:
        self._store = store
        self._last: dict[str, _CachedBody] = {}
        self._current: dict[str, _CachedBody] = {}

    def begin(self) -> None:
        """Begin a build."""
        self._last, self._current = self._current, {}
        self._store.begin()

    def body(self, post: Post, html: str, url: str, settings: Settings, links: SiteLinks) -> Body:
        """Return a post's body, cached if its HTML is the same, and its links and pictures are what they were."""
        key = _key(post, html, url, settings, links)
        cached = self._last.get(key) or self._load(key)
        self._store.touch(key)
        if cached is None or not cached.is_current(links):
            recorder = _LinkRecorder(links)
            body = finish_body(post, html, address=url, settings=settings, links=recorder)
            cached = _CachedBody(body, recorder.resolved, recorder.pictures)
            self._store.put(key, _as_json(cached))
        self._current[key] = cached
        return cached.body

    def save(self, withheld: Collection[str]) -> None:
        """Save the bodies of this build, and none of the sources in `withheld`."""
        self._store.forget(withheld)
        self._store.save()

    def _load(self, key: str) -> _CachedBody | None:
        value = self._store.get(key, is_cached_body)
        return None if value is None else _from_json(value)


def _key(post: Post, html: str, url: str, settings: Settings, links: SiteLinks) -> str:
    inputs = (
        post.id,
        post.title,
        post.title_written,
        post.titled_by_layout,
        post.description,
        post.excerpt,
        post.readtime,
    )
    options = (
        settings.post_excerpt_separator, settings.excerpt_fallback, settings.post_readtime,
        settings.post_readtime_words_per_minute, bool(settings.related), tuple(links.roots),
    )  # fmt: skip
    return key_of(post.source, f"{_code()}\0{options!r}\0{inputs!r}\0{url}\0{html}")


class _CachedBody(NamedTuple):
    body: Body
    links: Sequence[tuple[str, str | None]]
    """Links from the site's root, with the addresses that they resolve to."""
    pictures: Sequence[tuple[str, int, int]]
    """The addresses of pictures, with their sizes."""

    def is_current(self, links: SiteLinks) -> bool:
        """Whether all links and pictures are what they were."""
        return all(links.from_root(reference) == address for reference, address in self.links) and all(
            _size(links.picture_at(address)) == (width, height) for address, width, height in self.pictures
        )


class _LinkRecorder:
    """Records the links from the site's root that are resolved, and the pictures that are looked up."""

    def __init__(self, links: SiteLinks) -> None:
        self._links = links
        self.resolved: list[tuple[str, str | None]] = []
        self.pictures: list[tuple[str, int, int]] = []

    @property
    def roots(self) -> Sequence[str]:
        return self._links.roots

    def from_root(self, reference: str, /) -> str | None:
        self.resolved.append((reference, self._links.from_root(reference)))
        return self.resolved[-1][1]

    def picture_at(self, address: str, /) -> PictureFile | None:
        picture = self._links.picture_at(address)
        self.pictures.append((address, *_size(picture)))
        return picture


def _size(picture: PictureFile | None) -> tuple[int, int]:
    return (picture.width, picture.height) if picture else (0, 0)


def _as_json(cached: _CachedBody) -> dict[str, Any]:
    excerpt = cached.body.excerpt
    values = {field.name: getattr(cached.body, field.name) for field in fields(Body)}
    parts = (excerpt.content.pieces, excerpt.content.addresses, excerpt.cut)
    return {"body": {**values, "excerpt": parts}, "links": cached.links, "pictures": cached.pictures}


def _from_json(value: dict[str, Any]) -> _CachedBody:
    values = value["body"]
    pieces, addresses, cut = values["excerpt"]
    heading = None if values["heading"] is None else Markup(values["heading"])  # noqa: S704 - it was HTML
    excerpt = Excerpt(RelocatableHtml(tuple(pieces), tuple(addresses)), cut=cut)
    lists = {name: tuple(values[name]) for name in ("keywords", "links")}
    links = [(reference, address) for reference, address in value["links"]]
    pictures = [(address, width, height) for address, width, height in value["pictures"]]
    body = Body(**{**values, "heading": heading, "excerpt": excerpt, **lists})
    return _CachedBody(body, links, pictures)


@cache
def _code() -> str:
    """Digest the code that makes bodies, which may change without a new version while someone works on it."""
    digest = sha256(f"{version('selectolax')}\0{package_versions()}".encode())
    for name in _CODE:
        file = import_module(f"mkdocs_iroco_blog.core.{name}").__file__
        digest.update(Path(file or "").read_bytes())
    return digest.hexdigest()

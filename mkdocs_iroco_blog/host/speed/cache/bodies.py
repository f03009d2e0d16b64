"""Posts' bodies, taken apart once for every HTML that a post becomes, not again while nothing that counts changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import cache as once
from hashlib import sha256
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from mkdocs_iroco_blog.core.html.body import Body, RootLinks, finish_body
from mkdocs_iroco_blog.core.html.excerpt import Excerpt
from mkdocs_iroco_blog.core.html.relocatable import RelocatableHtml
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.settings import Settings

from .store import Cache

_CODE = ("html.body", "html.excerpt", "html.relocatable", "html.readtime", "permalinks")
"""Modules of the core that decide what becomes of a body."""


class KeptBodies:
    """The bodies of one blog's posts, from one build to the next; with no `cache`, they are made in every build."""

    def __init__(self, cache: Cache | None) -> None:
        self._cache = cache
        self._before: dict[str, _Made] = {}
        self._now: dict[str, _Made] = {}

    def begin(self, settings: Settings, links: RootLinks) -> None:
        """Another build has converted its posts."""
        self._settings, self._links = settings, links
        options = (
            settings.post_excerpt_separator, settings.excerpt_fallback, settings.post_readtime,
            settings.post_readtime_words_per_minute, tuple(links.roots),
        )  # fmt: skip
        self._kind = f"{_code()}\0{options!r}"
        self._before, self._now = self._now, {}
        if self._cache:
            self._cache.begin()

    def of(self, post: Post, html: str, at: str) -> Body:
        """A post's body, from its HTML and its address."""
        if self._cache is None:
            return finish_body(post, html, address=at, settings=self._settings, links=self._links)
        key = self._key(post, html, at)
        made = self._before.get(key) or self._kept(key)
        self._cache.touch(key)
        if made is None or any(self._links.from_root(written) != meant for written, meant in made.links):
            met = _Met(self._links)
            made = _Made(finish_body(post, html, address=at, settings=self._settings, links=met), met.met)
            self._cache.put(key, _written(made))
        self._now[key] = made
        return made.body

    def save(self) -> None:
        """Keep what this build made."""
        if self._cache:
            self._cache.save()

    def _kept(self, key: str) -> _Made | None:
        kept = self._cache.get(key) if self._cache else None
        try:
            return None if kept is None else _read(kept)
        except (KeyError, TypeError, ValueError):
            assert self._cache is not None
            self._cache.discard()
            return None

    def _key(self, post: Post, html: str, at: str) -> str:
        read = (post.id, post.title, post.title_written, post.titled_by_layout, post.description, post.readtime)
        return sha256(f"{self._kind}\0{read!r}\0{at}\0{html}".encode("utf-8", "surrogatepass")).hexdigest()


class _Made(NamedTuple):
    body: Body
    links: Sequence[tuple[str, str | None]]
    """From the site's root: as written, and what each led to."""


class _Met:
    """Keeps what links from the site's root led to."""

    def __init__(self, links: RootLinks) -> None:
        self._links = links
        self.met: list[tuple[str, str | None]] = []

    @property
    def roots(self) -> Sequence[str]:
        return self._links.roots

    def from_root(self, written: str, /) -> str | None:
        self.met.append((written, self._links.from_root(written)))
        return self.met[-1][1]


def _written(made: _Made) -> dict[str, Any]:
    """A body as JSON can hold it."""
    excerpt = made.body.excerpt
    values = {one.name: getattr(made.body, one.name) for one in fields(Body)}
    cut = (excerpt.content.pieces, excerpt.content.addresses, excerpt.cut)
    return {"body": {**values, "excerpt": cut}, "links": made.links}


def _read(kept: dict[str, Any]) -> _Made:
    values = kept["body"]
    pieces, addresses, cut = values["excerpt"]
    heading = None if values["heading"] is None else Markup(values["heading"])  # noqa: S704 - it was HTML
    excerpt = Excerpt(RelocatableHtml(tuple(pieces), tuple(addresses)), cut=cut)
    links = [(written, meant) for written, meant in kept["links"]]
    return _Made(Body(**{**values, "heading": heading, "excerpt": excerpt}), links)


@once
def _code() -> str:
    """Which code makes bodies: ours may change without a version of its own, while it is worked on."""
    digest = sha256(version("selectolax").encode())
    for name in _CODE:
        file = import_module(f"mkdocs_iroco_blog.core.{name}").__file__
        digest.update(Path(file or "").read_bytes())
    return digest.hexdigest()

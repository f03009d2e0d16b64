"""Posts' bodies, taken apart once for every HTML that a post becomes, not again while nothing that counts changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import cache as once
from hashlib import sha256
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from markupsafe import Markup

from mkdocs_iroco_blog.core.body import Body, RootLinks, finish_body
from mkdocs_iroco_blog.core.excerpt import Excerpt
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.portable import Portable
from mkdocs_iroco_blog.core.settings import Settings

from .cache import Cache

_CODE = ("body", "excerpt", "portable", "readtime", "permalinks")
"""Modules of the core that decide what becomes of a body."""


class KeptBodies:
    """The bodies of one blog's posts, from one build to the next."""

    def __init__(self, cache: Cache | None, settings: Settings, links: RootLinks) -> None:
        self._cache, self._settings, self._links = cache, settings, links
        options = (
            settings.post_excerpt_separator, settings.excerpt_fallback, settings.post_readtime,
            settings.post_readtime_words_per_minute, tuple(links.roots),
        )  # fmt: skip
        self._kind = f"{_code()}\0{options!r}"

    def of(self, post: Post, html: str, at: str) -> Body:
        """A post's body, from its HTML and its address."""
        if self._cache is None:
            return finish_body(post, html, at=at, settings=self._settings, links=self._links)
        key = self._key(post, html, at)
        kept = self._cache.get(key)
        if kept is not None and all(self._links.from_root(written) == meant for written, meant in kept["links"]):
            return _read(kept["body"])
        met = _Met(self._links)
        body = finish_body(post, html, at=at, settings=self._settings, links=met)
        self._cache.put(key, {"body": asdict(body), "links": met.met})
        return body

    def _key(self, post: Post, html: str, at: str) -> str:
        read = (post.id, post.title, post.title_written, post.titled_by_layout, post.description, post.readtime)
        return sha256(f"{self._kind}\0{read!r}\0{at}\0{html}".encode("utf-8", "surrogatepass")).hexdigest()


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


def _read(kept: dict[str, Any]) -> Body:
    heading, excerpt = kept["heading"], kept["excerpt"]
    portable = Portable(tuple(excerpt["portable"]["pieces"]), tuple(excerpt["portable"]["addresses"]))
    return Body(**{
        **kept,
        "heading": None if heading is None else Markup(heading),  # noqa: S704 - it was HTML
        "excerpt": Excerpt(portable, cut=excerpt["cut"]),
    })  # fmt: skip


@once
def _code() -> str:
    """Which code makes bodies: ours may change without a version of its own, while it is worked on."""
    digest = sha256(version("selectolax").encode())
    for name in _CODE:
        file = import_module(f"mkdocs_iroco_blog.core.{name}").__file__
        digest.update(Path(file or "").read_bytes())
    return digest.hexdigest()

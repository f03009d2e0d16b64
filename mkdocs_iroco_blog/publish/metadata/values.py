"""What a page says of itself to machines: plain values, with every address whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from mkdocs_iroco_blog.core.links import FeedLink

Kind = Literal["post", "index", "profile", "list"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands for a page where others link to it."""

    url: str
    alt: str = ""
    width: int | None = None
    """Pixels, where they are known; `height` too."""
    height: int | None = None
    own: bool = False
    """The page is about it: networks show it large."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who wrote the page, or whom it is about."""

    name: str
    url: str = ""
    """Of their page on the site, else of their own site."""
    image: str = ""
    description: str = ""
    links: tuple[str, ...] = ()
    """Addresses of theirs elsewhere."""
    fediverse: str = ""
    """`@name@server`."""
    email: str = ""
    """For feeds only; empty to keep the address out of them, where anyone could collect it."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page on the way from the site's root to this one."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """All that one page says of itself. What is empty is not said."""

    kind: Kind
    title: str
    """Without the site's name."""
    description: str = ""
    url: str = ""
    """Its own address."""
    canonical_url: str = ""
    """Another address that the author names for it; it wins over every other."""
    site_name: str = ""
    site_description: str = ""
    """What a theme writes on every page, and says nothing of this one."""
    lang: str = ""
    published: str = ""
    """ISO 8601 with the offset; `modified` too."""
    modified: str = ""
    authors: tuple[Person, ...] = ()
    """Of a post, who wrote it; of an author's page, whom it is about."""
    sections: tuple[str, ...] = ()
    """A post's categories."""
    tags: tuple[str, ...] = ()
    image: Picture | None = None
    minutes: int | None = None
    """To read it."""
    previous: str = ""
    """Of a numbered page, the one before; `next` the one after."""
    next: str = ""
    robots: tuple[str, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    me: tuple[str, ...] = ()
    """Addresses of whom the page belongs to, for `rel="me"`."""
    trail: tuple[Crumb, ...] = field(default=())
    """The pages from the site's root to this one, itself included."""

    @property
    def sayings(self) -> frozenset[str]:
        """Descriptions that say nothing of this page: none, and the site's.

        MkDocs' own theme writes `None` for none, and no theme escapes: a quotation mark in the site's ends it.
        """
        whole = " ".join(self.site_description.split())
        return frozenset({"", "None", whole, whole.partition('"')[0].strip()})

    @property
    def canonical(self) -> str:
        """The address that search engines should know the page by."""
        return self.canonical_url or self.url

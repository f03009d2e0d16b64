"""A page's metadata as plain values. All URLs are whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mkdocs_iroco_blog.core.links import FeedLink

Kind = Literal["post", "index", "profile", "list"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that represents a page in links to it."""

    url: str
    alt: str = ""
    width: int | None = None
    """In pixels, like `height`; None if unknown."""
    height: int | None = None
    type: str = ""
    """The media type of its file, such as `image/png`; empty if unknown."""
    caption: str = ""
    credit: str = ""
    """Who made it."""
    large: bool = False
    """Shown large by social networks: the page's own picture, not one that stands in for it."""


@dataclass(frozen=True, slots=True)
class Person:
    """An author of a page, or the subject of an author's page."""

    name: str
    url: str = ""
    """Their page on this site, else their own site."""
    image: str = ""
    description: str = ""
    links: tuple[str, ...] = ()
    """Their profiles on other sites."""
    fediverse: str = ""
    """`@name@server`."""
    email: str = ""
    """For feeds only; empty to keep the address out of them, where anyone could collect it."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page in the breadcrumb trail."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class SeriesLink:
    """A series, or a part of one."""

    name: str
    url: str
    """Empty for a series without a page."""
    number: int = 0
    """The number of the part: of this one, or of the post whose series it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """The metadata of one page. Empty values produce no tags."""

    kind: Kind
    title: str
    """Without the site's name."""
    full_title: str = ""
    """The title and what it is the title of, as `Images · Tag`, for tabs and cards. Empty for `title`."""
    description: str = ""
    url: str = ""
    canonical_url: str = ""
    """The URL that the author gives as canonical; it wins over all others."""
    site_name: str = ""
    site_description: str = ""
    """The description that a theme repeats on every page."""
    lang: str = ""
    published: str = ""
    """ISO 8601 with the offset, like `modified`."""
    modified: str = ""
    license: str = ""
    """The address of the licence, else its name."""
    authors: tuple[Person, ...] = ()
    """The authors of a post, or the author whose page it is."""
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: Picture | None = None
    card_image: Picture | None = None
    """The picture for networks that cannot show `image`; None if they can."""
    minutes: int | None = None
    """Reading time."""
    previous: str = ""
    """URL of the numbered page before this one, or of the post's part before, as `next` is of the one after."""
    next: str = ""
    series: tuple[SeriesLink, ...] = ()
    """The series that the post is a part of, or the one that the page lists."""
    parts: tuple[SeriesLink, ...] = ()
    """The parts that the page of a series lists."""
    replaced_by: str = ""
    """URL of the page to read instead of the post."""
    replaces: tuple[str, ...] = ()
    """URLs of the posts that the post is to be read instead of."""
    robots: tuple[str, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    me: tuple[str, ...] = ()
    """Profiles of the page's owner, for `rel="me"`."""
    trail: tuple[Crumb, ...] = ()
    """The pages from the site's home page to this one, inclusive."""

    @property
    def generic_descriptions(self) -> frozenset[str]:
        """The descriptions that themes write for any page: the site's, or none.

        MkDocs' own theme writes `None` for none. Themes do not escape, so a quotation mark ends the site's.
        """
        description = " ".join(self.site_description.split())
        return frozenset({"", "None", description, description.partition('"')[0].strip()})

    @property
    def canonical(self) -> str:
        """The URL for search engines."""
        return self.canonical_url or self.url


def restrict_robots(words: Iterable[str], restrictions: Iterable[str]) -> tuple[str, ...]:
    """Add restrictions to words for search engines, and drop the words that allow everything."""
    strict = (word for word in words if word.lower() not in ("", "index", "all"))
    return tuple(dict.fromkeys((*strict, *restrictions)))

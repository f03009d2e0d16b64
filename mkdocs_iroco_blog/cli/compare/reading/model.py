"""A page, a feed and a site, as they were read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

CODE = "\x1f"
"""The first character of a block that is a line of code, whose white space matters."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page's content, or the page's title."""

    level: int
    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, a video, or another file or page that a content shows."""

    target: str
    """Its address, as a link to it has it."""
    alt: str


class Block(NamedTuple):
    """A paragraph, a heading, a cell of a table or a line of code."""

    text: str
    """Folded. A line of code begins with `CODE`, and has its white space. May be empty, if there are items."""
    containers: Sequence[int] = ()
    """The numbers of the elements around it that may hold a whole text, from outside."""
    items: Sequence[Heading | Picture | str] = ()
    """Its heading, pictures, and the targets of its links. Targets of the site begin with `/`, and
    those of the page with `#`."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of HTML."""

    address: str
    """Decoded, from the site's root: `/blog/a/` or `/a.html`."""
    title: Heading | None = None
    blocks: Sequence[Block] = ()
    """Its content, without the title."""
    is_exact: bool = True
    """Whether the content holds the text and nothing else. If not, it may hold parts of the theme."""
    ids: frozenset[str] = frozenset()
    """Everything on the page that a link can lead to."""
    redirect: str | None = None
    """The target, as links have it, if the page does nothing but redirect."""
    canonical: str = ""
    theme_files: frozenset[str] = frozenset()
    """Files that the page's head loads."""
    listed: Sequence[str] | None = None
    """The pages that the page lists. None if it is no list."""
    is_read: bool = True
    """Whether its content could be read."""

    @property
    def headings(self) -> list[Heading]:
        """The title and the headings of the content."""
        headings = [item for block in self.blocks for item in block.items if isinstance(item, Heading)]
        return [self.title, *headings] if self.title and self.title.text else headings

    @property
    def links(self) -> list[str]:
        """The targets of the content's links."""
        return [item for block in self.blocks for item in block.items if isinstance(item, str)]

    @property
    def pictures(self) -> list[Picture]:
        """The pictures of the content."""
        return [item for block in self.blocks for item in block.items if isinstance(item, Picture)]

    @property
    def texts(self) -> list[str]:
        """The texts of the blocks."""
        return [block.text for block in self.blocks if block.text]


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of a feed."""

    id: str
    link: str
    title: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in Atom, RSS or JSON."""

    address: str
    format: str
    entries: Sequence[FeedEntry] = ()


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """Everything that was read in the folder of a built site."""

    files: Mapping[str, Path]
    """All files by address, pages and feeds, too."""
    pages: Mapping[str, Page]
    feeds: Mapping[str, Feed]
    theme_files: frozenset[str] = frozenset()
    """Addresses of files that stylesheets load."""
    urls: Sequence[str] = ()
    """URLs that the sitemap lists."""
    notes: Sequence[str] = ()
    """Sentences about files that were not read."""

"""A feed as a value: what all three formats can say, in no format's words.

Every address is whole (`https://…`) unless said otherwise. Nothing here is escaped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

GENERATOR = "mkdocs-iroco-blog"
"""Without a version, so that a feed changes when the blog does, and at no other time."""
NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
"""Atom wants a date of change even from a feed without entries, and no clock is read here."""


@dataclass(frozen=True, slots=True)
class FeedPerson:
    """Someone who writes."""

    name: str
    url: str = ""
    email: str = ""
    """Empty keeps it out of the feed, where anyone may gather it."""
    avatar: str = ""


@dataclass(frozen=True, slots=True)
class FeedCategory:
    """What an entry is about."""

    term: str
    scheme: str = ""
    """Address of the list that the term is from: it tells a tag from a category of that name."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that belongs to an entry."""

    url: str
    type: str
    """Its media type: `image/png`."""
    length: int = 0
    """In bytes; 0 where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FeedEntry:
    """A post in a feed."""

    id: str
    """What a reader knows it by: when it changes, the post is shown as new. An address, or any other text."""
    url: str
    title: str
    """As text."""
    published: datetime
    """With its offset from UTC."""
    updated: datetime | None = None
    authors: tuple[FeedPerson, ...] = ()
    categories: tuple[FeedCategory, ...] = ()
    summary: str = ""
    """As text."""
    excerpt: str = ""
    """HTML as `readable` makes it; stands in for the content."""
    content: str = ""
    """The whole post, as HTML that `readable` made; empty where the feed has excerpts."""
    image: str = ""
    """Address of its picture."""
    enclosure: Enclosure | None = None
    lang: str = ""
    """Where it is not the feed's."""
    date: str = ""
    """The day in words, for people who open the feed in a browser; empty for `2026-03-01`."""

    @property
    def changed(self) -> datetime:
        """When it last changed: when it was published, where nothing else is said."""
        return self.updated or self.published


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Feed:
    """A list of entries, newest first."""

    title: str
    home: str
    """Address of the page that it is the feed of."""
    address: str
    """Its own."""
    entries: tuple[FeedEntry, ...]
    id: str = ""
    """Of an Atom feed; its own address when empty."""
    subtitle: str = ""
    lang: str = ""
    authors: tuple[FeedPerson, ...] = ()
    """Of the blog as a whole."""
    rights: str = ""
    icon: str = ""
    """Address of a square picture."""
    stylesheet: str = ""
    """Address of `feed.css`, from the feed or whole; empty for a feed that browsers show as it is."""
    note: str = ""
    """A line for people who open the feed in a browser: what it is, and what to do with it."""

    @property
    def updated(self) -> datetime:
        """When its newest change was."""
        return max((entry.changed for entry in self.entries), default=NO_DATE)

    @property
    def signed_by(self) -> tuple[FeedPerson, ...]:
        """Its authors; Atom wants one as soon as an entry names none: then the blog itself.

        https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1
        """
        if self.authors or all(entry.authors for entry in self.entries):
            return self.authors
        return (FeedPerson(self.title, self.home),)


def with_offset(at: datetime) -> datetime:
    """A moment as all three formats can write it: to the second, its offset in whole minutes.

    Before time zones, towns had their own time: Paris was 9 minutes and 21 seconds ahead of Greenwich.
    """
    offset = at.utcoffset() or timedelta()
    if offset % timedelta(minutes=1):
        at = at.astimezone(timezone(timedelta(minutes=round(offset / timedelta(minutes=1)))))
    return at.replace(microsecond=0)

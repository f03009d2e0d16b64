"""A feed as a value that Atom, RSS and JSON are written from.

Addresses are absolute (`https://…`) unless a docstring says otherwise. Nothing here is escaped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from mkdocs_iroco_blog.core.links import License
from mkdocs_iroco_blog.publish.metadata.values import Person

GENERATOR = "mkdocs-iroco-blog"
"""Without a version, so that a feed changes only when the blog does."""
NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
"""The date of a feed without entries: Atom requires one, and feeds never depend on the time of the build."""


@dataclass(frozen=True, slots=True)
class FeedCategory:
    """A subject of an entry."""

    term: str
    scheme: str = ""
    """Address of the overview that lists the term. It tells a tag from a category with the same name."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that belongs to an entry."""

    url: str
    type: str
    """Media type, such as `image/png`."""
    length: int = 0
    """In bytes; 0 if unknown."""
    title: str = ""
    """The file in words: the caption of a picture, else its description."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FeedEntry:
    """A post in a feed."""

    id: str
    """An address or any other text. Readers identify the post by it: with another id, it is a new post."""
    url: str
    title: str
    """Plain text."""
    published: datetime
    """With its offset from UTC."""
    updated: datetime
    """Date of the last change; equal to `published` if there was none."""
    authors: tuple[Person, ...] = ()
    categories: tuple[FeedCategory, ...] = ()
    summary: str = ""
    """Plain text."""
    excerpt: str = ""
    """HTML from `make_readable`, in feeds without full content."""
    content: str = ""
    """The whole post as HTML from `make_readable`; empty in feeds of excerpts."""
    image: str = ""
    """Address of the post's picture."""
    credit: str = ""
    """Who made the picture."""
    enclosure: Enclosure | None = None
    lang: str = ""
    """Empty if the post is in the feed's language."""
    license: License | None = None
    date: str = ""
    """Publication date in words, for browsers; empty for `2026-03-01`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Feed:
    """A list of entries, newest first."""

    title: str
    home: str
    """Address of the page whose posts the feed lists."""
    address: str
    """Address of the feed itself."""
    entries: tuple[FeedEntry, ...]
    id: str = ""
    """Id of an Atom feed; empty for its address."""
    subtitle: str = ""
    lang: str = ""
    direction: str = ""
    """`rtl` if the language is written from right to left."""
    authors: tuple[Person, ...] = ()
    """Authors of the whole blog."""
    rights: str = ""
    """The site's copyright notice."""
    license: License | None = None
    """The licence of posts that name none."""
    icon: str = ""
    """Address of a square picture."""
    stylesheet: str = ""
    """Address of `feed.css`, absolute or relative to the feed; empty to leave the feed unstyled."""
    note: str = ""
    """A line that explains the feed to people who open it in a browser."""
    note_lang: str = ""
    """The language of the note, if it is not the feed's."""

    @property
    def updated(self) -> datetime:
        """Date of the newest change."""
        return max((entry.updated for entry in self.entries), default=NO_DATE)

    @property
    def required_authors(self) -> tuple[Person, ...]:
        """The feed's authors, or the blog itself if an entry names none: Atom requires an author for each entry.

        https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1
        """
        if self.authors or all(entry.authors for entry in self.entries):
            return self.authors
        return (Person(self.title, self.home),)


def round_moment(moment: datetime) -> datetime:
    """Drop fractions of a second, and round the offset to whole minutes, as all three formats require.

    Before time zones, towns had their own time: Paris was 9 minutes and 21 seconds ahead of Greenwich.
    """
    offset = moment.utcoffset() or timedelta()
    if offset % timedelta(minutes=1):
        moment = moment.astimezone(timezone(timedelta(minutes=round(offset / timedelta(minutes=1)))))
    return moment.replace(microsecond=0)

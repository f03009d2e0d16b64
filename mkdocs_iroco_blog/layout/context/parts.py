"""The values that posts and lists are made of: terms, authors, dates, links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mkdocs_iroco_blog.core.links import ProfileLink


@dataclass(frozen=True, slots=True)
class TermContext:
    """A category, tag, series, or period of the archive."""

    name: str
    """Its name, in the post's spelling; on views, in the most common one."""
    url: str
    """The address of its view, relative to this page; empty if it has none."""
    count: int
    """The number of its posts."""
    id: str
    """Its slug, for anchors."""
    former_ids: Sequence[str] = ()
    """Overviews: its ids on the Jekyll page that this one replaces."""


@dataclass(frozen=True, slots=True)
class AuthorContext:
    """An author."""

    name: str
    """The name to show."""
    url: str
    """The address of the author's page, or of their own site; empty if there is neither."""
    site: str
    """Their own site, as the authors file gives it."""
    avatar: str
    """The address of their picture; empty if there is none."""
    description: str
    """Their description in the authors file; empty if there is none."""
    count: int
    """The number of their posts."""
    id: str
    """An HTML id, for anchors."""
    links: Sequence[ProfileLink] = ()
    """Their own site, their fediverse account, and their pages on other sites."""
    introduced: bool = False
    """The authors file says more about them than a byline shows: a description, or links."""
    avatar_width: int = 0
    """The picture's width in pixels; 0 if the site does not have it, or its size is not known."""
    avatar_height: int = 0
    """The picture's height in pixels, or 0."""
    meta: Mapping[str, Any] = field(default_factory=dict)
    """The keys of your own that the authors file gives them."""


@dataclass(frozen=True, slots=True)
class DateContext:
    """A date for `<time>`."""

    attribute: str
    """For `datetime`: ISO 8601 with the offset, or a day."""
    text: str
    """In the blog's language, formatted by `post_date_format`; without the year where a list is of a single year."""
    short: str
    """As `text`, but short enough for lists."""


@dataclass(frozen=True, slots=True)
class LinkContext:
    """A link to another page, or a titled group of them."""

    title: str
    """The text to show."""
    url: str
    """Relative to this page; empty for a group."""
    children: Sequence[LinkContext] = ()
    """The links of a group."""
    lang: str | None = None
    """The title's language, if front matter names one."""
    date: DateContext | None = None
    """In `post.related`, `post.mentions` and `blog.recent`: the post's date."""


@dataclass(frozen=True, slots=True)
class PartLinkContext:
    """A part of a series."""

    title: str
    """Its title."""
    url: str
    """Its address; empty if it is only planned."""
    number: int
    """Its number: the one in front matter, or the next free one."""
    current: bool = False
    """It is the post itself."""
    planned: bool = False
    """It is not written yet."""
    lang: str | None = None
    """The title's language, if front matter names one."""


@dataclass(frozen=True, slots=True)
class PartContext:
    """A post's place in a series."""

    name: str
    """The series' name."""
    url: str
    """The address of the series' view; empty if it has none."""
    number: int
    """The part's number; 0 for an unlisted post, which is not a part."""
    total: int
    """The number of the last part, planned ones included."""
    parts: Sequence[PartLinkContext] = ()
    """Post pages: the parts in order, planned ones last; of more than 20, those around the post."""
    previous: PartLinkContext | None = None
    """Post pages: the part before this one."""
    next: PartLinkContext | None = None
    """Post pages: the part after this one, which may be planned."""
    leads: bool = False
    """Programs get the parts before and after as the previous and the next page. True for one series at most."""

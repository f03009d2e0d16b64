"""The values that fragments get, with links relative to the page that they are on.

The attributes are a public contract, since users write their own fragments.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from mkdocs_iroco_blog.core.links import FeedLink, Image, Translation


@dataclass(frozen=True, slots=True)
class TermContext:
    """A category, tag, series, or period of the archive."""

    name: str
    """In the post's spelling; on views, in the most common one."""
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
    """The address of the author's page, else of their own site; empty if there is neither."""
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


@dataclass(frozen=True, slots=True)
class DateContext:
    """A date for `<time>`."""

    attribute: str
    """For `datetime`: ISO 8601 with the offset, or a day."""
    text: str
    """In the blog's language, formatted by `post_date_format`."""
    short: str
    """In the blog's language, short enough for lists."""


@dataclass(frozen=True, slots=True)
class PartContext:
    """A post's place in a series."""

    name: str
    """The series' name."""
    url: str
    """The address of the series' view; empty if it has none."""
    number: int
    """The part's number, from 1 for the oldest."""
    total: int
    """The number of parts so far."""


@dataclass(frozen=True, slots=True)
class LinkContext:
    """A link to another page, or a titled group of them."""

    title: str
    """The text to show."""
    url: str
    """Relative to this page; empty for a group."""
    children: Sequence[LinkContext] = ()
    """The links of a group."""


@dataclass(frozen=True, slots=True)
class PostContext:
    """A post, on its own page or on a view."""

    title: str
    """As text."""
    url: str
    """The address of its page."""
    id: str
    """An HTML id that no other post has."""
    published: DateContext
    """The date of publication."""
    updated: DateContext | None
    """The date of the last change."""
    dates: Mapping[str, DateContext]
    """Other dates, by their names in front matter's `date` mapping."""
    authors: Sequence[AuthorContext]
    """In the author's order."""
    categories: Sequence[TermContext]
    """In the author's order."""
    tags: Sequence[TermContext]
    """In the author's order."""
    series: Sequence[PartContext]
    """Its place in each series."""
    description: str
    """Empty if there is none."""
    readtime: int | None
    """Reading time in minutes."""
    state: str
    """`published`, `draft` or `scheduled`."""
    pinned: bool
    """Comes first on the index."""
    unlisted: bool
    """Not shown in any list."""
    comments: bool
    """Front matter asks for `comments.html`."""
    lang: str | None
    """Its language, if front matter names one."""
    image: Image | None
    """Its picture."""
    meta: Mapping[str, Any]
    """The whole front matter."""
    hide: Sequence[str] = ()
    """Parts of the page to hide, such as `toc`."""
    heading: Markup | None = None
    """Post pages: the opening heading as HTML, if it is the post's title."""
    heading_id: str = ""
    """Post pages: an HTML id for the heading."""
    content: Markup = Markup("")
    """Post pages: the text. Views: the excerpt."""
    more: bool = False
    """Views: the post continues after the excerpt."""
    toc: Sequence[LinkContext] = ()
    """Post pages: the headings, if the theme itself shows no table of contents."""
    links: Sequence[LinkContext] = ()
    """Post pages: related pages."""
    translations: Sequence[Translation] = ()
    """Post pages: the post in other languages."""
    newer: LinkContext | None = None
    """Post pages: the next newer post."""
    older: LinkContext | None = None
    """Post pages: the next older post."""


@dataclass(frozen=True, slots=True)
class PagerItemContext:
    """An item of the pager."""

    role: str
    """`first`, `previous`, `page`, `current`, `gap`, `next`, `last` or `text`."""
    url: str
    """Empty if it is no link."""
    number: int
    """The number of the page that it links to; 0 if it is no link."""
    text: str
    """The text of an item with the role `text`."""


@dataclass(frozen=True, slots=True)
class PagerContext:
    """The pages of a view."""

    number: int
    """This page's number."""
    total: int
    """The number of pages."""
    items: Sequence[PagerItemContext]
    """The items to show, in order."""


@dataclass(frozen=True, slots=True)
class YearContext:
    """A year of the archive with its posts."""

    name: str
    """The year."""
    url: str
    """The address of the archive's period, if periods are years; else empty."""
    entries: Sequence[Markup]
    """Its posts, each rendered by `title.html`."""


@dataclass(frozen=True, slots=True)
class ViewContext:
    """A view or an overview."""

    kind: str
    """`index`, `archive`, `categories`, `tags`, `series` or `authors`."""
    title: str
    """As text."""
    id: str
    """An HTML id for its heading."""
    heading: Markup | None
    """The opening heading of the view's own Markdown file, as HTML."""
    introduction: Markup
    """The rest of that file."""
    style: str
    """`excerpts` or `titles`; for an overview `counts` or `titles`."""
    entries: Sequence[Markup] = ()
    """Its posts, each rendered by `entry.html` or `title.html`."""
    author: AuthorContext | None = None
    """The author, on an author's page."""
    terms: Sequence[TermContext] = ()
    """The terms, on overviews of categories, tags, series and periods."""
    authors: Sequence[AuthorContext] = ()
    """The authors, on their overview."""
    years: Sequence[YearContext] = ()
    """The years, on the overview of the archive with `titles`."""
    translations: Sequence[Translation] = ()
    """The page in other languages."""
    feeds: Sequence[FeedLink] = ()
    """The feeds of the term that the page lists."""


@dataclass(frozen=True, slots=True)
class BlogContext:
    """The blog."""

    title: str
    """The blog's name in the interface's language."""
    url: str
    """The address of the index."""
    lang: str
    """Its language, as in `<html lang>`."""
    lang_differs: bool
    """The page as a whole has another language or none, so the blog's parts need `lang`."""
    overviews: Sequence[LinkContext]
    """The pages that list terms, authors and the archive."""
    feeds: Sequence[FeedLink]
    """The feeds of the whole blog."""
    first_file: str
    """The file to create for a first post, relative to the folder of `mkdocs.yml`; empty once there is one."""
    first_text: str
    """The text for that file."""

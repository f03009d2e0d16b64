"""The pages that list posts, terms and authors, as fragments get them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_iroco_blog.core.links import FeedLink, Translation

from .parts import AuthorContext, LinkContext, PartLinkContext, TermContext


@dataclass(frozen=True, slots=True)
class PagerItemContext:
    """An item of the pager."""

    role: str
    """`first`, `previous`, `page`, `current`, `gap`, `next`, `last` or `text`."""
    url: str
    """Empty if it is not a link."""
    number: int
    """The number of the page that it links to; 0 if it is not a link."""
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
    """The items of `pagination_format`, in order."""
    previous: LinkContext | None
    """The previous page, in words: `Newer posts`, or `Older posts` in a series, which begins with the oldest."""
    next: LinkContext | None
    """The next page, in words."""


@dataclass(frozen=True, slots=True)
class DayContext:
    """A day with posts."""

    number: int
    """The day of the month."""
    count: int
    """The number of its posts."""


@dataclass(frozen=True, slots=True)
class MonthContext:
    """A month with posts."""

    name: str
    """Its name in the blog's language; in the calendar, with the year."""
    url: str
    """The address of the archive's period, if periods are months; otherwise empty."""
    count: int
    """The number of its posts."""
    days: Sequence[DayContext]
    """Its days with posts, in order."""


@dataclass(frozen=True, slots=True)
class YearContext:
    """A year with its posts."""

    name: str
    """The year."""
    url: str
    """The address of the archive's period, if periods are years; otherwise empty."""
    entries: Sequence[Markup]
    """Its posts on this page, each rendered by `title.html`."""
    count: int
    """The number of its posts on this page."""
    months: Sequence[MonthContext] = ()
    """On the overview of the archive: its months with posts, newest first."""


@dataclass(frozen=True, slots=True)
class CalendarContext:
    """The days of the twelve months that end with the month of the newest post, as a drawing and as values."""

    first: str
    """The first month, with its year."""
    last: str
    """The last month, with its year."""
    width: int
    """The drawing's width. It has a column for each week, and a row for each day of a week."""
    height: int
    """The drawing's height."""
    grid: str
    """For `<path d>`: the lines that all days are on."""
    marks: Sequence[str]
    """For `<path d>`: the lines over days with one post, with two, and with more."""
    months: Sequence[MonthContext]
    """The months with posts, newest first."""


@dataclass(frozen=True, slots=True)
class EntryViewContext:
    """The view of an entry, as `entry.html`, `title.html` and `card.html` get it: what all views of a kind share."""

    kind: str
    """`index`, `archive`, `categories`, `tags`, `series` or `authors`; in an insert, `insert`."""
    style: str
    """`excerpts`, `titles` or `cards`."""
    in_year: bool
    """All posts of the list are of one year, so dates are shown without it."""
    level: int
    """The level of an entry's heading: 2, or 3 below the heading of a year."""
    full: bool = False
    """The entry has the post's whole text."""
    anchors: bool = True
    """Entries have ids. In an insert they have none, because a page may show a post twice."""


@dataclass(frozen=True, slots=True)
class InsertContext:
    """The list that replaces a comment such as `<!-- iroco-blog/posts -->`, on any page."""

    style: str = ""
    """Posts: `titles`, `excerpts` or `cards`."""
    entries: Sequence[Markup] = ()
    """Posts: each rendered by `entry.html`, `title.html` or `card.html`."""
    terms: Sequence[TermContext] = ()
    """Terms: categories, tags, series, authors or periods."""
    parts: Sequence[PartLinkContext] = ()
    """A series: its parts in order, planned ones last."""
    name: str = ""
    """A series: its name."""
    url: str = ""
    """A series: the address of its view; empty if it has none."""
    all: LinkContext | None = None
    """The link to all of them, if the author asks for one."""
    empty: str = ""
    """The author's text for an empty list."""


@dataclass(frozen=True, slots=True)
class ViewContext:
    """A view or an overview."""

    kind: str
    """`index`, `archive`, `categories`, `tags`, `series` or `authors`."""
    title: str
    """The title, as text."""
    id: str
    """An HTML id for its heading."""
    heading: Markup | None
    """The opening heading of the view's own Markdown file, as HTML."""
    introduction: Markup
    """The rest of that file, or the part of it above the list."""
    style: str
    """`excerpts`, `titles` or `cards`; for an overview `counts` or `titles`."""
    titled: bool = False
    """The index's own Markdown file already has a heading inside a block, such as a banner."""
    conclusion: Markup = Markup("")
    """The part of that file below the list."""
    entries: Sequence[Markup] = ()
    """Its posts, each rendered by `entry.html`, `title.html` or `card.html`."""
    parts: Sequence[PartLinkContext] = ()
    """On a series' page: the parts that `entries` shows, in the same order."""
    planned: Sequence[PartLinkContext] = ()
    """On a series' last page: the parts that are not written yet."""
    label: str = ""
    """A word for its kind: `Tag` for a tag's page. Empty on the index and on overviews."""
    count: int = 0
    """The number of posts on all of its pages."""
    overview: LinkContext | None = None
    """The page that lists all terms of its kind: `All tags`."""
    description: str = ""
    """The description in the front matter of the view's own Markdown file."""
    author: AuthorContext | None = None
    """The author, on an author's page."""
    terms: Sequence[TermContext] = ()
    """The terms, on overviews of categories, tags, series and periods."""
    authors: Sequence[AuthorContext] = ()
    """The authors, on their overview."""
    by_name: Sequence[TermContext] = ()
    """The same terms by name, if there are many and `terms` has another order."""
    by_size: Sequence[TermContext] = ()
    """The same terms, those with the most posts first, if there are many and `terms` has another order."""
    years: Sequence[YearContext] = ()
    """The years, on the overview of the archive, and on an author's page that lists titles."""
    calendar: CalendarContext | None = None
    """The days of the last year that has posts, on the overview of the archive."""
    translations: Sequence[Translation] = ()
    """The page in other languages."""
    browse: Sequence[LinkContext] = ()
    """The overviews that the theme's navigation does not link to, on the first page of the index."""
    feeds: Sequence[FeedLink] = ()
    """The feeds of the term that the page lists."""

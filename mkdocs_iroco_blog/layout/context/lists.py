"""The pages that list posts, terms and authors, as fragments get them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_iroco_blog.core.links import FeedLink, Translation

from .parts import AuthorContext, TermContext


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

"""What fragments are given: the blog's values, with every link relative to the page they stand on.

The attributes of these classes are a contract: people write fragments of their own against them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class TermContext:
    """A category, tag, series, or period of the archive."""

    name: str
    url: str
    """Of its view, relative to this page; empty where it has none."""
    count: int
    id: str
    """Its slug, for anchors."""


@dataclass(frozen=True, slots=True)
class AuthorContext:
    """An author."""

    name: str
    url: str
    """Of the author's page, else of the author's own site; empty where there is neither."""
    site: str
    """The author's own site, as the authors file gives it."""
    avatar: str
    description: str
    count: int
    id: str


@dataclass(frozen=True, slots=True)
class DateContext:
    """A date for `<time>`."""

    attribute: str
    """For `datetime`: ISO 8601 with the offset, or a day."""
    text: str
    """In the blog's language, by `post_date_format`."""
    short: str
    """In the blog's language, for lists."""


@dataclass(frozen=True, slots=True)
class PartContext:
    """A post's place in a series."""

    name: str
    url: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class LinkContext:
    """A link to another page, or a titled group of them."""

    title: str
    url: str
    children: Sequence[LinkContext] = ()


@dataclass(frozen=True, slots=True)
class ImageContext:
    """A post's picture."""

    src: str
    alt: str


@dataclass(frozen=True, slots=True)
class PostContext:
    """A post, on its own page or on a view."""

    title: str
    url: str
    id: str
    """An HTML id that no other post has."""
    published: DateContext
    updated: DateContext | None
    dates: Mapping[str, DateContext]
    """Other named dates, as front matter's `date` mapping names them."""
    authors: Sequence[AuthorContext]
    categories: Sequence[TermContext]
    tags: Sequence[TermContext]
    series: Sequence[PartContext]
    description: str
    readtime: int | None
    """Minutes."""
    state: str
    """`published`, `draft` or `scheduled`."""
    pinned: bool
    unlisted: bool
    comments: bool
    lang: str | None
    image: ImageContext | None
    meta: Mapping[str, Any]
    """The whole front matter."""
    hide: Sequence[str] = ()
    heading: Markup | None = None
    """Post pages: the opening heading as HTML, where it names the post."""
    heading_id: str = ""
    """Post pages: for the heading."""
    content: Markup = Markup("")
    """Post pages: the text. Views: the excerpt."""
    more: bool = False
    """Views: the post goes on after the excerpt."""
    toc: Sequence[LinkContext] = ()
    """Post pages: the headings, where the theme itself shows no table of contents."""
    links: Sequence[LinkContext] = ()
    """Post pages: related pages."""
    newer: LinkContext | None = None
    older: LinkContext | None = None


@dataclass(frozen=True, slots=True)
class PagerItemContext:
    """A piece of the pager."""

    role: str
    """`first`, `previous`, `page`, `current`, `gap`, `next`, `last` or `text`."""
    url: str
    """Empty where it leads nowhere."""
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class PagerContext:
    """The pages of a view."""

    number: int
    total: int
    items: Sequence[PagerItemContext]


@dataclass(frozen=True, slots=True)
class YearContext:
    """A year of the archive with its posts."""

    name: str
    url: str
    entries: Sequence[Markup]
    """Its posts, each as `title.html` shows it."""


@dataclass(frozen=True, slots=True)
class ViewContext:
    """A view or an overview."""

    kind: str
    """`index`, `archive`, `categories`, `tags`, `series` or `authors`."""
    title: str
    id: str
    """For its heading."""
    heading: Markup | None
    """The opening heading of the view's own Markdown file, as HTML."""
    introduction: Markup
    """The rest of that file."""
    style: str
    """`excerpts` or `titles`; of an overview `counts` or `titles`."""
    entries: Sequence[Markup] = ()
    """Its posts, each as `entry.html` or `title.html` shows it."""
    author: AuthorContext | None = None
    terms: Sequence[TermContext] = ()
    """Overviews of categories, tags, series, and periods."""
    authors: Sequence[AuthorContext] = ()
    """The overview of authors."""
    years: Sequence[YearContext] = ()
    """The overview of the archive, with `titles`."""


@dataclass(frozen=True, slots=True)
class BlogContext:
    """The blog."""

    title: str
    url: str
    lang: str
    lang_differs: bool
    """The page as a whole is in another language, or says none: the blog's parts carry `lang` themselves."""
    overviews: Sequence[LinkContext]
    first_file: str
    """The file to create for a first post, under `docs_dir`."""
    first_text: str
    """What to write in it."""

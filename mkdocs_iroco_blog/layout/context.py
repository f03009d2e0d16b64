"""What fragments are given: the blog's values, with every link relative to the page they stand on.

The attributes of these classes are a contract: people write fragments of their own against them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from mkdocs_iroco_blog.core.links import FeedLink, Translation


@dataclass(frozen=True, slots=True)
class TermContext:
    """A category, tag, series, or period of the archive."""

    name: str
    """As the post spells it; on views, the commonest spelling."""
    url: str
    """Of its view, relative to this page; empty where it has none."""
    count: int
    """How many posts it has."""
    id: str
    """Its slug, for anchors."""
    former_ids: Sequence[str] = ()
    """Overviews: ids that it had on the page whose place this one takes."""


@dataclass(frozen=True, slots=True)
class AuthorContext:
    """An author."""

    name: str
    """To be shown."""
    url: str
    """Of the author's page, else of the author's own site; empty where there is neither."""
    site: str
    """The author's own site, as the authors file gives it."""
    avatar: str
    """The picture's address; empty where there is none."""
    description: str
    """What the authors file says of them; empty where it says nothing."""
    count: int
    """How many posts they have."""
    id: str
    """For anchors."""


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
    """The series' name."""
    url: str
    """Of the series' view; empty where it has none."""
    number: int
    """Counted from 1, the oldest."""
    total: int
    """How many parts there are so far."""


@dataclass(frozen=True, slots=True)
class LinkContext:
    """A link to another page, or a titled group of them."""

    title: str
    """To be shown."""
    url: str
    """Relative to this page; empty for a group."""
    children: Sequence[LinkContext] = ()
    """Of a group, its links."""


@dataclass(frozen=True, slots=True)
class ImageContext:
    """A post's picture."""

    src: str
    """Its address."""
    alt: str
    """What it shows, in words; empty where the author wrote nothing."""


@dataclass(frozen=True, slots=True)
class PostContext:
    """A post, on its own page or on a view."""

    title: str
    """As text."""
    url: str
    """Of its page."""
    id: str
    """An HTML id that no other post has."""
    published: DateContext
    """When it was published."""
    updated: DateContext | None
    """When it was last changed."""
    dates: Mapping[str, DateContext]
    """Other named dates, as front matter's `date` mapping names them."""
    authors: Sequence[AuthorContext]
    """In the order the author gave."""
    categories: Sequence[TermContext]
    """In the order the author gave."""
    tags: Sequence[TermContext]
    """In the order the author gave."""
    series: Sequence[PartContext]
    """Its place in each series."""
    description: str
    """Empty where there is none."""
    readtime: int | None
    """Minutes."""
    state: str
    """`published`, `draft` or `scheduled`."""
    pinned: bool
    """It stands first on the index."""
    unlisted: bool
    """No list shows it."""
    comments: bool
    """Front matter asks for `comments.html`."""
    lang: str | None
    """Its language, where front matter names one."""
    image: ImageContext | None
    """Its picture."""
    meta: Mapping[str, Any]
    """The whole front matter."""
    hide: Sequence[str] = ()
    """Parts of the page to hide, such as `toc`."""
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
    translations: Sequence[Translation] = ()
    """Post pages: the post in other languages."""
    newer: LinkContext | None = None
    """Post pages: the next newer post."""
    older: LinkContext | None = None
    """Post pages: the next older post."""


@dataclass(frozen=True, slots=True)
class PagerItemContext:
    """A piece of the pager."""

    role: str
    """`first`, `previous`, `page`, `current`, `gap`, `next`, `last` or `text`."""
    url: str
    """Empty where it leads nowhere."""
    number: int
    """Of the page it leads to; 0 where it leads nowhere."""
    text: str
    """Of the role `text`."""


@dataclass(frozen=True, slots=True)
class PagerContext:
    """The pages of a view."""

    number: int
    """This page's number."""
    total: int
    """How many pages there are."""
    items: Sequence[PagerItemContext]
    """What to show, in order."""


@dataclass(frozen=True, slots=True)
class YearContext:
    """A year of the archive with its posts."""

    name: str
    """The year."""
    url: str
    """Of the archive's period, where periods are years; else empty."""
    entries: Sequence[Markup]
    """Its posts, each as `title.html` shows it."""


@dataclass(frozen=True, slots=True)
class ViewContext:
    """A view or an overview."""

    kind: str
    """`index`, `archive`, `categories`, `tags`, `series` or `authors`."""
    title: str
    """As text."""
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
    """An author's page: who it is."""
    terms: Sequence[TermContext] = ()
    """Overviews of categories, tags, series, and periods."""
    authors: Sequence[AuthorContext] = ()
    """The overview of authors."""
    years: Sequence[YearContext] = ()
    """The overview of the archive, with `titles`."""
    translations: Sequence[Translation] = ()
    """The page in other languages."""
    feeds: Sequence[FeedLink] = ()
    """Of the term that the page lists."""


@dataclass(frozen=True, slots=True)
class BlogContext:
    """The blog."""

    title: str
    """The blog's name in the interface's language."""
    url: str
    """Of the index."""
    lang: str
    """Its language, as in `<html lang>`."""
    lang_differs: bool
    """The page as a whole is in another language, or says none: the blog's parts carry `lang` themselves."""
    overviews: Sequence[LinkContext]
    """The pages that list terms, authors and the archive."""
    feeds: Sequence[FeedLink]
    """Of the whole blog."""
    first_file: str
    """The file to create for a first post, as seen from `mkdocs.yml`."""
    first_text: str
    """What to write in it."""

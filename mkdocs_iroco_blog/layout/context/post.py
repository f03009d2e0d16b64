"""A post as fragments get it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from mkdocs_iroco_blog.core.links import Image, License, Translation

from .parts import AuthorContext, DateContext, LinkContext, PartContext, TermContext


@dataclass(frozen=True, slots=True)
class PostContext:
    """A post, on its own page or on a view."""

    title: str
    """The title, as text."""
    url: str
    """The address of its page."""
    id: str
    """An HTML id that no other post has."""
    published: DateContext
    """The date of publication."""
    updated: DateContext | None
    """The date of the last change."""
    revised: bool
    """The last change came more than a day after the publication."""
    dates: Mapping[str, DateContext]
    """Other dates, by their names in front matter's `date` mapping."""
    authors: Sequence[AuthorContext]
    """In the order of front matter."""
    categories: Sequence[TermContext]
    """In the order of front matter."""
    tags: Sequence[TermContext]
    """In the order of front matter."""
    series: Sequence[PartContext]
    """Its place in each series."""
    description: str
    """Empty if there is none."""
    readtime: int | None
    """Reading time in minutes."""
    wordcount: int
    """The number of words, without code. Two Chinese, Japanese or Korean characters count as a word."""
    state: str
    """`published`, `draft` or `scheduled`."""
    pinned: bool
    """It comes first on the index."""
    applies_to: LinkContext | None
    """The range of versions that it is about, as in front matter; linked to the newest that mike deploys, if any."""
    superseded_by: LinkContext | None
    """The page to read instead."""
    replaces: Sequence[LinkContext]
    """The posts that it replaces."""
    age: int
    """The full years since it was written, if nobody has changed it for `post_old_after` years; otherwise 0."""
    unlisted: bool
    """No list shows it."""
    comments: bool
    """Front matter asks for `comments.html`."""
    lang: str | None
    """Its language, if front matter names one."""
    dir: str
    """`ltr` or `rtl` if its language is written in another direction than the blog's; otherwise empty."""
    image: Image | None
    """Its picture."""
    license: License | None
    """Its licence, or the blog's, if it has one that the theme does not show."""
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
    summary: str = ""
    """Cards: its description, or the beginning of the excerpt, as text."""
    pattern: str = ""
    """Cards: a drawing made from the title, for `<path d>`, 4 wide and 2 high."""
    toc: Sequence[LinkContext] = ()
    """Post pages: the headings, unless the theme itself shows a table of contents at every width."""
    toc_below: int = 0
    """Post pages: the width in em from which the theme shows a table of contents; 0 if it shows none."""
    links: Sequence[LinkContext] = ()
    """Post pages: the pages in the front matter's `links`."""
    related: Sequence[LinkContext] = ()
    """Post pages: other posts on its subject, with dates; empty if there are `links`."""
    mentions: Sequence[LinkContext] = ()
    """Post pages: the posts that link to it, with dates; empty without the option `mentions`."""
    translations: Sequence[Translation] = ()
    """Post pages: the post in other languages."""
    newer: LinkContext | None = None
    """Post pages: the next newer post."""
    older: LinkContext | None = None
    """Post pages: the next older post."""

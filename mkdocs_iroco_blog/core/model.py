"""The blog's own words: post, author, term, view. Values that refer to each other and know no host."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from .dates import Moment
from .front_matter.parse import FrontMatter


@dataclass(frozen=True, slots=True)
class Source:
    """A file that may be a post, as it lies in the docs folder."""

    path: str
    """Path under `docs_dir`, `/`-separated."""
    data: bytes
    defaults: tuple[FrontMatter, ...] = ()
    """What the `.meta.yml` files above it say, outermost first."""
    draft: bool = False
    """The host keeps it out of builds (`draft_docs`), or it lies in Jekyll's `_drafts`."""
    front: FrontMatter | None = None
    """The file, where it is taken apart already; `data` and `defaults` then say nothing more."""
    path_given: str | None = None
    """The post's address, where the site it comes from decides that: without a slash at its start."""
    titled: bool = False
    """The layouts that it is written for show the title above the body, as Jekyll's do."""
    neutral: str = ""
    """The path without the language that it names, where it names one."""
    lang: str | None = None
    """Its language, where it stands in for a translation that is not there."""


@dataclass(frozen=True, slots=True)
class Author:
    """Someone who writes."""

    key: str
    """The id in the authors file; for a name that no file knows, the name."""
    name: str
    slug: str
    description: str = ""
    avatar: str = ""
    """Address, or path under `docs_dir`."""
    url: str = ""
    email: str = ""
    fediverse: str = ""
    """Their account, as `@name@server`."""
    links: tuple[str, ...] = ()
    """Addresses of theirs on other sites."""


@dataclass(frozen=True, slots=True)
class Image:
    """A post's picture."""

    src: str
    """As written: an address, a path from the post's folder, or one from `docs_dir`."""
    alt: str = ""


def names_of(post: Post, kind: str) -> Sequence[str]:
    """What a post says of a taxonomy, as it is written there; of authors, their keys."""
    return [author.key for author in post.authors] if kind == "authors" else getattr(post, kind)


def anchor_of(path: str) -> str:
    """An HTML id from an address, which two addresses hardly share.

    Bootstrap takes the links of a table of contents for CSS selectors, so it is one as it stands:
    a letter first, then nothing but letters, digits, dashes and underscores.
    """
    name = re.sub(r"[^\w-]", "_", path.replace("/", "--"))
    return name if name[:1].isalpha() else f"blog-{name}".rstrip("-")


class State(Enum):
    """Whether a post is published."""

    PUBLISHED = "published"
    DRAFT = "draft"
    SCHEDULED = "scheduled"


@dataclass(frozen=True, slots=True, eq=False)
class Post:
    """A dated page of the blog, as written: nothing here is rendered."""

    source: str
    """Path under `docs_dir`, `/`-separated. Other objects refer to the post by it."""
    path: str
    """Address under the site's root, without slashes at its ends: `blog/2024/10/04/nec-2024`.

    One that ends in `.html` is that very file.
    """
    title: str
    title_written: bool
    """The title comes from front matter, not from the body or the file's name."""
    titled_by_layout: bool
    """Written for Jekyll, whose layouts show the title above the body: an `h1` that opens it is a section's."""
    body: str
    """Markdown below the front matter."""
    published: Moment
    updated: Moment | None
    dates: Mapping[str, Moment]
    """Other named dates."""
    authors: tuple[Author, ...]
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    series: tuple[str, ...]
    description: str
    state: State
    unlisted: bool
    pinned: bool
    comments: bool
    readtime: int | None
    """Minutes, where the author says so."""
    links: Sequence[Any]
    """Related pages, in the syntax of `nav`."""
    image: Image | None
    hide: tuple[str, ...]
    template: str | None
    lang: str | None
    aliases: tuple[str, ...]
    """Addresses that lead to it, as written: from the site's root, or whole."""
    redirect_to: str
    """Where its page leads instead of showing it: from the site's root, or a whole address; else empty."""
    canonical_url: str
    """Where search engines should find the text instead of here; else empty."""
    guid: str
    """The id of its entry in feeds, where the author says so; else empty."""
    robots: tuple[str, ...]
    """What search engines are told, in the words of `<meta name="robots">`."""
    meta: Mapping[str, Any]
    """The front matter as YAML reads it, folder defaults included."""
    lines: Mapping[str, int]
    """The line of each of its keys."""

    @property
    def id(self) -> str:
        """An HTML id that no other post of the site has."""
        return anchor_of(self.path)


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One group of posts in a taxonomy."""

    name: str
    """The commonest of its spellings."""
    slug: str
    path: str
    """Address under the site's root; empty where the term has no view."""
    posts: tuple[Post, ...]
    """Newest first; of a series, oldest first."""
    author: Author | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Taxonomy:
    """A way to group posts: authors, categories, tags or series."""

    kind: str
    terms: tuple[Term, ...]
    by_spelling: Mapping[str, Term]
    """Every spelling that posts use (an author's key), with its term."""


@dataclass(frozen=True, slots=True, eq=False)
class Period:
    """A stretch of the archive: a year, or what `archive_date_format` makes of it."""

    name: str
    path: str
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ViewPage:
    """One numbered page of a view."""

    number: int
    path: str
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A generated list of posts, on one or more numbered pages."""

    kind: str
    """`index`, `archive`, `authors`, `categories`, `tags` or `series`."""
    name: str
    """Empty for the index, which is named by its page or by the interface."""
    path: str
    posts: tuple[Post, ...]
    pages: tuple[ViewPage, ...]
    """At least one."""
    style: str
    """`excerpts` or `titles`."""
    toc: bool
    author: Author | None = None

    @property
    def id(self) -> str:
        """An HTML id for its heading."""
        return anchor_of(self.path)


@dataclass(frozen=True, slots=True, eq=False)
class Overview:
    """The page that lists a taxonomy's terms, or the archive's periods."""

    kind: str
    name: str | None
    """None where the interface names it."""
    path: str
    groups: tuple[Term | Period, ...]

    @property
    def style(self) -> str:
        """`titles`: it lists the posts of each group. `counts`: it counts them."""
        return "titles" if self.kind == "archive" else "counts"

    @property
    def id(self) -> str:
        """An HTML id for its heading."""
        return anchor_of(self.path)


@dataclass(frozen=True, slots=True, eq=False)
class Blog:
    """All that a build needs to know of a blog."""

    posts: tuple[Post, ...]
    """Every post that gets a page, newest first, unlisted ones included."""
    listed: tuple[Post, ...]
    """Those that views show."""
    taxonomies: Mapping[str, Taxonomy]
    archive: tuple[Period, ...]
    views: tuple[View, ...]
    """The index first."""
    overviews: tuple[Overview, ...]

    def terms_of(self, post: Post, kind: str) -> tuple[Term, ...]:
        """The terms that a post belongs to, in the order the author gave."""
        known = self.taxonomies[kind].by_spelling
        return tuple(dict.fromkeys(known[name] for name in names_of(post, kind) if name in known))

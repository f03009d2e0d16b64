"""The values of a blog: posts, authors, terms, views. They refer to each other and do not know the host."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from .anchors import Anchored
from .dates import Moment
from .findings import Finding
from .front_matter.parse import FrontMatter
from .links import Image, License, ProfileLink


@dataclass(frozen=True, slots=True)
class Source:
    """A file in the docs folder that may be a post."""

    path: str
    """Path under `docs_dir`, `/`-separated."""
    data: bytes
    defaults: tuple[FrontMatter, ...] = ()
    """The contents of the `.meta.yml` files above it, outermost first."""
    draft: bool = False
    """`draft_docs` matches it, or it is in Jekyll's `_drafts`."""
    front: FrontMatter | Finding | None = None
    """The parsed file, or the reason why it can't be parsed, if that was tried already; `data` is ignored then."""
    path_given: str | None = None
    """The post's address without its first slash, if the Jekyll site decides it."""
    titled: bool = False
    """Its layout shows the title above the body, as Jekyll's layouts do."""
    exact_keys: bool = False
    """Only this plugin's own spellings of keys count, as on a Jekyll site."""
    neutral: str = ""
    """The path without its language code, if it has one."""
    lang: str | None = None
    """Its language, if it replaces a missing translation."""
    jekyll_path: str = ""
    """The path that it would have in the Jekyll site whose posts it joins; empty if it joins none."""


@dataclass(frozen=True, slots=True)
class Author:
    """A person who writes posts."""

    key: str
    """The id in the authors file, or the name of an author who is not in it."""
    name: str
    slug: str
    description: str = ""
    avatar: str = ""
    """Address, or path under `docs_dir`."""
    url: str = ""
    email: str = ""
    fediverse: str = ""
    """Account as `@name@server`."""
    links: tuple[ProfileLink, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """The keys of the authors file that mean nothing to the blog."""
    place: tuple[str, int | None] = field(default=("", None), compare=False)
    """The file and line that give the avatar."""


def names_of(post: Post, kind: str) -> Sequence[str]:
    """Return the names that a post gives for a taxonomy, as in its front matter; for authors, their keys."""
    return [author.key for author in post.authors] if kind == "authors" else getattr(post, kind)


class State(Enum):
    """Whether a post is published."""

    PUBLISHED = "published"
    DRAFT = "draft"
    SCHEDULED = "scheduled"


@dataclass(frozen=True, slots=True, eq=False)
class Post(Anchored):
    """A dated page of the blog, as the author wrote it: nothing here is rendered."""

    source: str
    """Path under `docs_dir`, `/`-separated. Other objects refer to the post by it."""
    path: str
    """Address under the site's root, without slashes at its ends; one that ends in `.html` names a file."""
    title: str
    title_written: bool
    """The title comes from the front matter, not from the body or the file's name."""
    titled_by_layout: bool
    """Written for Jekyll, whose layouts show the title above the body: an opening `h1` is a section heading."""
    body: str
    """Markdown below the front matter."""
    published: Moment
    updated: Moment | None
    opens: Moment | None
    """The post is hidden until then, if the front matter has a date for that."""
    dates: Mapping[str, Moment]
    authors: tuple[Author, ...]
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    series: tuple[str, ...]
    parts: Mapping[str, int]
    """The part that it is of a series, by the series' name, where the front matter says so."""
    description: str
    excerpt: str
    """The excerpt that the front matter gives, in Markdown, or in HTML on a Jekyll site; else empty."""
    state: State
    unlisted: bool
    hidden: bool
    """Not on the index."""
    locked: bool
    """Front matter has a password: nothing but its page may hold its text."""
    pinned: bool
    comments: bool
    readtime: int | None
    """Minutes, if the front matter sets them."""
    links: Sequence[Any]
    """Related pages, in the syntax of `nav`."""
    image: Image | None
    related: bool
    """Its page may show related posts."""
    applies_to: str
    """The range of versions that it is about; else empty."""
    superseded_by: str
    """The page to read instead: a path from the post or from `docs_dir`, or an address; else empty."""
    review_by: Moment | None
    """Its author wants to have read it again by then."""
    hide: tuple[str, ...]
    template: str | None
    lang: str | None
    aliases: tuple[str, ...]
    """Addresses that redirect to it, as in the front matter: from the site's root, or absolute."""
    redirect_to: str
    """The target if its page redirects: an address from the site's root, or an absolute one; else empty."""
    canonical_url: str
    """The address that search engines should index instead; else empty, like `guid`, the id of its feed entry."""
    guid: str
    robots: tuple[str, ...]
    license: License | None
    """None for the blog's; without a name if the post says that it has none."""
    meta: Mapping[str, Any]
    """The front matter as YAML values, including folder defaults."""
    lines: Mapping[str, int]
    """The line of each key."""


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A group of posts in a taxonomy."""

    name: str
    """The spelling that most posts use."""
    slug: str
    path: str
    """Empty if the term has no view."""
    posts: tuple[Post, ...]
    """Newest first; in a series, in reading order."""
    author: Author | None = None
    numbers: tuple[int, ...] = ()
    """In a series, the number of each post, in the same order."""
    places: Mapping[Post, int] = field(default_factory=dict)
    """In a series, the position of each post in `posts`."""


@dataclass(frozen=True, slots=True, eq=False)
class Taxonomy:
    """A way to group posts: authors, categories, tags or series."""

    kind: str
    terms: tuple[Term, ...]
    by_spelling: Mapping[str, Term]
    """The term of every spelling that posts use; for authors, of every key."""


@dataclass(frozen=True, slots=True, eq=False)
class Period:
    """A period of the archive: a year, or as `archive_date_format` divides it."""

    name: str
    path: str
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ViewPage:
    """A numbered page of a view."""

    number: int
    path: str
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True, eq=False)
class View(Anchored):
    """A generated list of posts, on one or more numbered pages."""

    kind: str
    """`index`, `archive`, `authors`, `categories`, `tags` or `series`."""
    name: str
    """Empty for the index, which takes its name from its page or from the translations."""
    path: str
    posts: tuple[Post, ...]
    pages: tuple[ViewPage, ...]
    """At least one."""
    style: str
    """`excerpts`, `titles` or `cards`."""
    toc: bool
    author: Author | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Overview(Anchored):
    """The page that lists a taxonomy's terms, or the archive's periods."""

    kind: str
    name: str | None
    """None if the translations name it."""
    path: str
    groups: tuple[Term | Period, ...]

    @property
    def style(self) -> str:
        """`titles`: it lists the posts of each group. `counts`: it counts them."""
        return "titles" if self.kind == "archive" else "counts"


@dataclass(frozen=True, slots=True, eq=False)
class Blog:
    """A whole blog."""

    posts: tuple[Post, ...]
    """Every post that gets a page, newest first, unlisted ones included."""
    listed: tuple[Post, ...]
    """The posts that views list."""
    taxonomies: Mapping[str, Taxonomy]
    archive: tuple[Period, ...]
    views: tuple[View, ...]
    """The index first."""
    overviews: tuple[Overview, ...]
    is_new: bool
    """Nobody has written a post yet, not even a draft."""

    def terms_of(self, post: Post, kind: str) -> tuple[Term, ...]:
        """Return a post's terms, in the order of its front matter."""
        known = self.taxonomies[kind].by_spelling
        return tuple(dict.fromkeys(known[name] for name in names_of(post, kind) if name in known))

"""The values of inserts: everything that an author can ask for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Conditions of a post. It matches with any of the values of a key, and with all of the keys."""

    category: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    pinned: bool | None = None
    year: tuple[int, ...] = ()
    language: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostsInsert:
    """A list of posts."""

    limit: int | None = None
    where: Filter = Filter()
    unless: Filter = Filter()
    """Posts with any of these values are left out."""
    order: str = "newest"
    style: str = "titles"
    level: int | None = None
    """The level of the entries' headings; None for the next below the last heading above."""
    all: bool | str = False
    """Link to all posts, or the text of that link."""
    empty: str = ""
    blog: str = ""
    """The name of the blog; empty for the page's own, else the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsInsert:
    """A list of terms."""

    kind: str = "tags"
    limit: int | None = None
    order: str = "posts"
    all: bool | str = False
    empty: str = ""
    blog: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesInsert:
    """The parts of a series."""

    name: str = ""
    empty: str = ""
    blog: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionsInsert:
    """The posts that link to the page, of all blogs of the site."""

    limit: int | None = None
    level: int | None = None
    """The level of its heading; None for no heading."""
    empty: str = ""


Insert = PostsInsert | TermsInsert | SeriesInsert | MentionsInsert

"""The parts of a series: their order, their numbers, and their neighbours."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby
from operator import itemgetter
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.terms import PARTS_WITH_ONE_NUMBER
from mkdocs_iroco_blog.core.model import Blog, Post, State, Term


def number_parts(series: Term, spellings: Collection[str]) -> Term:
    """Put the posts of a series, which come newest first, into reading order, each with its number.

    A post that names its part has that number. The others, the oldest first, get the numbers that are left.
    """
    chosen = [
        (next((post.parts[name] for name in post.parts if name in spellings), 0), post)
        for post in reversed(series.posts)
    ]
    claimed = {number for number, _ in chosen}
    free = (number for number in count(1) if number not in claimed)
    parts = sorted(((number or next(free), post) for number, post in chosen), key=itemgetter(0))
    posts, numbers = tuple(post for _, post in parts), tuple(number for number, _ in parts)
    return replace(series, posts=posts, numbers=numbers, places={post: index for index, post in enumerate(posts)})


def shared_numbers(series: Term) -> Iterator[Finding]:
    """Report posts that say they are the same part of a series, at the newest of them."""
    for number, same in groupby(zip(series.numbers, series.posts, strict=True), key=itemgetter(0)):
        *others, last = [post for _, post in same]
        if others:
            draft = any(post.state is not State.PUBLISHED for post in (*others, last))
            listed = " and ".join(f"`{post.source}`" for post in others)
            values = {"others": listed, "number": number, "name": series.name}
            yield PARTS_WITH_ONE_NUMBER(last.source, last.lines.get("series"), draft=draft, **values)


@dataclass(frozen=True, slots=True)
class Place:
    """A post's place in a series."""

    series: Term
    number: int
    """The part's number; 0 for an unlisted post, which is in no list."""
    index: int
    """The position among the series' posts."""

    def neighbour(self, step: int) -> Post | None:
        """Return the post so many parts later, or earlier. None if there is none."""
        index = self.index + step
        return self.series.posts[index] if self.number and 0 <= index < len(self.series.posts) else None


def places(blog: Blog, post: Post) -> list[Place]:
    """Return a post's place in each of its series, in the order of its front matter."""
    result = []
    for series in blog.terms_of(post, "series"):
        index = series.places.get(post, -1)
        result.append(Place(series, series.numbers[index] if index >= 0 else 0, index))
    return result


def main_place(all_places: Sequence[Place]) -> Place | None:
    """Return the place whose neighbours are a post's previous and next page: in the first series with several posts."""
    return next((place for place in all_places if place.number and len(place.series.posts) > 1), None)


def read_planned(value: Any) -> tuple[str, ...]:
    """Read the titles of planned parts, a text or a list. Raises `ValueError` with the fault as a sentence's end."""
    titles = []
    for title in value if isinstance(value, list) else [value]:
        if isinstance(title, Mapping | list):
            raise ValueError("is not a list of titles")
        titles.append("" if title is None or isinstance(title, bool) else " ".join(str(title).split()))
    return tuple(dict.fromkeys(filter(None, titles)))

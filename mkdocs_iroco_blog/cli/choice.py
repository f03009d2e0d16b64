"""Chooses posts for a list, and describes them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.core.model import Post, State
from mkdocs_iroco_blog.core.permalinks import displayed
from mkdocs_iroco_blog.core.posts.prose import lacks_alt_text

LACKS: Mapping[str, Callable[[Post], bool]] = {
    "description": lambda post: not post.description,
    "image": lambda post: post.image is None,
    "alt": lambda post: lacks_alt_text(post.body),
    "tags": lambda post: not post.tags,
    "categories": lambda post: not post.categories,
    "authors": lambda post: not post.authors,
}
"""The parts that a post may lack, each with a test for it. `alt` is the alternative text of a picture."""
STATES = ("draft", "scheduled", "unlisted", "published")
ORDERS: Mapping[str, Callable[[Post], Any]] = {
    "date": lambda _: 0,
    "title": lambda post: post.title.casefold(),
    "state": lambda post: STATES.index(state_of(post)),
    "file": lambda post: post.source,
}
"""The values that lists are sorted by. Posts that are equal in it are sorted from new to old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The posts to list: those that meet all conditions."""

    states: Collection[str] = STATES
    author: str | None = None
    since: Moment | None = None
    missing: Sequence[str] = ()
    """At least one of these is missing."""

    def includes(self, post: Post) -> bool:
        """Whether a post meets all conditions."""
        return (
            state_of(post) in self.states
            and (self.author is None or self.author in {person.key for person in post.authors})
            and (self.since is None or post.published.instant >= self.since.instant)
            and (not self.missing or any(LACKS[name](post) for name in self.missing))
        )


def state_of(post: Post) -> str:
    """Return `draft`, `scheduled`, `unlisted` or `published`."""
    return "unlisted" if post.state is State.PUBLISHED and post.unlisted else post.state.value


def in_order(posts: Iterable[Post], order: str) -> list[Post]:
    """Sort posts by one of `ORDERS`, then from new to old, then by file."""
    newest_first = sorted(sorted(posts, key=lambda post: post.source), key=_published, reverse=True)
    return sorted(newest_first, key=ORDERS[order])


def _published(post: Post) -> datetime:
    return post.published.instant


def due(post: Post) -> Moment:
    """Return when a scheduled post is to be published."""
    return max(moment for moment in (post.published, post.opens) if moment)


def next_due(posts: Iterable[Post]) -> Post | None:
    """Return the scheduled post that is due next."""
    waiting = [post for post in posts if post.state is State.SCHEDULED]
    return min(waiting, key=lambda post: (due(post), post.source), default=None)


def as_row(post: Post) -> Sequence[str]:
    """Describe a post in a row of the table: date, state, title, terms, file."""
    terms = ", ".join([*post.series, *post.categories, *post.tags])
    return (f"{post.published.instant:%Y-%m-%d}", state_of(post), post.title, terms, post.source)


def as_values(post: Post) -> Mapping[str, Any]:
    """Describe a post for other programs."""
    return {
        "authors": [author.key for author in post.authors], "categories": post.categories, "tags": post.tags,
        "series": post.series, "date": post.published.attribute(), "description": post.description,
        "due": due(post).attribute() if post.state is State.SCHEDULED else None, "file": post.source,
        "image": post.image.src if post.image else None, "lang": post.lang, "state": state_of(post),
        "title": post.title, "updated": post.updated.attribute() if post.updated else None,
        "address": displayed(post.path), "missing": [name for name, lacks in LACKS.items() if lacks(post)],
    }  # fmt: skip

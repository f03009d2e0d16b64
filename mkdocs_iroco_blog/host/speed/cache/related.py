"""Related posts, found once for each state of what posts are about.

Finding those of 1,000 posts takes 0.05 s, and 0.015 s with this: 1 % of a warm build, which pictures and related posts
together may slow by 3 %. Risk: a subject that does not print all that decides. Tests: tests/hosts/speed/test_cache.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from inspect import getsource

from mkdocs_iroco_blog.core import related
from mkdocs_iroco_blog.core.related import Subject

from .keys import package_versions
from .shapes import are_related
from .store import Cache, key_of

Related = Mapping[str, Sequence[str]]
"""The sources of every post's related posts, by its source."""


class RelatedCache:
    """The related posts of one blog, from one build to the next."""

    def __init__(self, store: Cache) -> None:
        self._store = store

    def begin(self) -> None:
        """Begin a build."""
        self._store.begin()

    def related(
        self, posts: Sequence[Subject], count: int, find: Callable[[Sequence[Subject], int], Related]
    ) -> Related:
        """Return what `find` finds, cached if no post is about anything else."""
        key = key_of("", f"{_code()}\0{count}\0{posts!r}")
        lists = self._store.get(key, are_related)
        if lists is not None and _fits(lists, posts):
            return {post.source: related for post, related in zip(posts, lists, strict=True)}
        related_posts = find(posts, count)
        self._store.put(key, [related_posts[post.source] for post in posts])
        return related_posts

    def save(self) -> None:
        """Save the related posts of this build."""
        self._store.save()


def _fits(lists: Sequence[Sequence[str]], posts: Sequence[Subject]) -> bool:
    """Whether a cached value, which others may have written, has a list for each post, of posts that may be related."""
    candidates = {post.source for post in posts if post.is_candidate}
    return len(lists) == len(posts) and all(map(candidates.issuperset, lists))


@cache
def _code() -> str:
    """Digest the code that finds them, which may change without a new version while someone works on it."""
    return sha256(f"{package_versions()}\0{getsource(related)}".encode()).hexdigest()

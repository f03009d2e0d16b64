"""Finds the posts that belong to a post: those that share its terms, and of these, those that share its words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from .model import Blog, State
from .site import Site

_KINDS = ("categories", "tags", "series")
"""The taxonomies that count. An author may write about anything."""
_NEAREST = 50
"""How many posts of a term count, on either side of a post's date. So the work grows with the number of posts alone."""
_KEYWORDS = 40
"""How many words of a post count, so that a long post has no more in common with others than a short one."""

Term = tuple[str, str]
"""The kind of a term, and its slug."""


class Subject(NamedTuple):
    """All of a post that decides which posts are related."""

    source: str
    terms: tuple[Term, ...]
    keywords: tuple[str, ...]
    linked: tuple[str, ...]
    """The sources of posts that its page links to already: the next parts of its series, and those that mention it."""
    is_candidate: bool
    """Other posts may be related to it."""
    shows_related: bool


def subjects(site: Site) -> list[Subject]:
    """Return the subject of every post, newest first.

    Unlisted, locked, superseded and unpublished posts are related to none, and their words decide nothing.
    """
    blog, next_parts, hidden = site.blog, _next_parts(site.blog), {*site.locked, *site.successors}
    return [
        Subject(
            post.source,
            tuple((kind, term.slug) for kind in _KINDS for term in blog.terms_of(post, kind)),
            site.bodies[post.source].keywords,
            (*next_parts.get(post.source, ()), *(other.source for other in site.mentions_below(post))),
            not post.unlisted and post.state is State.PUBLISHED and post.source not in hidden,
            post.related and not post.links,
        )
        for post in blog.posts
    ]


def _next_parts(blog: Blog) -> Mapping[str, Sequence[str]]:
    parts: dict[str, list[str]] = defaultdict(list)
    for series in blog.taxonomies["series"].terms:
        for post, following in pairwise(series.posts):
            parts[post.source].append(following.source)
    return parts


def related_posts(posts: Sequence[Subject], count: int) -> dict[str, tuple[str, ...]]:
    """Return the sources of up to `count` related posts of each post, by its source.

    The rarer a shared term, the more it counts. Where two posts come out the same, shared words decide, then the date.
    """
    candidates = [post for post in posts if post.is_candidate]
    places = {post.source: place for place, post in enumerate(candidates)}
    by_terms, by_words = _Terms(candidates), _Words(candidates)
    related = {}
    newer = 0
    """How many candidates are newer than the post."""
    for post in posts:
        scores = by_terms.scores(post, newer) if post.shows_related and count else {}
        for other in (post.source, *post.linked):
            scores.pop(places.get(other, -1), None)
        best = _best(scores, count)
        is_tied = len(set(best.values())) < len(best)
        shared = by_words.shared(newer, best) if is_tied and post.is_candidate else {}
        ranked = sorted((-score, -shared.get(place, 0), place) for place, score in best.items())
        related[post.source] = tuple(candidates[place].source for _, _, place in ranked[:count])
        newer += post.is_candidate
    return related


def _best(scores: Mapping[int, int], count: int) -> dict[int, int]:
    """Return the highest scores: `count` of them, and all that equal the last."""
    least = sorted(scores.values())[-count:][:1]
    return {place: score for place, score in scores.items() if [score] >= least}


class _Terms:
    """Compares posts with candidates by their terms. A candidate is named by its place, 0 for the newest."""

    def __init__(self, candidates: Sequence[Subject]) -> None:
        self._places: dict[Term, list[int]] = defaultdict(list)
        for place, post in enumerate(candidates):
            for term in post.terms:
                self._places[term].append(place)
        # Twice the binary logarithm of a term's rarity, plus one: any term counts.
        square = len(candidates) ** 2
        self._weights = {term: (square // len(places) ** 2).bit_length() for term, places in self._places.items()}

    def scores(self, post: Subject, newer: int) -> dict[int, int]:
        """Return the weight of the terms that candidates share with a post. `newer` of them are newer than the post."""
        scores: dict[int, int] = {}
        for term in post.terms:
            places, weight = self._places.get(term, ()), self._weights.get(term, 0)
            middle = bisect_left(places, newer)
            for place in places[max(0, middle - _NEAREST) : middle + _NEAREST + 1]:
                scores[place] = scores.get(place, 0) + weight
        return scores


class _Words:
    """Compares candidates by their words: TF-IDF, in whole numbers, which are the same on every machine."""

    def __init__(self, candidates: Sequence[Subject]) -> None:
        self._candidates = candidates
        self._weights: dict[int, dict[str, int]] = {}
        uses: Counter[str] = Counter()
        for post in candidates:
            uses.update(" ".join(post.keywords).split())
        # Powers of two are enough to tell how rare a word is, and few edits change them.
        most = len(candidates).bit_length()
        rarity = ((word, most - count.bit_length()) for word, count in uses.items() if count > 1)
        self._rarity = {word: rare for word, rare in rarity if rare}

    def shared(self, place: int, others: Iterable[int]) -> dict[int, int]:
        """Return the weight of the words that other candidates share with this one."""
        weights = self._weights_of(place)
        return {other: _overlap(weights, self._weights_of(other)) for other in others}

    def _weights_of(self, place: int) -> dict[str, int]:
        """Weigh the words of a candidate by how often they are in it, and by how rare they are."""
        if place not in self._weights:
            rarity = self._rarity
            weighed = [
                (level * rarity[word], word)
                for level, words in enumerate(self._candidates[place].keywords, 1)
                for word in words.split()
                if word in rarity
            ]
            weighed.sort(reverse=True)
            self._weights[place] = {word: weight for weight, word in weighed[:_KEYWORDS]}
        return self._weights[place]


def _overlap(first: Mapping[str, int], second: Mapping[str, int]) -> int:
    return sum(min(first[word], second[word]) for word in first.keys() & second.keys())

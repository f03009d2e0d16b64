"""Categories, tags and series that help nobody to find a post."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from mkdocs_iroco_blog.core.findings import Finding, one_edit_apart
from mkdocs_iroco_blog.core.messages import check as messages
from mkdocs_iroco_blog.core.model import Blog, Term
from mkdocs_iroco_blog.core.terms.taxonomy import KINDS, Kind

_SHORTEST = 5
"""Letters of a name that may be a variant of another: of shorter ones, many differ by a letter."""
_SEPARATORS = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d")


def odd_terms(blog: Blog) -> Iterator[Finding]:
    """Report categories and tags with one post, where others have several, and terms that are nearly the same."""
    for kind in KINDS:
        if kind.name == "authors":
            continue
        terms = [term for term in blog.taxonomies[kind.name].terms if term.posts]
        if kind.name != "series" and any(len(term.posts) > 1 for term in terms):
            yield from _used_once(terms, kind)
        for less, more in _nearly_same(terms):
            values = {"name": less.name, "count": len(less.posts), "main": more.name, "more": len(more.posts)}
            yield messages.TERMS_NEARLY_SAME(*_place(less, kind.name), kind=kind.singular, **values)


def _used_once(terms: Sequence[Term], kind: Kind) -> Iterator[Finding]:
    """Report the terms that no other post has, all of a post in one message."""
    by_post: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        if len(term.posts) == 1:
            by_post[term.posts[0].source].append(term)
    for alone in by_post.values():
        names = ", ".join(f"`{term.name}`" for term in alone)
        values = {"kind": kind.singular, "them": "it"} if len(alone) == 1 else {"kind": kind.name, "them": "them"}
        yield messages.TERM_USED_ONCE(*_place(alone[0], kind.name), names=names, **values)


def _place(term: Term, kind: str) -> tuple[str, int | None]:
    post = term.posts[0]
    return post.source, post.lines.get(kind)


def _nearly_same(terms: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    """Yield pairs of terms whose names differ by a letter or by the signs between words; that with fewer posts first.

    Two names are one edit apart only if they share a form with a letter less, so only such pairs are compared.
    """
    by_form: dict[str, list[Term]] = defaultdict(list)
    folded = {id(term): _SEPARATORS.sub("", term.name.casefold()) for term in terms}
    for term in terms:
        name = folded[id(term)]
        if len(name) >= _SHORTEST:
            for form in {name, *(name[:place] + name[place + 1 :] for place in range(len(name)))}:
                by_form[form].append(term)
    pairs = {tuple(sorted(map(id, pair))): pair for same in by_form.values() for pair in combinations(same, 2)}
    for first, second in pairs.values():
        name, other = folded[id(first)], folded[id(second)]
        same_numbers = _DIGITS.findall(name) == _DIGITS.findall(other)
        if same_numbers and (name == other or one_edit_apart(name, other)):
            less, more = sorted((first, second), key=lambda term: (len(term.posts), term.name))
            yield less, more

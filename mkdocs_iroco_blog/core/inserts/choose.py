"""Chooses the posts and terms of an insert."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import filterfalse

from mkdocs_iroco_blog.core.findings import Finding, nearest
from mkdocs_iroco_blog.core.messages import inserts as messages
from mkdocs_iroco_blog.core.model import Period, Post, Term
from mkdocs_iroco_blog.core.options import term_name
from mkdocs_iroco_blog.core.site import Site
from mkdocs_iroco_blog.core.terms.slugs import folded

from .values import Filter, Insert, PostsInsert, SeriesInsert, TermsInsert

TAXONOMIES = {"category": "categories", "tag": "tags", "author": "authors", "series": "series"}
"""The taxonomy of each key of a filter that names terms."""


def choose_posts(site: Site, insert: PostsInsert) -> list[Post]:
    """Return all posts that an insert may list, in its order."""
    listed = [post for post in site.blog.listed if not post.hidden]
    for test in _tests(site, insert.where):
        listed = list(filter(test, listed))
    for test in _tests(site, insert.unless):
        listed = list(filterfalse(test, listed))
    return _ordered(site, listed, insert.order)


def choose_terms(site: Site, insert: TermsInsert) -> list[Term | Period]:
    """Return the terms of an insert, in its order, or the periods of the archive."""
    if insert.kind == "archive":
        return list(site.blog.archive[: insert.limit])
    terms = [term for term in site.blog.taxonomies[insert.kind].terms if term.posts]
    terms.sort(key=lambda term: (term_name(term), term.name))
    if insert.order == "posts":
        terms.sort(key=lambda term: -len(term.posts))
    return list(terms[: insert.limit])


def find_term(site: Site, kind: str, name: str) -> Term | None:
    """Return the term with a name, in any spelling that the taxonomy takes for the same, or with a slug."""
    taxonomy = site.blog.taxonomies[kind]
    if name in taxonomy.by_spelling:
        return taxonomy.by_spelling[name]
    by_name = {folded(spelling): term for spelling, term in taxonomy.by_spelling.items()}
    by_slug = {term.slug: term for term in taxonomy.terms}
    names = {folded(term.name): term for term in taxonomy.terms}
    return by_name.get(folded(name)) or names.get(folded(name)) or by_slug.get(name)


def single_term(site: Site, insert: PostsInsert) -> Term | None:
    """Return the term that an insert lists all posts of, if it asks for nothing else."""
    where = insert.where
    named = [(kind, name) for kind in TAXONOMIES for name in getattr(where, kind)]
    is_plain = not where.year and not where.language and where.pinned is None
    return find_term(site, TAXONOMIES[named[0][0]], named[0][1]) if len(named) == 1 and is_plain else None


def unknown_terms(site: Site, insert: Insert, source: str, line: int | None) -> Iterator[Finding]:
    """Report the terms of an insert that no post has: a Problem if another is similar, which is probably meant."""
    if isinstance(insert, SeriesInsert):
        named = {"series": (insert.name,)} if insert.name else {}
        if not named:
            yield messages.NO_SERIES_NAME(source, line)
    elif isinstance(insert, PostsInsert):
        filters = (insert.where, insert.unless)
        named = {key: tuple(name for each in filters for name in getattr(each, key)) for key in TAXONOMIES}
    else:
        named = {}
    kind = "series" if isinstance(insert, SeriesInsert) else "posts"
    for key, names in named.items():
        for name in names:
            if find_term(site, TAXONOMIES[key], name) is None:
                values = {"name": kind, "kind": key, "term": name}
                near = nearest(name, _names(site, TAXONOMIES[key]))
                known = messages.MISSPELT_TERM(source, line, **values, meant=near) if near else None
                yield known or messages.UNKNOWN_LISTED_TERM(source, line, **values)


def _names(site: Site, kind: str) -> Iterable[str]:
    taxonomy = site.blog.taxonomies[kind]
    return dict.fromkeys([*(term.name for term in taxonomy.terms), *taxonomy.by_spelling])


def _ordered(site: Site, posts: list[Post], order: str) -> list[Post]:
    if order == "oldest":
        return posts[::-1]
    if order == "updated":
        return sorted(posts, key=lambda post: (post.updated or post.published).instant, reverse=True)
    return sorted(posts, key=lambda post: site.title(post).casefold()) if order == "title" else posts


def _tests(site: Site, condition: Filter) -> list[Callable[[Post], bool]]:
    """Return a test for each key of a filter: whether a post has one of the key's values."""
    tests: list[Callable[[Post], bool]] = []
    for key, kind in TAXONOMIES.items():
        if names := getattr(condition, key):
            terms = (find_term(site, kind, name) for name in names)
            tests.append(frozenset(post for term in terms if term for post in term.posts).__contains__)
    if condition.pinned is not None:
        tests.append(lambda post: post.pinned == condition.pinned)
    if condition.year:
        tests.append(lambda post: post.published.instant.year in condition.year)
    if condition.language:
        languages = [_subtags(language) for language in condition.language]
        tests.append(lambda post: _is_in(languages, post.lang or site.translator.lang))
    return tests


def _is_in(languages: Iterable[Sequence[str]], lang: str) -> bool:
    """Whether a language is one of several, or a form of one: `pt-BR` of `pt`."""
    subtags = _subtags(lang)
    return any(subtags[: len(language)] == language for language in languages)


def _subtags(lang: str) -> list[str]:
    return lang.replace("_", "-").casefold().split("-")

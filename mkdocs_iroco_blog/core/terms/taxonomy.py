"""Taxonomies: authors, categories, tags and series go through the same code."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_iroco_blog.core.findings import Finding, Note, Problem
from mkdocs_iroco_blog.core.model import Author, Post, Taxonomy, Term, names_of
from mkdocs_iroco_blog.core.options import term_name
from mkdocs_iroco_blog.core.permalinks import slug_of, term_path
from mkdocs_iroco_blog.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Kind:
    """What sets one taxonomy apart from the others: how its options are named, and in what order its posts are read."""

    name: str
    one: str
    """A term of it, in messages."""
    options: str
    """What the names of its options begin with."""
    apart: str
    """What tells two terms of one address apart, as the end of a sentence."""
    one_page_serves: bool = False
    """A page may list the posts of two terms: it is nobody's own, and its posts are not numbered."""
    oldest_first: bool = False


KINDS = (
    Kind("authors", "author", "authors_profiles", "give each a `slug` in the authors file"),
    Kind("categories", "category", "categories", "set `categories_slugify` to tell them apart", one_page_serves=True),
    Kind("tags", "tag", "tags", "set `categories_slugify` to tell them apart", one_page_serves=True),
    Kind("series", "series", "series", "set `categories_slugify` to tell them apart", oldest_first=True),
)


def build_taxonomy(
    kind: Kind, posts: Sequence[Post], settings: Settings, listed: Sequence[Post]
) -> tuple[Taxonomy, list[Finding]]:
    """Group posts by the terms they name.

    `posts` are all that have a page; views show the `listed` ones, in the order given. A term of unlisted
    posts alone has no view.
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for post in posts:
        for name in names_of(post, kind.name):
            spellings[name.casefold()][name] += 1
    findings = _case_notes(kind, spellings, posts)
    authors = {author.key: author for post in posts for author in post.authors} if kind.name == "authors" else {}
    by_slug: dict[str, list[str]] = defaultdict(list)
    for folded, counted in spellings.items():
        shown = _commonest(counted)
        slug = authors[shown].slug if authors else _slug(kind, shown, settings)
        by_slug[slug].append(folded)
    of_slug = _posts_by_slug(kind, by_slug, listed)
    terms, by_spelling = [], {}
    for slug, folded_names in by_slug.items():
        counted = sum((spellings[folded] for folded in folded_names), Counter[str]())
        if len(folded_names) > 1:
            findings.append(_clash(kind, slug, [_commonest(spellings[folded]) for folded in folded_names], posts))
        shown = _commonest(counted)
        author = authors.get(shown)
        term = _term(kind, author.name if author else shown, slug, of_slug[slug], settings, author)
        by_spelling.update(dict.fromkeys(counted, term))
        terms.append(term)
    viewed = getattr(settings, kind.options)  # what is found is about addresses and names of views
    return Taxonomy(kind.name, _sorted(kind, terms, settings), by_spelling), findings if viewed else []


def _posts_by_slug(kind: Kind, by_slug: dict[str, list[str]], listed: Sequence[Post]) -> dict[str, list[Post]]:
    slugs = {folded: slug for slug, names in by_slug.items() for folded in names}
    posts: dict[str, list[Post]] = {slug: [] for slug in by_slug}
    for post in listed:
        for slug in dict.fromkeys(slugs[name.casefold()] for name in names_of(post, kind.name)):
            posts[slug].append(post)
    return posts


def _term(kind: Kind, name: str, slug: str, posts: Sequence[Post], settings: Settings, author: Author | None) -> Term:
    viewed = posts and getattr(settings, kind.options)
    path = term_path(getattr(settings, f"{kind.options}_url_format"), slug, settings, name) if viewed else ""
    return Term(name, slug, path, tuple(reversed(posts)) if kind.oldest_first else tuple(posts), author)


def _slug(kind: Kind, name: str, settings: Settings) -> str:
    return slug_of(name, settings.categories_slugify, settings.categories_slugify_separator) or kind.one


def _commonest(counted: Counter[str]) -> str:
    """The spelling used most, and of equals the one that sorts first, so that every build agrees."""
    return min(counted, key=lambda name: (-counted[name], name))


def _sorted(kind: Kind, terms: list[Term], settings: Settings) -> tuple[Term, ...]:
    # By name first, so that a sort function of the author's own breaks its ties the same way every time.
    terms = sorted(terms, key=lambda term: (term_name(term), term.name))
    if kind.name != "categories":
        return tuple(terms)
    return tuple(sorted(terms, key=settings.categories_sort_by, reverse=settings.categories_sort_reverse))


def _where(kind: Kind, name: str, posts: Sequence[Post]) -> str:
    return min(post.source for post in posts if name in names_of(post, kind.name))


def _case_notes(kind: Kind, spellings: dict[str, Counter[str]], posts: Sequence[Post]) -> list[Finding]:
    notes: list[Finding] = []
    for counted in spellings.values():
        shown = _commonest(counted)
        others = [name for name in sorted(counted) if name != shown]
        if others:
            listed = ", ".join(f"`{name}` ({counted[name]})" for name in others)
            what = f"{listed} and `{shown}` ({counted[shown]}) are one {kind.one}; its view is named `{shown}`."
            notes.append(Note(_where(kind, others[0], posts), None, what, ""))
    return notes


def _clash(kind: Kind, slug: str, names: list[str], posts: Sequence[Post]) -> Finding:
    first, *others = sorted(names)
    listed = " and ".join(f"`{name}`" for name in (first, *others))
    shared, where = f"The {kind.name} {listed} share the address `{slug}`", _where(kind, others[0], posts)
    hint = f"Spell them alike, or {kind.apart}."
    if kind.one_page_serves:
        every = "both" if len(names) == 2 else "all"
        return Note(where, None, f"{shared}: one page lists the posts of {every}.", hint)
    return Problem(where, None, f"{shared}, and so one view.", hint)
